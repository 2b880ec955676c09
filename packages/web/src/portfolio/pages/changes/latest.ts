import type { Moment } from '../../../wire/index.ts'

/** The last position but so many, up to the day that is looked at; nothing where there is only one. */
export function latestOf(positions: readonly { readonly asOf: string }[], until: string | undefined, back: number): Moment {
  const known = positions.filter(({ asOf }) => until === undefined || asOf <= until)
  const found = known.at(-back)
  return found && known.length > 1 ? { position: found.asOf } : {}
}
