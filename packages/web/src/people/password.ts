/** How hard a password is to guess, from 0 (not accepted) to 3 (strong), with what would make it better. */
export type PasswordHint = { readonly level: 0 | 1 | 2 | 3; readonly words: string }

/** Fewest characters the server accepts. */
export const leastLength = 12

/**
 * A hint, not a gate beyond the least length. It counts the characters that are hard to foresee:
 * a character that repeats the last one, steps on from it (abc, 321), or belongs to a word known about the person or to a
 * password everyone tries is worth nothing. 12 such characters are fair, 18 are strong (NIST SP 800-63B: length over composition).
 */
export function passwordHint(password: string, known: readonly string[] = []): PasswordHint {
  const length = [...password].length
  if (length === 0) return { level: 0, words: `At least ${leastLength} characters. Several unrelated words are easy to remember and hard to guess.` }
  if (length < leastLength) return { level: 0, words: `${leastLength - length} more ${leastLength - length === 1 ? 'character' : 'characters'} to reach ${leastLength}.` }
  const unforeseen = countUnforeseen(withoutKnown(password.toLowerCase(), known))
  if (unforeseen < 8) return { level: 1, words: 'Easy to guess: it repeats, counts up, or uses words that others can guess of you.' }
  if (unforeseen < 16) return { level: 2, words: 'Fair. A few more unrelated words make it strong.' }
  return { level: 3, words: 'Strong.' }
}

/** The words of an email, a name or an organisation that a password should not lean on. */
export const wordsKnownOf = (...texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4)

const tried = ['password', 'passwort', 'qwerty', 'qwertz', 'azerty', 'letmein', 'welcome', 'iloveyou', 'dragon', 'monkey', 'football', 'throughline', 'secret', 'admin']

const withoutKnown = (password: string, known: readonly string[]): string =>
  [...tried, ...wordsKnownOf(...known)].reduce((rest, word) => rest.replaceAll(word, word.slice(0, 1)), password)

function countUnforeseen(text: string): number {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  const fresh = codes.filter((code, index) => {
    const step = code - (codes[index - 1] ?? Number.NaN)
    return index === 0 || (Math.abs(step) > 1 && !codes.slice(0, index - 1).some((_, at) => codes[at] === codes[index - 1] && codes[at + 1] === code))
  })
  return fresh.length
}
