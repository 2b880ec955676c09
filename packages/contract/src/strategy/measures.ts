import { Type, type Static } from 'typebox'
import { CivilDate, Decimal, ExplainedNumber, ExplainedOf, Explanation, Id, Instant, LongText, MetricOf, Nullable, NumberMetric, OneOf, ShortText, Version } from '../wire/index.ts'
import { Benchmark, MeasureLevel } from './measure-settings.ts'
import { Direction, Frequency, Horizon, Measure, MeasureStatus, UnitCode } from './schemas.ts'

export const MeasurePeriod = Type.Object({ from: CivilDate, to: CivilDate })
const Signal = Type.Object({ rule: OneOf(['outside_limits', 'trend', 'two_of_three', 'one_side']), reading: OneOf(['improvement', 'concern', 'neutral']) })
export type MeasureSignal = Static<typeof Signal>
/** How the actual of the last period that is over stands; null where none is ever due. */
const Due = Nullable(Type.Object({ period: MeasurePeriod, dueOn: CivilDate, standing: OneOf(['known', 'carried', 'not_due', 'late']) }))

/** The last month, quarter and year that are over: what was measured, against budget, forecast and the agreed way. */
export const MeasureEnd = Type.Object({ end: OneOf(['month', 'quarter', 'year']), period: MeasurePeriod, actual: ExplainedNumber, budget: ExplainedNumber, forecast: ExplainedNumber, expected: ExplainedNumber })
export type MeasureEnd = Static<typeof MeasureEnd>
/** The latest actual beside the newest benchmark that is still valid. */
export const AgainstPeers = Nullable(Type.Object({ benchmark: Benchmark, place: OneOf(['better_quarter', 'above_median', 'below_median', 'worse_quarter', 'no_actual', 'no_verdict']) }))

/** A measure in the list. */
export const MeasureRow = Type.Object({
  id: Id, name: Type.String(), objectiveId: Id, objective: Type.String(), /** Of an objective of a unit: of what it serves in the end, null where that is nothing. */ perspectiveId: Nullable(Id), /** The strategy of a unit or function that it belongs to; null is the organisation’s own. */ strategy: Nullable(Type.Object({ id: Id, name: Type.String() })), unit: UnitCode, direction: Direction, level: MeasureLevel, horizon: Horizon, leading: Type.Boolean(), frequency: Frequency, owner: Nullable(Type.String()),
  reporter: Nullable(Type.Object({ id: Id, name: Type.String() })),
  latest: Nullable(Type.Object({ on: CivilDate, value: Decimal, state: OneOf(['provisional', 'approved', 'restated']) })),
  /** Values by period, gaps as null; the last of them. */
  series: Type.Array(Nullable(Type.Number())),
  attainment: ExplainedNumber, expected: ExplainedNumber, status: MeasureStatus, due: Due, signal: Nullable(Signal), against: AgainstPeers, ends: Type.Array(MeasureEnd),
  /** Other measures with the same definition: they are one fact, and its movement is counted once. */
  sameAs: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  version: Version,
})
export type MeasureRow = Static<typeof MeasureRow>
/** A perspective, an objective or a measure of a scorecard that has something to mend, with the reasons in sentences; of the organisation’s own (strategy null) or of a unit’s. */
export const WarnedOf = Type.Object({
  kind: OneOf(['perspective', 'objective', 'measure']), id: Id, name: Type.String(), strategy: Nullable(Type.Object({ id: Id, name: Type.String() })), /** The objective of a measure. */ objective: Nullable(Type.String()),
  warnings: Type.Array(Type.Object({ code: Type.String(), words: Type.String() })),
})
export type WarnedOf = Static<typeof WarnedOf>
const composed = { composite: ExplainedNumber, coverage: Type.Number({ description: 'Share of the weight that has a figure' }) }
const ScoredPerspective = Type.Object({ /** Null is what serves nothing of the organisation. */ id: Nullable(Id), name: Type.String(), ...composed })
/** The measures of the organisation and of its units; a composite of one is never made of the other's. */
export const MeasureList = Type.Object({
  perspectives: Type.Array(ScoredPerspective), ...composed,
  /** Strategies of units and functions, each a scorecard by itself, by the perspectives of what it serves. */
  units: Type.Array(Type.Object({ id: Id, name: Type.String(), unit: Nullable(Type.String()), perspectives: Type.Array(ScoredPerspective), ...composed })),
  measures: Type.Array(MeasureRow),
  /** What there is to mend: perspectives, then objectives, then measures. */
  warned: Type.Array(WarnedOf),
})
export type MeasureList = Static<typeof MeasureList>

