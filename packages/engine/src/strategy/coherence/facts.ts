import type { CivilDate, UnitCode } from '../../kernel/index.ts'

type Named = { readonly id: string; readonly name: string }

/** A strategy in force; its objectives' weights sum to 1. */
export type CoherenceStrategy = Named & { readonly unitId: string | null; readonly parentId: string | null }
/** An objective; `parentId` is the objective of the parent strategy that it serves. */
export type CoherenceObjective = Named & { readonly strategyId: string; readonly owner: string | null; readonly parentId: string | null; readonly retired: boolean; readonly weight: number }
/** A measure; `identity` is that of its definition, which may go by several names. `keptBy` is who takes it: what a unit measures of itself is no second definition of what another measures. */
export type CoherenceMeasure = Named & { readonly identity: string; readonly unit: UnitCode; readonly keptBy?: string | null }
/** A target in force during `[from, to)`; `scope` null is the whole organisation. `current` is what was measured last. */
export type Target = {
  readonly id: string
  readonly objectiveId: string
  readonly measureId: string
  readonly scope: string | null
  readonly from: CivilDate
  readonly to: CivilDate
  readonly low: number | null
  readonly high: number | null
  readonly direction: 'higher' | 'lower' | 'hold'
  readonly current: number | null
}
/** Movement of one measure moves another; elasticity is the change of the second for 1 of the first. */
export type Influence = { readonly id: string; readonly from: string; readonly to: string; readonly sign: 1 | -1; readonly elasticity: { readonly low: number; readonly high: number } | null }
/** Somebody is rewarded for moving a measure. */
export type Reward = { readonly id: string; readonly measureId: string; readonly role: string; readonly direction: 'higher' | 'lower' }
/** An initiative with what it does to objectives and measures; candidates only count where a rule says so. */
export type CoherenceInitiative = Named & {
  readonly unitId: string | null
  readonly standing: 'candidate' | 'committed' | 'mandatory'
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly finish: { readonly p50: CivilDate; readonly p80: CivilDate } | null
  readonly costToGo: number
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly contributions: readonly { readonly objectiveId: string; readonly contribution: number; readonly accepted: boolean }[]
  readonly effects: readonly { readonly measureId: string; readonly low: number; readonly high: number }[]
}
/** An initiative needs an asset in a state during `[from, to)`; another sets it to a state on a day. */
export type AssetNeed = { readonly initiativeId: string; readonly assetId: string; readonly state: string; readonly from: CivilDate; readonly to: CivilDate }
export type AssetChange = { readonly initiativeId: string; readonly assetId: string; readonly state: string; readonly on: CivilDate }
/** A budget or a skill in a period, and what initiatives take of it, in whole units; `parts` of them are one of what `unit` names, 1 unless said. */
export type Limit = Named & { readonly amount: number; readonly parts?: number; readonly unit?: string }
export type LimitDemand = { readonly limitId: string; readonly initiativeId: string; readonly amount: number }
/** Value a measure is forecast to move, and claims on it, in whole units. */
export type ValuePool = Named & { readonly forecast: number }
export type ValueClaim = Named & { readonly poolId: string; readonly amount: number }
export type CountedBenefit = Named & { readonly counted: boolean; readonly leadsTo: readonly string[] }
/** An objective is not reached without the initiative: by its own deadline, or by the day of one of its milestones. `finish` stands before that of the initiative. */
export type Requirement = { readonly objectiveId: string; readonly initiativeId: string; readonly deadline: CivilDate; readonly milestone?: string; readonly finish?: CoherenceInitiative['finish'] }
/** What of an initiative a policy can be about. Amounts are ordered, anything else is one of several. */
export const policyAttributes = ['cost', 'benefits', 'category', 'unit', 'kind', 'sponsor'] as const
export type PolicyAttribute = (typeof policyAttributes)[number]
export const policyRules = ['at_most', 'at_least', 'equals', 'differs'] as const
export type PolicyRule = (typeof policyRules)[number]
/** What somebody records so that the rules have something to look at. */
export const groundKinds = ['policy', 'reward', 'asset_need', 'asset_change'] as const
export type GroundKind = (typeof groundKinds)[number]

/** What an attribute of an initiative must keep while the policy holds, `[from, to)`; `parts` of a number are one of what `unit` names, 1 unless said. */
export type Policy = Named & { readonly attribute: string; readonly rule: PolicyRule; readonly value: string | number | boolean; readonly parts?: number; readonly unit?: string; readonly from: CivilDate; readonly to: CivilDate }

/** Everything that can contradict itself, as of a day. Waived units have leave to go their own way on that day. */
export type CoherenceFacts = {
  readonly strategies: readonly CoherenceStrategy[]
  readonly objectives: readonly CoherenceObjective[]
  readonly measures: readonly CoherenceMeasure[]
  readonly targets: readonly Target[]
  readonly influences: readonly Influence[]
  readonly rewards: readonly Reward[]
  readonly initiatives: readonly CoherenceInitiative[]
  readonly assets: readonly Named[]
  readonly assetNeeds: readonly AssetNeed[]
  readonly assetChanges: readonly AssetChange[]
  readonly limits: readonly Limit[]
  readonly demands: readonly LimitDemand[]
  readonly pools: readonly ValuePool[]
  readonly claims: readonly ValueClaim[]
  readonly benefits: readonly CountedBenefit[]
  readonly requirements: readonly Requirement[]
  readonly policies: readonly Policy[]
  readonly units: readonly { readonly id: string; readonly parentId: string | null }[]
  readonly waivedUnitIds: ReadonlySet<string>
}

/** Facts that hold nothing: a consistent beginning. */
export const noFacts: CoherenceFacts = {
  strategies: [], objectives: [], measures: [], targets: [], influences: [], rewards: [], initiatives: [], assets: [], assetNeeds: [], assetChanges: [],
  limits: [], demands: [], pools: [], claims: [], benefits: [], requirements: [], policies: [], units: [], waivedUnitIds: new Set(),
}
