import type { Mapping, TreeChange } from '@throughline/engine/strategy'
import { Type, type Static } from 'typebox'
import { ConstraintWire, PlanChangeList, PlanSummary } from '../portfolio/index.ts'
import { CivilDate, ExplainedMoney, Explanation, Id, Instant, LongText, MetricOf, Nullable, NumberMetric, OneOf, ShortText } from '../wire/index.ts'
import { InitiativeRef, UnitCode } from './schemas.ts'
import { StableKey } from './version-content.ts'

/** What is proposed for one initiative. Pause puts it on hold, stop stops it, start approves it; the others leave its state as it is. */
export const ActionKind = OneOf(['stop', 'pause', 'start', 'reshape', 'accelerate', 'continue'])
export type ActionKind = Static<typeof ActionKind>
/** An action chosen by a person. Dates are those that the initiative gets, for what is started, reshaped or accelerated; left out they stay. */
export const ChosenAction = Type.Object({ initiativeId: Id, kind: ActionKind, note: Type.Optional(LongText(2000)), startOn: Type.Optional(CivilDate), endOn: Type.Optional(CivilDate) })
export type ChosenAction = Static<typeof ChosenAction>

/** What somebody says of one initiative from now on, in place of what is derived; whole minor units, null where it is derived. */
const Estimate = Nullable(Type.Integer({ minimum: -1e15, maximum: 1e15 }))
export const ToGoEstimate = Type.Object({ initiativeId: Id, benefitsToGo: Estimate, costToGo: Estimate, exitCost: Estimate, switchingCost: Estimate, note: LongText(2000) })
export type ToGoEstimate = Static<typeof ToGoEstimate>

/** How the recalibration weighs: what one unit of alignment is worth in money, what a change must gain, what is assumed where nobody gave a cost of leaving or beginning. */
export const RecalibrationSettings = Type.Object({
  worth: Type.Union([Type.Object({ kind: Type.Literal('strategic') }), Type.Object({ kind: Type.Literal('money'), minorPerAlignment: Type.Integer({ minimum: 0, maximum: 1e15 }) })]),
  hysteresis: Type.Integer({ minimum: 0, maximum: 1e15, description: 'What each stop must gain beyond its costs: minor units, or points (10,000 for full alignment)' }),
  emergency: Nullable(ShortText(2000)),
  exitShare: Type.Number({ minimum: 0, maximum: 1, description: 'Exit cost of running work where nobody gave one, as a share of its cost of the first year to go' }),
  switchingShare: Type.Number({ minimum: 0, maximum: 1, description: 'Switching cost of work to begin where nobody gave one, as a share of its cost of the first year to go' }),
  constraints: Type.Array(ConstraintWire, { maxItems: 500 }),
})
export type RecalibrationSettings = Static<typeof RecalibrationSettings>

const number = Nullable(Type.Number())
const ComparedMeasure = Type.Object({ id: Id, identity: Type.String(), name: Type.String(), definition: Type.String(), unit: Type.String(), target: number, dueOn: Nullable(CivilDate), baseline: number, baselineOn: Nullable(CivilDate), tolerance: number, low: number, high: number })
/** A version as the engine compares it: weights in whole units of 10^-8. */
export const ComparedVersion = Type.Object({
  id: Id, no: Type.Integer(),
  objectives: Type.Array(Type.Object({ key: StableKey, statement: Type.String(), units: Type.Integer(), owner: Nullable(Type.String()), deadline: Nullable(CivilDate), parentKey: Nullable(StableKey), measures: Type.Array(ComparedMeasure) })),
  /** What units measure in it: `key` is the id of their objective. */
  below: Type.Optional(Type.Array(Type.Object({ key: Type.String(), statement: Type.String(), measures: Type.Array(ComparedMeasure) }))),
})
export type ComparedVersion = Static<typeof ComparedVersion>

/** Strategies of units and functions that differ between two versions, with what differs of each objective and its measures. */
export const UnitStrategyChanges = Type.Array(Type.Unsafe<TreeChange>({ title: 'TreeChange', type: 'object', required: ['id', 'name', 'kind', 'objectives'] }))

