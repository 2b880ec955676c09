import { mapMetric, numberFigure, type Explained } from '../../kernel/index.ts'
import { rankAgreement, unitsById, weightUnits, type Weighed } from '../../strategy/index.ts'

/** An initiative that is scored in full: its value from 0 to 100 by criterion. */
export type ScoredFully = { readonly id: string; readonly values: ReadonlyMap<string, number> }

/** How far a weight can move, the others keeping their proportions, until another initiative takes over the first place. */
export type WeightSensitivity = {
  readonly criterionId: string
  readonly weight: number
  /** The weights between which the first stays first, ends included; who takes over beyond each, null where nobody does. */
  readonly stays: { readonly low: number; readonly high: number; readonly below: string | null; readonly above: string | null }
  /** Agreement of ranks with those of now, ten points less and ten points more; the lesser of both. */
  readonly agreement: Explained<number>
}

/** Ranks that are held against each other; agreement counts pairs, and there are as many pairs as their square. */
export const mostCompared = 200
const step = 0.1

/**
 * Sensitivity of the order to each weight (criteria-sensitivity). With the others in proportion every score is a straight line in the
 * weight, so that the bounds are exact; none where fewer than two initiatives are scored in full, or one criterion has all the weight.
 */
export function weightSensitivity(weights: readonly Weighed[], scored: readonly ScoredFully[]): readonly WeightSensitivity[] {
  const units = unitsById(weights)
  if (scored.length < 2) return []
  const now = (one: ScoredFully): number => [...units].reduce((sum, [id, each]) => sum + (each / weightUnits) * (one.values.get(id) ?? 0), 0)
  const ordered = scored.map((one) => ({ one, total: now(one) })).sort((a, b) => b.total - a.total || (a.one.id < b.one.id ? -1 : 1))
  return weights.flatMap(({ id, units: own }) => (own >= weightUnits ? [] : [sensitivityOf(id, own / weightUnits, ordered)]))
}

type Ordered = readonly { readonly one: ScoredFully; readonly total: number }[]

function sensitivityOf(criterionId: string, weight: number, ordered: Ordered): WeightSensitivity {
  // total = w·v + (1 − w)·rest, so rest = (total − w·v)/(1 − w).
  const lines = ordered.map(({ one, total }) => {
    const value = one.values.get(criterionId) ?? 0
    return { id: one.id, value, rest: (total - weight * value) / (1 - weight) }
  })
  const at = (line: (typeof lines)[number], w: number): number => w * line.value + (1 - w) * line.rest
  const compared = lines.slice(0, mostCompared)
  const against = (w: number) => rankAgreement(compared.map((line) => [round(at(line, weight)), round(at(line, w))]))
  const both = [against(Math.max(0, weight - step)), against(Math.min(1, weight + step))]
  const least = both.reduce((worst, each) => (worst.status !== 'ok' || each.status !== 'ok' ? (worst.status === 'ok' ? each : worst) : each.value < worst.value ? each : worst))
  const names = ['Ten points less', 'Ten points more']
  return {
    criterionId, weight, stays: staysFirst(lines, weight),
    agreement: { metric: least, why: { term: 'Agreement of ranks, ten points more or less', figure: mapMetric(least, (value) => numberFigure(value)), formula: 'criteria-sensitivity', note: `Kendall’s τ-b of the first ${compared.length}`, terms: both.map((metric, index) => ({ term: names[index] ?? '', figure: mapMetric(metric, (value) => numberFigure(value)) })) } },
  }
}

function staysFirst([first, ...others]: readonly { readonly id: string; readonly value: number; readonly rest: number }[], weight: number): WeightSensitivity['stays'] {
  let stays: WeightSensitivity['stays'] = { low: 0, high: 1, below: null, above: null }
  if (!first) return stays
  for (const other of others) {
    // first − other = w·a + (1 − w)·b, which is 0 at w = b/(b − a).
    const [a, b] = [round(first.value - other.value), round(first.rest - other.rest)]
    if (a === b || (a >= 0 && b >= 0)) continue
    const cut = Math.min(1, Math.max(0, b / (b - a)))
    if (a > b && cut > stays.low) stays = { ...stays, low: Math.min(cut, weight), below: other.id }
    if (a < b && cut < stays.high) stays = { ...stays, high: Math.max(cut, weight), above: other.id }
  }
  return stays
}

const round = (value: number): number => Math.round(value * 1e9) / 1e9
