import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSheets } from '../formats/index.ts'
import { writeTable, writeTables, type ExportTable, type TableColumn } from './index.ts'

/** What is written is read back by our own import with the same values: in CSV as the same text, in a workbook as the same text, number or date. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('', '0', '007', '-', '-1', '+1', '=1+1', '@x', "'=1", "''", '\tx', 'a\r\nb', 'a\rb', ' x ', '_x0041_', '_x000D_', 'مرحبا', '👩‍👩‍👧', '1e5', '1.10', 'TRUE', '2024-01-01', '#N/A!', 'a;b|c,d"e', '\u0001', '\ufffe', 'x'.repeat(32_767)),
)
const digits = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n })
const decimal = (places: number) => digits.map((value) => {
  const padded = String(value < 0n ? -value : value).padStart(places + 1, '0')
  return `${value < 0n ? '-' : ''}${padded.slice(0, -places)}.${padded.slice(-places)}`
})
const cellOf: Readonly<Record<TableColumn['kind'], fc.Arbitrary<string | number | null>>> = {
  text,
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
  money: fc.option(decimal(2), { nil: null }),
  percent: fc.option(fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100), { nil: null }),
  date: fc.option(fc.date({ min: new Date('1890-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)), { nil: null }),
}
const kinds = Object.keys(cellOf) as readonly TableColumn['kind'][]

const tables: fc.Arbitrary<ExportTable> = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.boolean()), { minLength: 2, maxLength: 6 }).chain((shapes) => {
  const columns = shapes.map(([kind, sum], at): TableColumn => ({ key: `k${at}`, label: `Column ${at}`, kind, ...(sum && kind !== 'text' && kind !== 'date' ? { sum } : {}) }))
  const row = fc.record(Object.fromEntries(columns.map((column) => [column.key, cellOf[column.kind]])))
  return fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => ({ name: 'T', columns, rows }))
})

const canonical = (value: string): string => value.replace(/^(-?\d+\.\d*?)0+$/, '$1').replace(/\.$/, '').replace(/^-0$/, '0')
async function readBack(bytes: Uint8Array, format: 'csv' | 'xlsx'): Promise<readonly (readonly string[])[]> {
  const file = await readSheets(bytes, `t.${format}`)
  if (!file.ok) throw new Error(file.refusal.code)
  return file.value.sheets[0]?.rows.map((row) => row.map((cell) => cell.text)) ?? []
}

/** Numbers are compared as numbers, all else as text; a CSV file drops NULs. */
function expected(table: ExportTable, format: 'csv' | 'xlsx'): readonly (readonly string[])[] {
  return table.rows.map((row) => table.columns.map(({ key, kind }) => {
    const value = row[key]
    if (value === null || value === undefined) return ''
    if (kind === 'percent') return `${canonical(String(value))}%`
    if (kind === 'text' && format === 'csv') return String(value).replaceAll('\0', '')
    return kind === 'text' ? String(value) : canonical(String(value))
  }))
}

it.each(['csv', 'xlsx'] as const)('law: a table written as %s reads back with the same values', async (format) => {
  await fc.assert(fc.asyncProperty(tables, async (table) => {
    const rows = await readBack(await writeTable(table, format), format)
    const wanted = expected(table, format)
    for (const [at, row] of wanted.entries()) {
      const found = rows[at + 1] ?? []
      for (const [column, value] of row.entries()) {
        const kind = table.columns[column]?.kind
        const read = found[column] ?? ''
        if (kind === 'number' && value !== '') expect(Number(read)).toBe(Number(value) + 0)
        else expect(kind === 'text' ? read : canonical(read)).toBe(value)
      }
    }
  }), { numRuns: 300 })
})

it('writes several sheets with their notes, and reads each', async () => {
  const table: ExportTable = { name: 'Portfolio: 2026', columns: [{ key: 'n', label: 'Name', kind: 'text' }, { key: 'c', label: 'Cost (GBP)', kind: 'money', sum: true }], rows: [{ n: 'A', c: '0.10' }, { n: 'B', c: '0.20' }, { n: 'C', c: null }] }
  const file = await readSheets(await writeTables([table, { ...table, name: 'portfolio  2026' }], [{ label: 'As of', text: '2026-03-31' }, { label: 'Filters', text: '=none' }]), 'x.xlsx')
  expect(file.ok && file.value.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Portfolio  2026', 5], ['portfolio  2026 2', 5], ['About', 2]])
  expect(file.ok && file.value.sheets[0]?.rows[4]).toEqual([{ text: 'Total' }, { text: '0.3', number: 0.3, formula: 'SUBTOTAL(109,B2:B4)' }])
  expect(file.ok && file.value.sheets[2]?.rows[1]?.[1]?.text).toBe('=none')
})

it('adds up what a float does not hold, as text', async () => {
  const table: ExportTable = { columns: [{ key: 'n', label: 'Name', kind: 'text' }, { key: 'c', label: 'Cost', kind: 'money', sum: true }], rows: [{ n: 'A', c: '90071992547409931.01' }, { n: 'B', c: '0.02' }] }
  const rows = await readBack(await writeTable(table, 'xlsx'), 'xlsx')
  expect(rows.map((row) => row[1])).toEqual(['Cost', '90071992547409931.01', '0.02', '90071992547409931.03'])
})

it('says which texts a cell could not take whole', async () => {
  const file = await readSheets(await writeTable({ name: 'Long', columns: [{ key: 'a', label: 'A', kind: 'text' }], rows: [{ a: 'x'.repeat(40_000) }] }, 'xlsx'), 'x.xlsx')
  expect(file.ok && file.value.sheets[0]?.rows[1]?.[0]?.text.length).toBe(32_767)
  expect(file.ok && file.value.sheets[1]?.rows[0]?.map((cell) => cell.text)).toEqual(['Cut texts', expect.stringContaining("1 texts of sheet 'Long'")])
})
