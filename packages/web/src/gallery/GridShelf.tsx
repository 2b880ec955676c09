import { useCallback, useState } from 'react'
import { DataGrid, browserGridStorage, initialView, useRowSource } from '../ui/grid/index.ts'
import type { CellChange, Column, EditAct, GridView } from '../ui/grid/index.ts'
import { Button, Card, formatNumber } from '../ui/index.ts'
import type { Tone } from '../ui/index.ts'
import { mulberry, nameOf } from './sample-chance.ts'

type Row = { readonly id: string; readonly name: string; readonly health: string; readonly stage: string; readonly theme: string; readonly start: string; readonly budget: number | null; readonly ready: boolean; readonly remarks: string | null; readonly more: readonly (number | null)[] }

const stages = ['Idea', 'Assess', 'Define', 'Deliver', 'Closed']
const themes = ['Grow recurring revenue', 'Cut cost to serve', 'Reduce operational risk', 'Net-zero operations', 'Employee experience', 'Regulatory']
const health: readonly { value: string; label: string; tone: Tone }[] = [{ value: 'bad', label: 'Off track', tone: 'bad' }, { value: 'warn', label: 'At risk', tone: 'warn' }, { value: 'good', label: 'On track', tone: 'good' }, { value: 'done', label: 'Complete', tone: 'done' }, { value: 'none', label: 'No report', tone: 'none' }]
const remarks = [null, null, 'Waits for the board', 'Say "go" once:\n1. staffed\n2. funded', 'مؤجل إلى الربيع']

function makeRows(count: number): Row[] {
  const chance = mulberry(11)
  const pick = <T,>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)]
  return Array.from({ length: count }, (_, index) => ({
    id: `P-${10_001 + index}`,
    name: nameOf(chance),
    health: pick(health)?.value ?? 'none',
    stage: pick(stages) ?? '',
    theme: pick(themes) ?? '',
    start: `202${5 + Math.floor(chance() * 3)}-0${1 + Math.floor(chance() * 9)}-1${Math.floor(chance() * 10)}`,
    budget: chance() < 0.04 ? null : Math.round(chance() * 5000),
    ready: chance() < 0.5,
    remarks: pick(remarks) ?? null,
    more: Array.from({ length: 11 }, () => Math.round(chance() * 900)),
  }))
}

const total = (of: (row: Row) => number | null) => (rows: readonly Row[]) => formatNumber(rows.reduce((sum, row) => sum + (of(row) ?? 0), 0), 'en-GB', 0)
const columns: readonly Column<Row>[] = [
  { key: 'id', label: 'Key', kind: 'text', width: 84, get: (row) => row.id },
  { key: 'name', label: 'Initiative', kind: 'text', width: 220, strong: true, editable: true, get: (row) => row.name },
  { key: 'health', label: 'Health', kind: 'status', width: 110, choices: health, editable: true, get: (row) => row.health },
  { key: 'stage', label: 'Stage', kind: 'choice', width: 96, choices: stages.map((value) => ({ value, label: value })), editable: true, get: (row) => row.stage },
  { key: 'theme', label: 'Strategic theme', kind: 'choice', width: 190, choices: themes.map((value) => ({ value, label: value })), get: (row) => row.theme },
  { key: 'start', label: 'Start', kind: 'date', width: 110, editable: true, get: (row) => row.start },
  { key: 'budget', label: 'Budget k€', kind: 'number', width: 110, adds: 'k€', editable: true, get: (row) => row.budget, absent: () => 'not published', total: total((row) => row.budget) },
  { key: 'ready', label: 'Ready', kind: 'yesNo', width: 80, editable: true, get: (row) => row.ready },
  { key: 'remarks', label: 'Remarks', kind: 'longText', width: 180, editable: true, get: (row) => row.remarks },
  ...Array.from({ length: 11 }, (_, index): Column<Row> => ({ key: `m${index}`, label: `Month ${index + 1}`, kind: 'number', width: 90, adds: 'days', editable: true, get: (row) => row.more[index] ?? null })),
]
const storage = browserGridStorage('gallery')
const rowKey = (row: Row) => row.id
const words = { one: 'initiative', many: 'initiatives' }
const sizes = { 'ten thousand': 10_000, 'hundred thousand': 100_000, windowed: 1_000_000, loading: 0, empty: 0 } as const
type Size = keyof typeof sizes

