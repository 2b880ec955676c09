import { dateOfDay, dayNumber, type Period } from '../kernel/index.ts'
import { onSpans, withAmount, type Given, type LineKind, type Span } from './spans.ts'

/**
 * What somebody gave for a period: minor units of money, or hundredths of an hour, a day or a full-time equivalent. Kept with its own
 * dates, so that another grain or fiscal calendar loses nothing of it.
 */
export type Line = Period & { readonly amount: bigint }

/** The lines on other periods; null where none of them reaches. A flow is split by days, a level is averaged over them. */
export const onPeriods = (lines: readonly Line[], periods: readonly Period[], kind: LineKind): readonly (bigint | null)[] => onSpans(lines.map(counted), periods.map(daysOf), kind)

/**
 * The lines with another amount in one period; null takes the period's own away. A line that reaches beyond it keeps what it says of the
 * days outside: 365 hours of a year whose first 91 days are given anew keep 274 for the rest.
 */
export const withLine = (lines: readonly Line[], period: Period, amount: bigint | null, kind: LineKind): readonly Line[] =>
  withAmount(lines.map(counted), daysOf(period), amount, kind).map(({ from, to, amount: given }) => ({ from: dateOfDay(from), to: dateOfDay(to), amount: given }))

const daysOf = ({ from, to }: Period): Span => ({ from: dayNumber(from), to: dayNumber(to) })
const counted = (line: Line): Given => ({ ...daysOf(line), amount: line.amount })
