import { daysBetween, type CivilDate } from '../../kernel/index.ts'
import type { Waiver } from './facts.ts'

/** Units that have leave to go their own way on a day; the day a waiver ends it no longer holds. */
export function waivedUnits(waivers: readonly Waiver[], on: CivilDate): ReadonlySet<string> {
  return new Set(waivers.filter(({ from, to }) => from <= on && on < to).map(({ unitId }) => unitId))
}

/** How a waiver stands on a day; one that ends within `noticeDays` asks to be renewed or let go. */
export function waiverState(waiver: Waiver, on: CivilDate, noticeDays = 30): 'not_begun' | 'in_force' | 'ends_soon' | 'ended' {
  if (on < waiver.from) return 'not_begun'
  if (on >= waiver.to) return 'ended'
  return daysBetween(on, waiver.to) <= noticeDays ? 'ends_soon' : 'in_force'
}