/** One period of a measure on its chart. */
export const MeasurePoint = Type.Object({ period: MeasurePeriod, value: NumberMetric, expected: NumberMetric, signal: Nullable(Signal), provisional: Type.Boolean() })
export type MeasurePoint = Static<typeof MeasurePoint>
export const ChartLimits = Type.Object({ mean: Type.Number(), upper: Type.Number(), lower: Type.Number(), trial: Type.Boolean(), since: Nullable(CivilDate), assurance: OneOf(['consistently_passes', 'consistently_fails', 'inconsistent', 'no_verdict']) })
export type ChartLimits = Static<typeof ChartLimits>

/** A part of an actual: how much, and at what price or rate. Parts of a flow or level sum to it; those of a ratio are its groups. */
export const ActualPart = Type.Object({ name: ShortText(120), volume: Type.Number(), price: Type.Number() })
/** Days within the periods that are compared; left out, the last two periods that were measured. */
export const ChangeAsked = Type.Object({ from: Type.Optional(CivilDate), to: Type.Optional(CivilDate) })

/** What was recorded of a day, and until when it was believed: null is in force. */
export const ActualRecord = Type.Object({ id: Id, on: CivilDate, value: Decimal, state: OneOf(['provisional', 'approved', 'restated']), source: Type.String(), note: Type.String(), /** What it is made of, where that was recorded. */ parts: Type.Array(ActualPart), by: Type.String(), at: Instant, until: Nullable(Instant), batchId: Nullable(Id), version: Version })
export type ActualRecord = Static<typeof ActualRecord>

/** A part of a change, in the unit of the measure. */
const ChangePart = Type.Object({ key: OneOf(['volume', 'price', 'mix', 'joint', 'rate']), amount: Decimal, why: Explanation })
/** The change from one period to another in parts that sum to it to the last digit; where it cannot be told, the total has the reason and there are no parts. */
export const ChangeInParts = Type.Object({ from: MeasurePeriod, to: MeasurePeriod, before: ExplainedNumber, now: ExplainedNumber, parts: Type.Array(ChangePart), total: ExplainedOf(Decimal) })
export type ChangeInParts = Static<typeof ChangeInParts>

export const MeasureDetail = Type.Object({
  measure: Measure, row: MeasureRow, points: Type.Array(MeasurePoint), limits: MetricOf(ChartLimits), records: Type.Array(ActualRecord), changes: Type.Array(ChangeInParts),
  /** Why the baseline may fall back by itself; null where nothing speaks against it. */
  baselineDoubt: Nullable(OneOf(['outside_limits', 'too_few_points'])),
})
export type MeasureDetail = Static<typeof MeasureDetail>

/** One actual of many. `seen` is the value of that day that was seen (null: none); the act is refused where it is another by now. */
export const BatchRow = Type.Object({
  measureId: Id, on: CivilDate, value: Decimal, numerator: Type.Optional(Decimal), denominator: Type.Optional(Decimal), weight: Type.Optional(Decimal), parts: Type.Optional(Type.Array(ActualPart, { minItems: 1, maxItems: 50 })),
  state: Type.Optional(OneOf(['provisional', 'approved'])), note: Type.Optional(LongText(2000)), source: Type.Optional(LongText(500)), seen: Type.Optional(Nullable(Decimal)),
})
export type BatchRow = Static<typeof BatchRow>
export const NewBatch = Type.Object({ via: OneOf(['paste', 'file', 'interface']), fileName: Type.Optional(ShortText(200)), sha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })), rows: Type.Array(BatchRow, { minItems: 1, maxItems: 2000 }) })
export const ActualBatch = Type.Object({ id: Id, via: OneOf(['paste', 'file', 'interface']), fileName: Nullable(Type.String()), sha256: Nullable(Type.String()), rows: Type.Integer(), by: Type.String(), at: Instant, undoneAt: Nullable(Instant), undoneBy: Nullable(Type.String()) })
export type ActualBatch = Static<typeof ActualBatch>

/** What a file of actuals holds, row by row, before anything is written. */
export const ActualPreview = Type.Object({
  fileName: Type.String(), sha256: Type.String(), recognised: Type.String(),
  rows: Type.Array(Type.Object({ line: Type.Integer(), measureId: Id, measure: Type.String(), unit: UnitCode, on: CivilDate, value: Decimal, before: Nullable(Decimal), becomes: OneOf(['new', 'restated', 'same']), state: OneOf(['provisional', 'approved']), source: Type.String(), note: Type.String(), /** What it is made of, where the file says so. */ parts: Type.Array(ActualPart) })),
  issues: Type.Array(Type.Object({ line: Nullable(Type.Integer()), column: Nullable(Type.String()), found: Type.String(), expected: Type.String() })),
})
export type ActualPreview = Static<typeof ActualPreview>
