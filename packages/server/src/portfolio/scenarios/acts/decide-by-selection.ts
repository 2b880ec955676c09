import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { caseOfPlan, planFigures, refKey, statesOfSelection, type PlanChange } from '@throughline/engine/portfolio'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { narrowedTo } from '../../candidates.ts'
import { changeOf } from '../change.ts'
import { scenarioPlan } from '../plan.ts'
import { closedRefusal } from '../policy.ts'
import { summaryOf } from '../present.ts'
import { lockScenario, readChanges, updateScenario, writeChanges } from '../store.ts'
import { openBasis } from './change-overlay.ts'

/** Lets the selection decide on states, or takes its decisions back; a state that a person has set stays as it was set. */
export async function decideBySelection(db: Db, actor: Actor, id: string, { version, on }: { readonly version: number; readonly on: boolean }, today: string): Promise<Result<string, ScenarioRefusal | WireRefusal>> {
  const opened = await openBasis(db, actor, id)
  if (!opened) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
  return writeAs<Result<string, ScenarioRefusal | WireRefusal>>(db, actor, 'portfolio.decide-by-selection', async (tx, record) => {
    const found = await expectVersion(tx, await lockScenario(tx, id), { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const row = found.value
    const closed = closedRefusal(row)
    if (closed) return closed
    if (row.value_choice === null) return refuse({ code: 'selection_absent', values: { name: row.name } })
    const { basis } = opened
    const before = await readChanges(tx, id)
    const entered: readonly PlanChange[] = before.filter(({ origin }) => origin === 'entered')
    const set = new Set(entered.map(refKey))
    const candidates = caseOfPlan(narrowedTo(basis, row.narrowed_to), row.value_choice, basis.positionOn ?? today).input.candidates.map((candidate) => candidate.id)
    const decided = on ? statesOfSelection(basis.initiatives, candidates, row.chosen as readonly string[]).filter((change) => !set.has(refKey(change))) : []
    const after = [...entered, ...decided]
    await writeChanges(tx, actor, id, before, after)
    await updateScenario(tx, id, { state: 'draft', decides: on, changes: after.length, figures: summaryOf(planFigures(scenarioPlan(basis, after, row))) })
    await record(await changeOf(tx, id, { before: { selectionDecides: row.decides, changes: before.length }, after: { selectionDecides: on, changes: after.length } }))
    return ok(id)
  })
}
