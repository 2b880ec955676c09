import { useState } from 'react'
import type { KeyboardEvent, PointerEvent, UIEvent } from 'react'
import { ChartFrame, shortened, textWidth } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'
import { clipSpan, nearestStart, rowsInSight, stepStart } from './timeline-layout.ts'
import type { Span } from './timeline-layout.ts'

export type TimelineRow = Span & {
  readonly key: string
  readonly label: string
  /** Said after the label: `pinned by Ada`. */
  readonly note?: string
  /** Starts that it may be moved to, ascending; without them it stands where it is. */
  readonly starts?: readonly number[]
  /** Where it stood before: drawn as an outline. */
  readonly before?: Span
  /** Drawn darker and with a pin: somebody holds it there. */
  readonly held?: boolean
}

export type TimelineProps = ChartProps & {
  /** Names of the periods in order. */
  readonly periods: readonly string[]
  readonly rows: readonly TimelineRow[]
  /** What an outline is: `plan of record`. */
  readonly beforeLabel?: string
  /** A bar was moved to this start: dragged there, or moved by the arrow keys and set down with Enter. */
  onMove?(key: string, start: number): void
  onOpen?(key: string): void
}

const rowHeight = 28
const axisHeight = 28

/** Bars on a time axis, one a row, movable in whole periods. Draws only the rows in sight. */
export function Timeline(props: TimelineProps) {
  const { periods, rows, beforeLabel } = props
  const words = (span: Span | undefined): string => (span === undefined ? '' : spanWords(span, periods))
  const legend = rows.some((row) => row.before) && beforeLabel && <span className="legend-item"><i className="swatch outline" />{beforeLabel}</span>
  return (
    <ChartFrame {...props} nothing={rows.length === 0} legend={legend || undefined} table={{ columns: ['', 'From', 'To', ...(beforeLabel ? [beforeLabel] : [])], rows: rows.map((row) => [row.label, periods[row.from] ?? 'before', periods[row.from + row.length - 1] ?? 'after', ...(beforeLabel ? [words(row.before)] : [])]) }}>
      {(size) => <TimelineDrawing {...props} width={size.width} height={Math.min(size.height, rows.length * rowHeight + axisHeight)} />}
    </ChartFrame>
  )
}

/** A bar on its way: under the pointer since `from`, or by keys and not yet set down. */
type Drag = { readonly key: string; readonly by: 'pointer' | 'keys'; readonly from: number; readonly at: number; readonly start: number }

