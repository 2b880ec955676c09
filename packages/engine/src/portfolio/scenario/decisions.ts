import type { InitiativeFacts, InitiativeState } from '../../demand/index.ts'
import type { PlanChange } from './plan.ts'

/**
 * What a selection decides, as changes of state: what is chosen and not yet funded is approved, what is not chosen and funded is put on hold.
 * Work that is closing, closed or stopped is left as it is, and so is every initiative that was no candidate.
 */
export function statesOfSelection(initiatives: readonly InitiativeFacts[], candidateIds: readonly string[], chosenIds: readonly string[]): readonly PlanChange[] {
  const [candidates, chosen] = [new Set(candidateIds), new Set(chosenIds)]
  return initiatives.flatMap(({ id, state }) => {
    if (!candidates.has(id)) return []
    const to = chosen.has(id) ? funding[state] : deferring[state]
    return to ? [{ kind: 'initiative', id, field: 'state', base: state, value: to, origin: 'selection' } as const] : []
  })
}

const funding: Readonly<Partial<Record<InitiativeState, InitiativeState>>> = { idea: 'approved', case: 'approved', on_hold: 'approved' }
const deferring: Readonly<Partial<Record<InitiativeState, InitiativeState>>> = { approved: 'on_hold', active: 'on_hold' }
