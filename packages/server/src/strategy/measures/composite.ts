import { toWire } from '@throughline/contract/wire'
import type { ExplainedNumber } from '@throughline/contract/wire'
import { attainment, scorecard, type MeasureFacts } from '@throughline/engine/strategy'

export type Composite = { readonly composite: ExplainedNumber; readonly coverage: number }

/** A composite of attainments by the weights of objectives, each parted alike among its measures; hidden where too little of the weight has a figure. */
export function compositeOf(term: string, measures: readonly MeasureFacts[], weights: ReadonlyMap<string, number>): Composite {
  const counts = Map.groupBy(measures, ({ objectiveId }) => objectiveId)
  const { metric, why, coverage } = scorecard(term, measures.map((one) => ({ name: one.name, weight: (weights.get(one.objectiveId) ?? 0) / (counts.get(one.objectiveId)?.length ?? 1), attainment: attainment(one).metric })))
  return { composite: toWire({ metric, why }) as ExplainedNumber, coverage }
}