/** The grid with all rows in the page, with a window on a million of them, while loading, and empty. */
export function GridShelf() {
  const [size, setSize] = useState<Size>('ten thousand')
  const [last, setLast] = useState('a budget above 9,999 is refused')
  return (
    <Card title="A grid of initiatives" note={last} flush actions={Object.keys(sizes).filter((name): name is Size => name in sizes).map((each) => <Button key={each} kind="quiet" aria-pressed={size === each} onClick={() => setSize(each)}>{each}</Button>)}>
      {size === 'windowed' ? <WindowedGrid told={setLast} /> : <WholeGrid key={size} count={sizes[size]} loading={size === 'loading'} told={setLast} />}
    </Card>
  )
}

type Told = { /** Shows what the last call of `onEdits` was of. */ told(words: string): void }
const callWords = (changes: readonly CellChange[], act: EditAct) => `last call: ${act} of ${changes.length}`

function WholeGrid({ count, loading, told }: Told & { readonly count: number; readonly loading: boolean }) {
  const [rows, setRows] = useState(() => makeRows(count))
  const onEdits = useCallback(async (changes: readonly CellChange[], act: EditAct) => {
    told(callWords(changes, act))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const outcome = weigh(changes)
    setRows((all) => withChanges(all, outcome.accepted))
    return outcome
  }, [told])
  return <DataGrid label="Initiatives" rows={rows} columns={columns} rowKey={rowKey} height={640} words={words} rowNumbers storage={storage} onEdits={onEdits} {...(loading ? { loading: '10,000 initiatives' } : {})} />
}

/** Rows as a server would give them, some hundred at a time and a moment later. */
function WindowedGrid({ told }: Told) {
  const [view, setView] = useState<Partial<GridView>>(() => initialView(columns))
  const load = useCallback(async (from: number, to: number) => {
    await new Promise((resolve) => setTimeout(resolve, 120))
    return { rows: Array.from({ length: Math.min(to, sizes.windowed) - from }, (_, offset) => numbered(from + offset)), count: sizes.windowed }
  }, [])
  const { source, known, change } = useRowSource({ load, rowKey, of: JSON.stringify(view.sort ?? []) })
  const onEdits = useCallback(async (changes: readonly CellChange[], act: EditAct) => {
    told(callWords(changes, act))
    const outcome = weigh(changes)
    change((row) => withChanges([row], outcome.accepted)[0] ?? row)
    return outcome
  }, [change, told])
  return <DataGrid label="A million initiatives" source={source} columns={columns} rowKey={rowKey} height={640} words={words} rowNumbers view={view} onViewChange={setView} onEdits={onEdits} {...(known ? {} : { loading: 'a million initiatives' })} />
}

const sample = makeRows(997)
const emptyRow: Row = { id: '', name: '', health: 'none', stage: '', theme: '', start: '2026-01-01', budget: null, ready: false, remarks: null, more: [] }
const numbered = (index: number): Row => ({ ...(sample[index % sample.length] ?? emptyRow), id: `P-${index + 1}` })

function weigh(changes: readonly CellChange[]) {
  const over = ({ column, value }: CellChange) => column === 'budget' && Number(value) > 9_999
  return { accepted: changes.filter((change) => !over(change)), issues: changes.filter(over).map(({ key, column, value }) => ({ key, column, message: `The ceiling is 9,999 k€; ${Number(value)} is above it.` })) }
}

function withChanges(rows: readonly Row[], changes: readonly CellChange[]): Row[] {
  const byRow = Map.groupBy(changes, ({ key }) => key)
  return rows.map((row) => (byRow.get(row.id) ?? []).reduce(withValue, row))
}

function withValue(row: Row, { column, value }: CellChange): Row {
  if (/^m\d/.test(column)) return { ...row, more: row.more.map((month, index) => (column === `m${index}` ? (value === null ? null : Number(value)) : month)) }
  return { ...row, [column]: value }
}
