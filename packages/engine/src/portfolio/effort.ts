/**
 * How hard to try, in work units and never in time, so that the same input gives the same answer on every machine.
 * One unit is 1000 elementary steps of the solver: about 5 ms for a thousand units on one core of 2.5 GHz (`bench/selection`).
 */
export type Effort = {
  /** Ceiling for one solve. Default 300 000. */
  readonly workUnits?: number
  /** `quick`: the plan, its bound and LP prices. `full`: also re-solves that confirm prices and say what would change a verdict. Default `full`. */
  readonly explain?: 'quick' | 'full'
  /** Keep the branching tree as part of the certificate, so that optimality can be re-checked by others. Default false. */
  readonly proof?: boolean
}

/** What is known while the search runs; amounts in the unit of `Candidate.value`. */
export type Progress = {
  /** Value of the best plan so far, or null before the first. */
  readonly incumbent: number | null
  /** No plan can be worth more than this. */
  readonly bound: number
  /** (bound - incumbent) / |incumbent|, or null where there is no incumbent or it is worth nothing. */
  readonly gap: number | null
  readonly workUnits: number
}

/** How a caller follows and ends a search; both are asked every few thousand units. */
export type Watch = {
  readonly onProgress?: (progress: Progress) => void
  /** True ends the search at once with the best plan so far and its bound. */
  readonly shouldStop?: () => boolean
}
