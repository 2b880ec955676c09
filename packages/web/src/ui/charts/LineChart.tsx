import { area, curveLinear, curveStepAfter, line } from 'd3-shape'
import { BottomAxis, ValueAxis } from './Axes.tsx'
import { ChartFrame, Drawing, seriesColour, textWidth } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'
import { placeLabels } from './labels.ts'
import type { Circle } from './labels.ts'
import { makeScale } from './scales.ts'
import type { Axis, Scale } from './scales.ts'
import { useMarks } from './use-marks.ts'

export type LinePoint = { readonly x: number; readonly y: number | null; /** Printed beside the point. */ readonly label?: string }
export type LineSeries = {
  readonly key: string
  readonly label: string
  readonly kind?: 'line' | 'area' | 'step'
  readonly points: readonly LinePoint[]
  /** Draws a marker on each point, each reachable by keyboard. */
  readonly markers?: boolean
  readonly dash?: 'solid' | 'dashed' | 'dotted'
  /** Index into the chart palette; the series' place unless given. */
  readonly hue?: number
}
/** A point of its own: where we are, or something to compare with. */
export type LineSpot = { readonly key: string; readonly x: number; readonly y: number; readonly label: string; readonly kind: 'current' | 'comparison' }

export type LineChartProps = ChartProps & { readonly series: readonly LineSeries[]; readonly x: Axis; readonly y: Axis; readonly spots?: readonly LineSpot[]; /** A vertical line with words, such as a limit or today. */ readonly rule?: { readonly x: number; readonly label: string }; onSelect?(key: string, index: number): void }

/** Lines, areas or steps over one axis, labelled at their ends. Gaps (null) stay gaps. */
export function LineChart(props: LineChartProps) {
  const { series, x, y, spots = [] } = props
  const places = [...new Set(series.flatMap((each) => each.points.map((point) => point.x)))].sort((a, b) => a - b)
  const rows = places.map((place) => [x.format(place), ...series.map((each) => valueAt(each, place, y))])
  const more = spots.map((spot) => [`${spot.label}, at ${x.format(spot.x)}`, ...series.map((_, index) => (index === 0 ? y.format(spot.y) : ''))])
  return (
    <ChartFrame {...props} nothing={series.every((each) => each.points.length === 0)} table={{ columns: [x.label, ...series.map((each) => each.label)], rows: [...rows, ...more] }}>
      {(size) => <LineDrawing {...props} {...size} />}
    </ChartFrame>
  )
}

function valueAt(series: LineSeries, place: number, y: Axis): string {
  const value = series.points.find((point) => point.x === place)?.y
  return value === undefined || value === null ? '' : y.format(value)
}

