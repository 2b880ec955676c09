import type { OverlayChange, PlanFigures as WireFigures, PlanSummary, SavedSelection, Scenario, ScenarioItem } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { money } from '@throughline/engine/kernel'
import { planFigures, type Constraint, type Plan, type PlanFigures } from '@throughline/engine/portfolio'
import { refName } from './words.ts'
import type { KeptChange, ScenarioRow } from './store.ts'

/** The figures of a plan as they travel. */
export const figuresOf = (plan: Plan): WireFigures => toWire(planFigures(plan)) as unknown as WireFigures

/** The figures that a list shows. */
export const summaryOf = ({ initiatives, funded, cost, benefits, served }: PlanFigures): PlanSummary => toWire({ initiatives, funded, cost: cost.metric, benefits: benefits.metric, served: served.metric }) as unknown as PlanSummary

/** How the plan of record stands to a scenario: whether what changed since moves it, and whether its selection was computed from what has changed. */
export type PlanSince = { readonly moved: boolean; readonly stale: boolean }

/** The head of a scenario. */
export function headOf(row: ScenarioRow, { moved }: Pick<PlanSince, 'moved'>) {
  return {
    id: row.id, name: row.name, note: row.note, state: row.state, sharing: row.sharing, author: { id: row.author_id, name: row.created_by }, createdAt: row.created_at, changedAt: row.changed_at, baseAt: row.base_at,
    moved, changes: row.changes, forkOf: row.fork_of === null ? null : { id: row.fork_of, name: row.fork_name ?? '' }, decisionId: row.decision_id,
    proposedBy: row.proposed_name === null ? null : { id: row.proposed_by, name: row.proposed_name }, version: row.version,
  } satisfies Partial<Scenario>
}

/** A scenario as a line of the list. */
export function itemOf(row: ScenarioRow, since: PlanSince): ScenarioItem {
  const selection = selectionHead(row, since.stale)
  return { ...headOf(row, since), figures: row.figures as PlanSummary | null, selection: selection && { ...selection, chosen: (row.chosen as readonly string[]).length } }
}

/** The selection of a scenario with the names of today; null where it holds none. */
export function selectionOf(row: ScenarioRow, stale: boolean, plan: Plan): SavedSelection | null {
  const head = selectionHead(row, stale)
  if (!head) return null
  const byId = new Map(plan.initiatives.map(({ id, key, name }) => [id, { id, key, name }]))
  return { ...head, constraints: row.constraints as Constraint[], chosen: (row.chosen as string[]).map((id) => byId.get(id) ?? { id, key: '', name: 'Removed initiative' }) }
}

function selectionHead(row: ScenarioRow, stale: boolean): Omit<SavedSelection, 'constraints' | 'chosen'> | null {
  if (row.value_choice === null || row.currency === null) return null
  return {
    value: row.value_choice, valueUnit: row.value_choice === 'strategic' ? 'points' : 'money', candidates: row.candidates ?? 0,
    publication: row.publication_id && row.publication_title && row.publication_as_of ? { id: row.publication_id, title: row.publication_title, asOf: row.publication_as_of } : null,
    totalValue: Number(row.total_value), bound: Number(row.bound), totalCost: toWire(money(BigInt(row.total_cost_minor ?? 0), row.currency)), gap: row.gap, proved: row.proved ?? false, amounts: 'shown',
    stale, decides: row.decides,
  }
}

/** Changes with the names of what they are about. */
export const overlayOf = (changes: readonly KeptChange[], ...plans: readonly Plan[]): OverlayChange[] => changes.map(({ kind, id, field, base, value, origin, by, at }) => ({ kind, id, field, name: refName({ kind, id }, ...plans), base, value, origin, by, at }))

/** What the approval has to keep: the constraints of a selection that decides; one that decides nothing binds nothing. */
export const selectionToKeep = (row: ScenarioRow) => (row.decides && row.value_choice !== null ? { value: row.value_choice, constraints: row.constraints as Constraint[], narrowedTo: row.narrowed_to } : null)
