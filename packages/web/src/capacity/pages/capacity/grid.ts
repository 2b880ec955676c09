import type { Capacity, PlanPeriod, PoolLoad, Pot, Pots } from '@throughline/contract/capacity'
import { formatDecimal, minorDigits, parseDecimal } from '@throughline/engine/kernel'
import type { CellChange, CellIssue, CellValue, Column } from '../../../ui/grid/index.ts'
import { potKindWords, unitWords } from './words.ts'

/** A line of changes of one thing, by the version that is shown. */
export type Given = { readonly id: string; readonly version: number; readonly lines: { readonly on: string; readonly amount: string | null }[] }

/** Writes a figure in the manner of the reader. */
type Write = (figure: number) => string

/** Cells that cannot be kept, each with what is expected; the others are sent. */
export const unfit = (changes: readonly CellChange[], least: number): readonly CellIssue[] =>
  changes.flatMap(({ key, column, value }) => (value === null || (typeof value === 'number' && value >= least && Math.abs(value) < 1e13) ? [] : [{ key, column, message: `Found ${String(value)}; expected a number${least === 0 ? ' not below 0' : ''} of at most 13 digits.` }]))

/** Columns of recorded capacity: the pool, then a figure for each period. */
export const capacityColumns = (periods: readonly PlanPeriod[], editable: boolean, write: Write): readonly Column<PoolLoad>[] => [
  { key: 'name', label: 'Pool', kind: 'text', width: 220, strong: true, get: ({ pool }) => pool.name },
  { key: 'unit', label: 'Unit', kind: 'text', width: 90, get: ({ pool }) => unitWords[pool.unit].short },
  ...periods.map((period, at): Column<PoolLoad> => ({ key: period.from, label: period.label, kind: 'number', width: 96, editable, get: ({ cells }) => numberOf(cells[at]?.capacity), format: (value) => shown(value, write), absent: () => '–' })),
]

/** Columns of budgets: the pot, then an amount for each period in whole units of the currency. */
export const potColumns = ({ periods, currency }: Pick<Pots, 'periods' | 'currency'>, editable: boolean, write: Write): readonly Column<Pot>[] => {
  const digits = minorDigits(currency)
  return [
    { key: 'name', label: 'Pot', kind: 'text', width: 220, strong: true, get: ({ name }) => name },
    { key: 'kind', label: 'Pays for', kind: 'text', width: 150, get: ({ kind }) => potKindWords[kind] },
    ...periods.map((period, at): Column<Pot> => ({ key: period.from, label: period.label, kind: 'number', width: 120, editable, note: currency, adds: currency, get: ({ amounts }) => numberOf(amounts[at] && formatDecimal(BigInt(amounts[at].minor), digits)), format: (value) => shown(value, write), absent: () => '–' })),
  ]
}

const numberOf = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : Number(text))
const shown = (value: CellValue, write: Write): string => (typeof value === 'number' ? write(value) : '')

/** Changed cells by what they belong to; `write` says how an amount travels. */
export function givenOf(changes: readonly CellChange[], versions: ReadonlyMap<string, number>, write: (text: string) => string): readonly Given[] {
  return [...Map.groupBy(changes, ({ key }) => key)].map(([id, own]) => ({ id, version: versions.get(id) ?? 1, lines: own.map(({ column, value }) => ({ on: column, amount: value === null ? null : write(String(value)) })) }))
}

/** A quantity as it travels, with two decimals. */
export const writeQuantity = (text: string): string => formatDecimal(parseDecimal(text, 2) ?? 0n, 2)
/** An amount as it travels: whole minor units. */
export const writeMinor = (currency: string) => (text: string): string => String(parseDecimal(text, minorDigits(currency)) ?? 0n)

export const versionsOf = ({ pools }: Capacity): ReadonlyMap<string, number> => new Map(pools.map(({ pool }) => [pool.id, pool.version]))
