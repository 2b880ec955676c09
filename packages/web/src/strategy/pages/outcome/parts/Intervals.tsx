import type { AlignmentOutcome, MetShare, OutcomeRow } from '@throughline/contract/strategy'
import { explanationFromWire, useFormat, type Format } from '../../../../format/index.ts'
import { ChartFrame } from '../../../../ui/charts/ChartFrame.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { inOrder, outcomeWords, questionWords, tercileWords } from '../words.ts'

type Line = { readonly key: string; readonly label: string; readonly share: MetShare; readonly isAll: boolean }
const linesOf = (row: OutcomeRow): readonly Line[] => [...inOrder.map((tercile): Line => ({ key: tercile, label: tercileWords[tercile], share: row.terciles[tercile], isAll: false })), { key: 'all', label: 'All', share: row.all, isAll: true }]

/** Of one question the share that met in each tercile, as a dot within its interval, and the claim that is tested as a line. */
export function Shares({ row, ranges, claim }: { readonly row: OutcomeRow; readonly ranges: AlignmentOutcome['ranges']; readonly claim: number | undefined }) {
  const format = useFormat()
  const lines = linesOf(row)
  const { name, met } = questionWords[row.question]
  const rangeOf = ({ key }: Line): string => {
    const range = key === 'all' ? null : ranges[key as keyof typeof ranges]
    return range === null ? '' : `alignment ${format.ratio(range.from)} to ${format.ratio(range.to)}`
  }
  return (
    <ChartFrame
      framed title={`${name}: share that met`} note="with 95% intervals, by alignment at approval" nothing={row.all.judged === 0} empty="Nobody has judged this yet."
      table={{ columns: ['Tercile', 'Judged', 'Met', 'Partly', 'Not met', 'Share that met', 'From', 'To'], rows: lines.map((line) => rowTold(line, rangeOf(line), format)) }}
      legend={claim === undefined ? undefined : <span className="legend-item"><i className="h-3 w-0.5 bg-[var(--chart-5)]" />Claimed {format.percent(claim, 1)}</span>}
    >
      {() => (
        <div className="grid grid-cols-[minmax(84px,160px)_minmax(60px,1fr)_52px_60px] gap-x-2 md:gap-x-4">
          <ul className="col-span-4 grid grid-cols-subgrid" aria-label={`Shares that ${met}`}>
            {lines.map((line) => <ShareLine key={line.key} line={line} range={rangeOf(line)} claim={claim} />)}
          </ul>
          <Axis from={0} to={1} ticks={[0, 0.25, 0.5, 0.75, 1]} word={(at) => format.percent(at)} />
        </div>
      )}
    </ChartFrame>
  )
}

const rowTold = ({ label, share: { judged, met, partly, notMet, proportion, interval } }: Line, range: string, format: Format): readonly string[] =>
  [range === '' ? label : `${label}, ${range}`, ...[judged, met, partly, notMet].map((count) => format.number(count, 0)), proportion.metric.status === 'ok' ? format.percent(proportion.metric.value, 1) : 'Insufficient', ...(interval.status === 'ok' ? [format.percent(interval.value.low, 1), format.percent(interval.value.high, 1)] : ['–', '–'])]

function ShareLine({ line: { label, share: { met, judged, proportion, interval }, isAll }, range, claim }: { readonly line: Line; readonly range: string; readonly claim: number | undefined }) {
  const format = useFormat()
  const known = proportion.metric.status === 'ok' ? proportion.metric.value : undefined
  return (
    <li className="col-span-4 grid min-h-11 grid-cols-subgrid items-center border-b border-border last:border-b-0">
      <span className="min-w-0">{label}{range !== '' && <span className="quiet block text-meta">{range}</span>}</span>
      <IntervalBar from={0} to={1} ticks={[0, 0.25, 0.5, 0.75, 1]} value={known} interval={interval.status === 'ok' ? interval.value : undefined} line={claim} colour={isAll ? 'var(--border-strong)' : 'var(--chart-1)'} />
      <span className="figures text-right"><WhyFigure why={explanationFromWire(proportion.why)}>{known === undefined ? 'Too few' : format.percent(known)}</WhyFigure></span>
      <span className="figures quiet text-right">{format.number(met, 0)} of {format.number(judged, 0)}</span>
    </li>
  )
}

