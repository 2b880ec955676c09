import { useCallback, useState } from 'react'
import { mulberry, nameOf } from '../../../packages/web/src/gallery/sample-chance.ts'
import { DataGrid, useRowSource } from '../../../packages/web/src/ui/grid/index.ts'
import type { CellChange, Column, GridView } from '../../../packages/web/src/ui/grid/index.ts'
import { Marked } from './Marked.tsx'

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

/** What the address asks for: `#grid=100000` all rows in the page, `#window=100000` a window on them, `#rows=100000` the rows without a grid. */
export default function GridCase() {
  const [, kind = 'grid', count = '10000'] = /^#(grid|window|rows)=(\d+)$/.exec(location.hash) ?? []
  return kind === 'window' ? <Windowed count={Number(count)} /> : <Whole count={Number(count)} bare={kind === 'rows'} />
}

function Whole({ count, bare }: { readonly count: number; readonly bare: boolean }) {
  const [rows, setRows] = useState(() => makeRows(count))
  const onEdits = useCallback(async (changes: readonly CellChange[]) => {
    setRows((all) => withChanges(all, changes))
    return { issues: [] }
  }, [])
  return <Marked>{bare ? <p>{rows.length}</p> : <DataGrid label="Initiatives" rows={rows} columns={columns} rowKey={rowKey} height="100vh" onEdits={onEdits} />}</Marked>
}

/** Rows that arrive 30 ms after they were asked for, as from a server nearby. */
function Windowed({ count }: { readonly count: number }) {
  const [view, setView] = useState<Partial<GridView>>({})
  const load = useCallback(async (from: number, to: number) => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    return { rows: Array.from({ length: Math.min(to, count) - from }, (_, offset) => numbered(from + offset)), count }
  }, [count])
  const { source, known, change } = useRowSource({ load, rowKey })
  const onEdits = useCallback(async (changes: readonly CellChange[]) => {
    const byRow = Map.groupBy(changes, ({ key }) => key)
    change((row) => (byRow.get(row.id) ?? []).reduce(withValue, row))
    return { issues: [] }
  }, [change])
  return known ? <Marked><DataGrid label="Initiatives" source={source} columns={columns} rowKey={rowKey} height="100vh" view={view} onViewChange={setView} onEdits={onEdits} /></Marked> : null
}

const sample = makeRows(1_009)
const numbered = (place: number): Row => ({ ...(sample[place % sample.length] as Row), id: `P-${10_001 + place}` })

/** The rows after the changes of one act, in one pass. */
function withChanges(rows: readonly Row[], changes: readonly CellChange[]): Row[] {
  const byRow = Map.groupBy(changes, ({ key }) => key)
  return rows.map((row) => byRow.get(row.id)?.reduce(withValue, row) ?? row)
}

function withValue(row: Row, { column, value }: CellChange): Row {
  if (/^m\d/.test(column)) return { ...row, months: row.months.map((month, index) => (column === `m${index}` ? Number(value) : month)) }
  return { ...row, [column]: value }
}
