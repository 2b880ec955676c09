import { known, mapMetric, missing, numberFigure, undefinedBecause, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'
import { unitsById, weightUnits, type Weighed } from '../../strategy/index.ts'
import type { Criterion } from './facts.ts'
import { valueOf, type Raw } from './value.ts'

/** What a criterion read of an initiative, with where it comes from. */
export type Reading = Explained<Raw>
/** One criterion of a score: what was read, and its value from 0 to 100. */
export type ScorePart = { readonly criterionId: string; readonly raw: Reading; readonly value: Metric<number>; readonly beyond: boolean }
/** The score of an initiative, 0 to 100; where something is not known it is undefined and lies between `low` and `high`. */
export type CriteriaScore = { readonly total: Explained<number>; readonly low: number; readonly high: number; readonly parts: readonly ScorePart[] }

/**
 * The additive value Σ w·v of an initiative (criteria-score, F-MCDA-3), v from 0 to 100. What is missing counts neither as 0 nor as
 * 100: the score is an interval from all of it being worst to all of it being best.
 */
export function criteriaScore(criteria: readonly Criterion[], weights: readonly Weighed[], readings: ReadonlyMap<string, Reading>): CriteriaScore {
  const units = unitsById(weights)
  const parts = criteria.map((criterion) => partOf(criterion, readings.get(criterion.id) ?? absent(criterion.name)))
  const all = parts.map((part, at) => ({ part, criterion: criteria[at] as Criterion, share: (units.get(part.criterionId) ?? 0) / weightUnits }))
  const weighed = all.filter(({ share }) => share > 0)
  const sum = (unknown: number): number => tidy(weighed.reduce((total, { part, share }) => total + share * (part.value.status === 'ok' ? part.value.value : unknown), 0))
  const metric = totalMetric(weighed.map(({ part, criterion }) => ({ metric: part.value, name: criterion.name })), sum(0))
  const [low, high] = [sum(0), sum(100)]
  const terms = all.map(({ part, criterion, share }) => partTerm(criterion, part, share)).sort((a, b) => size(b) - size(a))
  const note = metric.status === 'ok' || weighed.length === 0 ? {} : { note: `Between ${digits(low)} and ${digits(high)}, whatever is not known` }
  return { total: { metric, why: { term: 'Score', figure: mapMetric(metric, points), formula: 'criteria-score', ...note, terms } }, low, high, parts }
}

function partOf({ id, scale }: Criterion, raw: Reading): ScorePart {
  if (raw.metric.status !== 'ok') return { criterionId: id, raw, value: raw.metric, beyond: false }
  const found = valueOf(scale, raw.metric.value)
  return found ? { criterionId: id, raw, value: known(found.value), beyond: found.beyond } : { criterionId: id, raw, value: missing(`a value for ${raw.metric.value}`), beyond: false }
}

function totalMetric(values: readonly { readonly metric: Metric<number>; readonly name: string }[], total: number): Metric<number> {
  if (values.length === 0) return missing('weights')
  const names = values.flatMap(({ metric, name }) => (metric.status === 'ok' ? [] : [name]))
  if (names.length === 0) return known(total)
  return values.some(({ metric }) => isWithheld(metric)) ? undefinedBecause('WITHHELD') : missing(...names)
}

/** Whether who asks may not see it, so that it is neither missing nor nothing. */
export const isWithheld = (metric: Metric<unknown>): boolean => metric.status === 'undefined' && metric.reason === 'WITHHELD'

function partTerm({ name }: Criterion, { raw, value, beyond }: ScorePart, share: number): Explanation {
  return {
    term: name, figure: mapMetric(value, (one) => points(share * one)), ...(beyond ? { note: 'Beyond the scale: the value of its nearer end' } : {}),
    terms: [{ term: 'Value on the scale', figure: mapMetric(value, points), terms: [raw.why] }, { term: 'Weight', figure: known(numberFigure(share, 'ratio')) }],
  }
}

const points = (value: number) => numberFigure(value, 'score')
const absent = (name: string): Reading => ({ metric: missing(name), why: { term: name, figure: missing(name) } })
const size = ({ figure }: Explanation): number => (figure.status === 'ok' && figure.value.kind === 'number' ? figure.value.value : -1)
/** Twelve digits, so that what is equal stays equal in whatever order it was added. */
const tidy = (value: number): number => Number(value.toPrecision(12))
const digits = (value: number): string => String(Math.round(value * 10) / 10)

/** The best and the worst rank that an initiative can have, from 1; equal scores share a rank. */
export type RankInterval = { readonly best: number; readonly worst: number }
/** Ranks of intervals: nobody is surely ahead of one whose interval overlaps. Known scores have one rank. */
export function rankIntervals(scores: readonly { readonly id: string; readonly low: number; readonly high: number }[]): ReadonlyMap<string, RankInterval> {
  const [lows, highs] = [scores.map(({ low }) => low).sort((a, b) => b - a), scores.map(({ high }) => high).sort((a, b) => b - a)]
  return new Map(scores.map(({ id, low, high }) => [id, { best: 1 + above(lows, high), worst: 1 + above(highs, low) - (high > low ? 1 : 0) }]))
}

/** How many of some numbers, the greatest first, lie above one. */
function above(sorted: readonly number[], bound: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) > bound) from = middle + 1
    else to = middle
  }
  return from
}
