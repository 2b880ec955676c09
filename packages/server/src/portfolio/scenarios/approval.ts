import type { ApprovalProblem, PlanChangeList } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { money } from '@throughline/engine/kernel'
import { applyOverlay, caseOfPlan, differencesBetween, explainChange, isFunded, planProblems, rebase, type Constraint, type Plan, type PlanChange, type PlanProblem, type ValueChoice } from '@throughline/engine/portfolio'
import { narrowedTo } from '../candidates.ts'
import { checkChosen } from './acts/save-selection.ts'
import { seenHash, type DatedPlan } from './plan.ts'
import { conflictWords, refName } from './words.ts'

/** A scenario as an approval sees it. */
export type Proposed = { readonly changes: readonly PlanChange[]; readonly selection: { readonly value: ValueChoice; readonly constraints: readonly Constraint[]; readonly narrowedTo: readonly string[] | null } | null }
/** What approving would do: the plan after it, what differs, and everything that keeps it from being done. `seen` names what is shown. */
export type Approving = { readonly clean: readonly PlanChange[]; readonly after: DatedPlan; readonly list: PlanChangeList; readonly problems: readonly ApprovalProblem[]; readonly seen: string }

/** Everything that approving changes and everything that is wrong with it, at once: conflicts, unsound dates, circles, constraints that no longer hold. */
export function approvalOf(basis: DatedPlan, now: DatedPlan, { changes, selection }: Proposed, today: string): Approving {
  const carried = rebase(basis, now, changes)
  const after: DatedPlan = { ...applyOverlay(now, carried.clean), positionOn: now.positionOn }
  const list = changeList(now, after)
  const names = new Map([...basis.initiatives, ...after.initiatives].map(({ id, name }) => [id, name]))
  const problems = [
    ...carried.conflicts.map((conflict) => ({ code: 'conflict', ids: [conflict.change.id, ...conflict.ids], words: conflictWords(conflict, refName(conflict.change, after, basis)) })),
    ...planProblems(after, carried.clean).map((problem) => problemOf(problem, names)),
    ...(selection ? constraintProblems(after, selection, today) : []),
    ...(carried.clean.length === 0 && carried.conflicts.length === 0 ? [{ code: 'nothing_left', ids: [], words: 'The plan of record says all of this already.' }] : []),
  ]
  return { clean: carried.clean, after, list, problems, seen: seenHash([list.items, problems]) }
}

/** Everything in which two plans differ, as it travels. */
export function changeList(from: Plan, to: Plan): PlanChangeList {
  const items = differencesBetween(from, to)
  const zero = money(0n, to.currency)
  return toWire({ items, cost: explainChange('Change of the cost of funded work', items, 'cost', zero), benefits: explainChange('Change of the benefits of funded work', items, 'benefits', zero) }) as PlanChangeList
}

/** A problem of a plan in words, with what it is about. */
export function problemOf({ code, ids, found, expected }: PlanProblem, names: ReadonlyMap<string, string>): ApprovalProblem {
  const about = code === 'name_blank' || code === 'end_before_start' || code === 'unit_unknown' ? `${names.get(ids[0] ?? '') || 'An added initiative'}: found` : 'Found'
  return { code, ids: [...ids], words: `${about} ${found}; expected ${expected}.` }
}

/** The constraints of the selection, kept by what is funded now: all candidates that the plan after the approval pays for. */
function constraintProblems(after: DatedPlan, { value, constraints, narrowedTo: ids }: NonNullable<Proposed['selection']>, today: string): readonly ApprovalProblem[] {
  const { input } = caseOfPlan(narrowedTo(after, ids), value, after.positionOn ?? today)
  const funded = new Set(after.initiatives.filter(isFunded).map(({ id }) => id))
  const candidates = new Set(input.candidates.map(({ id }) => id))
  const known = constraints.filter((constraint) => !namesStranger(constraint, candidates))
  const checked = checkChosen({ ...input, constraints: known }, [...funded].filter((id) => candidates.has(id)))
  if (checked.ok) return []
  const { reason, constraint, found, expected } = checked.refusal.values ?? {}
  return [{ code: 'constraint_broken', ids: [], words: typeof reason === 'string' ? reason : `${String(constraint)}: found ${String(found)}, expected ${String(expected)}.` }]
}

/** A pin on what is no candidate any more has nothing left to hold. */
const namesStranger = (constraint: Constraint, candidates: ReadonlySet<string>): boolean => 'candidateId' in constraint && !candidates.has(constraint.candidateId)
