import type { SelectionCase } from '@throughline/contract/portfolio'
import type { Candidate, Constraint, SelectionRefusal, Verdict } from '@throughline/engine/portfolio'
import type { Format } from '../format/index.ts'

export type ValueChoice = SelectionCase['value']
export type ValueUnit = SelectionCase['valueUnit']

/** What a selection maximises. */
export const valueWords: Readonly<Record<ValueChoice, { readonly name: string; readonly about: string }>> = {
  benefits: { name: 'Benefits', about: 'Whole-life monetised benefits' },
  net: { name: 'Net value', about: 'Whole-life monetised benefits less whole-life cost, undiscounted' },
  strategic: { name: 'Strategic value', about: 'Weighted contribution to the objectives, in points: 10,000 for full alignment' },
}
export const valueChoices = Object.keys(valueWords) as readonly ValueChoice[]

/** An amount of value: money in short, or points. `amount` is in minor units or points. */
export function valueText(amount: number, unit: ValueUnit, currency: string, format: Format): string {
  return unit === 'points' ? `${format.number(amount, 0)} points` : format.moneyShort({ minor: String(Math.round(amount)), currency })
}

/** A cost in whole minor units, in short. */
export const costText = (minor: number, currency: string, format: Format): string => format.moneyShort({ minor: String(Math.round(minor)), currency })

/** Why a candidate is in or out, in two or three words. */
export const becauseWords: Readonly<Record<Verdict['because'], string>> = {
  worth_its_place: 'Worth its place',
  pinned_in: 'Pinned in',
  needed_by_others: 'Needed by others',
  pinned_out: 'Pinned out',
  not_worth_its_place: 'Others are worth more',
  no_value: 'Adds no value',
  cannot_fit: 'Cannot fit',
}

/** The sort of demand a constraint makes, as a heading. */
export const constraintWords: Readonly<Record<Constraint['kind'], string>> = {
  totalBudget: 'Total budget', yearlyBudget: 'Budget of a year', departmentCap: 'Cap of a department', mustInclude: 'Pinned in', mustExclude: 'Pinned out', dependency: 'Needs', dependencyAny: 'Needs one of',
  exclusion: 'At most one of', atMostK: 'At most so many of', atLeastK: 'At least so many of', objectiveFloor: 'Least for an objective', minimumShare: 'Least share of a department', maximumChange: 'Most changes',
}

/** Why nothing could be computed, for the person who set the levers. */
export function refusalWords(refusal: SelectionRefusal, nameOf: (id: string) => string): string {
  switch (refusal.code) {
    case 'constraints_conflict':
      return refusal.conflict.words
    case 'no_plan_found':
      return `No portfolio that keeps every constraint was found within the effort (${refusal.workUnits} units), and none was ruled out. Run it on the server, or loosen a constraint.`
    case 'candidate_twice':
      return `${nameOf(refusal.candidateId)} is listed twice.`
    case 'candidate_unknown':
      return `${refusal.namedBy} names an initiative that is no candidate here (${refusal.candidateId}). It may have been removed or may lack a figure.`
    case 'amount_not_whole':
      return `${refusal.field}${refusal.candidateId ? ` of ${nameOf(refusal.candidateId)}` : ''}: found ${refusal.found}; expected whole minor units.`
    case 'amount_negative':
      return `${refusal.field}${refusal.candidateId ? ` of ${nameOf(refusal.candidateId)}` : ''}: found ${refusal.found}; expected zero or more.`
    case 'amounts_too_large':
      return `The amounts of ${refusal.field} sum to ${refusal.sum}, beyond what can be reckoned exactly (${refusal.limit}).`
    case 'percent_out_of_range':
      return `Found a share of ${refusal.found} per cent; expected 0 to 100.`
  }
}

/** The names of candidates by id; an id that is none stands for itself. */
export function namesOf(candidates: readonly Candidate[]): (id: string) => string {
  const names = new Map(candidates.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}
