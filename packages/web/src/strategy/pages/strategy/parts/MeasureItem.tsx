import type { Measure, MeasureActual } from '@throughline/contract/strategy'
import { dateOfDay } from '@throughline/engine/kernel'
import { ArrowRight } from 'lucide-react'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { LineChart } from '../../../../ui/charts/LineChart.tsx'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { inForce, trajectoryLines } from '../../../trajectory.ts'
import { actualStateWords, directionWords, statusLooks, unitLabel } from '../../../words.ts'

export type MeasureItemProps = { readonly measure: Measure; readonly canEdit: boolean; onEdit(): void; onRecord(): void; onWithdraw(actual: MeasureActual): void }

/** One measure: from where to where by when, what was measured, and how it stands. */
export function MeasureItem({ measure, canEdit, onEdit, onRecord, onWithdraw }: MeasureItemProps) {
  const format = useFormat()
  const { target } = measure
  const unit = unitLabel(measure.unit)
  const value = (text: string | null) => (text === null ? 'none' : `${format.number(Number(text))}${unit === '%' ? '%' : unit ? ` ${unit}` : ''}`)
  const latest = inForce(measure.actuals).at(-1)
  const lines = trajectoryLines(measure)
  return (
    <li className="grid gap-1.5">
      <div className="flex items-baseline gap-3">
        <h4 className="grow font-medium">{measure.name}</h4>
        <StatusMark {...{ tone: statusLooks[measure.status].tone, word: statusLooks[measure.status].words }} />
      </div>
      <p className="figures text-ink-2">
        {value(target.baseline)} <span className="quiet">{target.baselineOn && `on ${format.date(target.baselineOn)}`}</span> <ArrowRight className="inline size-3.5" role="img" aria-label="to" /> {value(target.target)} <span className="quiet">{target.dueOn && `by ${format.date(target.dueOn)}`}</span>
        <span className="quiet"> · {directionWords[measure.direction]}</span>
      </p>
      <p className="figures text-ink-2">
        {latest ? <>Latest {value(latest.value)} <span className="quiet">on {format.date(latest.on)}, {actualStateWords[latest.state]}</span> · attained <WhyFigure why={explanationFromWire(measure.attainment.why)}>{metricCell(measure.attainment.metric, (share) => format.percent(share))}</WhyFigure> · expected by then <WhyFigure why={explanationFromWire(measure.expected.why)}>{metricCell(measure.expected.metric, (expected) => value(String(expected)))}</WhyFigure></> : 'Nothing measured yet.'}
      </p>
      {lines.length > 0 && <LineChart title={`${measure.name}: agreed and measured`} titleHidden height={150} series={lines} x={{ label: '', format: (day) => format.month(dateOfDay(Math.round(day))) }} y={{ label: unit, format: (number) => format.number(number) }} />}
      {measure.actuals.length > 0 && <Actuals {...{ measure, canEdit, onWithdraw }} write={value} />}
      {canEdit && (
        <div className="flex gap-2">
          <Button onClick={onRecord} aria-label={`Record actual for ${measure.name}`}>Record actual</Button>
          <Button kind="quiet" onClick={onEdit} aria-label={`Change measure ${measure.name}`}>Change</Button>
        </div>
      )}
    </li>
  )
}

function Actuals({ measure, canEdit, onWithdraw, write }: Pick<MeasureItemProps, 'measure' | 'canEdit' | 'onWithdraw'> & { write(value: string): string }) {
  const format = useFormat()
  return (
    <details>
      <summary className="w-fit text-label text-accent">What was measured, and by whom ({measure.actuals.length})</summary>
      <ul className="mt-1">
        {[...measure.actuals].sort((a, b) => (a.on < b.on ? 1 : -1)).map((actual) => (
          <li key={actual.id} className="flex items-baseline gap-3 border-b border-border py-1 last:border-b-0">
            <span className="figures flex-none">{format.date(actual.on)}</span>
            <span className="figures flex-none font-medium">{write(actual.value)}</span>
            <span className="quiet min-w-0 grow">{[actualStateWords[actual.state], actual.source, actual.note].filter(Boolean).join(' · ')}</span>
            {canEdit && <Button kind="quiet" aria-label={`Withdraw ${write(actual.value)} of ${format.date(actual.on)}`} onClick={() => onWithdraw(actual)}>Withdraw</Button>}
          </li>
        ))}
      </ul>
    </details>
  )
}
