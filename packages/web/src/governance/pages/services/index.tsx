import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { ServicesPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readServices, {})

/** What the PMO offers, and what was asked of it. */
export default function ServicesRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const take = allows(session, 'take_part') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: take })
  const initiatives = useFindInitiatives({ enabled: take })
  const answers = { answers: () => keyOf(governanceRoutes.readServices, {}) }
  const [add, edit, publish, retire] = [useAct(governanceRoutes.addPmoService, answers), useAct(governanceRoutes.changePmoService, answers), useAct(governanceRoutes.publishService, answers), useAct(governanceRoutes.retireService, answers)]
  const [ask, answer, deliver, judge] = [useAct(governanceRoutes.requestService, answers), useAct(governanceRoutes.answerServiceRequest, answers), useAct(governanceRoutes.deliverServiceRequest, answers), useAct(governanceRoutes.judgeServiceUse, answers)]
  return (
    <ServicesPage
      reading={useRead(governanceRoutes.readServices, {})}
      may={{ take, edit: allows(session, 'edit_strategy') && !past }}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      initiatives={initiatives} currency={session?.organisation.currency ?? 'GBP'} today={useToday()}
      shown={query['service']} onShow={(service) => change({ service })}
      discuss={({ id }) => <Discuss subject={{ room: 'governance', kind: 'pmo_service', id }} />}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => edit.run({ params: { id }, body: { version, ...given } }),
        publish: ({ id, version }, reason) => publish.run({ params: { id }, body: { version, reason } }), retire: ({ id, version }, reason) => retire.run({ params: { id }, body: { version, reason } }),
        ask: ({ id }, body) => ask.run({ params: { id }, body }), answer: ({ id, version }, given) => answer.run({ params: { id }, body: { version, answer: given } }),
        deliver: ({ id, version }, given) => deliver.run({ params: { id }, body: { version, ...given } }), judge: ({ id, version }, given) => judge.run({ params: { id }, body: { version, ...given } }),
      }}
    />
  )
}
