import type { Measure } from '@throughline/contract/strategy'
import { dayNumber } from '@throughline/engine/kernel'
import type { LineSeries } from '../ui/charts/LineChart.tsx'

/** The agreed line from baseline to target, and what was measured, as lines over days; an end without a value is left out. */
export function trajectoryLines({ target, actuals }: Pick<Measure, 'target' | 'actuals'>): readonly LineSeries[] {
  const agreed = [point(target.baselineOn, target.baseline), point(target.dueOn, target.target)].flatMap((end) => end ?? [])
  const measured = inForce(actuals).map(({ on, value }) => ({ x: dayNumber(on), y: Number(value) }))
  return [
    ...(agreed.length === 2 ? [{ key: 'agreed', label: 'Agreed', dash: 'dashed' as const, hue: 2, points: agreed }] : []),
    ...(measured.length > 0 ? [{ key: 'measured', label: 'Measured', markers: true, hue: 0, points: measured }] : []),
  ]
}

/** The actuals in force, in order of date; a restated one stands in place of what it corrects. */
export function inForce(actuals: Measure['actuals']): Measure['actuals'] {
  return [...actuals].sort((a, b) => (a.on < b.on ? -1 : 1))
}

const point = (on: string | null, value: string | null): { readonly x: number; readonly y: number } | undefined => (on === null || value === null ? undefined : { x: dayNumber(on), y: Number(value) })