/** Of both questions the difference of top and bottom tercile, as a dot within its interval about 0. */
export function Differences({ rows }: { readonly rows: readonly OutcomeRow[] }) {
  const format = useFormat()
  const ticks = [-1, -0.5, 0, 0.5, 1]
  const told = rows.map(({ question, difference, interval }) => [questionWords[question].name, difference.metric.status === 'ok' ? format.points(difference.metric.value) : 'Insufficient', ...(interval.status === 'ok' ? [format.points(interval.value.low), format.points(interval.value.high)] : ['–', '–'])])
  return (
    <ChartFrame framed title="Top tercile less bottom tercile" note={outcomeWords.notCause} nothing={rows.every(({ interval }) => interval.status !== 'ok')} empty="Too few were judged for a difference." table={{ columns: ['Question', 'Difference', 'From', 'To'], rows: told }}>
      {() => (
        <div className="grid grid-cols-[minmax(84px,160px)_minmax(60px,1fr)_52px_60px] gap-x-2 md:gap-x-4">
          <ul className="col-span-4 grid grid-cols-subgrid" aria-label="Differences">
            {rows.map(({ question, difference: { metric, why }, interval }) => (
              <li key={question} className="col-span-4 grid min-h-11 grid-cols-subgrid items-center border-b border-border last:border-b-0">
                <span>{questionWords[question].name}</span>
                <IntervalBar from={-1} to={1} ticks={ticks} value={metric.status === 'ok' ? metric.value : undefined} interval={interval.status === 'ok' ? interval.value : undefined} line={0} colour="var(--chart-1)" />
                <span className="figures col-span-2 text-right"><WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? format.points(metric.value) : 'Too few'}</WhyFigure></span>
              </li>
            ))}
          </ul>
          <Axis from={-1} to={1} ticks={ticks} word={(at) => format.signed(at * 100, 0)} />
        </div>
      )}
    </ChartFrame>
  )
}

type Scale = { readonly from: number; readonly to: number; readonly ticks: readonly number[] }
const placeIn = ({ from, to }: Scale) => (at: number): string => `${((at - from) / (to - from)) * 100}%`

/** A dot within its interval on a scale, with a line to hold it against; the digits stand beside it. */
function IntervalBar({ value, interval, line, colour, ...scale }: Scale & { readonly value: number | undefined; readonly interval: { readonly low: number; readonly high: number } | undefined; readonly line: number | undefined; readonly colour: string }) {
  const at = placeIn(scale)
  return (
    <span className="relative h-5" aria-hidden="true">
      {scale.ticks.map((tick) => <i key={tick} className="absolute -inset-y-3 w-px bg-border" style={{ left: at(tick) }} />)}
      {line !== undefined && <i className="absolute -inset-y-3 w-0.5 bg-[var(--chart-5)]" style={{ left: at(line) }} />}
      {interval && <i className="absolute top-1.5 h-2 rounded-full opacity-45" style={{ left: at(interval.low), width: `calc(${at(interval.high)} - ${at(interval.low)})`, background: colour }} />}
      {value !== undefined && <i className="absolute top-1 -ml-1.5 size-3 rounded-full border-2 border-surface" style={{ left: at(value), background: colour }} />}
    </span>
  )
}

function Axis({ word, ...scale }: Scale & { readonly word: (at: number) => string }) {
  return (
    <>
      <span />
      <span className="relative h-5 text-meta text-ink-3" aria-hidden="true">
        {scale.ticks.map((tick, index) => <span key={tick} className={`figures absolute top-1 -translate-x-1/2 whitespace-nowrap ${index % 2 === 1 ? 'max-md:hidden' : ''}`} style={{ left: placeIn(scale)(tick) }}>{word(tick)}</span>)}
      </span>
      <span className="col-span-2" />
    </>
  )
}
