import type { CharterText } from '@throughline/contract/governance'

const trimmed = (lines: readonly string[]): string[] => lines.map((one) => one.trim())

/** What a charter says, in the order in which it is told, without blanks around it. */
export const textOf = ({ body, role, purpose, inside, outside, rows, criteria }: CharterText): CharterText => ({
  body: body.trim(), role, purpose: purpose.trim(), inside: trimmed(inside), outside: trimmed(outside), criteria: trimmed(criteria),
  rows: rows.map(({ subject, decides, unitId, parts }) => ({ subject: subject.trim(), decides, unitId, parts: parts.map(({ party, letter }) => ({ party: party.trim(), letter })) })),
})

/** Whether two texts say the same, in whatever order they were kept. */
export const saysTheSame = (one: CharterText, other: CharterText): boolean => JSON.stringify(textOf(one)) === JSON.stringify(textOf(other))
