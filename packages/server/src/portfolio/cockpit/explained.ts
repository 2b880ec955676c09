import { sourceOf, type FieldSource } from '@throughline/engine/demand'
import { known, missing, money, undefinedBecause, type Explained, type Metric, type Money, type Part, type Source } from '@throughline/engine/kernel'
import { explainRatio, explainSummed, totalOfSummed, type Summed } from '@throughline/engine/portfolio'
import { minorOf, reasonOf, type Sum } from '../../demand/index.ts'
import { largestBy, type Large } from './lines/largest.ts'
import type { Position } from './lines/position.ts'
import { forecastOf, givesBoth, reasonsOf, tallyOf, type AmountName, type Tally } from './lines/tally.ts'
import type { CellRow, SourceRow } from './store.ts'

/** How many parts of a total are listed; the others are one line. */
export const partsListed = 12

type Sourced = (id: string, amount: 'cost' | 'benefits') => Source | undefined
const fields = { cost: 'cost', benefits: 'benefits', forecast: 'inYearForecast' } as const

type Figure = AmountName | 'forecast'

/** What the headline figures of a position are made of: all lines and those that give both cost and benefits, each with the largest. */
export type Standing = {
  readonly position: Position
  readonly all: Tally
  readonly forecast: Sum
  readonly both: Tally
  readonly largest: Readonly<Record<Figure, readonly Large[]>>
  readonly largestOfBoth: Readonly<Record<AmountName, readonly Large[]>>
}

export function standingOf(position: Position): Standing {
  const both = givesBoth(position)
  return {
    position, all: tallyOf(position), forecast: forecastOf(position), both: tallyOf(position, both),
    largest: { cost: largestBy(position, 'cost', partsListed), benefits: largestBy(position, 'benefits', partsListed), forecast: largestBy(position, 'forecast', partsListed) },
    largestOfBoth: { cost: largestBy(position, 'cost', partsListed, both), benefits: largestBy(position, 'benefits', partsListed, both) },
  }
}

/** The rows of every line that is listed with its source. */
export const rowsListed = ({ position, largest }: Standing): readonly number[] => [...new Set([...largest.cost, ...largest.benefits].map(({ line }) => position.row[line] ?? 0))]

/** The four headline figures of a position from its sums, each with its explanation: `positionFigures` of the engine. */
export function figuresOf({ position, all, forecast, both, largest, largestOfBoth }: Standing, zero: Money, sourced: (row: number, amount: 'cost' | 'benefits') => Source | undefined): { readonly cost: Explained<Money>; readonly benefits: Explained<Money>; readonly inYearForecast: Explained<Money>; readonly ratio: Explained<number> } {
  const sums = { cost: all.cost, benefits: all.benefits, forecast }
  const whole = (amount: Figure): Summed => ({ ...summedOf(sums[amount]), without: reasonsOf(sums[amount]), largest: partsOf(position, largest[amount], amount, zero, amount === 'forecast' ? undefined : (row) => sourced(row, amount)) })
  const part = (amount: 'cost' | 'benefits'): Summed => ({ ...summedOf(both[amount]), without: new Map(), largest: partsOf(position, largestOfBoth[amount], amount, zero, undefined) })
  return {
    cost: explainSummed('Whole-life cost', whole('cost'), zero, 'portfolio-total'),
    benefits: explainSummed('Monetised benefits', whole('benefits'), zero, 'portfolio-total'),
    inYearForecast: explainSummed('Forecast of the year', whole('forecast'), zero, 'portfolio-total'),
    ratio: explainRatio({ both: both.count, of: all.count, cost: explainSummed('Cost of those that give both', part('cost'), zero), benefits: explainSummed('Benefits of those that give both', part('benefits'), zero) }),
  }
}

const summedOf = ({ rows, known, minor }: Sum) => ({ count: rows, known, minor })

const partsOf = (position: Position, largest: readonly Large[], amount: Figure, zero: Money, sourced: ((row: number) => Source | undefined) | undefined): readonly Part[] =>
  largest.map(({ line }) => {
    const source = sourced?.(position.row[line] ?? 0)
    return { term: position.nameOf(line), amount: amountOf(position, line, amount, zero), ...(source ? { source } : {}) }
  })

function amountOf(position: Position, line: number, amount: Figure, zero: Money): Metric<Money> {
  const at = position.at[line] ?? 0
  const minor = minorOf(position[amount], at)
  const reason = reasonOf(position[amount].because[at] ?? 1)
  return minor !== undefined ? known(money(minor, zero.currency)) : reason ? undefinedBecause(reason) : missing(fields[amount])
}

/** The sum of one amount of some lines without its explanation. */
export const sumOf = (tally: Tally, amount: 'cost' | 'benefits', zero: Money): Metric<Money> => totalOfSummed({ ...summedOf(tally[amount]), without: reasonsOf(tally[amount]) }, zero)

/** Sources of the amounts as initiatives keep them. */
export const keptSources = (rows: ReadonlyMap<string, SourceRow>): Sourced => (id, amount) => sourceOf((rows.get(id)?.[amount] ?? undefined) as FieldSource | undefined).source

/** Sources of the amounts as a publication printed them. */
export const printedSources = (rows: ReadonlyMap<string, CellRow>): Sourced => (id, amount) => {
  const row = rows.get(id)
  return row && { kind: 'published', publication: row.publication, cell: row[amount].cell, asPublished: row[amount].asPublished }
}
