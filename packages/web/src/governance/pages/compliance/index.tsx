import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { CompliancePage } from './Page.tsx'
import { statuses } from './words.ts'

export const prepare = readAhead(governanceRoutes.readObligations, {})

/** Which obligations bind which initiatives, and how they stand to them. */
export default function ComplianceRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const canEdit = allows(session, 'edit_strategy') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: canEdit })
  const answers = { answers: () => keyOf(governanceRoutes.readObligations, {}) }
  const [add, edit, retire] = [useAct(governanceRoutes.addObligation, answers), useAct(governanceRoutes.changeObligation, answers), useAct(governanceRoutes.retireObligation, answers)]
  const [attest, judge, except, end] = [useAct(governanceRoutes.attest), useAct(governanceRoutes.judgeAttestation), useAct(governanceRoutes.grantException), useAct(governanceRoutes.endException)]
  const status = statuses.find((one) => one === query['status'])
  const { of, initiative, find, from = '0', case: opened } = query
  const start = Number.isInteger(Number(from)) ? Math.max(0, Number(from)) : 0
  const [obligationId, initiativeId] = opened?.split('.') ?? []
  return (
    <CompliancePage
      library={useRead(governanceRoutes.readObligations, {})}
      cases={useRead(governanceRoutes.readComplianceCases, { query: { ...(of === undefined ? {} : { obligationId: of }), ...(initiative === undefined ? {} : { initiativeId: initiative }), ...(status === undefined ? {} : { status }), ...(find ? { search: find } : {}), ...(start === 0 ? {} : { from: start }) } })}
      one={useRead(governanceRoutes.readComplianceCases, { query: { obligationId, initiativeId } }, { enabled: obligationId !== undefined && initiativeId !== undefined })}
      canEdit={canEdit} canAct={!past}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : []}
      currency={session?.organisation.currency ?? 'GBP'} today={useToday()}
      asked={{ of, status, obligation: query['obligation'], initiative, case: opened, find, from }} onAsk={change}
      discuss={({ id }) => <Discuss subject={{ room: 'governance', kind: 'obligation', id }} />}
      acts={{
        add: (body) => add.run({ body }), change: ({ id, version }, given) => edit.run({ params: { id }, body: { version, ...given } }), retire: ({ id, version }, reason) => retire.run({ params: { id }, body: { version, reason } }),
        attest: (body) => attest.run({ body }), judge: ({ id, version }, given) => judge.run({ params: { id }, body: { version, ...given } }), except: (body) => except.run({ body }), end: ({ id, version }, reason) => end.run({ params: { id }, body: { version, reason } }),
      }}
    />
  )
}
