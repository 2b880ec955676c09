import { useCallback, useRef, useState } from 'react'
import { ok } from '@throughline/engine/kernel'
import { mulberry, nameOf } from '../../../packages/web/src/gallery/sample-chance.ts'
import { DataGrid } from '../../../packages/web/src/ui/grid/index.ts'
import type { CellValue, Column } from '../../../packages/web/src/ui/grid/index.ts'

type Row = { readonly id: string; readonly name: string; readonly health: string; readonly stage: string; readonly start: string; readonly months: readonly number[] }

const healths = [{ value: 'bad', label: 'Off track', tone: 'bad' }, { value: 'warn', label: 'At risk', tone: 'warn' }, { value: 'good', label: 'On track', tone: 'good' }, { value: 'none', label: 'No report', tone: 'none' }] as const
const stages = ['Idea', 'Assess', 'Define', 'Deliver', 'Closed'].map((value) => ({ value, label: value }))

function makeRows(count: number): Row[] {
  const chance = mulberry(11)
  const below = (end: number) => Math.floor(chance() * end)
  return Array.from({ length: count }, (_, index) => ({
    id: `P-${10_001 + index}`,
    name: nameOf(chance),
    health: healths[below(4)]?.value ?? 'none',
    stage: stages[below(5)]?.value ?? 'Idea',
    start: `202${5 + below(3)}-0${1 + below(9)}-1${below(10)}`,
    months: Array.from({ length: 15 }, () => below(900)),
  }))
}

/** Twenty columns: name and key frozen, a status, a choice, a date and fifteen numbers. */
const columns: readonly Column<Row>[] = [
  { key: 'id', label: 'Key', kind: 'text', width: 84, get: (row) => row.id },
  { key: 'name', label: 'Initiative', kind: 'text', width: 220, strong: true, editable: true, get: (row) => row.name },
  { key: 'health', label: 'Health', kind: 'status', width: 110, choices: healths, editable: true, get: (row) => row.health },
  { key: 'stage', label: 'Stage', kind: 'choice', width: 96, choices: stages, editable: true, get: (row) => row.stage },
  { key: 'start', label: 'Start', kind: 'date', width: 110, editable: true, get: (row) => row.start },
  ...Array.from({ length: 15 }, (_, index): Column<Row> => ({ key: `m${index}`, label: `Month ${index + 1}`, kind: 'number', width: 90, editable: true, get: (row) => row.months[index] ?? null })),
]
const rowKey = (row: Row) => row.id

export default function GridCase() {
  const [rows, setRows] = useState(() => makeRows(10_000))
  const arrived = useRef<Entry[]>([])
  const onEdit = useCallback(async (row: Row, column: string, value: CellValue) => {
    arrived.current.push({ key: row.id, column, value })
    if (arrived.current.length === 1) setTimeout(() => { const entries = arrived.current.splice(0); setRows((all) => withEntries(all, entries)) })
    return ok(undefined)
  }, [])
  return <DataGrid label="Initiatives" rows={rows} columns={columns} rowKey={rowKey} height="100vh" onEdit={onEdit} />
}

type Entry = { readonly key: string; readonly column: string; readonly value: CellValue }

/** The rows after several entries, in one pass: a page answers a paste with one new list, not with three thousand. */
function withEntries(rows: readonly Row[], entries: readonly Entry[]): Row[] {
  const byRow = Map.groupBy(entries, (entry) => entry.key)
  return rows.map((row) => (byRow.get(row.id) ?? []).reduce(withValue, row))
}

function withValue(row: Row, { column, value }: Entry): Row {
  if (/^m\d/.test(column)) return { ...row, months: row.months.map((month, index) => (column === `m${index}` ? Number(value) : month)) }
  return { ...row, [column]: value }
}
