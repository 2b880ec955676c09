import type { CSSProperties } from 'react'
import { overLimit, tint } from '../../../ui/shade.ts'

/** Steps of the sequential scale, empty to full. */
const steps = 6

/** The ground of a cell by its load: six steps from nothing to the accent, and hatched above 100 %. The words stand on it in the ordinary ink. */
export function shadeOf(load: number): CSSProperties {
  const step = Math.min(steps, Math.max(load > 0 ? 1 : 0, Math.ceil(load * steps)))
  const ground = step === 0 ? 'var(--sunken)' : tint(step * 6)
  return load > 1 ? { background: overLimit } : { background: ground }
}
