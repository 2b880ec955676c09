import type { Choice } from './case.ts'

/** Whether a choice (no variant: staying out) is another than the record's: 1 if it is. */
export function moved(record: ReadonlyMap<string, Choice>, candidateId: string, variantId: string | null, start: number): 0 | 1 {
  const before = record.get(candidateId)
  const same = before === undefined ? variantId === null : before.variantId === variantId && before.start === start
  return same ? 0 : 1
}

/** A plan of record by candidate. */
export const byCandidate = (record: readonly Choice[]): ReadonlyMap<string, Choice> => new Map(record.map((each) => [each.candidateId, each]))
