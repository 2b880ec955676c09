import { noDay } from './shape.ts'

const dayMs = 86_400_000

/** Dates that were written before; no list has more than these. */
const written = new Map<number, string>()
const mostWritten = 65_536

/** The civil date of a number of days since 1970; null for `noDay`. */
export function dateOf(days: number): string | null {
  if (days === noDay) return null
  const before = written.get(days)
  if (before !== undefined) return before
  const date = new Date(days * dayMs).toISOString().slice(0, 10)
  if (written.size >= mostWritten) written.clear()
  written.set(days, date)
  return date
}

/** Days from 1970 until a civil date. */
export const daysUntil = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)