const Whole = MetricOf(Type.Integer())
/** Contributions by key of the objective, in whole thousandths. */
const ByKey = Type.Record(Type.String(), Type.Integer())
/** An initiative from now on, whole minor units; what cannot be known says why. What was spent already is no part of it. */
export const CaseInitiative = Type.Object({
  id: Id, key: Type.String(), name: Type.String(), unitId: Nullable(Id), unit: Nullable(Type.String()), state: Type.String(), standing: OneOf(['running', 'paused', 'candidate']), mandatory: Type.Boolean(),
  benefitsToGo: Whole, costToGo: Whole, costByYear: Type.Record(Type.String(), Type.Integer()), exitCost: Whole, switchingCost: Whole, before: ByKey, after: ByKey,
  asApproved: Nullable(Type.Number({ description: 'Alignment under the version in force when it was approved, in units of 10^-11' })), finishOn: Nullable(CivilDate), affected: Type.Array(Type.String()), decides: Type.String(), decideBy: Nullable(CivilDate), requires: Type.Array(Id),
})
export type CaseInitiative = Static<typeof CaseInitiative>

/** What an objective needs, from the baseline of a measure to its target, and what the value ledger holds promised for the last period by which it is due; in the unit of the measure. What cannot be known says why. */
export const CaseCoverage = Type.Object({
  key: StableKey, measure: Nullable(Type.String()), unit: Nullable(UnitCode), required: MetricOf(Type.Number()), expected: MetricOf(Type.Array(Type.Object({ initiativeId: Id, movement: Type.Number(), confidence: Type.Number({ minimum: 0, maximum: 1 }) }))),
})
export type CaseCoverage = Static<typeof CaseCoverage>

/** Everything that a recalibration is computed from, the same for the browser's worker, the command line and the server: `prepareRecalibration` of the engine takes it as it is. */
export const RecalibrationCase = Type.Object({
  versionId: Id, asOf: CivilDate, currency: Type.String(), firstYear: Type.Integer({ description: 'The first fiscal year that can still be planned' }), before: ComparedVersion, after: ComparedVersion, mappings: Type.Array(Type.Unsafe<Mapping>({ type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } })),
  /** What differs of strategies of units; what initiatives do does not follow from it. */ unitStrategies: UnitStrategyChanges,
  initiatives: Type.Array(CaseInitiative), /** Ties of initiatives that hold whatever is asked for. */ standing: Type.Array(ConstraintWire), settings: RecalibrationSettings,
  benefits: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), keys: Type.Array(StableKey) })), coverage: Type.Array(CaseCoverage),
  years: Type.Array(Type.Object({ year: Type.Integer(), label: Type.String(), running: Type.Integer({ description: 'Cost to go of what runs in that year, minor units' }) })), units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** What the case takes for granted, in sentences. */
  notes: Type.Array(Type.String()),
})
export type RecalibrationCase = Static<typeof RecalibrationCase>

/** How ranks are doubted. Left out: 1,000 samples of seed 1, weights doubted by three parts of ten, benefits by a fifth. */
export const RanksAsked = Type.Object({
  seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4294967295 })), samples: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  weights: Type.Optional(Type.Union([Type.Object({ kind: Type.Literal('around'), doubt: Type.Number({ minimum: 0, maximum: 1, description: '0 as they are stated, 1 any weights' }) }), Type.Object({ kind: Type.Literal('order') })], { description: 'Around the stated weights, or any in the stated order' })),
  spread: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: 'Benefits to go are doubted up and down by this share' })),
})
export type RanksAsked = Static<typeof RanksAsked>

const Rank = Type.Integer({ minimum: 1, description: '1 is the best' })
/** Where one initiative stands among the others; its shares sum to 1, and ranks that it never has are left out. Of many ranks neighbours are told as a band. */
export const RankedInitiative = Type.Object({
  initiativeId: Id, name: Type.String(), running: Type.Boolean(), rank: Rank, /** The ranks at or below which 5, 50 and 95 of 100 samples are. */ low: Rank, median: Rank, high: Rank, best: Rank, worst: Rank,
  shares: Type.Array(Type.Object({ rank: Rank, to: Type.Optional(Type.Integer({ minimum: 1, description: 'The last rank of a band' })), share: Type.Number() }), { maxItems: 60 }), /** The share of samples in which it is in the best portfolio. */ aboveCut: NumberMetric, dominatedBy: Type.Array(Id, { maxItems: 20, description: 'The first of those that it never stands before' }), dominators: Type.Integer({ description: 'How many these are' }), why: Explanation,
})
export type RankedInitiative = Static<typeof RankedInitiative>
/** The ranked list under a version of the strategy with its settings, weights and estimates doubted. A job’s result. */
export const RankList = Type.Object({
  seed: Type.Integer(), samples: Type.Integer(), cutSamples: Type.Integer({ description: 'The first samples, each of which is selected anew' }), ranked: Type.Array(RankedInitiative),
  /** Competes with nobody: has no rank and takes none. */
  mandatory: Type.Array(Type.Object({ initiativeId: Id, name: Type.String() })),
  /** Without a figure that is weighed: not ranked, with the reason. */
  left: Type.Array(Type.Object({ initiativeId: Id, name: Type.String(), because: Type.String() })), notes: Type.Array(Type.String()),
})
export type RankList = Static<typeof RankList>

