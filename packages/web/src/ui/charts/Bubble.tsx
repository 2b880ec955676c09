import { memo, useCallback, useMemo, useState } from 'react'
import { BottomAxis, ValueAxis } from './Axes.tsx'
import { ChartFrame, Drawing, seriesColour, textWidth } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'
import { placeLabels } from './labels.ts'
import type { Circle } from './labels.ts'
import { areaRadius, makeScale } from './scales.ts'
import type { Axis } from './scales.ts'
import { useMarks } from './use-marks.ts'

export type BubblePoint = {
  readonly key: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly size: number
  /** Filled or outline: the one thing the chart tells apart. */
  readonly filled: boolean
  /** More words for the mark, after its figures. */
  readonly note?: string
  /** Labelled before larger ones. */
  readonly marked?: boolean
}

export type BubbleProps = ChartProps & {
  readonly points: readonly BubblePoint[]
  readonly x: Axis
  readonly y: Axis
  readonly size: { readonly label: string; format(value: number): string }
  /** Words for filled and outline: `['Funded', 'Not funded']`. */
  readonly kinds: readonly [string, string]
  /** How many of the largest filled bubbles to label at most. */
  readonly labelled?: number
  /** Shades the part of the chart below a value of y and says why. */
  readonly shade?: { readonly below: number; readonly words: string }
  readonly hue?: number
  readonly selected?: string
  onSelect?(key: string): void
}

/** Two measures against each other, a third as area; filled against outline. Up to about 2,000 bubbles. */
export function Bubble(props: BubbleProps) {
  const { points, x, y, size, kinds } = props
  const table = { columns: ['Name', x.label, y.label, size.label, `${kinds[0]} or not`], rows: points.map((point) => [point.label, x.format(point.x), y.format(point.y), size.format(point.size), kinds[point.filled ? 0 : 1]]) }
  const legend = (
    <>
      <span className="legend-item"><i className="swatch round" style={{ background: seriesColour(props.hue ?? 0) }} />{kinds[0]}</span>
      <span className="legend-item"><i className="swatch round outline" />{kinds[1]}</span>
      <span className="legend-item">Area: {size.label.toLowerCase()}</span>
    </>
  )
  return (
    <ChartFrame {...props} height={props.height ?? 440} nothing={points.length === 0} table={table} legend={legend}>
      {({ width, height }) => <BubbleDrawing {...props} width={width} drawnHeight={height} />}
    </ChartFrame>
  )
}

function BubbleDrawing({ points, x, y, size, kinds, labelled = 12, shade, hue = 0, selected, onSelect, title, width, drawnHeight: height }: BubbleProps & { readonly width: number; readonly drawnHeight: number }) {
  const area = { left: 52, right: width - 12, top: 22, bottom: height - 40 }
  const layout = useBubbleLayout(points, x, y, width, height)
  const marks = useMarks(useMemo(() => points.map((point) => point.key), [points]), onSelect)
  const [hovered, setHovered] = useState<string>()
  const point = useCallback((key: string | undefined) => setHovered(key), [])
  const shown = layout.bubbles.find((bubble) => bubble.key === (hovered ?? marks.focused))
  const labels = useMemo(() => labelsOf(layout.bubbles, labelled, { left: 52, right: width - 12, top: 22, bottom: height - 40 }), [layout, labelled, width, height])
  const words = useCallback((at: BubblePoint) => `${at.label}: ${x.label} ${x.format(at.x)}, ${y.label} ${y.format(at.y)}, ${size.label} ${size.format(at.size)}, ${kinds[at.filled ? 0 : 1]}${at.note ? `, ${at.note}` : ''}`, [x, y, size, kinds])
  const shadeTop = shade && Math.max(area.top, Math.min(area.bottom, layout.y(shade.below)))
  return (
    <Drawing {...{ width, height }} label={`${title}. ${points.length} marks; arrow keys go through them.`}>
      {shade && shadeTop !== undefined && shadeTop < area.bottom && (
        <g>
          <rect x={area.left} y={shadeTop} width={area.right - area.left} height={area.bottom - shadeTop} className="shade" />
          <text x={area.right - 6} y={area.bottom - 8} textAnchor="end" className="tick">{shade.words}</text>
        </g>
      )}
      <ValueAxis ticks={layout.y.ticks} y={layout.y} left={area.left} right={area.right} format={y.format} label={y.label} />
      <BottomAxis ticks={layout.x.ticks} x={layout.x} y={area.bottom} right={area.right} format={x.format} label={x.label} />
      <g {...marks.group}>
        {layout.bubbles.map((bubble) => (
          <Dot key={bubble.key} bubble={bubble} colour={seriesColour(hue)} stop={bubble.key === marks.current} selected={bubble.key === selected} words={words} onPoint={point} onSelect={onSelect} />
        ))}
      </g>
      <g aria-hidden="true" pointerEvents="none">
        {labels.map((label) => (
          <g key={label.key}>
            {label.leader && <line x1={label.leader[0]} y1={label.leader[1]} x2={label.leader[2]} y2={label.leader[3]} className="leader" />}
            <text x={label.x} y={label.y} dy="0.34em" className="mark-label">{layout.names.get(label.key)}</text>
          </g>
        ))}
      </g>
      {shown && <Card at={shown} width={width} lines={[shown.point.label, `${x.label} ${x.format(shown.point.x)}`, `${y.label} ${y.format(shown.point.y)}`, `${size.label} ${size.format(shown.point.size)}`, kinds[shown.point.filled ? 0 : 1], ...(shown.point.note ? [shown.point.note] : [])]} />}
    </Drawing>
  )
}

