import { known, mapMetric, missing, numberFigure, undefinedBecause, type Explained, type Explanation, type Metric } from '../kernel/index.ts'
import type { ContributionFacts, ObjectiveFacts } from './facts.ts'

/** Weights as shares of their sum by objective id; `DIV_BY_ZERO` where all are zero. */
export function normalisedWeights(objectives: readonly ObjectiveFacts[]): Metric<ReadonlyMap<string, number>> {
  const total = objectives.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return undefinedBecause('DIV_BY_ZERO')
  return known(new Map(objectives.map(({ id, weight }) => [id, weight / total])))
}

/**
 * Weighted contribution of one initiative to the active objectives, −1 to 1 (alignment).
 * Without any link it is missing, which is not the same as assessed and without effect (0).
 */
export function alignment(objectives: readonly ObjectiveFacts[], contributions: readonly ContributionFacts[]): Explained<number> {
  const byObjective = new Map(contributions.map((link) => [link.objectiveId, link]))
  const linked = objectives.flatMap((objective) => {
    const link = byObjective.get(objective.id)
    return link ? [{ objective, link }] : []
  })
  const weights = normalisedWeights(objectives)
  const metric: Metric<number> = linked.length === 0
    ? missing('contribution')
    : mapMetric(weights, (share) => linked.reduce((sum, { objective, link }) => sum + (share.get(objective.id) ?? 0) * link.contribution, 0))
  const share = weights.status === 'ok' ? weights.value : new Map<string, number>()
  const terms = linked
    .map(({ objective, link }) => ({ effect: (share.get(objective.id) ?? 0) * link.contribution, term: linkTerm(objective, link, share.get(objective.id) ?? 0) }))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .map(({ term }) => term)
  return { metric, why: { term: 'Alignment', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'alignment', terms } }
}

function linkTerm(objective: ObjectiveFacts, link: ContributionFacts, share: number): Explanation {
  return {
    term: objective.statement,
    figure: known(numberFigure(share * link.contribution, 'ratio')),
    note: link.rationale,
    ...(link.origin === 'our_reading' ? { source: { kind: 'derived', rule: 'Our reading of published priorities' } as const } : {}),
    terms: [
      { term: 'Contribution', figure: known(numberFigure(link.contribution, 'ratio')) },
      { term: 'Share of weight', figure: known(numberFigure(share, 'ratio')) },
    ],
  }
}

/** Share of weight whose objectives at least one initiative serves with more than 0 (weight-served): 0 to 1. */
export function weightServed(objectives: readonly ObjectiveFacts[], contributions: readonly ContributionFacts[]): Explained<number> {
  const served = new Set(contributions.filter(({ contribution }) => contribution > 0).map(({ objectiveId }) => objectiveId))
  const metric = mapMetric(normalisedWeights(objectives), (share) => objectives.reduce((sum, { id }) => sum + (served.has(id) ? (share.get(id) ?? 0) : 0), 0))
  return {
    metric,
    why: {
      term: 'Weight served',
      figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')),
      formula: 'weight-served',
      terms: objectives.filter(({ id }) => !served.has(id)).map(({ statement, weight }) => ({ term: statement, figure: known(numberFigure(weight, 'ratio')), note: 'No initiative serves it' })),
    },
  }
}
