import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { allows, useSignedIn } from '../../../people/index.ts'
import { usePathParams } from '../../../shell/address.ts'
import { isPast, keyOf, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { useRecommendationActs } from '../../use-recommendation-acts.ts'
import { HealthCheckPage } from './Page.tsx'

/** One health check: what is asked, what the records say, what was judged and recommended. */
export default function HealthCheckRoute() {
  const id = usePathParams()['id'] ?? ''
  const session = useSignedIn()
  const past = isPast(useMoment())
  const reading = useRead(governanceRoutes.readHealthCheck, { params: { id } })
  const take = allows(session, 'take_part') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: take })
  const answers = { answers: () => keyOf(governanceRoutes.readHealthCheck, { params: { id } }) }
  const [judge, recommend, report, callOff] = [useAct(governanceRoutes.judgeArea, answers), useAct(governanceRoutes.addRecommendation, answers), useAct(governanceRoutes.reportHealthCheck, answers), useAct(governanceRoutes.callOffHealthCheck, answers)]
  const followed = useRecommendationActs()
  return (
    <HealthCheckPage
      reading={reading} past={past} canEdit={allows(session, 'edit_strategy') && !past}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id: account, name }) => ({ id: account, name })) : []}
      discuss={<Discuss subject={{ room: 'governance', kind: 'health_check', id }} />}
      acts={{
        ...followed,
        judge: ({ version }, given) => judge.run({ params: { id }, body: { version, ...given } }), recommend: ({ version }, recommendation) => recommend.run({ params: { id }, body: { version, recommendation } }),
        report: ({ version }, given) => report.run({ params: { id }, body: { version, ...given } }), callOff: ({ version }, reason) => callOff.run({ params: { id }, body: { version, reason } }),
      }}
    />
  )
}