function LineDrawing({ series, x: xAxis, y: yAxis, spots = [], rule, width, height, title, onSelect }: LineChartProps & { readonly width: number; readonly height: number }) {
  const values = [...series.flatMap((each) => each.points.flatMap((point) => point.y ?? [])), ...spots.map((spot) => spot.y), ...(series.some((each) => each.kind === 'area') ? [0] : [])]
  const y = makeScale(values, yAxis, [height - 44, 24], 5)
  const left = Math.max(...y.ticks.map((tick) => textWidth(yAxis.format(tick)))) + 14
  const room = series.length > 1 ? Math.min(140, Math.max(...series.map((each) => textWidth(each.label))) + 12) : 16
  const x = makeScale([...series.flatMap((each) => each.points.map((point) => point.x)), ...spots.map((spot) => spot.x)], { ...xAxis, domain: xAxis.domain ?? spread(series, spots) }, [left + 4, width - room], Math.max(3, Math.floor(width / 110)))
  const ends = endLabels(series.map((each) => { const last = each.points.findLast((point) => point.y !== null); return last ? y(last.y ?? 0) : undefined }))
  const marks = useMarks(series.flatMap((each) => (each.markers ? each.points.map((_, index) => `${each.key} ${index}`) : [])), onSelect && ((key) => onSelect(key.slice(0, key.lastIndexOf(' ')), Number(key.slice(key.lastIndexOf(' ') + 1)))))
  return (
    <Drawing {...{ width, height }} label={title}>
      <ValueAxis ticks={y.ticks} y={y} left={left} right={width - room} format={yAxis.format} label={yAxis.label} />
      <BottomAxis ticks={x.ticks} x={x} y={height - 44} right={width - room} format={xAxis.format} label={xAxis.label} />
      {rule && <Rule x={x(rule.x)} top={24} bottom={height - 44} label={rule.label} width={width} />}
      {series.map((each, index) => (
        <Series key={each.key} series={each} colour={seriesColour(each.hue ?? index)} {...{ x, y }} base={y(Math.max(0, y.domain[0]))} labelAt={series.length > 1 ? ends[index] : undefined} />
      ))}
      <g {...marks.group}>
        {series.map((each, index) => each.markers && <Markers key={each.key} series={each} colour={seriesColour(each.hue ?? index)} {...{ x, y, xAxis, yAxis, onSelect }} current={marks.current} />)}
      </g>
      <SpotMarks {...{ spots, x, y, xAxis, yAxis }} avoid={series.flatMap((each) => alongLine(each, x, y))} area={{ left, right: width - 4, top: 14, bottom: height - 46 }} />
    </Drawing>
  )
}

/** Height of a line of a label, in pixels. */
const labelHeight = 14

/** Where the labels at the ends of lines stand: beside their line, and apart from each other where lines end together. */
function endLabels(ends: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const placed = [...ends]
  const order = ends.map((_, at) => at).filter((at) => ends[at] !== undefined).sort((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0) || a - b)
  order.forEach((at, place) => {
    const below = order[place - 1]
    if (below !== undefined) placed[at] = Math.min(placed[at] ?? 0, (placed[below] ?? 0) - labelHeight)
  })
  return placed
}

function Series({ series, colour, x, y, base, labelAt }: { readonly series: LineSeries; readonly colour: string; readonly x: Scale; readonly y: Scale; readonly base: number; readonly labelAt: number | undefined }) {
  const curve = series.kind === 'step' ? curveStepAfter : curveLinear
  const known = (point: LinePoint): boolean => point.y !== null
  const path = line<LinePoint>((point) => x(point.x), (point) => y(point.y ?? 0)).defined(known).curve(curve)([...series.points])
  const fill = series.kind === 'area' ? area<LinePoint>((point) => x(point.x), base, (point) => y(point.y ?? 0)).defined(known)([...series.points]) : null
  const last = series.points.findLast(known)
  return (
    <g aria-hidden="true">
      {fill && <path d={fill} fill={colour} opacity={0.14} />}
      {lonePoints(series.points).map((point) => (
        <circle key={point.x} cx={x(point.x)} cy={y(point.y ?? 0)} r={2.5} fill={colour} />
      ))}
      {path && <path d={path} className="line" stroke={colour} strokeDasharray={{ solid: undefined, dashed: '6 4', dotted: '1.5 4' }[series.dash ?? 'solid']} />}
      {labelAt !== undefined && last && (
        <text x={x(last.x) + 6} y={labelAt} dy="0.34em" className="mark-label">
          {series.label}
        </text>
      )}
    </g>
  )
}

type MarkersProps = { readonly series: LineSeries; readonly colour: string; readonly x: Scale; readonly y: Scale; readonly xAxis: Axis; readonly yAxis: Axis; readonly current: string | undefined; readonly onSelect: ((key: string, index: number) => void) | undefined }

