import type { MeasureDetail } from '@throughline/contract/strategy'
import type { MeasureEvent } from '@throughline/contract/value'
import { addDays, daysBetween } from '@throughline/engine/kernel'
import { candidateEvents } from '@throughline/engine/strategy'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { partWords, readingLooks, signalWords, valueText } from '../../../measure-words.ts'
import { runsOf, type Run } from './SignalChart.tsx'

/** Days before the end of the period of a signal in which an event may have caused it: a quarter. */
const withinDays = 92

export type Candidate = MeasureEvent & { readonly event: string; readonly daysBefore: number }

/** What happened in the quarter up to the end of the period in which a signal begins, the nearest first. */
export function candidatesOf(run: Run, points: MeasureDetail['points'], events: readonly MeasureEvent[]): readonly Candidate[] {
  const period = points.find((point) => point.period.from === run.from)?.period
  if (!period) return []
  const lastDay = addDays(period.to, -1)
  return candidateEvents(events.map((event): Candidate => ({ ...event, event: event.words, daysBefore: daysBetween(event.on, lastDay) })), withinDays)
}

/** For each signal what may have caused it, as far as it fits in time, and what the change was made of where its actual came in parts. */
export function Causes({ detail, events }: { readonly detail: MeasureDetail; readonly events: readonly MeasureEvent[] }) {
  const runs = runsOf(detail.points)
  if (runs.length === 0) return null
  return (
    <Card title="What may be behind a signal" note="Candidates by their time alone: what came shortly before proves nothing">
      <ol className="grid gap-4">
        {runs.toReversed().map((run) => <Cause key={run.from} run={run} detail={detail} candidates={candidatesOf(run, detail.points, events)} />)}
      </ol>
    </Card>
  )
}

function Cause({ run, detail, candidates }: { readonly run: Run; readonly detail: MeasureDetail; readonly candidates: readonly Candidate[] }) {
  const format = useFormat()
  const change = detail.changes.find(({ to }) => to.from === run.from)
  return (
    <li className="grid gap-1.5 border-t border-border pt-3 first:border-t-0 first:pt-0">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">{run.from === run.to ? format.month(run.from) : `${format.month(run.from)} – ${format.month(run.to)}`} <StatusMark quiet tone={readingLooks[run.signal.reading].tone} word={signalWords(run.signal)} /></h3>
      {candidates.length === 0 ? <p className="quiet">Nothing that is kept here happened in the quarter before: unexplained is a legal end.</p> : (
        <ul className="grid gap-1">
          {candidates.slice(0, 8).map((one) => (
            <li key={`${one.kind} ${one.on} ${one.words}`} className="flex flex-wrap items-baseline gap-x-3">
              <span className="figures min-w-24 text-ink-2">{format.date(one.on)}</span>
              <Happened event={one} />
              <span className="quiet">{one.daysBefore === 0 ? 'on its last day' : `${format.count(one.daysBefore, 'day', 'days')} before its end`}</span>
              <Chip>Candidate</Chip>
            </li>
          ))}
          {candidates.length > 8 && <li className="quiet">{`and ${candidates.length - 8} more`}</li>}
        </ul>
      )}
      {change ? (
        <p className="figures">Made of: {change.parts.map(({ key, amount }) => `${partWords[key]} ${format.signed(Number(amount), 2)}`).join(' · ')} = <WhyFigure why={explanationFromWire(change.total.why)}>{metricCell(change.total.metric, (value) => valueText(format, detail.row.unit, Number(value)))}</WhyFigure></p>
      ) : <p className="quiet">What it was made of is not known: the actual, or the one before it, came without its parts.</p>}
    </li>
  )
}

/** What happened, with the way to it where there is one. */
function Happened({ event: { words, entryId, initiativeId } }: { readonly event: Candidate }) {
  const href = entryId !== null ? places.entries({ entry: entryId }) : initiativeId !== null ? places.initiative(initiativeId) : undefined
  return href === undefined ? <span>{words}</span> : <a className="leading-6" href={href}>{words}</a>
}
