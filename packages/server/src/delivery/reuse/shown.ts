import { componentState, type ComponentState } from '@throughline/engine/delivery'
import { workOfDeliverable } from '@throughline/engine/governance'
import type { CivilDate } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import type { DeliverableSource } from './deliverable-source.ts'
import { readComponents, type ShownComponent } from './store.ts'

/** Components of initiatives that were not removed, with the deliverables that they are. */
export async function readShown(tx: Tx, readDeliverables: DeliverableSource): Promise<readonly ShownComponent[]> {
  const components = await readComponents(tx)
  const ids = [...new Set(components.flatMap(({ deliverable_id }) => deliverable_id ?? []))]
  const deliverables = new Map(ids.length === 0 ? [] : (await readDeliverables(tx, ids)).map((one) => [one.id, one]))
  return components.map((one) => ({ ...one, deliverable: deliverables.get(one.deliverable_id ?? '') ?? null }))
}

/** How far a component is: as its deliverable tells, or else its work, or else its day. */
export const stateOf = ({ available_on: availableOn, task_state, deliverable, withdrawn }: ShownComponent, today: CivilDate): ComponentState => componentState({ availableOn, work: deliverable ? workOfDeliverable(deliverable) : task_state, withdrawn: withdrawn !== null }, today)
