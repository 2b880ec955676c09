import { deliveryRoutes } from '@throughline/contract/delivery'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useState } from 'react'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { usePathParams } from '../../../shell/address.ts'
import { isPast, keyOf, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { Discuss } from '../../discussion/Discuss.tsx'
import { DeliverablePage } from './Page.tsx'

/** One deliverable: what it is held against, what reviews found, and whether it is accepted. */
export default function DeliverableRoute() {
  const id = usePathParams()['id'] ?? ''
  const session = useSignedIn()
  const past = isPast(useMoment())
  const params = { id }
  const reading = useRead(governanceRoutes.readDeliverable, { params })
  const edits = allows(session, 'edit_initiative') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: edits })
  const [changing, setChanging] = useState(false)
  const of = { params: { id: reading.state === 'full' ? reading.value.initiative.id : '' } }
  const enabled = edits && changing && reading.state === 'full'
  const milestones = useRead(deliveryRoutes.listTasks, { ...of, query: { kind: 'milestone', limit: 500 } }, { enabled })
  const method = useRead(governanceRoutes.readInitiativeConformance, { ...of, query: {} }, { enabled })
  const answers = { answers: () => keyOf(governanceRoutes.readDeliverable, { params }) }
  const [change, agree, review, report, dismiss] = [useAct(governanceRoutes.changeDeliverable, answers), useAct(governanceRoutes.agreeCriteria, answers), useAct(governanceRoutes.recordQualityReview, answers), useAct(governanceRoutes.reportDefect, answers), useAct(governanceRoutes.dismissDefect, answers)]
  const [rework, decide, meet, reopen, withdraw] = [useAct(governanceRoutes.recordRework, answers), useAct(governanceRoutes.decideAcceptance, answers), useAct(governanceRoutes.meetCondition, answers), useAct(governanceRoutes.reopenDeliverable, answers), useAct(governanceRoutes.withdrawDeliverable, answers)]
  return (
    <DeliverablePage
      reading={reading} past={past} today={useToday()} onChanging={() => setChanging(true)} discuss={<Discuss subject={{ room: 'governance', kind: 'deliverable', id }} />}
      members={members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id: account, name }) => ({ id: account, name })) : []}
      choices={{ milestones: milestones.state === 'full' ? milestones.value.tasks.map(({ id: task, name }) => ({ id: task, name })) : [], elements: method.state === 'full' ? method.value.elements.map(({ element: { key, name } }) => ({ key, name })) : [] }}
      acts={{
        change: ({ version }, given) => change.run({ params, body: { version, ...given } }), agree: ({ version }, on) => agree.run({ params, body: { version, on } }), review: ({ version }, given) => review.run({ params, body: { version, ...given } }), report: ({ version }, given) => report.run({ params, body: { version, ...given } }),
        dismiss: ({ version }, defectId, words) => dismiss.run({ params: { id, defectId }, body: { version, words } }), rework: ({ version }, given) => rework.run({ params, body: { version, ...given } }), decide: ({ version }, decision) => decide.run({ params, body: { version, decision } }),
        meet: ({ version }, conditionId, words) => meet.run({ params: { id, conditionId }, body: { version, words } }), reopen: ({ version }, words) => reopen.run({ params, body: { version, words } }), withdraw: ({ version }, words) => withdraw.run({ params, body: { version, words } }),
      }}
    />
  )
}
