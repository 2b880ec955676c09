import type { Capacity } from '@throughline/contract/capacity'
import type { Sheet } from '@throughline/exchange/sheet'
import { isBlank } from '@throughline/exchange/sheet'
import { UsageError } from '../terminal/command.ts'

/** Capacities of a pool as a file gives them. */
export type PoolLines = { readonly id: string; readonly version: number; readonly lines: { readonly on: string; readonly amount: string | null }[] }

/**
 * A table as a spreadsheet prints it: pools down the first column, periods across the first row, by their name or first day. An empty cell
 * says nothing; a dash takes the capacity back. Whatever cannot be placed is named, all at once, and nothing is read.
 */
export function readCapacityTable({ rows }: Sheet, { pools, periods }: Pick<Capacity, 'pools' | 'periods'>): readonly PoolLines[] {
  const [head = [], ...body] = rows.filter((row) => row.some((cell) => !isBlank(cell)))
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
  const columns = head.slice(1).map((cell, at) => ({ at: at + 1, text: cell.text, period: periods.find(({ from, label }) => same(label, cell.text) || from === (cell.date ?? cell.text.trim())) }))
  const strange = columns.filter(({ text, period }) => !period && text.trim() !== '').map(({ text }) => `period ${text}`)
  const lines = body.map((row) => ({ row, pool: pools.find(({ pool }) => same(pool.name, row[0]?.text ?? ''))?.pool }))
  const unknown = lines.filter(({ pool }) => !pool).map(({ row }) => `pool ${row[0]?.text ?? ''}`)
  const found = lines.flatMap(({ row, pool }) => columns.flatMap(({ at, period }) => (pool && period && row[at] && !isBlank(row[at]) ? [{ pool, on: period.from, text: row[at].text.trim().replaceAll(',', '') }] : [])))
  const unreadable = found.filter(({ text }) => !/^(-|–|\d{1,9}(\.\d{1,2})?)$/.test(text)).map(({ pool, text }) => `${text} for ${pool.name}`)
  const wrong = [...strange, ...unknown, ...unreadable]
  if (wrong.length > 0) throw new UsageError(`Found ${wrong.slice(0, 10).join('; ')}${wrong.length > 10 ? `; and ${wrong.length - 10} more` : ''}; expected periods such as ${periods[0]?.label ?? ''}, pools that there are, and numbers with at most two decimals.`)
  return [...Map.groupBy(found, ({ pool }) => pool)].map(([{ id, version }, own]) => ({ id, version, lines: own.map(({ on, text }) => ({ on, amount: /^\d/.test(text) ? text : null })) }))
}
