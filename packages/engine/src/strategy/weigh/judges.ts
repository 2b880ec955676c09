import { meanMetric, rankAgreement } from '../statistics/index.ts'
import type { Metric } from '../../kernel/index.ts'
import { unitsById, weightUnits, wholeWeights, type Weighed } from './units.ts'

/** The weights that one judge arrived at, by whatever way. */
export type Judge = { readonly id: string; readonly name: string; readonly weights: readonly Weighed[] }

/** Joint weights of several judges, with what they disagree on. */
export type JointWeights = {
  /** Empty where nobody has judged everything. */
  readonly weights: readonly Weighed[]
  readonly how: 'geometric' | 'arithmetic' | null
  readonly counted: readonly string[]
  /** Judges who have not judged every item, with what they left out: named and not counted. */
  readonly incomplete: readonly { readonly judgeId: string; readonly missing: readonly string[] }[]
  /** By item, the widest disagreement first: the agenda. Units of 10^-8. */
  readonly agenda: readonly { readonly id: string; readonly least: number; readonly greatest: number; readonly spread: number; readonly leastBy: string; readonly greatestBy: string }[]
  /** Total variation between each two judges, 0 to 1, the furthest apart first. */
  readonly apart: readonly { readonly a: string; readonly b: string; readonly distance: number }[]
  /** Mean Kendall τ-b over all pairs: 1 where all rank alike; undefined for fewer than two judges. */
  readonly agreement: Metric<number>
}

/** Joins judges: normalised geometric means where every weight is positive, else arithmetic means; disagreement stays visible. */
export function jointWeights(ids: readonly string[], judges: readonly Judge[]): JointWeights {
  const each = judges.map(({ id, weights }) => ({ id, units: unitsById(weights) }))
  const incomplete = each.map(({ id, units }) => ({ judgeId: id, missing: ids.filter((item) => !units.has(item)) })).filter(({ missing }) => missing.length > 0)
  const left = new Set(incomplete.map(({ judgeId }) => judgeId))
  const counted = each.filter(({ id }) => !left.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const of = (judge: { readonly units: ReadonlyMap<string, number> }, id: string): number => judge.units.get(id) ?? 0
  const positive = counted.every((judge) => ids.every((id) => of(judge, id) > 0))
  const how = counted.length === 0 || ids.length === 0 ? null : positive ? 'geometric' : 'arithmetic'
  const share = (id: string): number => {
    const values = counted.map((judge) => of(judge, id) / weightUnits)
    return how === 'geometric' ? Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length) : values.reduce((sum, value) => sum + value, 0) / values.length
  }
  const pairs = counted.flatMap((a, index) => counted.slice(index + 1).map((b) => ({ a, b })))
  return {
    weights: how === null ? [] : wholeWeights(ids.map((id) => ({ id, share: share(id) }))),
    how,
    counted: counted.map(({ id }) => id),
    incomplete,
    agenda: counted.length < 2 ? [] : ids.map((id) => spreadOf(id, counted.map((judge) => ({ by: judge.id, units: of(judge, id) })))).sort((x, y) => y.spread - x.spread || (x.id < y.id ? -1 : 1)),
    apart: pairs.map(({ a, b }) => ({ a: a.id, b: b.id, distance: ids.reduce((sum, id) => sum + Math.abs(of(a, id) - of(b, id)), 0) / 2 / weightUnits })).sort((x, y) => y.distance - x.distance),
    agreement: meanMetric(pairs.map(({ a, b }) => rankAgreement(ids.map((id) => [of(a, id), of(b, id)])))),
  }
}

function spreadOf(id: string, given: readonly { readonly by: string; readonly units: number }[]): JointWeights['agenda'][number] {
  const sorted = [...given].sort((a, b) => a.units - b.units)
  const [low, high] = [sorted[0], sorted.at(-1)]
  return { id, least: low?.units ?? 0, greatest: high?.units ?? 0, spread: (high?.units ?? 0) - (low?.units ?? 0), leastBy: low?.by ?? '', greatestBy: high?.by ?? '' }
}
