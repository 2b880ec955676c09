import { sourceOf, type FieldSource } from '@throughline/engine/demand'
import { known, missing, money, undefinedBecause, undefinedReasons, type Explained, type Metric, type Money, type Part, type Source, type UndefinedReason } from '@throughline/engine/kernel'
import { explainRatio, explainSummed, totalOfSummed, type Summed } from '@throughline/engine/portfolio'
import type { AmountName, CellRow, Gap, Large, SourceRow, Standing, Tally } from './store/figures.ts'

/** How many parts of a total are listed; the others are one line. */
export const partsListed = 12

type Sourced = (id: string, amount: 'cost' | 'benefits') => Source | undefined
const fields = { cost: 'cost', benefits: 'benefits', forecast: 'inYearForecast' } as const
const isReason = (reason: string | null): reason is UndefinedReason => reason !== null && reason in undefinedReasons

/** The four headline figures of a position from its sums, each with its explanation: `positionFigures` of the engine. */
export function figuresOf({ tallies, gaps, largest }: Standing, zero: Money, sourced: Sourced): { readonly cost: Explained<Money>; readonly benefits: Explained<Money>; readonly inYearForecast: Explained<Money>; readonly ratio: Explained<number> } {
  const all = tallies.find(({ kind }) => kind === 'all')
  const both = tallies.find(({ kind }) => kind === 'both')
  const whole = (amount: AmountName): Summed => ({ ...summedOf(all, amount), without: gapsOf(gaps, amount), largest: partsOf(largest, amount, amount, zero, amount === 'forecast' ? undefined : sourced) })
  const part = (amount: 'cost' | 'benefits'): Summed => ({ ...summedOf(both, amount), without: new Map(), largest: partsOf(largest, `both_${amount}`, amount, zero, undefined) })
  return {
    cost: explainSummed('Whole-life cost', whole('cost'), zero, 'portfolio-total'),
    benefits: explainSummed('Monetised benefits', whole('benefits'), zero, 'portfolio-total'),
    inYearForecast: explainSummed('Forecast of the year', whole('forecast'), zero, 'portfolio-total'),
    ratio: explainRatio({ both: both?.count ?? 0, of: all?.count ?? 0, cost: explainSummed('Cost of those that give both', part('cost'), zero), benefits: explainSummed('Benefits of those that give both', part('benefits'), zero) }),
  }
}

const summedOf = (tally: Tally | undefined, amount: AmountName) => ({ count: tally?.count ?? 0, known: tally?.[`${amount}_known`] ?? 0, minor: BigInt(tally?.[`${amount}_sum`] ?? '0') })

function gapsOf(gaps: readonly Gap[], amount: AmountName): Summed['without'] {
  const without = new Map<UndefinedReason | 'missing', number>()
  for (const gap of gaps) {
    if (gap.amount !== amount) continue
    const reason = isReason(gap.reason) ? gap.reason : 'missing'
    without.set(reason, (without.get(reason) ?? 0) + gap.count)
  }
  return without
}

const partsOf = (largest: readonly Large[], list: Large['list'], amount: AmountName, zero: Money, sourced: Sourced | undefined): readonly Part[] =>
  largest
    .filter((large) => large.list === list)
    .sort((a, b) => a.place - b.place)
    .map(({ id, name, minor, reason }) => {
      const source = amount === 'forecast' ? undefined : sourced?.(id, amount)
      return { term: name, amount: amountOf(minor, reason, amount, zero), ...(source ? { source } : {}) }
    })

const amountOf = (minor: string | null, reason: string | null, amount: AmountName, zero: Money): Metric<Money> =>
  minor !== null ? known(money(BigInt(minor), zero.currency)) : isReason(reason) ? undefinedBecause(reason) : missing(fields[amount])

/** The sum of one amount of some lines without its explanation. */
export function sumOf(tally: Omit<Tally, 'kind' | 'id' | 'name'>, amount: 'cost' | 'benefits', zero: Money): Metric<Money> {
  const [least, most, because] = [tally[`${amount}_least`], tally[`${amount}_most`], tally[`${amount}_because`]]
  const without = new Map<UndefinedReason | 'missing', number>(because === tally.count && least === most && isReason(least) ? [[least, because]] : [['missing', 1]])
  return totalOfSummed({ count: tally.count, known: tally[`${amount}_known`], minor: BigInt(tally[`${amount}_sum`] ?? '0'), without }, zero)
}

/** Sources of the amounts as initiatives keep them. */
export const keptSources = (rows: ReadonlyMap<string, SourceRow>): Sourced => (id, amount) => sourceOf((rows.get(id)?.[amount] ?? undefined) as FieldSource | undefined).source

/** Sources of the amounts as a publication printed them. */
export const printedSources = (rows: ReadonlyMap<string, CellRow>): Sourced => (id, amount) => {
  const row = rows.get(id)
  return row && { kind: 'published', publication: row.publication, cell: row[amount].cell, asPublished: row[amount].asPublished }
}
