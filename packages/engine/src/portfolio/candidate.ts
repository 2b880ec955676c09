/**
 * Something that may be funded. Amounts are whole minor units (pence, cents, or whole points of a score) as plain numbers,
 * so that the whole input crosses JSON and `postMessage`; all amounts of one kind together stay below 2^53 (checked).
 */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly departmentId?: string
  /** The one declared value: confidence-adjusted value-to-go (money still to be gained, sunk cost left out) or a score. May be negative. */
  readonly value: number
  /** Cost still to be spent, over all years; not negative. */
  readonly cost: number
  /** Cost by fiscal year, `{ "2025": 1200000 }`; not negative. Needed only where a year has a budget. */
  readonly costByYear?: Readonly<Record<string, number>>
  /** Contribution to each objective, in whole units of the caller's choice. Needed only where an objective has a floor. */
  readonly byObjective?: Readonly<Record<string, number>>
  /** Every one of these must be chosen too. */
  readonly requires?: readonly string[]
  /** At least one of these must be chosen too. */
  readonly requiresAny?: readonly string[]
}