/** The figures of one initiative from now on, each with the reason why. */
export const InitiativeToGo = Type.Object({ initiative: InitiativeRef, from: CivilDate, benefitsToGo: ExplainedMoney, costToGo: ExplainedMoney, exitCost: ExplainedMoney, switchingCost: ExplainedMoney })
export type InitiativeToGo = Static<typeof InitiativeToGo>

/** A roadmap’s value in points, less one for each move, and the bound that no roadmap passes. */
const Standing = Type.Object({ value: Type.Number(), bound: Type.Number(), gap: Nullable(Type.Number()), proved: Type.Boolean(), goAhead: Type.Integer() })
const Place = Nullable(Type.Integer({ description: 'A period, counted from 0' }))
/** The roadmap under the strategy in force and under a version with its actions: what shifts, what each objective gets, what comes after its objective is due. A job’s result. */
export const RecalibratedRoadmapOutcome = Type.Object({
  periods: Type.Array(Type.String()), before: Standing, after: Standing, left: Type.Integer({ description: 'Initiatives that are no candidates' }),
  shifts: Type.Array(Type.Object({ initiativeId: Id, name: Type.String(), what: OneOf(['comes', 'goes', 'exit', 'earlier', 'later', 'variant']), from: Place, to: Place, endsIn: Place })),
  objectives: Type.Array(Type.Object({ statement: Type.String(), before: Type.Number(), after: Type.Number() })),
  /** `finishOn` null where it ends with the last period or after it. */
  late: Type.Array(Type.Object({ initiativeId: Id, name: Type.String(), statement: Type.String(), deadline: CivilDate, finishOn: Nullable(CivilDate) })),
})
export type RecalibratedRoadmapOutcome = Static<typeof RecalibratedRoadmapOutcome>

/** One thing that keeps a draft from being sent or approved. */
export const DraftProblem = Type.Object({ code: Type.String(), ids: Type.Array(Type.String()), words: Type.String() })
export type DraftProblem = Static<typeof DraftProblem>
/** Exactly what approving does. `seen` names exactly this preview. */
export const AdoptionPreview = Type.Object({ seen: Type.String(), before: PlanSummary, after: PlanSummary, changes: PlanChangeList, problems: Type.Array(DraftProblem), may: Type.Boolean(), whyNot: Nullable(Type.String()) })
export type AdoptionPreview = Static<typeof AdoptionPreview>

/** A step on the way from a signal to its effect; `days` since the step before it, of an open one its age. */
export const LatencyStep = Type.Object({ step: OneOf(['signal', 'recognised', 'sent', 'approved', 'moved', 'effect']), on: Nullable(CivilDate), days: Nullable(Type.Integer()), open: Type.Boolean() })
export type LatencyStep = Static<typeof LatencyStep>
export const RecalibrationItem = Type.Object({
  versionId: Id, no: Type.Integer(), title: Type.String(), reason: Type.String(), status: OneOf(['draft', 'sent', 'in_force', 'superseded']), steps: Type.Array(LatencyStep), actions: Type.Array(Type.Object({ kind: ActionKind, count: Type.Integer() })),
  decisionId: Nullable(Id), approvedAt: Nullable(Instant), approvedBy: Nullable(Type.String()),
  /** Which measure showed the first effect, where one did. */
  effect: Nullable(Type.Object({ measureId: Id, measure: Type.String(), on: CivilDate })),
})
export type RecalibrationItem = Static<typeof RecalibrationItem>
export const RecalibrationList = Type.Object({ items: Type.Array(RecalibrationItem), /** Days each step took, over all of them; undefined over fewer than five. */ percentiles: Type.Array(Type.Object({ step: OneOf(['recognised', 'sent', 'approved', 'moved', 'effect']), p50: NumberMetric, p85: NumberMetric, p95: NumberMetric })) })
export type RecalibrationList = Static<typeof RecalibrationList>