function Markers({ series, colour, x, y, xAxis, yAxis, current, onSelect }: MarkersProps) {
  return series.points.map((point, index) => {
    if (point.y === null) return null
    const words = `${series.label}: ${xAxis.format(point.x)}, ${yAxis.format(point.y)}${point.label ? `, ${point.label}` : ''}`
    return (
      <g key={index}>
        <circle cx={x(point.x)} cy={y(point.y)} r={4} className="marker" style={{ color: colour }} data-mark={`${series.key} ${index}`} role={onSelect ? 'button' : 'img'} aria-label={words} tabIndex={current === `${series.key} ${index}` ? 0 : -1} onClick={() => onSelect?.(series.key, index)}>
          <title>{words}</title>
        </circle>
        {point.label && (
          <text x={x(point.x)} y={y(point.y) - 10} textAnchor="middle" className="tick figures" aria-hidden="true">
            {point.label}
          </text>
        )}
      </g>
    )
  })
}

/** Where we are (ring) and what to compare with (diamond), each with its words where there is room. */
function SpotMarks({ spots, x, y, xAxis, yAxis, avoid, area }: { readonly avoid: readonly Circle[]; readonly spots: readonly LineSpot[]; readonly x: Scale; readonly y: Scale; readonly xAxis: Axis; readonly yAxis: Axis; readonly area: { left: number; right: number; top: number; bottom: number } }) {
  const circles = spots.map((spot) => ({ key: spot.key, x: x(spot.x), y: y(spot.y), radius: 7, width: textWidth(spot.label) + 2 }))
  const labels = placeLabels(circles, [...circles, ...avoid], area)
  return spots.map((spot, index) => {
    const circle = circles[index]
    const label = labels.find((each) => each.key === spot.key)
    if (!circle) return null
    return (
      <g key={spot.key} role="img" aria-label={`${spot.label}: ${xAxis.format(spot.x)}, ${yAxis.format(spot.y)}`}>
        {spot.kind === 'current' ? <circle cx={circle.x} cy={circle.y} r={6} className="spot-current" /> : <path d={`M${circle.x} ${circle.y - 6}l6 6l-6 6l-6 -6z`} className="spot-comparison" />}
        {label?.leader && <line x1={label.leader[0]} y1={label.leader[1]} x2={label.leader[2]} y2={label.leader[3]} className="leader" />}
        {label && <text x={label.x} y={label.y} dy="0.34em" className="mark-label" aria-hidden="true">{spot.label}</text>}
      </g>
    )
  })
}

/** Points between gaps, which a line alone would not show. */
const lonePoints = (points: readonly LinePoint[]): readonly LinePoint[] => points.filter((point, index) => point.y !== null && (points[index - 1]?.y ?? null) === null && (points[index + 1]?.y ?? null) === null)

/** Small circles along a series' line, so that labels keep off it. */
function alongLine(series: LineSeries, x: Scale, y: Scale): readonly Circle[] {
  const known = series.points.flatMap((point) => (point.y === null ? [] : [[x(point.x), y(point.y)] as const]))
  const corners = series.kind === 'step' ? known.flatMap(([px, py], index) => (index === 0 ? [[px, py] as const] : [[px, known[index - 1]?.[1] ?? py] as const, [px, py] as const])) : known
  return corners.flatMap(([px, py], index) => {
    const [fromX, fromY] = corners[index - 1] ?? [px, py]
    const steps = Math.max(1, Math.ceil(Math.hypot(px - fromX, py - fromY) / 6))
    return Array.from({ length: steps }, (_, step) => ({ key: '', x: fromX + ((px - fromX) * step) / steps, y: fromY + ((py - fromY) * step) / steps, radius: 3 }))
  })
}

const Rule = ({ x, top, bottom, label, width }: { readonly x: number; readonly top: number; readonly bottom: number; readonly label: string; readonly width: number }) => (
  <g>
    <line x1={x} x2={x} y1={top} y2={bottom} className="rule" />
    <text x={x > width / 2 ? x - 6 : x + 6} y={top + 4} textAnchor={x > width / 2 ? 'end' : 'start'} className="tick">{label}</text>
  </g>
)

function spread(series: readonly LineSeries[], spots: readonly LineSpot[]): readonly [number, number] {
  const values = [...series.flatMap((each) => each.points.map((point) => point.x)), ...spots.map((spot) => spot.x)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? [low - 1, high + 1] : [low, high]
}
