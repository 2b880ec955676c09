import type { Format } from '../../format/index.ts'
import { isPast, type Moment } from '../../wire/index.ts'

/** A position by its day, with the title of its publication where that is known. */
export type Position = { readonly asOf: string; readonly title: string }

/** What the pages show, in a sentence that names both dates. */
export function momentWords({ asOf, position }: Moment, positions: readonly Position[], format: Format): string {
  const known = asOf ? `as it was known on ${format.instant(asOf)}` : 'as it is known today'
  if (!position) return `The portfolio ${known}.`
  const title = positions.find((each) => each.asOf === position)?.title
  return `The position of ${format.date(position)}${title ? ` (${title})` : ''}, ${known}.`
}

/** The moment in a few words, for the button that changes it. */
export function momentShort(moment: Moment, format: Format): string {
  if (!isPast(moment)) return 'As of now'
  return moment.position ? `Position ${format.date(moment.position)}` : `As of ${format.instant(moment.asOf ?? '')}`
}

/** A day and a time of the reader's clock as an instant; undefined where they are not one. */
export function instantOf(day: string, time: string): string | undefined {
  const at = new Date(`${day}T${time || '23:59:59'}`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}

/** Day and time of the reader's clock of an instant. */
export function clockOf(instant: string): { readonly day: string; readonly time: string } {
  const at = new Date(instant)
  const two = (value: number): string => String(value).padStart(2, '0')
  return { day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`, time: `${two(at.getHours())}:${two(at.getMinutes())}` }
}
