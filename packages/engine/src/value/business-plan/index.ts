export { planCoverage, planStages, planTotals, type ApartClaim, type ApartReason, type PlanBrought, type PlanClaim, type PlanFigures, type PlanLine, type PlanLineCoverage, type PlanPart, type PlanStage, type PlanStanding, type PlanSums, type PlanTotal } from './coverage.ts'
export { explainPlanPart, planStageWords } from './explain.ts'
export { fitsKind, planKinds, planKindWords, planMovement, unsoundPeriod, type PlanAmount, type PlanKind } from './line.ts'
