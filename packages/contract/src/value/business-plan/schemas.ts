import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, ExplainedOf, Id, LongText, MetricOf, Nullable, NumberMetric, OneOf, ShortText, Version } from '../../wire/index.ts'
import { Amount, UnitOfAccount } from '../ledger/register.ts'
import { RowIssue } from '../network/schemas.ts'

export const PlanKind = OneOf(['revenue', 'cost', 'capital_expenditure', 'headcount'], 'What a line of the business plan is about')
export const PlanStage = OneOf(['promised', 'forecast', 'realised'], 'What of benefits is held against the plan')
/** A line in a period: from the first day, until the day after the last. */
export const NewPlanAmount = Type.Object({ from: CivilDate, to: CivilDate, baseline: Nullable(Amount), planned: Amount })
export type NewPlanAmount = Static<typeof NewPlanAmount>

const fields = { departmentId: Type.Optional(Nullable(Id)), note: Type.Optional(LongText(2000)), objectiveIds: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Objectives that the line is about' })) }
/** Periods that one line has at most, however they came: it is changed with all of them at once. */
export const mostPlanPeriods = 120
const amounts = Type.Array(NewPlanAmount, { minItems: 1, maxItems: mostPlanPeriods })
export const NewPlanLine = Type.Object({ name: ShortText(200), kind: PlanKind, unit: UnitOfAccount, amounts, ...fields })
export type NewPlanLine = Static<typeof NewPlanLine>
/** Kind and unit of account stay: benefits were linked by them. */
export const PlanLineChange = Type.Object({ version: Version, name: Type.Optional(ShortText(200)), amounts: Type.Optional(amounts), ...fields })
export type PlanLineChange = Static<typeof PlanLineChange>
export const PlanLineKept = Type.Object({ id: Id, version: Version })
export const NewPlanLink = Type.Object({ benefitId: Id, /** Null where it is of no line any more. */ lineId: Nullable(Id), reason: Type.Optional(LongText(500)) })
export type NewPlanLink = Static<typeof NewPlanLink>

const ExplainedAmount = ExplainedOf(Type.String({ description: 'Least units of the unit of account' }))
/** Covered + uncovered = ambition, and covered + over = claimed; undefined without a baseline. */
const totals = { claimed: ExplainedAmount, ambition: ExplainedAmount, covered: ExplainedAmount, uncovered: ExplainedAmount, over: ExplainedAmount, coverage: ExplainedNumber }
export const PlanStanding = OneOf(['covered', 'partly_covered', 'uncovered', 'over_covered', 'no_ambition', 'unknown'])
const LeastUnits = MetricOf(Type.String({ description: 'Least units of the unit of account' }))
/** A line in a period. Its figures say why by themselves: what each benefit brings, baseline and planned. */
export const PlanPart = Type.Object({
  ...NewPlanAmount.properties, claimed: LeastUnits, ambition: LeastUnits, covered: LeastUnits, uncovered: LeastUnits, over: LeastUnits, coverage: NumberMetric, standing: PlanStanding,
  claims: Type.Array(Type.Object({ benefitId: Id, benefit: Type.String(), amount: Type.String() }), { description: 'What each benefit brings of it' }),
})
export type PlanPart = Static<typeof PlanPart>
export const PlanTotal = Type.Object({ kind: PlanKind, unit: UnitOfAccount, lines: Type.Integer(), overCovered: Type.Integer(), unknown: Type.Integer({ description: 'Periods of lines without a baseline: in no figure' }), ...totals })
export type PlanTotal = Static<typeof PlanTotal>

/** A benefit of the ledger, and why it was linked. */
export const LinkedBenefit = Type.Object({ benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), unit: UnitOfAccount, reason: Type.String(), by: Type.String() })
export type LinkedBenefit = Static<typeof LinkedBenefit>
export const FreeBenefit = Type.Object({ benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), unit: UnitOfAccount })
export type FreeBenefit = Static<typeof FreeBenefit>
/** What a linked benefit brings that is not added up, and why. */
export const ApartAmount = Type.Object({ benefitId: Id, benefit: Type.String(), unit: UnitOfAccount, from: CivilDate, to: CivilDate, amount: Type.String(), because: OneOf(['other_unit', 'other_period', 'step_on_the_way', 'initiative_removed']) })
export type ApartAmount = Static<typeof ApartAmount>
export const PlanLine = Type.Object({
  id: Id, name: Type.String(), kind: PlanKind, unit: UnitOfAccount, departmentId: Nullable(Id), department: Nullable(Type.String()), note: Type.String(), version: Version,
  objectives: Type.Array(Type.Object({ id: Id, statement: Type.String() }), { description: 'Those of them that are in force' }), benefits: Type.Array(LinkedBenefit), parts: Type.Array(PlanPart), apart: Type.Array(ApartAmount),
})
export type PlanLine = Static<typeof PlanLine>
/** The business plan, held against what benefits bring. */
export const BusinessPlan = Type.Object({ stage: PlanStage, totals: Type.Array(PlanTotal), lines: Type.Array(PlanLine), free: Type.Array(FreeBenefit, { description: 'Benefits that are of no line' }) })
export type BusinessPlan = Static<typeof BusinessPlan>
export const BusinessPlanAsked = Type.Object({ stage: Type.Optional(PlanStage), objectiveId: Type.Optional(Id) })

/** A row of a list: a line in one period. */
export const PlanRow = Type.Object({ line: Type.Integer({ minimum: 1, maximum: 1_000_000 }), name: ShortText(200), kind: PlanKind, department: Nullable(ShortText(200)), unit: UnitOfAccount, ...NewPlanAmount.properties })
export type PlanRow = Static<typeof PlanRow>
export const PlanRows = Type.Object({ rows: Type.Array(PlanRow, { minItems: 1, maxItems: 1000 }) })
export const PlanPreview = Type.Object({ recognised: Type.String(), rows: Type.Array(PlanRow), adds: Type.Object({ lines: Type.Integer(), periods: Type.Integer() }), issues: Type.Array(RowIssue) })
export type PlanPreview = Static<typeof PlanPreview>
export const PlanAdded = Type.Object({ lines: Type.Integer(), periods: Type.Integer(), issues: Type.Array(RowIssue) })
export type PlanAdded = Static<typeof PlanAdded>
