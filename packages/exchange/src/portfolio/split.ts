import type { PortfolioDraft } from './draft.ts'

/**
 * A file whose rows carry dates may hold several publications: one draft for each date, the oldest first, with the rows
 * of that date. A draft of one publication comes back as it is.
 */
export function splitByDate(draft: PortfolioDraft): readonly PortfolioDraft[] {
  if (draft.positions.length < 2) return [draft]
  return draft.positions.map((position) => ({ ...draft, asOf: position.asOf, positions: [position], rows: draft.rows.filter((row) => row.asOf === position.asOf) }))
}
