import { refuse, ok, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { isInKnownList } from './known-list.ts'

/** Asks whether a password was ever stolen, beyond the list that comes with the server. */
export type BreachCheck = (password: string) => Promise<boolean>

/** Fewest characters that must be left of a password without what is foreseen. */
export const leastLeft = 6

/** Refuses a password that attackers try first: one that was stolen before, or that others can guess of this person. Length is checked by its form. */
export async function checkStrength(password: string, known: readonly string[], breached: BreachCheck): Promise<Result<void, Refusal<'password_known' | 'password_guessable'>>> {
  if (unforeseen(password, known) < leastLeft) return refuse({ code: 'password_guessable' })
  if (isInKnownList(password) || (await breached(password))) return refuse({ code: 'password_known' })
  return ok(undefined)
}

/** Characters of a password that are left without words known of the person, and without characters that repeat or step on from the one before. */
export function unforeseen(password: string, known: readonly string[]): number {
  const words = ['password', 'throughline', ...known.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4)]
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), password.normalize('NFKC').toLowerCase())
  const codes = [...rest].map((character) => character.codePointAt(0) ?? 0)
  return new Set(codes.filter((code, at) => at === 0 || Math.abs(code - (codes[at - 1] ?? 0)) > 1)).size
}
