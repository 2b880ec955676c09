import { expect, it } from 'vitest'
import { readSheets } from '../formats/index.ts'
import { writeTable, type ExportTable } from './index.ts'

const table: ExportTable = {
  name: 'Benefits',
  columns: [{ key: 'name', label: 'Name', kind: 'text' }, { key: 'value', label: 'Value (GBP)', kind: 'money' }, { key: 'due', label: 'Due', kind: 'date' }, { key: 'share', label: 'Share', kind: 'number' }],
  rows: [{ name: '=evil()', value: '-1250.50', due: '2026-03-31', share: Number.NaN }, { name: 'Faster, cheaper', value: null, share: 0.25 }],
}

it.each(['csv', 'xlsx'] as const)('writes %s that reads back', async (format) => {
  const file = await readSheets(await writeTable(table, format), `table.${format}`)
  expect(file.ok && file.value.sheets[0]?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ['Name', 'Value (GBP)', 'Due', 'Share'],
    ['=evil()', format === 'csv' ? '-1250.50' : '-1250.5', '2026-03-31', ...(format === 'csv' ? [''] : [])],
    ['Faster, cheaper', '', '', '0.25'],
  ])
})
