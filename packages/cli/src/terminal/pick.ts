import { UsageError } from './command.ts'

/** The one thing that a word means: an id, a key, or a part of a name that only one has. */
export function oneOf<T extends { readonly id: string }>(what: string, things: readonly T[], word: string, namesOf: (thing: T) => readonly string[]): T {
  const exact = things.filter((thing) => thing.id === word || namesOf(thing).some((name) => name.toLowerCase() === word.toLowerCase()))
  const near = exact.length > 0 ? exact : things.filter((thing) => namesOf(thing).some((name) => name.toLowerCase().includes(word.toLowerCase())))
  const [only] = near
  if (only && near.length === 1) return only
  const listed = near.slice(0, 5).map((thing) => namesOf(thing).join(' ')).join('; ')
  throw new UsageError(near.length === 0 ? `Found no ${what} “${word}”; expected a key, an id or part of a name.` : `Found ${near.length} ${what}s for “${word}”: ${listed}${near.length > 5 ? '; …' : ''}. Expected one; be more exact.`)
}
