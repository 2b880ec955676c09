import { Type, type Static } from 'typebox'
import { CivilDate, Decimal, Id, LongText, Nullable, OneOf, ShortText } from '../wire/index.ts'

/** What a measure tells of: the work itself, the key figures of the organisation, what became of it, or how others do. */
export const MeasureLevel = OneOf(['delivery', 'kpi', 'outcome', 'benchmark'], 'Which of the four levels a measure stands on')
export const MeasureLevels = ['delivery', 'kpi', 'outcome', 'benchmark'] as const

const CoursePoints = Type.Array(Type.Object({ on: CivilDate, value: Type.Number() }), { maxItems: 200 })
/** How the way from baseline to target runs. */
export const Course = Type.Union([
  Type.Object({ kind: Type.Literal('linear') }),
  Type.Object({ kind: Type.Literal('s_curve') }),
  Type.Object({ kind: Type.Literal('steps'), points: CoursePoints }),
  Type.Object({ kind: Type.Literal('list'), points: CoursePoints }),
  Type.Object({ kind: Type.Literal('seasonal'), monthShares: Type.Array(Type.Number({ minimum: 0 }), { minItems: 12, maxItems: 12 }) }),
])
export type Course = Static<typeof Course>

/** What was budgeted or is forecast of a measure for the period that holds a day. */
export const PlanPoint = Type.Object({ kind: OneOf(['budget', 'forecast']), on: CivilDate, value: Decimal })
export type PlanPoint = Static<typeof PlanPoint>

/** How peers do: quartiles of so many of them, until when they can be compared with, and in what they differ. */
export const Benchmark = Type.Object({ peers: ShortText(300), count: Type.Integer({ minimum: 1 }), p25: Nullable(Decimal), p50: Decimal, p75: Nullable(Decimal), asOf: CivilDate, validUntil: Nullable(CivilDate), comparability: LongText(2000) })
export type Benchmark = Static<typeof Benchmark>

/** From when on the limits of the control chart are worked out anew, why, and what shows it. */
export const LimitsFrom = Type.Object({ on: CivilDate, reason: ShortText(500), evidence: ShortText(500) })

/** A measure as a key result of its objective: committed ones are expected to be reached, aspirational ones to 0.7. Weights count among the key results of one objective. */
export const KeyResultSetting = Type.Object({ kind: OneOf(['committed', 'aspirational']), weight: Type.Number({ exclusiveMinimum: 0, maximum: 1000 }) })

/** Why a target is moved, and of which kind the reason is. */
export const TargetBecause = Type.Object({ kind: OneOf(['environment', 'strategy', 'error', 'scope'], 'What changed: the surroundings, the strategy, a mistake put right, or what is covered'), words: ShortText(2000) })
export type TargetBecause = Static<typeof TargetBecause>

/** Where on the way from work to effect a measure looks. */
export const TellsOf = OneOf(['outcome', 'output', 'activity'], 'Whether a measure tells of what is done, what it yields, or what becomes of it')
export type TellsOf = Static<typeof TellsOf>
const sheetFields = { meaning: LongText(2000), gamingRisk: LongText(2000), watch: LongText(2000), source: LongText(500) }
/** The sheet of a measure, beside its definition: what it tells of (null: nobody said), how it can look good while things get worse, and what has to be watched beside it. */
export const MeasureSheet = Type.Object({ tellsOf: Nullable(TellsOf), ...sheetFields })
export type MeasureSheet = Static<typeof MeasureSheet>
/** A sheet of the library always says what its measure tells of. */
export const LibrarySheet = Type.Object({ tellsOf: TellsOf, ...sheetFields })

/** How a measure is reported and judged. `band` belongs to the directions range (both ends) and maintain (both the level to keep). */
export const MeasureSettings = Type.Object({
  level: MeasureLevel,
  band: Nullable(Type.Object({ low: Decimal, high: Decimal })),
  course: Course,
  maxAgeDays: Type.Integer({ minimum: 1, maximum: 3660, description: 'Days after which an actual is too old to be carried forward' }),
  dueAfterDays: Type.Integer({ minimum: 0, maximum: 366, description: 'Days after the end of a period by which its actual is due' }),
  naturalLeast: Nullable(Decimal),
  reporterId: Nullable(Id),
  plan: Type.Array(PlanPoint, { maxItems: 500 }),
  benchmarks: Type.Array(Benchmark, { maxItems: 20 }),
  limitsFrom: Nullable(LimitsFrom),
  keyResult: Nullable(KeyResultSetting),
  /** Why a target beyond what was ever reached can be reached. */
  targetReason: LongText(2000),
  sheet: Nullable(MeasureSheet),
  /** Share of its target by which the target may move without a reason; null: by any. */
  leeway: Nullable(Type.Number({ minimum: 0, maximum: 10 })),
})
export type MeasureSettings = Static<typeof MeasureSettings>
export const MeasureSettingsChange = Type.Partial(MeasureSettings)
