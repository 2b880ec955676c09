import type { ContingencyFacts, Drawdown, IssueFacts, RecordedEstimate, RiskFacts } from '../../delivery/index.ts'
import type { CivilDate, Currency, Explanation } from '../../kernel/index.ts'
import type { ConformanceTier } from '../conformance/index.ts'

/** A risk with everything that was ever estimated of it, in the order of its recording. */
export type AssuredRisk = RiskFacts & { readonly estimates: readonly RecordedEstimate[] }

/** What is known of the register of an initiative on a day. */
export type RegisterFacts = {
  readonly today: CivilDate
  readonly currency: Currency
  /** How closely the initiative is looked at, as said for conformance. */
  readonly tier: ConformanceTier
  readonly risks: readonly AssuredRisk[]
  readonly issues: readonly IssueFacts[]
  readonly contingency: ContingencyFacts | null
  readonly drawdowns: readonly Drawdown[]
}

/** What is asked of every register. Days are whole days from 1 on. */
export type RiskRules = {
  /** A risk is near that may come within so many days; one whose day has passed is near as well. */
  readonly nearDays: number
  /** The longest time between two reviews of a near risk, and of another one by the tier of its initiative. */
  readonly nearReviewDays: number
  readonly fullReviewDays: number
  readonly lowReviewDays: number
  /** After so many reviews that changed nothing an estimate whose day has passed is stale. */
  readonly staleReviews: number
  /** From so many estimates on a pattern is looked for. */
  readonly leastPattern: number
  /** From so many risks that are over on probabilities are held against what came. */
  readonly leastOver: number
}
/** What is asked where nobody agreed on anything else. */
export const usualRules: RiskRules = { nearDays: 90, nearReviewDays: 30, fullReviewDays: 90, lowReviewDays: 180, staleReviews: 3, leastPattern: 5, leastOver: 10 }

/** What is tested of the process by which risks are managed. */
export const registerRules = [
  'unowned', 'unanswered', 'response_overdue', 'response_undated', 'never_reviewed', 'review_overdue', 'unestimated', 'stale', 'issue_unforeseen', 'issue_cause_unsaid', 'mostly_unforeseen', 'contingency_exceeded', 'contingency_ahead', 'drawdown_uncaused',
  'residual_alike', 'probability_alike', 'realised_otherwise', 'duplicate',
] as const
export type RegisterRule = (typeof registerRules)[number]

/** How much a finding says against the process; an order and no numbers. */
export const findingSeverities = ['high', 'medium', 'low'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** What a test found. `where`: the risk, the issue or the drawdown, or the register as a whole; `witness`: what shows it. Amounts stand in the witness alone. */
export type RegisterFinding = {
  readonly rule: RegisterRule
  readonly severity: FindingSeverity
  readonly where: { readonly kind: 'risk' | 'issue' | 'drawdown' | 'register'; readonly id: string | null; readonly name: string }
  readonly found: string
  readonly expected: string
  readonly witness: Explanation
}
