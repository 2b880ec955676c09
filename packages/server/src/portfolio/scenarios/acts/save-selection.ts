import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { amountInWords, caseOfPlan, keepChosen, planFigures, refusalOf, statesOfSelection, tightest, type BrokenDemand, type Constraint, type Selection, type SelectionInput, type ValueChoice } from '@throughline/engine/portfolio'
import type { PortfolioRefusal } from '@throughline/contract/portfolio'
import { newId, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { candidatesAsked, narrowedTo } from '../../candidates.ts'
import { inputHash } from '../../case.ts'
import { proveBound, type ProofWatch } from '../../proof.ts'
import { reasonOf } from '../../reason.ts'
import { soundConstraints } from '../../sound-constraints.ts'
import { readPublications } from '../../../demand/index.ts'
import { changeOf } from '../change.ts'
import { instantOf, readPlanAt, scenarioPlan, type DatedPlan } from '../plan.ts'
import { summaryOf } from '../present.ts'
import { addScenario, scenarioNamed, updateFigures, writeChanges } from '../store.ts'

export type ScenarioToSave = { readonly name: string; readonly note: string; readonly value: ValueChoice; readonly constraints: readonly Constraint[]; readonly chosen: readonly string[]; readonly ask?: string; readonly decides: boolean; readonly sharing: 'private' | 'everyone' }

/** Who follows a scenario being saved: its id where it is known beforehand, how far it is, and the wish to stop. */
export type Following = ProofWatch & { readonly id?: string }

/**
 * Saves a selection as a scenario. The server takes nothing on trust: it reads the plan as it is now, checks the chosen set against every
 * constraint, and proves the bound again. A plan that breaks a constraint is refused with the one it breaks. What was chosen becomes
 * changes of state, unless it is not to decide. Null where it was stopped; nothing is written then.
 */
export async function saveScenario(db: Db, actor: Actor, scenario: ScenarioToSave, today: string, { id = newId(), ...watch }: Following = {}): Promise<Result<string, PortfolioRefusal> | null> {
  const sound = soundConstraints(scenario.constraints)
  if (!sound.ok) return sound
  const at = await instantOf(db, actor)
  const narrowed = await withOrg(db, actor, (tx) => candidatesAsked(tx, scenario.value, scenario.ask), { knownAt: at })
  if (!narrowed.ok) return narrowed
  const basis = await readPlanAt(db, actor, at)
  const proved = await prove(narrowedTo(basis, narrowed.value), scenario, sound.value, today, watch)
  if (!proved?.ok) return proved
  const { standing, columns } = proved.value
  const changes = scenario.decides ? statesOfSelection(basis.initiatives, standing.candidates.map(({ id }) => id), scenario.chosen) : []
  return writeAs<Result<string, PortfolioRefusal>>(db, actor, 'portfolio.save-scenario', async (tx, record) => {
    if (await scenarioNamed(tx, scenario.name)) return refuse({ code: 'scenario_name_taken', values: { name: scenario.name } })
    const latest = (await readPublications(tx)).at(-1)
    const publication = { publication_id: latest?.id ?? null, publication_title: latest?.title ?? null, publication_as_of: latest?.asOf ?? null }
    await addScenario(tx, { org_id: actor.orgId, id, name: scenario.name, note: scenario.note, sharing: scenario.sharing, author_id: actor.accountId, created_by: actor.name, base_at: at, selected_at: at, decides: scenario.decides, changes: changes.length, ...publication, ...columns, narrowed_to: narrowed.value ? [...narrowed.value] : null })
    await writeChanges(tx, actor, id, [], changes)
    await updateFigures(tx, id, summaryOf(planFigures(scenarioPlan(basis, changes, { name: scenario.name, changed_at: at }))))
    await record(await changeOf(tx, id, { before: null, after: { name: scenario.name, value: scenario.value, constraints: scenario.constraints.length, chosen: scenario.chosen.length, totalValue: columns.total_value, totalCost: columns.total_cost_minor, proved: columns.proved, changes: changes.length } }))
    return ok(id)
  })
}

/** The selection checked and proved, as columns; null where it was stopped. */
async function prove(basis: DatedPlan, scenario: ScenarioToSave, constraints: readonly Constraint[], today: string, watch: ProofWatch) {
  const { input: standing } = caseOfPlan(basis, scenario.value, basis.positionOn ?? today)
  const all: SelectionInput = { ...standing, constraints }
  const refusal = refusalOf(all)
  if (refusal) return refuse<PortfolioRefusal>({ code: 'selection_invalid', values: { reason: reasonOf(refusal) } })
  const input: SelectionInput = { ...all, constraints: tightest(all.constraints) }
  const checked = checkChosen(input, scenario.chosen)
  if (!checked.ok) return checked
  const best = await proveBound(input, watch)
  if (!best?.ok) return best
  const { value, cost } = checked.value
  const bound = Math.max(best.value.bound, value)
  const proved = bound === value
  const columns = {
    value_choice: scenario.value, currency: basis.currency, input_hash: inputHash(standing), constraints: scenario.constraints, chosen: [...scenario.chosen].sort(), candidates: standing.candidates.length, total_value: String(value), total_cost_minor: String(cost),
    bound: String(bound), gap: proved ? 0 : value === 0 ? null : (bound - value) / Math.abs(value), proved, certificate: best.value.certificate,
  }
  return ok({ standing, columns })
}

/** The chosen set with its totals, provided that it keeps every constraint. */
export function checkChosen(input: SelectionInput, chosen: readonly string[]): Result<Pick<Selection, 'value' | 'cost'>, PortfolioRefusal> {
  const candidates = new Set(input.candidates.map(({ id }) => id))
  const unknown = chosen.find((id) => !candidates.has(id))
  if (unknown) return refuse({ code: 'selection_invalid', values: { reason: `Found ${unknown} among the chosen; it is no candidate now. Select again.` } })
  const kept = keepChosen(input, chosen)
  return kept.ok ? kept : refuse({ code: 'selection_breaks_constraint', values: brokenValues(input, kept.refusal, new Set(chosen).size) })
}

/** What was found against the constraint: the amount used against its limit, where it measures one. */
function brokenValues({ currency }: SelectionInput, { constraint, words, measured }: BrokenDemand, chosen: number): Readonly<Record<string, string>> {
  if (!measured) return { constraint: words, found: `${chosen} initiatives that do not keep it`, expected: 'a set that keeps it' }
  const inWords = (amount: number): string => (moneyKinds.has(constraint.kind) ? amountInWords(amount, currency) : String(amount))
  return { constraint: words, found: inWords(measured.used), expected: `${leastKinds.has(constraint.kind) ? 'at least' : 'at most'} ${inWords(measured.limit)}` }
}
const moneyKinds: ReadonlySet<Constraint['kind']> = new Set(['totalBudget', 'yearlyBudget', 'departmentCap'])
const leastKinds: ReadonlySet<Constraint['kind']> = new Set(['atLeastK', 'objectiveFloor', 'minimumShare'])
