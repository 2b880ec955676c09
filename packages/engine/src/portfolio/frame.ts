import { minorDigits } from '../kernel/index.ts'
import type { Candidate } from './candidate.ts'
import type { SelectionInput } from './input.ts'

/** Candidates in the one order every computation uses, whatever order they came in. */
export type Frame = {
  readonly currency: string
  /** In ascending order of id. */
  readonly candidates: readonly Candidate[]
  readonly columnOf: ReadonlyMap<string, number>
}

export function frameOf(input: SelectionInput): Frame {
  const candidates = [...input.candidates].sort((a, b) => compareText(a.id, b.id))
  return { currency: input.currency, candidates, columnOf: new Map(candidates.map((candidate, column) => [candidate.id, column])) }
}

/** Order by code unit: the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The columns of these ids, each once; unknown ids are refused before this is called. */
export function columnsOf(frame: Frame, ids: readonly string[]): readonly number[] {
  return [...new Set(ids)].flatMap((id) => frame.columnOf.get(id) ?? []).sort((a, b) => a - b)
}

/** A candidate's name, or its id where it has none. */
export function nameOf(frame: Frame, id: string): string {
  const name = frame.candidates[frame.columnOf.get(id) ?? -1]?.name
  return name === undefined || name === '' ? id : name
}

/** Names in a sentence: `A, B and C`; long lists are cut with their number. */
export function namesOf(frame: Frame, ids: readonly string[]): string {
  const names = ids.slice(0, 6).map((id) => nameOf(frame, id))
  if (ids.length > 6) return `${names.join(', ')} and ${ids.length - 6} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const magnitudes = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
] as const

/** An amount of minor units in words, to four significant figures: `GBP 12.35bn`. Exact figures stand beside it in the result. */
export function amountInWords(minor: number, currency: string): string {
  const major = minor / 10 ** minorDigits(currency)
  const [size, letter] = magnitudes.find(([each]) => Math.abs(Number(major.toPrecision(4))) >= each) ?? [1, '']
  const text = String(Number((major / size).toPrecision(4)))
  return `${currency} ${text}${letter}`
}
