import type { Capacity, LoadCell, Pool } from '@throughline/contract/capacity'
import { describeMetric } from '@throughline/engine/kernel'
import { useFormat } from '../../../../format/index.ts'
import { Table } from '../../../../ui/display/Table.tsx'
import { shadeOf } from '../shade.ts'
import { capacityWords as words, unitWords } from '../words.ts'

export type CellOpened = { readonly pool: Pool; readonly at: number }

/** Capacity against demand as a picture that reads as a table: a row for each pool, a column for each period. */
export function LoadMap({ capacity: { pools, periods }, onOpen }: { readonly capacity: Capacity; onOpen(opened: CellOpened): void }) {
  return (
    <Table
      caption={words.loadTitle}
      rows={pools}
      rowKey={({ pool }) => pool.id}
      columns={[
        { key: 'pool', label: 'Pool', cell: ({ pool }) => <span className="grid min-w-40"><span className="font-medium">{pool.name}</span><span className="quiet">{[pool.owner?.name, pool.skills.join(', ')].filter(Boolean).join(' · ') || unitWords[pool.unit].name}</span></span> },
        ...periods.map((period, at) => ({
          key: period.from, label: period.label, numeric: true,
          cell: ({ pool, cells }: Capacity['pools'][number]) => <Cell pool={pool} cell={cells[at]} period={period.label} onOpen={() => onOpen({ pool, at })} />,
        })),
      ]}
    />
  )
}

/** One pool in one period: its load on a ground that says how full, or why there is none. */
function Cell({ pool, cell, period, onOpen }: { readonly pool: Pool; readonly cell: LoadCell | undefined; readonly period: string; onOpen(): void }) {
  const format = useFormat()
  if (!cell) return null
  const { load, capacity, demand, initiatives } = cell
  const short = unitWords[pool.unit].short
  const full = load.status === 'ok' ? format.percent(load.value) : describeMetric(load)
  const need = `${format.number(Number(demand), Number(demand) < 10 ? 1 : 0)} ${short}`
  const told = `${pool.name}, ${period}: ${full}. Demand ${need} of ${format.count(initiatives, 'initiative', 'initiatives')}, capacity ${capacity === null ? 'not recorded' : `${capacity} ${short}`}`
  if (load.status !== 'ok' && initiatives === 0) return <span className="quiet" title={told}>–<span className="visually-hidden">{told}</span></span>
  return (
    <button type="button" className="figures min-h-8 w-full min-w-16 rounded-bar px-2 text-right hover:outline hover:outline-1" style={load.status === 'ok' ? shadeOf(load.value) : { border: '1px dashed var(--border-strong)' }} aria-haspopup="dialog" aria-label={told} title={told} onClick={onOpen}>
      {load.status === 'ok' ? format.percent(load.value) : need}
    </button>
  )
}
