/**
 * A time-phased selection as numbers. Each family takes exactly one of its options; an option belongs to a mode (a profile of amounts) and
 * begins in a period. Amounts and values are whole numbers, so that sums are exact. Meters add up what the chosen options use: a lane has one
 * meter for each period (`lane * periods + period`), and behind all lanes stand the flat meters, which know no period.
 */
export type PhasedProgram = {
  readonly periods: number
  readonly families: number
  /** Options of family i: `optionFrom[i]` to before `optionFrom[i + 1]`; within a family by mode and start. At least one each. */
  readonly optionFrom: Int32Array
  readonly optionMode: Int32Array
  /** Period in which the option begins, or `NEVER` for the option of staying out. */
  readonly optionStart: Int32Array
  /** First period after its end, or `NEVER` for staying out. */
  readonly optionDone: Int32Array
  readonly optionValue: Float64Array
  /** Segments of mode m; a segment is a run of amounts on one lane, beginning `segmentAfter` periods after the start. */
  readonly segmentFrom: Int32Array
  readonly segmentLane: Int32Array
  readonly segmentAfter: Int32Array
  /** Amounts of segment g: `amountFrom[g]` to before `amountFrom[g + 1]`. Not negative. */
  readonly amountFrom: Int32Array
  readonly amounts: Float64Array
  /** Flat amounts of mode m, whatever its start. */
  readonly flatFrom: Int32Array
  readonly flatMeter: Int32Array
  readonly flatAmount: Float64Array
  readonly lanes: number
  readonly meters: number
  /** Limit of each meter; Infinity where there is none. */
  readonly limit: Float64Array
  /** Units that a meter may pass its limit by, at `overPrice` of the value each. */
  readonly overMost: Float64Array
  readonly overPrice: Float64Array
  /** What a lane may carry from one period to the next: 0 for nothing, Infinity for everything. */
  readonly carryMost: Float64Array
  /** Rows over flat meters: sum of coefficient x meter is at most the limit. */
  readonly rowFrom: Int32Array
  readonly rowMeter: Int32Array
  readonly rowCoefficient: Float64Array
  readonly rowLimit: Float64Array
  /** The family `tieAfter` needs the family `tieBefore` in, and begins `tieLag` periods or more after it is done; `ANY_TIME`: whenever. */
  readonly tieAfter: Int32Array
  readonly tieBefore: Int32Array
  readonly tieLag: Int32Array
}

/** Start and end of an option that stays out: later than any period. */
export const NEVER = 1_000_000

/** Lag of a tie that asks for company only and not for an order. */
export const ANY_TIME = -100_000

/** One option for each family, by its number among all options. */
export type PhasedPlan = Int32Array
