import type { Result } from '../kernel/index.ts'
import type { Constraint } from './constraints/kinds.ts'
import type { SelectionRefusal } from './input.ts'

/** Outcome of `selectPortfolio`: plain JSON throughout. */
export type SelectionResult = Result<Selection, SelectionRefusal>

/** A plan, how good it is, and how good any plan could be. Amounts in whole minor units. */
export type Selection = {
  /** Chosen ids in ascending order. */
  readonly chosen: readonly string[]
  readonly value: number
  readonly cost: number
  readonly costByYear: Readonly<Record<string, number>>
  /** No plan that keeps every constraint is worth more than this. */
  readonly bound: number
  /** (bound - value) / |value|; 0 when proved; null where the value is 0 and the bound is not. */
  readonly gap: number | null
  /** True where no better plan exists: bound equals value. */
  readonly proved: boolean
  readonly workUnits: number
  /** Work units at which the plan that was returned was first found. */
  readonly foundAtWorkUnits: number
  readonly certificate: Certificate
  readonly ranking: RankingComparison
  readonly constraints: readonly ConstraintUse[]
  readonly verdicts: readonly Verdict[]
}

/**
 * Enough to re-check the claim without trusting the search (`checkCertificate`): with any prices at all, no plan is worth more than
 * sum(price x limit) + sum over candidates of max(0, value - sum(price x use)).
 */
export type Certificate = {
  /** Price of each row of the compiled program, in value per unit of the row; same order as `rowWords`. */
  readonly multipliers: readonly number[]
  readonly rowWords: readonly string[]
  /** The bound these prices prove by themselves. */
  readonly rootBound: number
  /** The tree that closes what is left between `rootBound` and `bound`; null unless asked for by `effort.proof`. */
  readonly tree: ProofTree | null
}

/**
 * Splits on one candidate until every leaf is closed: by its prices (nothing above the plan's value is left), by its ray (weights of the
 * rows that cannot be kept together), or by a plain contradiction where it has neither.
 */
export type ProofTree =
  | { readonly kind: 'split'; readonly candidateId: string; readonly multipliers: readonly number[] | null; readonly out: ProofTree; readonly in: ProofTree }
  | { readonly kind: 'leaf'; readonly multipliers: readonly number[] | null; readonly ray: readonly number[] | null }

/** What the usual way, going down the list by value over cost and taking what fits, would have given under the same constraints. */
export type RankingComparison = {
  /** Empty and `feasible: false` where the ranking ends in a plan that breaks a constraint. */
  readonly feasible: boolean
  readonly chosen: readonly string[]
  readonly value: number | null
  readonly cost: number | null
  /** Value of our plan minus value of the ranking's plan; null where the ranking finds none. */
  readonly valueLeftOnTable: number | null
  /** Ids we choose and the ranking does not, and the other way round. */
  readonly onlyHere: readonly string[]
  readonly onlyInRanking: readonly string[]
}

/** How far a constraint is used by the plan, and what a little more of it would be worth. */
export type ConstraintUse = {
  readonly constraint: Constraint
  readonly words: string
  /** The candidate whose own requirement this is; null for a constraint of the input. */
  readonly candidateId: string | null
  /** Units used and the limit (minor units or a count); null where the constraint is not a limit on an amount. */
  readonly used: number | null
  readonly limit: number | null
  /** True where the constraint keeps a candidate out or has a price. */
  readonly binding: boolean
  /** Value per unit of limit at the margin, from the linear relaxation: a guide, not a promise. */
  readonly lpPrice: number | null
  /** What the same demand a little looser (1 %, or one candidate) would really give, found by solving again; null where not asked for. */
  readonly confirmed: { readonly loosened: Constraint; readonly gain: number; readonly proved: boolean } | null
}

/** Why a candidate is in or out. */
export type Verdict = {
  readonly candidateId: string
  readonly verdict: 'in' | 'out'
  /** One sentence for the one who asks. */
  readonly reason: string
  readonly because: 'worth_its_place' | 'pinned_in' | 'needed_by_others' | 'pinned_out' | 'not_worth_its_place' | 'no_value' | 'cannot_fit'
  readonly value: number
  readonly cost: number
  /** What it takes from each constraint that has a price, at that price. */
  readonly uses: readonly { readonly constraint: Constraint; readonly amount: number; readonly atPrice: number }[]
  /** Value minus the price of all it uses: above zero speaks for it. */
  readonly netOfPrices: number
  /** For a candidate that is out: the constraints that stop it from simply being added, and by how much they would be overrun. */
  readonly blockedBy: readonly { readonly constraint: Constraint; readonly words: string; readonly over: number }[]
  /** Re-solved: what the portfolio would lose by the opposite verdict. Null where not asked for. */
  readonly opposite: Opposite | null
}

/** The best plan with the opposite verdict forced. */
export type Opposite =
  | {
      readonly kind: 'possible'
      /** Value lost by forcing. A candidate that is out comes in as soon as its own value rises by more than this, and not before. */
      readonly valueLost: number
      /** `valueLost` is exact; otherwise it is an upper limit of the loss. */
      readonly proved: boolean
    }
  | { readonly kind: 'impossible'; readonly proved: boolean }
