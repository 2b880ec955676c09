import { useId } from 'react'
import { ValueAxis } from './Axes.tsx'
import { ChartFrame, Drawing, textWidth } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'
import { bands, barScale } from './scales.ts'
import { useMarks } from './use-marks.ts'
import { labelHeights, waterfallBars } from './waterfall-layout.ts'
import type { WaterfallBar, WaterfallStep } from './waterfall-layout.ts'

export type { WaterfallStep } from './waterfall-layout.ts'

export type WaterfallProps = ChartProps & {
  readonly steps: readonly WaterfallStep[]
  format(value: number): string
  /** Name of the bar that closes a gap between the changes and a stated total. */
  readonly gapLabel?: string
  /** A second class that must not be added to the first: drawn beside it in outline, with its own steps by the same keys. */
  readonly second?: { readonly name: string; readonly firstName: string; readonly steps: readonly WaterfallStep[] }
  onSelect?(key: string): void
}

/** How one figure becomes another, step by step. It always closes; what has no figure is hatched and says why. */
export function Waterfall(props: WaterfallProps) {
  const { steps, format, gapLabel = 'Not explained', second } = props
  const first = waterfallBars(steps, gapLabel)
  const other = second ? waterfallBars(second.steps, gapLabel) : []
  const words = (bar: WaterfallBar): string => (bar.value === null ? (bar.reason ?? '') : bar.kind === 'total' ? format(bar.value) : signed(bar.value, format))
  const named = [...first.map((bar) => [second ? `${bar.label}, ${second.firstName}` : bar.label, words(bar)]), ...other.map((bar) => [`${bar.label}, ${second?.name ?? ''}`, words(bar)])]
  const legend = second && (
    <>
      <span className="legend-item"><i className="swatch" style={{ background: 'var(--chart-1)' }} />{second.firstName}</span>
      <span className="legend-item"><i className="swatch outline" />{second.name}, never added to it</span>
    </>
  )
  return (
    <ChartFrame {...props} nothing={first.every((bar) => bar.value === null) && first.length === 0} table={{ columns: ['Step', 'Value'], rows: named }} legend={legend}>
      {(size) => <WaterfallDrawing {...props} {...size} bars={first} other={other} words={words} />}
    </ChartFrame>
  )
}

type DrawingProps = WaterfallProps & { readonly width: number; readonly height: number; readonly bars: readonly WaterfallBar[]; readonly other: readonly WaterfallBar[]; words(bar: WaterfallBar): string }

function WaterfallDrawing({ bars, other, format, width, height, title, words, onSelect, second }: DrawingProps) {
  const hatch = useId()
  const keys = [...new Set([...bars, ...other].map((bar) => bar.key))]
  const ordered = [...bars.map((bar) => bar.key), ...keys.filter((key) => !bars.some((bar) => bar.key === key))]
  const ends = [...bars, ...other].flatMap((bar) => [bar.from, bar.to])
  const y = barScale(ends, [height - 44, 34])
  const { ticks } = y
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 14
  const slots = bands(ordered.length, [left, width - 8], 0.28)
  const x = (key: string): number => slots.start(ordered.indexOf(key))
  const marks = useMarks([...bars.map((bar) => bar.key), ...other.map((bar) => `second ${bar.key}`)], onSelect && ((key) => onSelect(key.replace(/^second /, ''))))
  // Where bars stand too close for words, only totals keep their name; amounts are told by the table, by pointing and by reading out.
  const roomy = slots.step >= narrowestPx
  const said = (bar: WaterfallBar): boolean => roomy || bar.kind === 'undefined'
  const named = (key: string): boolean => roomy || bars.some((bar) => bar.key === key && (bar.kind === 'total' || bar.kind === 'undefined'))
  const half = second ? slots.width / 2 - 1 : slots.width
  const names = new Map([...other, ...bars].map((bar) => [bar.key, bar.label]))
  const floor = height - 44
  const heights = labelHeights(bars.map((bar) => (said(bar) ? { wanted: topOf(bar, y, floor) - 6, widthPx: textWidth(barWords(bar, words)) } : { wanted: -height, widthPx: 0 })), slots.step, 13)
  const draw = (bar: WaterfallBar, outline: boolean, index: number, list: readonly WaterfallBar[]) => {
    const start = x(bar.key) + (outline ? half + 2 : 0)
    const next = list[index + 1]
    return <Bar key={`${outline}${bar.key}`} {...{ bar, outline, hatch, words, start }} mark={outline ? `second ${bar.key}` : bar.key} stop={marks.current === (outline ? `second ${bar.key}` : bar.key)} barWidth={half} said={said(bar)} labelY={(outline ? undefined : heights[index]) ?? topOf(bar, y, floor) - 6} y={y} floor={floor} nextStart={next && bar.value !== null && next.value !== null ? x(next.key) + (outline ? half + 2 : 0) : undefined} onSelect={onSelect} />
  }
  return (
    <Drawing {...{ width, height, hatch }} label={`${title}. Arrow keys go through the steps.`}>
      <ValueAxis ticks={ticks} y={y} left={left} right={width - 8} format={format} />
      <g {...marks.group}>
        {bars.map((bar, index) => draw(bar, false, index, bars))}
        {other.map((bar, index) => draw(bar, true, index, other))}
      </g>
      {ordered.filter(named).map((key) => (
        <Lines key={key} text={names.get(key) ?? ''} x={x(key) + slots.width / 2} y={height - 28} width={roomy ? slots.step - 4 : slots.step * 3} />
      ))}
    </Drawing>
  )
}

