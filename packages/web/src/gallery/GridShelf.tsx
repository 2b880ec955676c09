import { useCallback, useMemo, useState } from 'react'
import { ok, refuse } from '@throughline/engine/kernel'
import { DataGrid, browserGridStorage } from '../ui/grid/index.ts'
import type { CellValue, Column } from '../ui/grid/index.ts'
import { Button, Card, formatNumber } from '../ui/index.ts'
import type { Tone } from '../ui/index.ts'
import { mulberry, nameOf } from './sample-chance.ts'

type Row = { readonly id: string; readonly name: string; readonly health: string; readonly stage: string; readonly theme: string; readonly start: string; readonly budget: number | null; readonly more: readonly number[] }

const stages = ['Idea', 'Assess', 'Define', 'Deliver', 'Closed']
const themes = ['Grow recurring revenue', 'Cut cost to serve', 'Reduce operational risk', 'Net-zero operations', 'Employee experience', 'Regulatory']
const health: readonly { value: string; label: string; tone: Tone }[] = [{ value: 'bad', label: 'Off track', tone: 'bad' }, { value: 'warn', label: 'At risk', tone: 'warn' }, { value: 'good', label: 'On track', tone: 'good' }, { value: 'done', label: 'Complete', tone: 'done' }, { value: 'none', label: 'No report', tone: 'none' }]

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
    more: Array.from({ length: 13 }, () => Math.round(chance() * 900)),
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
  { key: 'budget', label: 'Budget k€', kind: 'number', width: 110, editable: true, get: (row) => row.budget, absent: () => 'not published', total: total((row) => row.budget) },
  ...Array.from({ length: 13 }, (_, index): Column<Row> => ({ key: `m${index}`, label: `Month ${index + 1}`, kind: 'number', width: 90, editable: true, get: (row) => row.more[index] ?? null })),
]
const storage = browserGridStorage('gallery')
const rowKey = (row: Row) => row.id

export function GridShelf() {
  const [rows, setRows] = useState(() => makeRows(10_000))
  const [state, setState] = useState<'full' | 'loading' | 'empty'>('full')
  const onEdit = useCallback(async (row: Row, column: string, value: CellValue) => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (column === 'budget' && Number(value) > 9_999) return refuse({ message: `The ceiling is 9,999 k€; ${Number(value)} is above it.` })
    setRows((all) => all.map((other) => (other.id === row.id ? withValue(other, column, value) : other)))
    return ok(undefined)
  }, [])
  const shown = useMemo(() => (state === 'empty' ? [] : rows), [rows, state])
  return (
    <Card title="Ten thousand rows" note="edit budget above 9,999 to see a refusal" flush actions={(['full', 'loading', 'empty'] as const).map((each) => <Button key={each} kind="quiet" aria-pressed={state === each} onClick={() => setState(each)}>{each}</Button>)}>
      <DataGrid label="Initiatives" rows={shown} columns={columns} rowKey={rowKey} height={640} words={{ one: 'initiative', many: 'initiatives' }} storage={storage} onEdit={onEdit} {...(state === 'loading' ? { loading: '10,000 initiatives' } : {})} />
    </Card>
  )
}

function withValue(row: Row, column: string, value: CellValue): Row {
  if (column.startsWith('m')) return { ...row, more: row.more.map((month, index) => (column === `m${index}` ? Number(value) : month)) }
  return { ...row, [column]: value }
}
