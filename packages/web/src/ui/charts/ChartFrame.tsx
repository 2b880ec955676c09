import { ChartColumn, Table2 } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from '../controls/Button.tsx'
import { Table } from '../display/Table.tsx'

/** The figures behind a chart: the first column names the row. */
export type ChartTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

export type ChartProps = {
  /** What the chart shows: `From business case to realised value`. */
  readonly title: string
  /** Unit and period: `M€, five years`. */
  readonly note?: string
  readonly height?: number
  /** Hides the title from view where a card already says it; readers still hear it. */
  readonly titleHidden?: boolean
  /** Draws the chart as a card of its own, its title a heading; leave out inside a card. */
  readonly framed?: boolean
  /** Said instead of the chart when there is nothing to draw. */
  readonly empty?: string
}

/** Title, chart, and the same figures as a table on demand. `children` draws at the width it is given. */
export function ChartFrame({ title, note, height = 280, titleHidden = false, framed = false, empty, nothing = false, table, legend, children }: ChartProps & { readonly nothing?: boolean; readonly table: ChartTable; readonly legend?: ReactNode; readonly children: (size: { readonly width: number; readonly height: number }) => ReactNode }) {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const { box, width } = useWidth()
  const Title = framed ? 'h2' : 'span'
  return (
    <figure className={framed ? 'chart card card-chart' : 'chart'} aria-labelledby={id}>
      <figcaption className="chart-head">
        <Title id={id} className={titleHidden ? 'visually-hidden' : 'chart-title'}>
          {title}
        </Title>
        {note && <span className="chart-note">{note}</span>}
        {legend && !nothing && !asTable && <span className="chart-legend">{legend}</span>}
        <span className="grow" />
        {!nothing && <IconButton label={asTable ? 'Show as chart' : 'Show as table'} aria-pressed={asTable} icon={asTable ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />} onClick={() => setAsTable(!asTable)} />}
      </figcaption>
      <div ref={box}>
        {nothing ? (
          <p className="chart-empty">{empty ?? 'Nothing to show yet'}</p>
        ) : asTable ? (
          <FigureTable caption={title} table={table} maxHeight={Math.max(height, 160)} />
        ) : (
          children({ width, height })
        )}
      </div>
    </figure>
  )
}

function FigureTable({ caption, table, maxHeight }: { readonly caption: string; readonly table: ChartTable; readonly maxHeight: number }) {
  const rows = table.rows.map((cells, index) => ({ cells, place: String(index) }))
  return <Table caption={caption} maxHeight={maxHeight} rows={rows} rowKey={(row) => row.place} columns={table.columns.map((label, index) => ({ key: String(index), label, numeric: index > 0, cell: (row: (typeof rows)[number]) => row.cells[index] ?? '' }))} />
}

/** The drawing itself: scales down on paper, names itself to readers. */
export function Drawing({ width, height, label, children, hatch }: { readonly width: number; readonly height: number; readonly label: string; readonly children: ReactNode; readonly hatch?: string }) {
  return (
    <svg className="drawing" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {hatch && (
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
          </pattern>
        </defs>
      )}
      {children}
    </svg>
  )
}

/** Width of the place to draw in, in whole px; 640 until it is known. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(640)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth((before) => (element.clientWidth > 0 ? Math.max(160, element.clientWidth) : before))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { box, width }
}

/** Rough width of text in px at 11 px size: enough to keep labels apart. */
export const textWidth = (text: string, size = 11): number => [...text].reduce((sum, letter) => sum + (/[ilj.,:;|'! ]/.test(letter) ? 0.3 : /[mwMW@%]/.test(letter) ? 0.88 : /[A-Z0-9−+]/.test(letter) ? 0.66 : 0.55), 0) * size

/** As much of the words as fits, with an ellipsis where something was left out. */
export function shortened(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  let kept = text
  while (kept.length > 1 && textWidth(`${kept}…`) > room) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

/** The colour of the n-th series: six hues, then grey. */
export const seriesColour = (index: number): string => (index >= 0 && index < 6 ? `var(--chart-${index + 1})` : 'var(--chart-rest)')