type BarProps = { readonly bar: WaterfallBar; readonly outline: boolean; readonly hatch: string; readonly mark: string; readonly stop: boolean; readonly start: number; readonly barWidth: number; readonly said: boolean; readonly labelY: number; y(value: number): number; readonly floor: number; readonly nextStart: number | undefined; words(bar: WaterfallBar): string; readonly onSelect: ((key: string) => void) | undefined }

function Bar({ bar, outline, hatch, mark, stop, start, barWidth, said, labelY, y, floor, nextStart, words, onSelect }: BarProps) {
  const missing = bar.value === null
  const top = topOf(bar, y, floor)
  const bottom = missing ? top + missingHeightPx : Math.max(y(bar.from), y(bar.to))
  const kind = bar.kind === 'total' ? 'total' : bar.kind === 'gap' || missing ? 'hatched' : (bar.tone ?? 'neutral')
  return (
    <g data-mark={mark} tabIndex={stop ? 0 : -1} role={onSelect ? 'button' : 'img'} aria-label={onSelect ? undefined : `${bar.label}: ${words(bar)}`} className="bar" onClick={() => onSelect?.(bar.key)}>
      <title>{`${bar.label}: ${words(bar)}`}</title>
      {nextStart !== undefined && <line x1={start + barWidth} x2={nextStart} y1={y(bar.to)} y2={y(bar.to)} className="connector" />}
      <rect x={start} y={top} width={barWidth} height={Math.max(1.5, bottom - top)} rx={2} data-kind={kind} data-outline={outline || undefined} fill={kind === 'hatched' ? `url(#${hatch})` : undefined} />
      {said && (
        <text x={start + barWidth / 2} y={labelY} textAnchor="middle" className={missing ? 'tick' : 'bar-value figures'} aria-hidden="true">
          {barWords(bar, words)}
        </text>
      )}
      {said && missing && bottom + 40 < floor && <Lines text={words(bar)} x={start + barWidth / 2} y={bottom + 14} width={barWidth * 1.35} />}
    </g>
  )
}

const missingHeightPx = 48
const narrowestPx = 40

/** Where a bar begins on the screen; one without a figure stands on the floor or hangs from where the last one ended. */
const topOf = (bar: WaterfallBar, y: (value: number) => number, floor: number): number => (bar.value === null ? Math.min(y(bar.from), floor - missingHeightPx) : Math.min(y(bar.from), y(bar.to)))

const barWords = (bar: WaterfallBar, words: (bar: WaterfallBar) => string): string => (bar.value === null ? 'no figure' : words(bar))

/** Words in two lines at most: the name of a step under its bar, or why it has no figure. */
function Lines({ text, x, y, width }: { readonly text: string; readonly x: number; readonly y: number; readonly width: number }) {
  return (
    <text x={x} y={y} textAnchor="middle" className="tick" aria-hidden="true">
      {wrap(text, width).map((line, index) => (
        <tspan key={index} x={x} dy={index === 0 ? 0 : 13}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Two lines at most, cut with an ellipsis where even they do not hold the words. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const shown = lines.length > 2 ? [lines[0] ?? '', `${lines[1] ?? ''}…`] : lines
  return shown.map((line) => (textWidth(line) <= width ? line : `${[...line].slice(0, Math.max(3, Math.floor(width / 6.4))).join('')}…`))
}

const signed = (value: number, format: (value: number) => string): string => (value > 0 ? `+${format(value)}` : format(value))
