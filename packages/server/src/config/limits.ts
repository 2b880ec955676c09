import { StartProblem } from './start-problem.ts'

const flushes = ['always', 'soon'] as const
/** When the built-in database answers a write: once it is on the disk, or up to a second before. */
export type Flush = (typeof flushes)[number]

export function flushOf(text = 'always'): Flush {
  const flush = flushes.find((known) => known === text)
  if (flush) return flush
  throw new StartProblem('configuration', { what: 'THROUGHLINE_FLUSH is no way of writing.', found: text, expected: 'always (a write is on the disk before it is acknowledged) or soon (within a second after)', helps: 'THROUGHLINE_FLUSH=always, or leave it out' })
}

/** A whole number from `least` on; `usual` where none is given. */
export function countOf(name: string, text: string | undefined, usual: number, least: number): number {
  if (text === undefined) return usual
  if (/^\d{1,7}$/.test(text) && Number(text) >= least) return Number(text)
  throw new StartProblem('configuration', { what: `${name} is not a whole number from ${least} on.`, found: text, expected: `a whole number from ${least} to 9999999`, helps: `${name}=${usual}, or leave it out` })
}
