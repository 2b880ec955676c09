import { shortfallOf, testLink, type CausalLink, type LinkEvidence, type MeasureFacts, type Series } from '@throughline/engine/strategy'

/** Months of a period; what is measured when it happens to be has none and is compared by no period. */
const months = { month: 1, quarter: 3, year: 12 } as const

/** The measure by which an objective is compared: of those with periods the one with most actuals, the first among equals. */
function measureFor(objectiveId: string, measures: readonly MeasureFacts[], frequency?: MeasureFacts['frequency']): MeasureFacts | undefined {
  const own = measures.filter((one) => one.objectiveId === objectiveId && one.frequency !== 'ad_hoc' && (frequency === undefined || one.frequency === frequency))
  return [...own].sort((a, b) => b.actuals.length - a.actuals.length)[0]
}

/**
 * How good things were by number of the period, higher is better whatever the direction of the measure: a link says that more of one
 * objective brings more or less of another. The last actual of a period counts.
 */
function seriesOf({ actuals, frequency, direction }: MeasureFacts): Series {
  const length = frequency === 'ad_hoc' ? 1 : months[frequency]
  return new Map(actuals.map(({ on, value }) => [Math.floor((Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1) / length), -shortfallOf(direction, value, 0)]))
}

/** What the data say of a link between two objectives, and which measures were compared: those of one frequency, so that a period is a period. */
export function evidenceOf(link: CausalLink, measures: readonly MeasureFacts[]): LinkEvidence & { readonly cause: string | null; readonly effect: string | null } {
  const cause = measureFor(link.from, measures)
  const effect = measureFor(link.to, measures, cause?.frequency) ?? measureFor(link.to, measures)
  const comparable = cause !== undefined && effect !== undefined && cause.frequency === effect.frequency
  const evidence = testLink(link, cause && seriesOf(cause), effect && seriesOf(effect))
  if (cause && effect && !comparable) return { ...testLink(link, undefined, undefined), because: `${cause.name} is measured by the ${cause.frequency} and ${effect.name} by the ${effect.frequency}: their periods cannot be compared.`, cause: cause.name, effect: effect.name }
  return { ...evidence, cause: cause?.name ?? null, effect: effect?.name ?? null }
}
