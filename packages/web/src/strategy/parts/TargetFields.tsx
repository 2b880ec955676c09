import type { Measure } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { fieldError } from '../../wire/index.ts'

export type Target = Measure['target']
/** The ends of a band as they are entered, before both are there. */
export type Ends = { readonly low: string | null; readonly high: string | null }

export const noTarget: Target = { baseline: null, baselineOn: null, target: null, dueOn: null, tolerance: null }

/** A band where the direction has one and somebody gave it; one end alone stands for both until the other is there. */
export const bandOf = ({ direction, low, high }: Ends & Pick<Measure, 'direction'>): Measure['settings']['band'] => {
  const [from, to] = [low ?? high, high ?? low]
  return (direction === 'range' || direction === 'maintain') && from !== null && to !== null ? { low: from, high: direction === 'maintain' ? from : to } : null
}

type TargetFieldsProps = { readonly direction: Measure['direction']; readonly unit: string; readonly ends: Ends; readonly target: Target; readonly problem: Problem | undefined; onEnds(ends: Ends): void; onTarget(change: Partial<Target>): void }

/** From where to where by when, and within which band, of a measure in force or in the next version. */
export function TargetFields({ direction, unit, ends: { low, high }, target, problem, onEnds, onTarget }: TargetFieldsProps) {
  return (
    <>
      {direction === 'range' && <NumberField label="Band from" unit={unit} required value={low} onChange={(value) => onEnds({ low: value, high })} error={fieldError(problem, 'settings/band/low')} />}
      {direction === 'range' && <NumberField label="Band to" unit={unit} required value={high} onChange={(value) => onEnds({ low, high: value })} error={fieldError(problem, 'settings/band/high')} />}
      {direction === 'maintain' && <NumberField label="Level to keep" unit={unit} required value={low} onChange={(value) => onEnds({ low: value, high: value })} />}
      <NumberField label="Baseline" unit={unit} value={target.baseline} onChange={(baseline) => onTarget({ baseline })} />
      <TextField label="Baseline on" type="date" value={target.baselineOn ?? ''} onChange={(on) => onTarget({ baselineOn: on || null })} />
      <NumberField label="Target" unit={unit} value={target.target} onChange={(value) => onTarget({ target: value })} />
      <TextField label="Target due on" type="date" value={target.dueOn ?? ''} onChange={(on) => onTarget({ dueOn: on || null })} />
      <NumberField label="Tolerance" unit={unit} min={0} hint="How far behind the trajectory is still at risk rather than off track." value={target.tolerance} onChange={(tolerance) => onTarget({ tolerance })} />
    </>
  )
}
