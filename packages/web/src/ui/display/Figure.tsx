import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Sparkline } from '../charts/Sparkline.tsx'
import type { Tone } from '../tone.ts'
import { WhyFigure } from './WhyFigure.tsx'
import type { WhyFigureProps } from './WhyFigure.tsx'

export type FigureProps = {
  /** What is counted and over which period: `Benefits forecast, 5 years`. */
  readonly label: string
  /** The digits; null where there is no figure, and then `absent` says why. */
  readonly value: string | null
  readonly unit?: string
  readonly absent?: string
  /** Against what: `38 M€ below the business case`. The arrow and the tone repeat the words, they never replace them. */
  readonly comparison?: { readonly words: string; readonly direction?: 'up' | 'down' | 'level'; readonly tone?: Tone }
  readonly trend?: readonly number[]
  readonly why?: WhyFigureProps['why']
  /** Where what lies under the figure is shown. */
  readonly under?: WhyFigureProps['under']
  readonly badge?: ReactNode
  readonly size?: 'normal' | 'small'
}

/** A headline figure with unit, period and comparison. Several stand in a FigureStrip. */
export function Figure({ label, value, unit, absent, comparison, trend, why, under, badge, size = 'normal' }: FigureProps) {
  const digits = (
    <span>
      {value}
      {unit && <small>{unit}</small>}
    </span>
  )
  return (
    <div className="figure" data-size={size}>
      <span className="figure-label">
        {label} {badge}
      </span>
      <div className="figure-row">
        {value === null ? (
          <span className="figure-absent">{why ? <WhyFigure why={why} under={under}>{absent ?? 'No figure'}</WhyFigure> : (absent ?? 'No figure')}</span>
        ) : (
          <span className="figure-value">{why ? <WhyFigure why={why} under={under}>{digits}</WhyFigure> : digits}</span>
        )}
        {trend && trend.length > 1 && <Sparkline values={trend} label={`Trend of ${label}`} />}
      </div>
      {comparison && (
        <span className="figure-note" data-tone={comparison.tone}>
          {comparison.direction && arrows[comparison.direction]}
          {comparison.words}
        </span>
      )}
    </div>
  )
}
const arrows = { up: <ArrowUp aria-hidden="true" />, down: <ArrowDown aria-hidden="true" />, level: <ArrowRight aria-hidden="true" /> }

/** Headline figures side by side in one frame. */
export const FigureStrip = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <section className="figure-strip" aria-label={label}>
    {children}
  </section>
)
