import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * The passwords of 12 characters or more among the million most common ones that were ever stolen, as the first five bytes of their
 * SHA-256 in order: 215 kB for some 44,000. One password in 25 million that is not in the list looks as if it were.
 * Made by `tools/known-passwords.ts` from Mark Burnett's "Ten Million Passwords" (2015, public domain) in the order of SecLists (MIT).
 */
const file = new URL('known-passwords.bin', import.meta.url)
export const entryBytes = 5

/** What of a password is compared: case is no secret. */
export const entryOf = (password: string): Buffer => createHash('sha256').update(password.normalize('NFKC').toLowerCase()).digest().subarray(0, entryBytes)

let entries: Buffer | undefined

/** Whether a password is in the list that comes with the server. */
export function isInKnownList(password: string): boolean {
  entries ??= readFileSync(file)
  const wanted = entryOf(password)
  let [from, to] = [0, entries.length / entryBytes]
  while (from < to) {
    const middle = (from + to) >> 1
    const order = wanted.compare(entries, middle * entryBytes, (middle + 1) * entryBytes)
    if (order === 0) return true
    if (order < 0) to = middle
    else from = middle + 1
  }
  return false
}
