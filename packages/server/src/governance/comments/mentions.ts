import type { PersonName } from '@throughline/contract/governance'

/**
 * The members that a text names: after an @ that begins a word, the longest name that stands there, in whatever case, and ends with a
 * word. Each once, by the name as it is written. Where several have the name, those in `meant`, or else all of them.
 */
export function mentionsIn(text: string, members: readonly PersonName[], meant: readonly string[] = []): readonly PersonName[] {
  const found = new Map<string, PersonName>()
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_.@])@/gu)) {
    const rest = text.slice(index + 1)
    const named = members.filter(({ name }) => beginsWith(rest, name))
    const longest = Math.max(0, ...named.map(({ name }) => name.length))
    const called = named.filter(({ name }) => name.length === longest)
    const chosen = called.filter(({ id }) => meant.includes(id))
    for (const { id } of chosen.length > 0 ? chosen : called) found.set(id, { id, name: rest.slice(0, longest) })
  }
  return [...found.values()]
}

const beginsWith = (rest: string, name: string): boolean => name !== '' && rest.slice(0, name.length).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}\p{M}_]/u.test(rest.slice(name.length))
