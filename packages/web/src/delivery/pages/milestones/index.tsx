import { deliveryRoutes } from '@throughline/contract/delivery'
import { strategyRoutes } from '@throughline/contract/strategy'
import { useFindInitiatives } from '../../../demand/index.ts'
import { Discuss } from '../../../governance/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useMoment, useRead } from '../../../wire/index.ts'
import type { MilestoneActs } from './acts.ts'
import { MilestonesPage } from './Page.tsx'

/** Read while the page’s code loads, or when its link is pointed at. */
export const prepare = readAhead(deliveryRoutes.readMilestones, { query: {} })

/** Strategic milestones. Which one is looked at stands in the address. */
export default function MilestonesRoute() {
  const session = useSignedIn()
  const past = isPast(useMoment())
  const [query, setQuery] = useAddressQuery()
  const canEdit = allows(session, 'edit_strategy') && !past
  const strategy = useRead(strategyRoutes.readStrategy, {})
  const initiatives = useFindInitiatives({ enabled: canEdit })
  return (
    <MilestonesPage
      reading={useRead(deliveryRoutes.readMilestones, { query: {} })} chosen={query['milestone']} onChoose={(milestone) => setQuery({ milestone })} acts={useMilestoneActs()} canEdit={canEdit}
      objectives={strategy.state === 'full' ? strategy.value.objectives : []} initiatives={initiatives}
      discuss={({ id }) => <Discuss subject={{ room: 'delivery', kind: 'strategic_milestone', id }} />}
    />
  )
}

function useMilestoneActs(): MilestoneActs {
  const [add, change, remove] = [useAct(deliveryRoutes.addMilestone), useAct(deliveryRoutes.changeMilestone), useAct(deliveryRoutes.removeMilestone)]
  return {
    add: (objectiveId, { contributors, ...entered }) => add.run({ body: { objectiveId, ...entered, contributors: [...contributors] } }),
    change: ({ id, version }, { contributors, ...entered }) => change.run({ params: { id }, body: { version, ...entered, contributors: [...contributors] } }),
    reached: ({ id, version }, reachedOn) => change.run({ params: { id }, body: { version, reachedOn } }),
    remove: ({ id, version }) => remove.run({ params: { id }, query: { version } }),
  }
}
