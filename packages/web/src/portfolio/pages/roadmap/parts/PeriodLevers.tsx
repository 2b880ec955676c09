import type { RoadmapStand } from '@throughline/contract/portfolio'
import { Select } from '../../../../ui/controls/Select.tsx'

/** How finely and how far ahead is planned; either is left as it is where it is not named. */
export type Dated = { readonly grain?: RoadmapStand['grain']; readonly periods?: number }

const grainWords: Readonly<Record<RoadmapStand['grain'], { readonly name: string; readonly counts: readonly number[] }>> = {
  month: { name: 'Months', counts: [6, 12, 18, 24, 36, 48, 60] },
  quarter: { name: 'Quarters', counts: [4, 8, 12, 16, 20, 28, 40] },
  year: { name: 'Years', counts: [3, 5, 7, 10, 15, 20, 30] },
}
const perYear: Readonly<Record<RoadmapStand['grain'], number>> = { month: 12, quarter: 4, year: 1 }

/** Months, quarters or years, and how many of them. A finer grain keeps the years that are planned, as far as there is room. */
export function PeriodLevers({ stand, onDated }: { readonly stand: RoadmapStand; onDated(dated: Dated): void }) {
  const { grain, case: { periods } } = stand
  const counts = [...new Set([...grainWords[grain].counts, periods.length])].sort((a, b) => a - b)
  const kept = (next: RoadmapStand['grain']): number => Math.min(60, Math.max(1, Math.ceil((periods.length / perYear[grain]) * perYear[next])))
  return (
    <div className="grid grid-cols-2 gap-2">
      <Select label="Plan by" value={grain} options={(['month', 'quarter', 'year'] as const).map((each) => ({ value: each, label: grainWords[each].name }))} onChange={(next) => onDated({ grain: next, periods: kept(next) })} />
      <Select label="Ahead" value={String(periods.length)} options={counts.map((count) => ({ value: String(count), label: `${count} ${grainWords[grain].name.toLowerCase()}` }))} onChange={(count) => onDated({ grain, periods: Number(count) })} />
    </div>
  )
}
