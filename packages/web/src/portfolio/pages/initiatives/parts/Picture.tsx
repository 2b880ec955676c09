import type { InitiativeRow } from '@throughline/contract/demand'
import { describeMetric } from '@throughline/engine/kernel'
import { useMemo } from 'react'
import { majorOf, places, ratingWords, useFormat } from '../../../../format/index.ts'
import { Bubble, type BubblePoint } from '../../../../ui/charts/Bubble.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { confidenceClass, ConfidenceNote, confidenceSize } from '../../../parts/confidence.tsx'

export type PictureProps = { readonly rows: readonly InitiativeRow[]; /** How many there are in all: more than `rows` where only the largest by cost are shown. */ readonly of: number; readonly currency: string; onOpen(id: string): void }

/** Cost against benefits of every initiative that gives both; those that do not are listed beside it with the reason. */
export function Picture({ rows, of, currency, onOpen }: PictureProps) {
  const format = useFormat()
  const { points, without } = useMemo(() => split(rows), [rows])
  const x = useMemo(() => ({ label: 'Whole-life cost', scale: 'log' as const, format: (major: number) => format.axisMoney(major, currency) }), [format, currency])
  const y = useMemo(() => ({ label: 'Benefits', scale: 'log' as const, format: (major: number) => format.axisMoney(major, currency) }), [format, currency])
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
      <Card title="Cost against benefits" note={<>{of > rows.length && `The ${format.number(rows.length, 0)} largest by cost, of ${format.number(of, 0)}. `}<ConfidenceNote /></>}>
        <Bubble title="Whole-life cost against benefits of every initiative" titleHidden height={560} points={points} x={x} y={y} size={confidenceSize} kinds={kinds} labelled={14} onSelect={onOpen} empty="No initiative gives both a cost and benefits above zero." />
      </Card>
      <Card title="Not in the picture" note={format.count(without.length, 'initiative', 'initiatives')} flush>
        <Table
          caption="Initiatives without both figures, and why"
          maxHeight={600}
          rows={without}
          rowKey={({ row }) => row.id}
          empty="Every initiative gives both figures."
          columns={[
            { key: 'name', label: 'Initiative', cell: ({ row }) => <a className="text-ink" href={places.initiative(row.id)}>{row.name}</a> },
            { key: 'because', label: 'Because', cell: ({ because }) => <span className="quiet">{because}</span> },
          ]}
        />
      </Card>
    </div>
  )
}
/** Filled where the benefits as given exceed the cost. */
const kinds = ['Gives more than it costs', 'Costs more than it gives'] as const

type Without = { readonly row: InitiativeRow; readonly because: string }

function split(rows: readonly InitiativeRow[]): { readonly points: readonly BubblePoint[]; readonly without: readonly Without[] } {
  const points: BubblePoint[] = []
  const without: Without[] = []
  for (const row of rows) {
    const because = absence(row)
    if (because !== undefined || row.cost.status !== 'ok' || row.benefits.status !== 'ok') without.push({ row, because: because ?? '' })
    else {
      const [x, y] = [majorOf(row.cost.value), majorOf(row.benefits.value)]
      points.push({ key: row.id, label: row.name, x, y, size: confidenceClass(row.rating), filled: y > x, note: ratingWords(row.rating) })
    }
  }
  return { points, without }
}

/** Why a row has no place on two logarithmic axes; undefined where it has one. */
function absence({ cost, benefits }: InitiativeRow): string | undefined {
  if (cost.status !== 'ok') return `Cost: ${describeMetric(cost)}`
  if (benefits.status !== 'ok') return `Benefits: ${describeMetric(benefits)}`
  if (BigInt(cost.value.minor) <= 0n) return 'Cost is not above zero'
  return BigInt(benefits.value.minor) <= 0n ? 'Benefits are not above zero' : undefined
}
