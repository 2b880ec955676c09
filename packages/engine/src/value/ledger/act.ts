import type { Exact } from './exact.ts'

/** An amount of one value period, in least units. */
export type Line = { readonly periodId: string; readonly amount: bigint }

/** Who does it, when and why; the instant and the id come from the server. */
type Doing = {
  readonly id: string
  readonly recordedAt: string
  readonly by: string
  readonly reason?: string
  readonly evidence?: string
  readonly matchId?: string
  /** Whether it may post in a closed period, as a prior-period adjustment. */
  readonly adjusts?: boolean
}

/** The actual of a measure as it was approved, or not; null is missing and never zero. */
export type ActualTerms = { readonly value: Exact | null; readonly state: 'missing' | 'provisional' | 'approved' | 'restated'; readonly knownAt: string }

export type Measurement = {
  readonly actual: ActualTerms
  readonly counterfactual: { readonly method: string; readonly value: Exact }
  readonly direction: 'higher' | 'lower' | { readonly low: Exact; readonly high: Exact }
  readonly volume: Exact
  /** Least units of account for one unit of the measure. */
  readonly unitValue: Exact
  readonly source: 'system_of_record' | 'sampled' | 'survey' | 'estimate'
  /** Said by who measures: counterfactual or attribution were registered after the actual was known (V-4). */
  readonly postHoc?: boolean
}

/** The negative claim of whoever moved the measure the other way (V-5). */
export type Offset = { readonly benefitId: string; readonly amount: bigint; readonly evidenceLevel: number }

export type Claim = {
  readonly benefitId: string
  readonly periodId: string
  readonly amount: bigint
  /** Post what is allowed and say what was withheld, instead of all or nothing. */
  readonly upToCap?: boolean
  /** Evidence that value came before delivery was accepted (V-3). */
  readonly earlyEvidence?: string
  readonly offset?: Offset
  /** Level of the claim's own evidence, 0 to 5; looked at where there is an offset. */
  readonly evidenceLevel?: number
}

/** What somebody wants to do with the ledger. */
export type Act = Doing &
  (
    | { readonly kind: 'promise'; readonly benefitId: string; readonly lines: readonly Line[] }
    | { readonly kind: 'approve'; readonly benefitId: string; readonly lines: readonly (Line & { readonly declined?: bigint })[] }
    | { readonly kind: 'forecast'; readonly benefitId: string; readonly lines: readonly Line[] }
    | { readonly kind: 'deliver'; readonly benefitId: string; readonly lines: readonly Line[] }
    | { readonly kind: 'measure'; readonly measureId: string; readonly periodId: string; readonly measurement: Measurement }
    | { readonly kind: 'adjust'; readonly measureId: string; readonly periodId: string; readonly difference: bigint }
    | ({ readonly kind: 'realise' } & Claim)
    | { readonly kind: 'verify'; readonly benefitId: string; readonly periodId: string; readonly amount: bigint; readonly sample: string | null }
    | { readonly kind: 'disallow'; readonly benefitId: string; readonly periodId: string; readonly amount: bigint }
    | { readonly kind: 'bank'; readonly benefitId: string; readonly periodId: string; readonly approvedBy: string | null; readonly lines: readonly { readonly budgetLineId: string; readonly amount: bigint }[] }
    | { readonly kind: 'soft_close'; readonly periodId: string }
    | { readonly kind: 'close'; readonly periodId: string; readonly open: readonly string[] }
    | { readonly kind: 'transfer'; readonly benefitId: string; readonly fromPeriodId: string; readonly toPeriodId: string; readonly amount: bigint }
    | { readonly kind: 'write_off'; readonly benefitId: string; readonly from: 'A10' | 'A20' | 'A30'; readonly decision: string | null; readonly lines: readonly Line[] }
    | { readonly kind: 'convert'; readonly benefitId: string; readonly periodId: string; readonly amount: bigint; readonly into: Claim }
    | { readonly kind: 'reverse'; readonly entryId: string }
  )
export type ActKind = Act['kind']
export type ActOf<Kind extends ActKind> = Extract<Act, { readonly kind: Kind }>