type Laid = Circle & { readonly point: BubblePoint }

/** Places stay the same while only filled or outline changes, so that a slider moves nothing but paint. */
function useBubbleLayout(points: readonly BubblePoint[], x: Axis, y: Axis, width: number, height: number) {
  return useMemo(() => {
    const [left, right, top, bottom] = [52, width - 12, 22, height - 40]
    const most = Math.max(10, Math.min(26, width / 36))
    const scaleX = makeScale(points.map((point) => point.x), x, [left + most, right - most])
    const scaleY = makeScale(points.map((point) => point.y), y, [bottom - most, top + most], 7)
    const radius = areaRadius(Math.max(0, ...points.map((point) => point.size)), most)
    const bubbles: Laid[] = points.map((point) => ({ key: point.key, point, x: scaleX(point.x), y: scaleY(point.y), radius: radius(point.size) }))
    return { x: scaleX, y: scaleY, bubbles: bubbles.sort((a, b) => Number(a.point.filled) - Number(b.point.filled) || b.radius - a.radius), names: new Map(points.map((point) => [point.key, point.label])) }
  }, [points, x, y, width, height])
}

function labelsOf(bubbles: readonly Laid[], most: number, area: { left: number; right: number; top: number; bottom: number }) {
  const important = bubbles.filter((bubble) => bubble.point.filled || bubble.point.marked).sort((a, b) => Number(b.point.marked ?? false) - Number(a.point.marked ?? false) || b.radius - a.radius).slice(0, most)
  const dense = bubbles.filter((bubble) => bubble.point.filled)
  return placeLabels(important.map((bubble) => ({ ...bubble, width: textWidth(bubble.point.label) })), dense, area)
}

type DotProps = { readonly bubble: Laid; readonly colour: string; readonly stop: boolean; readonly selected: boolean; words(point: BubblePoint): string; onPoint(key: string | undefined): void; readonly onSelect: ((key: string) => void) | undefined }

const Dot = memo(
  function Dot({ bubble, colour, stop, selected, words, onPoint, onSelect }: DotProps) {
    const { point, x, y, radius, key } = bubble
    return (
      <circle
        cx={x}
        cy={y}
        r={radius}
        className="bubble"
        data-filled={point.filled || undefined}
        data-selected={selected || undefined}
        data-mark={key}
        style={{ color: colour }}
        role={onSelect ? 'button' : 'img'}
        aria-label={words(point)}
        aria-pressed={onSelect ? selected : undefined}
        tabIndex={stop ? 0 : -1}
        onPointerEnter={() => onPoint(key)}
        onPointerLeave={() => onPoint(undefined)}
        onClick={() => onSelect?.(key)}
      />
    )
  },
  (a, b) => a.bubble.x === b.bubble.x && a.bubble.y === b.bubble.y && a.bubble.radius === b.bubble.radius && a.bubble.point.filled === b.bubble.point.filled && a.bubble.point.note === b.bubble.point.note && a.bubble.point.label === b.bubble.point.label && a.stop === b.stop && a.selected === b.selected && a.colour === b.colour && a.words === b.words && a.onSelect === b.onSelect,
)

/** The figures of the mark under the pointer or with focus. */
function Card({ at, width, lines }: { readonly at: Circle; readonly width: number; readonly lines: readonly string[] }) {
  const boxWidth = Math.max(...lines.map((text) => textWidth(text, 12))) + 24
  const left = at.x + at.radius + 8 + boxWidth > width ? at.x - at.radius - 8 - boxWidth : at.x + at.radius + 8
  const top = Math.max(4, at.y - lines.length * 9)
  return (
    <g className="chart-card" pointerEvents="none" transform={`translate(${Math.max(2, left)} ${top})`} aria-hidden="true">
      <rect width={boxWidth} height={lines.length * 17 + 12} rx={6} />
      {lines.map((text, index) => (
        <text key={index} x={12} y={20 + index * 17} className={index === 0 ? 'card-title' : 'card-line'}>{text}</text>
      ))}
    </g>
  )
}
