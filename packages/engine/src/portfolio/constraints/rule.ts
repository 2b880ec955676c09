import type { Row } from '../../solve/index.ts'
import type { Frame } from '../frame.ts'

/** A constraint as rows and fixed columns of the 0/1 program. */
export type Compiled = { readonly rows: readonly Row[]; readonly fixed: readonly (readonly [column: number, value: 0 | 1])[] }

/** How much of the constraint a plan uses: `amounts` per column against `limit`, which it must not pass (`most`) or must reach (`least`). */
export type Measure = { readonly amounts: readonly number[]; readonly limit: number; readonly sense: 'most' | 'least' }

/** Everything the room knows about one kind of constraint. A new kind is one file with one of these, and one line in the registry. */
export type ConstraintRule<C> = {
  readonly compile: (constraint: C, frame: Frame) => Compiled
  /** The demand as one sentence without a full stop. */
  readonly words: (constraint: C, frame: Frame) => string
  /** Ids of candidates it names. */
  readonly names: (constraint: C) => readonly string[]
  /** Its own amounts, by field. */
  readonly amounts: (constraint: C) => Readonly<Record<string, number>>
  /** Null where the constraint is not a limit on an amount. */
  readonly measure: (constraint: C, frame: Frame) => Measure | null
  /** The same demand a little less strict (1 %, or one candidate); null where there is no such thing. */
  readonly loosened: (constraint: C) => C | null
}

/** 1 % looser, and at least one unit. */
export const onePercent = (limit: number): number => Math.max(1, Math.round(limit / 100))

/** One row `amounts x <= limit` or `>= limit`. */
export function rowOf({ amounts, limit, sense }: Measure): Row {
  const columns = [...amounts.keys()].filter((column) => amounts[column] !== 0)
  const sign = sense === 'most' ? 1 : -1
  return { columns, coefficients: columns.map((column) => sign * amounts[column]!), limit: limit === 0 ? 0 : sign * limit }
}

/** A rule that is a limit on an amount and nothing else. */
export function limitRule<C>(rule: Omit<ConstraintRule<C>, 'compile' | 'measure'> & { readonly measure: (constraint: C, frame: Frame) => Measure }): ConstraintRule<C> {
  return { ...rule, compile: (constraint, frame) => ({ rows: [rowOf(rule.measure(constraint, frame))], fixed: [] }) }
}

/** A rule that is not a limit on an amount. */
export function logicRule<C>(rule: Pick<ConstraintRule<C>, 'compile' | 'words' | 'names'>): ConstraintRule<C> {
  return { ...rule, amounts: () => ({}), measure: () => null, loosened: () => null }
}
