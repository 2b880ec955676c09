import type { CivilDate } from '../kernel/index.ts'
import { addMonths, monthsOf, type Grain } from './grain.ts'
import type { Line } from './lines.ts'
import { onSpans, type LineKind } from './spans.ts'

/** An amount by time since the start: from `fromMonth` (0 is the first month) for so many months. Whatever the start, the profile stays. */
export type ProfileLine = { readonly fromMonth: number; readonly months: number; readonly amount: bigint }

/** The longest that a profile may reach: a hundred years, in months. */
export const longestProfile = 1200

/** A profile on the calendar, for a start on a day. */
export const placed = (profile: readonly ProfileLine[], startOn: CivilDate): readonly Line[] =>
  profile.map(({ fromMonth, months, amount }) => ({ from: addMonths(startOn, fromMonth), to: addMonths(startOn, fromMonth + months), amount }))

/** A profile by periods since the start, months counted as equally long: its first entry is the period of the start. Empty without lines. */
export function byPeriodSinceStart(profile: readonly ProfileLine[], grain: Grain, kind: LineKind): readonly bigint[] {
  const months = monthsOf[grain]
  const last = profile.reduce((end, line) => Math.max(end, line.fromMonth + line.months), 0)
  const cells = Array.from({ length: Math.ceil(last / months) }, (_, at) => ({ from: at * months, to: (at + 1) * months }))
  return onSpans(profile.map(({ fromMonth, months: length, amount }) => ({ from: fromMonth, to: fromMonth + length, amount })), cells, kind).map((amount) => amount ?? 0n)
}
