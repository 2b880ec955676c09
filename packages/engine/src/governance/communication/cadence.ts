import { addDays, daysBetween, daysInMonth, type CivilDate } from '../../kernel/index.ts'

/** How often something is told. */
export const cadences = ['once', 'week', 'fortnight', 'month', 'quarter', 'year'] as const
export type Cadence = (typeof cadences)[number]

/** When something is to be told next, and by how many days that is past; null where it was told once and is not told again. */
export type DueFacts = { readonly dueOn: CivilDate; readonly overdueDays: number } | null

/**
 * What of a plan is due: its first day until something was told, then the first of its days after the last message. What was told late is
 * told, and nobody is told twice to make up for what was missed. `toldOn`: the day of the last message.
 */
export function dueNext({ cadence, firstOn, toldOn, today }: { readonly cadence: Cadence; readonly firstOn: CivilDate; readonly toldOn: CivilDate | null; readonly today: CivilDate }): DueFacts {
  const dueOn = nextAfter(cadence, firstOn, toldOn)
  return dueOn === null ? null : { dueOn, overdueDays: Math.max(0, daysBetween(dueOn, today)) }
}

function nextAfter(cadence: Cadence, firstOn: CivilDate, toldOn: CivilDate | null): CivilDate | null {
  if (toldOn === null) return firstOn
  if (cadence === 'once') return null
  let at = 1
  while (nth(cadence, firstOn, at) <= toldOn) at += 1
  return nth(cadence, firstOn, at)
}

/** The day of a plan after so many steps; months keep the day of the first one, or the last day of a shorter month. */
function nth(cadence: Exclude<Cadence, 'once'>, firstOn: CivilDate, steps: number): CivilDate {
  if (cadence === 'week' || cadence === 'fortnight') return addDays(firstOn, steps * (cadence === 'week' ? 7 : 14))
  const [year = 0, month = 1, day = 1] = firstOn.split('-').map(Number)
  const months = year * 12 + (month - 1) + steps * { month: 1, quarter: 3, year: 12 }[cadence]
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return `${inYear}-${String(inMonth).padStart(2, '0')}-${String(Math.min(day, daysInMonth(inYear, inMonth))).padStart(2, '0')}`
}
