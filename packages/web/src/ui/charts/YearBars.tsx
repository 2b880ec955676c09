import { useId } from 'react'
import { ValueAxis } from './Axes.tsx'
import { ChartFrame, Drawing, seriesColour, textWidth } from './ChartFrame.tsx'
import type { ChartProps } from './ChartFrame.tsx'
import { bands, barScale } from './scales.ts'
import { useMarks } from './use-marks.ts'
import { groupYears, stackYears } from './year-stacks.ts'
import type { Segment, YearSeries } from './year-stacks.ts'

export type { YearSeries } from './year-stacks.ts'

export type YearBarsProps = ChartProps & {
  /** Names of the years in order: `2026/27`. */
  readonly years: readonly string[]
  /** What the columns are, where they are no years: `Period`. */
  readonly yearsLabel?: string
  readonly series: readonly YearSeries[]
  format(value: number): string
  /** What a total is; leave out where the parts may not be added, and none is printed. */
  readonly totalLabel?: string
  /** Series stand side by side in each year, in their order, instead of one upon the other: for figures of which each is a whole. */
  readonly grouped?: boolean
}

/** Columns by year, stacked or side by side; what is derived is hatched. */
export function YearBars(props: YearBarsProps) {
  const { years, yearsLabel = 'Year', series, format } = props
  const rows = years.map((year, index) => [year, ...series.map((each) => tableWords(each, index, format))])
  const anyDerived = series.some((each) => each.derived?.includes(true))
  const legend = (
    <>
      {series.length > 1 && series.map((each, index) => (
        <span key={each.key} className="legend-item"><i className="swatch" style={{ background: seriesColour(each.hue ?? index) }} />{each.label}</span>
      ))}
      {anyDerived && <span className="legend-item"><i className="swatch hatched" />derived</span>}
    </>
  )
  return (
    <ChartFrame {...props} nothing={series.every((each) => each.values.every((value) => value === null))} table={{ columns: [yearsLabel, ...series.map((each) => each.label)], rows }} legend={series.length > 1 || anyDerived ? legend : undefined}>
      {(size) => <YearDrawing {...props} {...size} />}
    </ChartFrame>
  )
}

/** Labels of years that would touch are left out, every second, third … one; the table has them all. */
function everyNth(years: readonly string[], slots: { readonly step: number }): number {
  const widest = Math.max(0, ...years.map((year) => textWidth(year))) + 8
  return Math.max(1, Math.ceil(widest / slots.step))
}

function tableWords(series: YearSeries, year: number, format: (value: number) => string): string {
  const value = series.values[year] ?? null
  return value === null ? 'no figure' : `${format(value)}${series.derived?.[year] ? ' (derived)' : ''}`
}

function YearDrawing({ years, series, format, totalLabel, grouped = false, width, height, title }: YearBarsProps & { readonly width: number; readonly height: number }) {
  const base = useId()
  const { segments, totals } = grouped ? { segments: groupYears(years.length, series), totals: [] } : stackYears(years.length, series)
  const ends = segments.flatMap((segment) => [segment.from, segment.to])
  const y = barScale(ends, [height - 30, 24])
  const { ticks } = y
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick)))) + 14
  const slots = bands(years.length, [left, width - 4], grouped ? 0.2 : 0.3)
  const across = grouped ? slots.width / Math.max(1, series.length) : slots.width
  const marks = useMarks(segments.map(keyOf))
  return (
    <Drawing {...{ width, height }} label={`${title}. Arrow keys go through the parts.`}>
      <defs>
        {series.map((each, index) => (
          <pattern key={each.key} id={`${base}-${index}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="hatch-ground" />
            <rect width="3" height="6" fill={seriesColour(each.hue ?? index)} />
          </pattern>
        ))}
      </defs>
      <ValueAxis ticks={ticks} y={y} left={left} right={width - 4} format={format} />
      <g {...marks.group}>
        {segments.map((segment) => {
          const each = series[segment.series]
          const colour = seriesColour(each?.hue ?? segment.series)
          const words = `${years[segment.year]}, ${each?.label}: ${format(segment.value)}${segment.derived ? ', derived' : ''}`
          const [top, bottom] = [Math.min(y(segment.from), y(segment.to)), Math.max(y(segment.from), y(segment.to))]
          return (
            <rect key={keyOf(segment)} x={slots.start(segment.year) + (grouped ? across * segment.series : 0)} y={top} width={grouped ? Math.max(1, across - 1) : across} height={Math.max(0.5, bottom - top - 1)} rx={1.5} className="year-part" fill={segment.derived ? `url(#${base}-${segment.series})` : colour} stroke={segment.derived ? colour : 'none'} role="img" aria-label={words} data-mark={keyOf(segment)} tabIndex={marks.current === keyOf(segment) ? 0 : -1}>
              <title>{words}</title>
            </rect>
          )
        })}
      </g>
      <g aria-hidden="true">
        {years.map((year, index) => index % everyNth(years, slots) === 0 && (
          <text key={year} x={slots.start(index) + slots.width / 2} y={height - 12} textAnchor="middle" className="tick figures">{year}</text>
        ))}
        {totalLabel !== undefined && totals.map((total, index) => total !== null && (
          <text key={index} x={slots.start(index) + slots.width / 2} y={y(Math.max(0, ...segments.filter((segment) => segment.year === index).map((segment) => segment.to))) - 6} textAnchor="middle" className="bar-value figures">{format(total)}</text>
        ))}
      </g>
    </Drawing>
  )
}

const keyOf = (segment: Segment): string => `${segment.year} ${segment.series}`
