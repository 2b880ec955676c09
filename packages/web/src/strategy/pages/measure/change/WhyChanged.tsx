import type { ChangeInParts, MeasureDetail } from '@throughline/contract/strategy'
import { describeMetric } from '@throughline/engine/kernel'
import { explanationFromWire, useFormat, type Format } from '../../../../format/index.ts'
import { Waterfall, type WaterfallStep } from '../../../../ui/charts/Waterfall.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { PartialState } from '../../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../../wire/index.ts'
import { partWords, periodWords, valueText } from '../../../measure-words.ts'
import { shownChange, type ShownChange } from './closing.ts'

/** Days of two periods of the measure. */
export type Span = { readonly from: string; readonly to: string }
export type WhyChangedProps = { readonly detail: Pick<MeasureDetail, 'row' | 'points' | 'changes'>; readonly span: Span; readonly change: Reading<ChangeInParts>; onSpan(span: Span): void }

/** Why the measure differs between any two of its periods, in parts that sum to the change to the last digit, or why that cannot be told. */
export function WhyChanged({ detail, span, change, onSpan }: WhyChangedProps) {
  const format = useFormat()
  const periods = detail.points.filter(({ value }) => value.status === 'ok').map(({ period }) => ({ value: period.from, label: periodWords(format, period) })).toReversed()
  return (
    <Card title="Why it changed" note="Between any two periods: volume, mix, price and rate, which sum to the change exactly">
      <div className="grid gap-4">
        <div className="flex flex-wrap gap-3">
          <Select label="From" value={span.from} options={periods.map((one) => ({ ...one, disabled: one.value === span.to }))} onChange={(from) => onSpan({ ...span, from })} />
          <Select label="To" value={span.to} options={periods.map((one) => ({ ...one, disabled: one.value === span.from }))} onChange={(to) => onSpan({ ...span, to })} />
        </div>
        <Shown reading={change} what="the change" lines={4}>{(whole) => <Change change={whole} unit={detail.row.unit} />}</Shown>
        {detail.changes.length > 1 && <Neighbours detail={detail} onSpan={onSpan} />}
      </div>
    </Card>
  )
}

function Change({ change, unit }: { readonly change: ChangeInParts; readonly unit: string }) {
  const format = useFormat()
  const shown = shownChange(change)
  if (!shown || change.total.metric.status !== 'ok') return <PartialState message={whyNot(change, format)} />
  const plain = (value: number) => valueText(format, unit, value, shown.digits)
  const steps: readonly (WaterfallStep & { readonly why: ChangeInParts['total']['why'] })[] = [
    { key: 'before', label: periodWords(format, change.from), kind: 'total', value: shown.before, why: change.before.why },
    ...shown.parts.map(({ key, amount }, at) => ({ key, label: partWords[key], kind: 'change' as const, value: amount, why: change.parts[at]?.why ?? change.total.why })),
    { key: 'now', label: periodWords(format, change.to), kind: 'total', value: shown.now, why: change.now.why },
  ]
  return (
    <div className="grid gap-3">
      <Waterfall title="Why it changed" titleHidden steps={steps} format={plain} height={240} />
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(140px,1fr))] gap-x-4 gap-y-3 border-t border-border pt-3">
        {steps.map(({ key, label, kind, value, why }) => (
          <div key={key} className={kind === 'total' ? 'font-semibold' : undefined}>
            <dt className="text-label font-normal text-ink-3">{label}</dt>
            <dd className="figures"><WhyFigure why={explanationFromWire(why)}>{kind === 'total' ? plain(value ?? 0) : format.signed(value ?? 0, shown.digits)}</WhyFigure></dd>
          </div>
        ))}
        <div className="font-semibold">
          <dt className="text-label font-normal text-ink-3">Change</dt>
          <dd className="figures"><WhyFigure why={explanationFromWire(change.total.why)}>{format.signed(differenceOf(shown), shown.digits)}</WhyFigure></dd>
        </div>
      </dl>
    </div>
  )
}

/** In words of the page why a change cannot be told: what is missing of which period, or that parts make something else. */
function whyNot({ total: { metric } }: ChangeInParts, format: Format): string {
  if (metric.status !== 'missing') return describeMetric(metric)
  const what = metric.inputs.join(', ').replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => format.date(day))
  return `What the change is made of cannot be told without ${what}. An actual is recorded with its parts by “Record with parts”, by a file with columns for part, volume and price, or over the API.`
}

const differenceOf = ({ before, now, digits }: ShownChange): number => Number((now - before).toFixed(digits))

/** The changes from one period to the next, each leading to its way. */
function Neighbours({ detail: { changes }, onSpan }: { readonly detail: WhyChangedProps['detail']; onSpan(span: Span): void }) {
  const format = useFormat()
  const rows = changes.map((change) => ({ change, shown: shownChange(change) })).filter((row): row is { readonly change: ChangeInParts; readonly shown: ShownChange } => row.shown !== undefined)
  const keys = [...new Set(rows.flatMap(({ shown }) => shown.parts.map(({ key }) => key)))]
  type Row = (typeof rows)[number]
  const part = (key: (typeof keys)[number]) => ({ change, shown }: Row) => {
    const at = shown.parts.findIndex((one) => one.key === key)
    return <Amount amount={shown.parts[at]?.amount} digits={shown.digits} why={change.parts[at]?.why} />
  }
  return (
    <Table<Row>
      caption="Changes from one period to the next"
      rows={rows}
      rowKey={({ change }) => change.to.from}
      columns={[
        { key: 'period', label: 'Into', cell: ({ change: { from, to } }) => <Button kind="link" onClick={() => onSpan({ from: from.from, to: to.from })}>{periodWords(format, to)}</Button> },
        ...keys.map((key) => ({ key, label: partWords[key], numeric: true, cell: part(key) })),
        { key: 'total', label: 'Change', numeric: true, cell: ({ change, shown }) => <Amount amount={differenceOf(shown)} digits={shown.digits} why={change.total.why} /> },
      ]}
    />
  )
}

/** An amount with its explanation; a dash where a change has no such part. */
function Amount({ amount, digits, why }: { readonly amount: number | undefined; readonly digits: number; readonly why: ChangeInParts['total']['why'] | undefined }) {
  const format = useFormat()
  return amount === undefined || !why ? <span className="quiet">–</span> : <WhyFigure why={explanationFromWire(why)}>{format.signed(amount, digits)}</WhyFigure>
}
