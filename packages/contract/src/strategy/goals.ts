import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, Nullable, NumberMetric, OneOf, route } from '../wire/index.ts'
import { TargetBecause } from './measure-settings.ts'
import { UnitCode } from './schemas.ts'

/** One of the five verdicts on a goal, with what is missing in sentences for who mends it. */
export const SmartVerdict = Type.Object({ letter: OneOf(['specific', 'measurable', 'attainable', 'relevant', 'timed']), passed: Type.Boolean(), reasons: Type.Array(Type.String()) })
export type SmartVerdict = Static<typeof SmartVerdict>
const Measured = Nullable(Type.Object({ id: Id, name: Type.String() }))

/** A measure as a key result, graded 0 to 1; `expected` is what its kind expects. */
export const GradedKeyResult = Type.Object({ measureId: Id, name: Type.String(), kind: OneOf(['committed', 'aspirational']), weight: Type.Number(), grade: NumberMetric, band: Nullable(OneOf(['low', 'middle', 'high'])), expected: Type.Number() })
export type GradedKeyResult = Static<typeof GradedKeyResult>

/** An objective as a goal: the five verdicts, by the measure that meets most of them, and its grade by key results where it has any. */
export const GoalCheck = Type.Object({ objectiveId: Id, statement: Type.String(), perspectiveId: Id, owner: Nullable(Type.String()), deadline: Nullable(CivilDate), by: Measured, smart: Type.Array(SmartVerdict), keyResults: Type.Array(GradedKeyResult), grade: Nullable(ExplainedNumber), band: Nullable(OneOf(['low', 'middle', 'high'])) })
export type GoalCheck = Static<typeof GoalCheck>
/** A target that has moved since it was first agreed, and how far; `beyond` its leeway where it has one. */
export const DriftedTarget = Type.Object({
  measureId: Id, measure: Type.String(), objectiveId: Id, unit: UnitCode, first: Type.Number(), firstOn: CivilDate, now: Type.Number(), leeway: Nullable(Type.Number()), drift: ExplainedNumber, beyond: Type.Boolean(),
  moves: Type.Array(Type.Object({ from: Type.Number(), to: Type.Number(), on: CivilDate, share: ExplainedNumber, beyond: Type.Boolean(), because: Nullable(TargetBecause) })),
})
export type DriftedTarget = Static<typeof DriftedTarget>
/** What the measures of an objective tell of, of the organisation's own (strategy null) and of units'; a warning where no outcome is among them, where nobody said, or where more than three lead. */
export const ObjectiveMix = Type.Object({
  objectiveId: Id, statement: Type.String(), strategy: Nullable(Type.Object({ id: Id, name: Type.String() })), outcome: Type.Integer(), output: Type.Integer(), activity: Type.Integer(), unsaid: Type.Integer(), leading: Type.Integer(),
  warnings: Type.Array(Type.Object({ code: OneOf(['no_outcome', 'nobody_said', 'many_leading']), words: Type.String() })),
})
export type ObjectiveMix = Static<typeof ObjectiveMix>
export const GoalList = Type.Object({ goals: Type.Array(GoalCheck), /** How many objectives pass each verdict. */ passed: Type.Array(Type.Object({ letter: SmartVerdict.properties.letter, count: Type.Integer() })), /** Targets in force that were others before, those beyond their leeway first. */ moved: Type.Array(DriftedTarget), /** Of every objective in force, those with warnings first. */ mixes: Type.Array(ObjectiveMix) })
export type GoalList = Static<typeof GoalList>

export const goalRoutes = {
  listGoals: route({ method: 'GET', path: '/api/strategy/goals', summary: 'Objectives as goals: specific, measurable, attainable, relevant and timed with reasons, their grades by key results, and whether an outcome is measured', access: 'read', reply: GoalList }),
} as const
