import { ChartFrame, Drawing, shortened, textWidth, type ChartProps } from './ChartFrame.tsx'

/** A range on a scale with its middle; without one, `reason` says why. */
export type RangeRow = { readonly key: string; readonly label: string; readonly range: { readonly low: number; readonly middle: number; readonly high: number } | null; readonly reason?: string; /** Drawn stronger: what the others come to. */ readonly total?: boolean }

export type RangeBarsProps = ChartProps & {
  readonly rows: readonly RangeRow[]
  /** What the ranges are held against: a line with its name. */
  readonly against: { readonly at: number; readonly label: string }
  /** Where values are printed below, and how. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  /** Names of the ends and the middle, in the table. */
  readonly columns: readonly [low: string, middle: string, high: string]
  format(value: number): string
}

const rowHeight = 30
const head = 22
const foot = 24

/** Ranges one below the other against one value: a bar from end to end, its middle as a mark. */
export function RangeBars(props: RangeBarsProps) {
  const { rows, columns, format } = props
  return (
    <ChartFrame {...props} nothing={rows.length === 0} table={{ columns: ['', ...columns], rows: rows.map(({ label, range, reason }) => [label, ...(range ? [format(range.low), format(range.middle), format(range.high)] : [reason ?? 'No figure', '', ''])]) }}>
      {({ width }) => <RangeDrawing {...props} width={width} />}
    </ChartFrame>
  )
}

function RangeDrawing({ rows, against, ticks, columns, format, title, width }: RangeBarsProps & { readonly width: number }) {
  const height = head + rows.length * rowHeight + foot
  const [left, right] = [Math.round(Math.min(240, width * 0.34)), width - 16]
  const values = [against.at, ...rows.flatMap(({ range }) => (range ? [range.low, range.high] : []))]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const beyond = Math.max(1, (most - least) * 0.04)
  const x = (value: number): number => left + ((value - least + beyond) / (most - least + 2 * beyond)) * (right - left)
  const line = x(against.at)
  const words = ({ label, range, reason }: RangeRow): string => `${label}: ${range ? `${columns[0]} ${format(range.low)}, ${columns[1]} ${format(range.middle)}, ${columns[2]} ${format(range.high)}` : (reason ?? 'no figure')}`
  return (
    <Drawing {...{ width, height }} label={`${title}, against ${against.label}`}>
      <g aria-hidden="true">
        {spaced(ticks, x).map(({ at, label }) => (
          <g key={at}><line x1={x(at)} x2={x(at)} y1={head} y2={height - foot} className="grid-line" /><text x={x(at)} y={height - 8} textAnchor="middle" className="tick figures">{label}</text></g>
        ))}
      </g>
      <line x1={line} x2={line} y1={head - 4} y2={height - foot} className="stroke-ink" strokeWidth={1.5} strokeDasharray="4 3" />
      {rows.map((row, at) => <Row key={row.key} {...{ row, x, left }} y={head + at * rowHeight} words={words(row)} />)}
      <text x={Math.max(left, Math.min(right - textWidth(against.label) / 2, line))} y={12} textAnchor={line - textWidth(against.label) / 2 < left ? 'start' : 'middle'} className="fill-ink!">{against.label}</text>
    </Drawing>
  )
}

function Row({ row: { label, range, reason, total = false }, x, y, left, words }: { readonly row: RangeRow; x(value: number): number; readonly y: number; readonly left: number; readonly words: string }) {
  const middle = y + rowHeight / 2
  return (
    <g role="img" aria-label={words}>
      <title>{words}</title>
      <text x={0} y={middle + 4} className={total ? 'fill-ink! font-semibold' : 'fill-ink!'}>{shortened(label, left - 12)}</text>
      {range ? (
        <>
          <rect x={x(range.low) - 2} y={middle - (total ? 8 : 6)} width={x(range.high) - x(range.low) + 4} height={total ? 16 : 12} rx={4} fill={total ? 'var(--chart-1)' : 'var(--chart-rest)'} fillOpacity={total ? 0.8 : 0.6} />
          <rect x={x(range.middle) - 1.5} y={middle - (total ? 10 : 8)} width={3} height={total ? 20 : 16} className="fill-ink" />
        </>
      ) : <text x={left} y={middle + 4} className="tick mark-label">{reason ?? 'No figure'}</text>}
    </g>
  )
}

/** Ticks that stand clear of each other. */
function spaced(ticks: RangeBarsProps['ticks'], x: (value: number) => number): RangeBarsProps['ticks'] {
  const kept: RangeBarsProps['ticks'][number][] = []
  for (const tick of ticks) {
    const before = kept.at(-1)
    if (!before || x(tick.at) - x(before.at) > (textWidth(tick.label) + textWidth(before.label)) / 2 + 12) kept.push(tick)
  }
  return kept
}
