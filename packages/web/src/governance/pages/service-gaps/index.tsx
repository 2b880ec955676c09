import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useFindInitiatives } from '../../../demand/index.ts'
import { useToday } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { isPast, keyOf, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import { ServiceGapsPage } from './Page.tsx'

export const prepare = readAhead(governanceRoutes.readServiceGaps, {})

/** What objectives need of the PMO, where it falls short, and the steps that close it. */
export default function ServiceGapsRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const answers = { answers: () => keyOf(governanceRoutes.readServiceGaps, {}) }
  const [judge, need] = [useAct(governanceRoutes.judgeCapability, answers), useAct(governanceRoutes.stateServiceNeed, answers)]
  const [plan, change, drop] = [useAct(governanceRoutes.planServiceStep, answers), useAct(governanceRoutes.changeServiceStep, answers), useAct(governanceRoutes.dropServiceStep, answers)]
  const canEdit = allows(session, 'edit_strategy') && !past
  const members = useRead(peopleRoutes.listMembers, {}, { enabled: canEdit })
  const initiatives = useFindInitiatives({ enabled: canEdit })
  return (
    <ServiceGapsPage
      reading={useRead(governanceRoutes.readServiceGaps, {})} canEdit={canEdit}
      choices={{ members: members.state === 'full' ? members.value.filter(({ service }) => !service).map(({ id, name }) => ({ id, name })) : [], initiatives, today: useToday() }}
      acts={{
        judge: (body) => judge.run({ body }), need: (body) => need.run({ body }), plan: (body) => plan.run({ body }),
        change: ({ id, version }, given) => change.run({ params: { id }, body: { version, ...given } }), drop: ({ id, version }, reason) => drop.run({ params: { id }, body: { version, reason } }),
      }}
    />
  )
}
