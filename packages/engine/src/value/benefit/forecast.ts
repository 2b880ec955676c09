import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { quantile } from '../../strategy/index.ts'

/** What a slip does: the whole profile comes later, or its end stays and the first periods are lost. */
export type SlipKind = 'shifted' | 'lost_window'
export type SlipEffect = Explained<number> & { readonly before: number; readonly after: number; readonly profile: readonly number[] }

/**
 * A slip of delivery by whole periods moves the benefit and its present value (value-of-delay). Amounts are of the ends of periods 1, 2, …;
 * factors begin with that of period 0. The figure is the loss; which kind of slip it was is always said.
 */
export function slip(profile: readonly number[], periods: number, factors: readonly number[], kind: SlipKind): SlipEffect {
  const moved = [...Array.from({ length: periods }, () => 0), ...profile]
  const after = kind === 'shifted' ? moved : moved.slice(0, profile.length)
  const valueOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount, at) => sum + amount * (factors[at + 1] ?? 0), 0)
  const metric: Metric<number> = factors.length <= after.length ? { status: 'missing', inputs: ['discount factors'] } : known(valueOf(profile) - valueOf(after))
  return {
    metric, before: valueOf(profile), after: valueOf(after), profile: after,
    why: {
      term: 'Present value lost by the delay', figure: mapMetric(metric, (value) => numberFigure(value)), formula: 'value-of-delay', note: kind === 'shifted' ? `The whole profile comes ${periods} periods later` : `The end stays, and ${periods} periods are lost`,
      terms: [{ term: 'Present value as planned', figure: known(numberFigure(valueOf(profile))) }, { term: 'Present value with the delay', figure: known(numberFigure(valueOf(after))) }],
    },
  }
}

/** A benefit that was verified: over what was first approved, and the class it is of (narrowest first). */
export type Realisation = { readonly rate: number; readonly classPath: readonly string[] }
/** How much of what is promised usually comes, at a chance, from whose history, and whether that is of a wider class than was asked for. */
export type Confidence = Explained<number> & { readonly from: string; readonly fellBack: boolean; readonly count: number }

/** Fewest past benefits of a class for its own history to be used; below it the wider class speaks, and it is said. */
export const leastHistory = 10

/**
 * Quantile of the organisation’s own realisation rates (forecast-confidence): of the narrowest class with ten or more. P50 is what half of them reached;
 * P20 what four of five reached. Quantiles by linear interpolation (R-7). Undefined where even the whole organisation has fewer.
 */
export function confidenceOf(history: readonly Realisation[], classPath: readonly string[], chance: number): Confidence {
  const ladder = [...classPath.map((name) => ({ name, rates: history.filter((past) => past.classPath.includes(name)).map(({ rate }) => rate) })), { name: 'organisation', rates: history.map(({ rate }) => rate) }]
  const used = ladder.find(({ rates }) => rates.length >= leastHistory)
  const metric: Metric<number> = used ? known(quantile(used.rates, chance)) : undefinedBecause('INSUFFICIENT_POINTS')
  const fellBack = used !== undefined && used !== ladder[0]
  const note = used === undefined ? `Fewer than ${leastHistory} benefits were verified` : `${used.rates.length} verified benefits of ${used.name}${fellBack ? `; ${classPath[0]} alone has ${ladder[0]?.rates.length ?? 0}` : ''}`
  return { metric, from: used?.name ?? 'none', fellBack, count: used?.rates.length ?? history.length, why: { term: `Realised by ${Math.round((1 - chance) * 100)} of 100`, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'forecast-confidence', note } }
}

/** What is expected at completion: realised so far, and of the rest what history lets expect; without a history only the first is known. */
export function benefitAtCompletion(realised: number, remaining: number, confidence: Metric<number>): Metric<number> {
  return mapMetric(confidence, (factor) => realised + remaining * factor)
}
