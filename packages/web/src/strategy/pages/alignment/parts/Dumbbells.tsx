import { useFormat, places } from '../../../../format/index.ts'
import { ChartFrame, type ChartProps } from '../../../../ui/charts/ChartFrame.tsx'
import type { Explanation } from '@throughline/engine/kernel'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { asStated, axisEnd, ticksTo, type Gap } from '../gaps.ts'
import { alignmentWords as words } from '../words.ts'

export type DumbbellsProps = ChartProps & { readonly gaps: readonly Gap[]; /** What is spent: `money`. */ readonly of: string; whyOf(gap: Gap): Explanation | undefined }

/** Of each objective what was stated (a ring) and what goes to it (a dot), joined by how far they are apart; the furthest first. */
export function Dumbbells(props: DumbbellsProps) {
  const { gaps, of, whyOf } = props
  const format = useFormat()
  const end = axisEnd(gaps)
  const rows = gaps.map(({ statement, stated, revealed, gap }) => [statement, format.percent(stated, 1), format.percent(revealed, 1), format.points(gap)])
  return (
    <ChartFrame {...props} nothing={gaps.length === 0} table={{ columns: ['Objective', words.stated, `Share of ${of}`, 'Difference'], rows }} legend={<Legend />}>
      {() => (
        <div className="grid grid-cols-[minmax(140px,280px)_minmax(120px,1fr)_56px_72px] gap-x-4">
          <ul className="col-span-4 grid grid-cols-subgrid" aria-label="Objectives, the one furthest from its weight first">
            {gaps.map((gap) => <Row key={gap.objectiveId ?? ''} gap={gap} end={end} of={of} why={whyOf(gap)} />)}
          </ul>
          <Ticks end={end} />
        </div>
      )}
    </ChartFrame>
  )
}

const Legend = () => (
  <>
    <span className="legend-item"><i className="size-2.5 rounded-full border-2 border-border-strong bg-surface" />Stated</span>
    <span className="legend-item"><i className="swatch round" style={{ background: 'var(--chart-5)' }} />Takes more</span>
    <span className="legend-item"><i className="swatch round" style={{ background: 'var(--chart-1)' }} />Takes less</span>
  </>
)

const colourOf = (gap: number): string => (gap >= asStated ? 'var(--chart-5)' : gap <= -asStated ? 'var(--chart-1)' : 'var(--border-strong)')

function Row({ gap: { objectiveId, statement, perspective, stated, revealed, gap }, end, of, why }: { readonly gap: Gap; readonly end: number; readonly of: string; readonly why: Explanation | undefined }) {
  const format = useFormat()
  const at = (share: number): string => `${(share / end) * 100}%`
  const said = `${statement}: ${format.percent(stated, 1)} stated, ${format.percent(revealed, 1)} of ${of}`
  const share = format.percent(revealed)
  return (
    <li className="col-span-4 grid min-h-9 grid-cols-subgrid items-center border-b border-border last:border-b-0" title={said}>
      <span className="min-w-0">
        {objectiveId === null ? <span className="text-ink-2">{statement}</span> : <a className="block truncate text-ink no-underline hover:underline" href={places.objective(objectiveId)} title={statement}>{statement}</a>}
        {perspective && <span className="quiet block truncate text-meta">{perspective}</span>}
      </span>
      <span className="relative h-4" aria-hidden="true">
        {ticksTo(end).map((tick) => <i key={tick} className="absolute -inset-y-2.5 w-px bg-border" style={{ left: at(tick) }} />)}
        <i className="absolute top-1.5 h-1 rounded-full" style={{ left: at(Math.min(stated, revealed)), width: at(Math.abs(gap)), background: colourOf(gap) }} />
        <i className="absolute top-0.5 -ml-1.5 size-3 rounded-full border-2 border-border-strong bg-surface" style={{ left: at(stated) }} />
        <i className="absolute top-0.5 -ml-1.5 size-3 rounded-full" style={{ left: at(revealed), background: colourOf(gap) }} />
      </span>
      <span className="figures text-right">{why ? <WhyFigure why={why}>{share}</WhyFigure> : share}</span>
      <span className="figures text-right font-semibold" style={{ color: Math.abs(gap) < asStated ? 'var(--text-3)' : undefined }}>{Math.abs(gap) < asStated ? 'as stated' : format.points(gap, 0)}</span>
    </li>
  )
}

function Ticks({ end }: { readonly end: number }) {
  const format = useFormat()
  return (
    <>
      <span />
      <span className="relative h-5 text-meta text-ink-3" aria-hidden="true">
        {ticksTo(end).map((tick) => <span key={tick} className="figures absolute top-1 -translate-x-1/2" style={{ left: `${(tick / end) * 100}%` }}>{format.percent(tick)}</span>)}
      </span>
      <span className="pt-1 text-right text-meta text-ink-3">share</span>
      <span className="pt-1 text-right text-meta text-ink-3">to weight</span>
    </>
  )
}
