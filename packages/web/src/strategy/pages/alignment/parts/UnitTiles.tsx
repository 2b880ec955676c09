import type { Alignment, UnitPriorities } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Chip } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { asStated, barsOf, type Gap } from '../gaps.ts'
import { alignmentWords as words } from '../words.ts'

export type UnitTilesProps = { readonly units: Alignment['units']; readonly order: readonly Gap[]; readonly of: string; readonly selected: string | undefined; onSelect(unitId: string | undefined): void }

/** Heights of the two halves of a tile, in px. */
const half = 30

/** A small picture of each unit: bars above the line for what it gives more to than stated, below for less. One order and one scale for all. */
export function UnitTiles({ units, order, of, selected, onSelect }: UnitTilesProps) {
  const ids = order.map(({ objectiveId }) => objectiveId)
  const names = new Map(order.map(({ objectiveId, statement }) => [objectiveId, statement]))
  const tiles = units.map((unit) => ({ unit, bars: barsOf(unit, ids) }))
  const most = Math.max(0.1, ...tiles.flatMap(({ bars }) => bars.map(({ gap }) => Math.abs(gap))))
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(210px,1fr))] gap-3">
      {tiles.map(({ unit, bars }) => (
        <li key={unit.unitId} className={`relative grid content-start gap-2 rounded-node border p-3 ${unit.unitId === selected ? 'border-accent ring-1 ring-accent' : 'border-border hover:border-border-strong'}`}>
          <button type="button" aria-pressed={unit.unitId === selected} title={unit.unit} className="line-clamp-2 text-left font-medium after:absolute after:inset-0 after:rounded-node" onClick={() => onSelect(unit.unitId === selected ? undefined : unit.unitId)}>{unit.unit}</button>
          <Bars bars={bars} most={most} names={names} />
          <Facts unit={unit} of={of} />
        </li>
      ))}
    </ul>
  )
}

function Bars({ bars, most, names }: { readonly bars: ReturnType<typeof barsOf>; readonly most: number; readonly names: ReadonlyMap<string | null, string> }) {
  const format = useFormat()
  const step = 100 / Math.max(1, bars.length)
  const far = bars.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap)).slice(0, 3).filter(({ gap }) => Math.abs(gap) >= asStated)
  const said = far.map(({ objectiveId, gap }) => `${names.get(objectiveId) ?? ''} ${format.points(gap, 0)}`).join(', ')
  return (
    <svg className="h-15 w-full" viewBox={`0 0 100 ${half * 2}`} preserveAspectRatio="none" role="img" aria-label={said === '' ? 'As stated' : `Furthest: ${said}`}>
      {bars.map(({ objectiveId, gap }, at) => {
        const height = (Math.abs(gap) / most) * half
        return <rect key={objectiveId ?? ''} x={at * step + step * 0.12} width={step * 0.76} y={gap > 0 ? half - height : half} height={Math.max(gap === 0 ? 0 : 0.6, height)} fill={gap > 0 ? 'var(--chart-5)' : 'var(--chart-1)'}><title>{`${names.get(objectiveId) ?? ''}: ${format.points(gap)}`}</title></rect>
      })}
      <line x1="0" x2="100" y1={half} y2={half} stroke="var(--border-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  )
}

function Facts({ unit: { distance, part, ownWeights, waived }, of }: { readonly unit: UnitPriorities; readonly of: string }) {
  const format = useFormat()
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-label">
      <span className="figures relative z-10 font-semibold"><WhyFigure why={explanationFromWire(distance.why)}>{metricCell(distance.metric, (share) => format.percent(share))}</WhyFigure> <span className="font-normal text-ink-3">apart</span></span>
      <span className="figures text-ink-3">{part > 0 && part < asStated ? 'under 1%' : format.percent(part)} of the {of}</span>
      {ownWeights && <Chip>{words.ownWeights}</Chip>}
      {waived && <Chip>{words.leave}</Chip>}
    </p>
  )
}