function TimelineDrawing({ periods, rows, title, width, height, onMove, onOpen }: TimelineProps & { readonly width: number; readonly height: number }) {
  const [top, setTop] = useState(0)
  const [wanted, setWanted] = useState<string>()
  const [drag, setDrag] = useState<Drag>()
  const labels = Math.round(Math.min(260, width * 0.32))
  const step = (width - labels - 12) / periods.length
  const current = wanted !== undefined && rows.some(({ key }) => key === wanted) ? wanted : rows[0]?.key
  const [from, to] = rowsInSight(rows.length, rowHeight, top, height)
  const goTo = (box: HTMLElement, index: number) => {
    const next = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (!next) return
    setWanted(next.key)
    const place = rows.indexOf(next) * rowHeight
    if (place < box.scrollTop) box.scrollTop = place
    if (place + rowHeight + axisHeight > box.scrollTop + box.clientHeight) box.scrollTop = place + rowHeight + axisHeight - box.clientHeight
    // The row has to be drawn before it can take the focus.
    setTop(box.scrollTop)
    requestAnimationFrame(() => box.querySelector<SVGElement>(`[data-mark="${CSS.escape(next.key)}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') return setDrag(undefined)
    const at = rows.findIndex(({ key }) => key === current)
    const row = rows[at]
    const jump = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - 10, PageDown: at + 10, Home: 0, End: rows.length - 1 }[event.key]
    const turn = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined
    if (row === undefined || (jump === undefined && turn === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    const start = drag?.key === row.key ? drag.start : row.from
    if (jump !== undefined) {
      setDrag(undefined)
      goTo(event.currentTarget, jump)
    } else if (turn !== undefined) {
      if (row.starts && onMove) setDrag({ key: row.key, by: 'keys', from: 0, at: row.from, start: stepStart(row.starts, start, turn) })
    } else if (drag) {
      setDrag(undefined)
      moveTo(row, start)
    } else onOpen?.(row.key)
  }
  const moveTo = (row: TimelineRow, start: number) => start !== row.from && onMove?.(row.key, start)
  const pointer = {
    onPointerDown: (row: TimelineRow) => (event: PointerEvent<SVGElement>) => {
      if (event.button !== 0 || !onMove || !row.starts) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ key: row.key, by: 'pointer', from: event.clientX, at: row.from, start: row.from })
    },
    onPointerMove: (row: TimelineRow) => (event: PointerEvent<SVGElement>) => {
      if (drag?.key !== row.key || drag.by === 'keys') return
      const start = nearestStart(row.starts ?? [], drag.at + (event.clientX - drag.from) / step, row.from)
      if (start !== drag.start) setDrag({ ...drag, start })
    },
    onPointerUp: (row: TimelineRow) => () => {
      if (drag?.key !== row.key || drag.by === 'keys') return
      setDrag(undefined)
      moveTo(row, drag.start)
    },
  }
  return (
    <div className="relative overflow-y-auto overflow-x-hidden" style={{ maxHeight: height }} onScroll={(event: UIEvent<HTMLDivElement>) => setTop(event.currentTarget.scrollTop)} onKeyDown={onKeyDown} role="group" aria-label={`${title}. Up and down go through the rows, left and right move a start, Enter sets it down, Escape lets it be; Enter without a move opens.`}>
      <PeriodAxis {...{ periods, width, labels, step }} />
      <svg className="drawing" style={{ height: rows.length * rowHeight }} viewBox={`0 0 ${width} ${rows.length * rowHeight}`}>
        <g aria-hidden="true">{periods.map((name, index) => <line key={name} className="grid-line" x1={labels + index * step} x2={labels + index * step} y1={from * rowHeight} y2={to * rowHeight} />)}</g>
        {rows.slice(from, to).map((row, index) => (
          <Row key={row.key} {...{ row, periods, labels, step }} y={(from + index) * rowHeight} shown={drag?.key === row.key ? drag.start : row.from} onItsWay={drag?.key === row.key && drag.start !== row.from} current={row.key === current} movable={onMove !== undefined && row.starts !== undefined} onDown={pointer.onPointerDown(row)} onMove={pointer.onPointerMove(row)} onUp={pointer.onPointerUp(row)} onFocus={() => setWanted(row.key)} onOpen={onOpen && (() => onOpen(row.key))} />
        ))}
      </svg>
    </div>
  )
}

function PeriodAxis({ periods, width, labels, step }: { readonly periods: readonly string[]; readonly width: number; readonly labels: number; readonly step: number }) {
  const every = Math.max(1, Math.ceil((Math.max(...periods.map((name) => textWidth(name))) + 10) / step))
  return (
    <svg className="drawing sticky top-0 z-10 bg-surface" viewBox={`0 0 ${width} ${axisHeight}`} aria-hidden="true">
      {periods.map((name, index) => index % every === 0 && <text key={name} className="tick figures" x={labels + index * step + 3} y={axisHeight - 10}>{name}</text>)}
      <line className="axis" x1={labels} x2={width - 12} y1={axisHeight - 0.5} y2={axisHeight - 0.5} />
    </svg>
  )
}

type RowProps = { readonly row: TimelineRow; readonly periods: readonly string[]; readonly labels: number; readonly step: number; readonly y: number; /** Where it is drawn while it is dragged. */ readonly shown: number; readonly onItsWay: boolean; readonly current: boolean; readonly movable: boolean; onDown(event: PointerEvent<SVGElement>): void; onMove(event: PointerEvent<SVGElement>): void; onUp(event: PointerEvent<SVGElement>): void; onFocus(): void; readonly onOpen: (() => void) | undefined }

function Row({ row, periods, labels, step, y, shown, onItsWay, current, movable, onDown, onMove, onUp, onFocus, onOpen }: RowProps) {
  const bar = clipSpan({ from: shown, length: row.length }, periods.length)
  const ghost = row.before && (row.before.from !== shown || row.before.length !== row.length) ? clipSpan(row.before, periods.length) : undefined
  const words = `${row.label}: ${spanWords({ from: shown, length: row.length }, periods)}${row.note ? `, ${row.note}` : ''}`
  const startWords = `starts ${periods[shown] ?? ''}${onItsWay ? ', not set down yet' : ''}`
  const x = (period: number): number => labels + period * step
  return (
    <g data-mark={row.key} tabIndex={current ? 0 : -1} onFocus={onFocus} onDoubleClick={onOpen} role={movable ? 'slider' : 'img'} aria-label={words} {...(movable && { 'aria-valuemin': row.starts?.[0] ?? 0, 'aria-valuemax': row.starts?.at(-1) ?? 0, 'aria-valuenow': shown, 'aria-valuetext': startWords })}>
      <title>{words}</title>
      <rect x={0} y={y} width={labels + periods.length * step} height={rowHeight} className="fill-transparent" />
      <text x={0} y={y + 18} className={onOpen ? 'cursor-pointer fill-ink!' : 'fill-ink!'} onClick={onOpen}>{shortened(row.label, labels - 12)}</text>
      {ghost && <rect x={x(ghost.from) + 1.5} y={y + 3.5} width={Math.max(2, ghost.length * step - 3)} height={rowHeight - 7} rx={4} className="fill-none stroke-border-strong" strokeDasharray="3 2" />}
      {bar && (
        <g className={movable ? 'cursor-ew-resize touch-none' : undefined} onPointerDown={onDown} onPointerMove={onMove} onPointerUp={onUp}>
          <rect x={x(bar.from) + 1} y={y + 6} width={Math.max(3, bar.length * step - 2)} height={rowHeight - 12} rx={4} fill="var(--chart-1)" fillOpacity={row.held ? 1 : 0.72} {...(onItsWay && { className: 'stroke-accent', strokeWidth: 2 })} />
          {row.held && <circle cx={x(bar.from) + 9} cy={y + rowHeight / 2} r={3} className="fill-surface" />}
          {bar.after && <text x={x(bar.from + bar.length) - 4} y={y + 18} textAnchor="end" className="fill-surface!">→</text>}
        </g>
      )}
    </g>
  )
}

const spanWords = ({ from, length }: Span, periods: readonly string[]): string => {
  const [first, last] = [periods[from] ?? 'earlier', periods[from + length - 1] ?? `beyond ${periods.at(-1) ?? ''}`]
  return length === 1 ? `in ${first}` : `${first} to ${last}`
}
