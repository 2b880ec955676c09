import { noDay } from './shape.ts'

const dayMs = 86_400_000

/** The civil date of a number of days since 1970; null for `noDay`. */
export const dateOf = (days: number): string | null => (days === noDay ? null : new Date(days * dayMs).toISOString().slice(0, 10))

/** Days from 1970 until a civil date. */
export const daysUntil = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)
