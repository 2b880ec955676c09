import type { CivilDate } from '../../kernel/index.ts'

/** What may come: something that harms, or something that helps. */
export const riskKinds = ['threat', 'opportunity'] as const
export type RiskKind = (typeof riskKinds)[number]

/** Whether it may still come, has come, or can come no more. */
export const riskStates = ['open', 'occurred', 'closed'] as const
export type RiskState = (typeof riskStates)[number]

/** How a risk is answered, by its kind: as ISO 31000, the PMBOK Guide and PRINCE2 call it. */
export const strategiesOf = {
  threat: ['avoid', 'reduce', 'transfer', 'share', 'accept'],
  opportunity: ['exploit', 'enhance', 'share', 'accept'],
} as const satisfies Readonly<Record<RiskKind, readonly string[]>>
export const responseStrategies = ['avoid', 'reduce', 'transfer', 'share', 'accept', 'exploit', 'enhance'] as const
export type ResponseStrategy = (typeof responseStrategies)[number]

/** How likely a risk is and what it would come to, as somebody estimated it. Null where nobody did: never 0. */
export type RiskEstimate = {
  /** A share between 0 and 1, to a hundredth of a percent. */
  readonly probability: number | null
  /** What it would cost, of an opportunity bring: in minor units at the least, most likely, and at the most. The ends are null where only the middle is estimated. */
  readonly impactLowMinor: bigint | null
  readonly impactMinor: bigint | null
  readonly impactHighMinor: bigint | null
  /** By how many days it would move the end. */
  readonly impactDays: number | null
}

/** What is done about a risk, and what is to remain of it afterwards. */
export type RiskResponse = {
  readonly strategy: ResponseStrategy | null
  readonly actions: string
  readonly costMinor: bigint | null
  readonly dueOn: CivilDate | null
  readonly doneOn: CivilDate | null
  readonly residualProbability: number | null
  readonly residualMinor: bigint | null
}

/** A risk of an initiative: because of the cause the event may occur, which would have the effect. `key` is what its register calls it. */
export type RiskFacts = RiskEstimate & RiskResponse & {
  readonly id: string
  readonly key: string
  readonly kind: RiskKind
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly effect: string
  readonly identifiedOn: CivilDate
  /** The day by which it may come at the latest. */
  readonly proximityOn: CivilDate | null
  readonly owner: string | null
  readonly state: RiskState
  /** Since when it is open no more; null as long as it is. */
  readonly overOn: CivilDate | null
  readonly overReason: string
}

/** An estimate that was recorded: with the risk, with a change of it, or by a review, which may have changed nothing. */
export const estimateOccasions = ['registered', 'changed', 'reviewed'] as const
export type EstimateOccasion = (typeof estimateOccasions)[number]
export type RecordedEstimate = RiskEstimate & { readonly on: CivilDate; readonly occasion: EstimateOccasion }

/** How much an issue harms; an order and no numbers. */
export const issueSeverities = ['minor', 'moderate', 'major', 'critical'] as const
export type IssueSeverity = (typeof issueSeverities)[number]

/** Something that has come. `cause`: the risk that had been recorded of it, that none had been, or null where nobody has said. */
export type IssueFacts = {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly severity: IssueSeverity
  readonly openedOn: CivilDate
  readonly containedOn: CivilDate | null
  readonly resolvedOn: CivilDate | null
  readonly owner: string | null
  readonly cause: { readonly kind: 'risk'; readonly riskId: string } | { readonly kind: 'none' } | null
}

/** Money that an initiative keeps for its risks, and what was drawn of it; an amount below 0 takes back one that was. */
export type Drawdown = { readonly id: string; readonly on: CivilDate; readonly amountMinor: bigint; readonly for: { readonly kind: 'risk' | 'issue'; readonly id: string } | null; readonly words: string; readonly reverses: string | null }
export type ContingencyFacts = { readonly agreedMinor: bigint; readonly agreedOn: CivilDate }

/** Whether two estimates say the same. */
export const sameEstimate = (a: RiskEstimate, b: RiskEstimate): boolean => a.probability === b.probability && a.impactLowMinor === b.impactLowMinor && a.impactMinor === b.impactMinor && a.impactHighMinor === b.impactHighMinor && a.impactDays === b.impactDays
/** A share to a hundredth of a percent, as estimates are kept. */
export const asShare = (share: number): number => Math.round(share * 10_000) / 10_000
/** Whether a risk has an estimate in money: without a probability or an amount it is counted and never taken as 0. */
export const isEstimated = ({ probability, impactMinor }: Pick<RiskEstimate, 'probability' | 'impactMinor'>): boolean => probability !== null && impactMinor !== null
