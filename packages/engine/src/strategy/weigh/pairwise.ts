import { known, mapMetric, notApplicable, numberFigure, ok, ratio, type Explained, type Metric, type Result } from '../../kernel/index.ts'
import { complete } from './completion.ts'
import { principal } from './eigenvector.ts'
import { readJudgements, type Judgement } from './judgements.ts'
import { randomIndex, type RandomIndexTable } from './random-index.ts'
import type { WeighRefusal } from './refusal.ts'
import { wholeWeights, type Weighed } from './units.ts'

/** The consistency ratio up to which judgements are taken as consistent (Saaty 1980). */
export const mostInconsistency = 0.1

/** Weights from comparisons in pairs, and how far the comparisons agree with one another. */
export type PairwiseWeights = {
  readonly weights: readonly Weighed[]
  /** Weights as they come out, before they are cut to eight digits. */
  readonly exact: readonly number[]
  readonly greatestEigenvalue: number
  readonly consistencyIndex: Metric<number>
  readonly consistency: Explained<number>
  readonly consistent: boolean
  /** Comparisons nobody made, as the others imply them. */
  readonly completed: readonly Judgement[]
  /** The comparison that was made and lies furthest from the weights: the first to talk about. */
  readonly furthest: (Judgement & { readonly implied: number }) | null
}

/** Weights by the principal eigenvector (F-MCDA-1), with the consistency ratio by a named table; not applicable up to two items. */
export function pairwiseWeights(ids: readonly string[], judgements: readonly Judgement[], table: RandomIndexTable): Result<PairwiseWeights, WeighRefusal> {
  const read = readJudgements(ids, judgements)
  if (!read.ok) return read
  const n = ids.length
  const { matrix, completed } = complete(read.value)
  const { value, vector } = principal(matrix)
  const index: Metric<number> = n <= 2 ? notApplicable : known(Math.max(0, (value - n) / (n - 1)))
  const among = n <= 2 ? notApplicable : randomIndex(table, n)
  const metric = index.status === 'ok' && among.status === 'ok' ? ratio(index.value, among.value) : index.status === 'ok' ? among : index
  return ok({
    weights: wholeWeights(ids.map((id, at) => ({ id, share: vector[at] ?? 0 }))),
    exact: vector,
    greatestEigenvalue: value,
    consistencyIndex: index,
    consistency: explained(metric, index, among, value, table),
    consistent: metric.status === 'ok' ? metric.value <= mostInconsistency : n <= 2,
    completed: completed.map(({ row, column, ratio: implied }) => ({ a: ids[row] ?? '', b: ids[column] ?? '', ratio: implied })),
    furthest: furthestOf(ids, judgements, vector),
  })
}

function explained(metric: Metric<number>, index: Metric<number>, among: Metric<number>, eigenvalue: number, table: RandomIndexTable): Explained<number> {
  const figure = (each: Metric<number>) => mapMetric(each, (value) => numberFigure(value, 'ratio'))
  const terms = [
    { term: 'Consistency index', figure: figure(index), terms: [{ term: 'Greatest eigenvalue', figure: known(numberFigure(eigenvalue)) }] },
    { term: `Random index, ${table.replaceAll('_', ' ')}`, figure: figure(among) },
  ]
  return { metric, why: { term: 'Consistency ratio', figure: figure(metric), formula: 'consistency-ratio', note: `Up to ${mostInconsistency} the judgements are taken as consistent`, terms } }
}

function furthestOf(ids: readonly string[], judgements: readonly Judgement[], weights: readonly number[]): PairwiseWeights['furthest'] {
  const weightOf = new Map(ids.map((id, at) => [id, weights[at] ?? 0]))
  const judged = judgements.map((one) => ({ ...one, implied: (weightOf.get(one.a) ?? 0) / (weightOf.get(one.b) ?? 1) }))
  const off = (one: { readonly ratio: number; readonly implied: number }): number => Math.abs(Math.log(one.ratio / one.implied))
  return judged.reduce<PairwiseWeights['furthest']>((worst, one) => (off(one) > (worst === null ? 1e-9 : off(worst)) ? one : worst), null)
}
