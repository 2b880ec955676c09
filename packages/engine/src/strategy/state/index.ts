export type { CheckAnswer, StateAnomaly, StateCheck, StateEvidence, StateFinding } from './check.ts'
export { stateFacets, type CreatedFacts, type LivedFacts, type MeansFacts, type StatedFacts, type StateFacet, type StateFacts, type StateThing, type StateThingKind, type StepFacts, type WorkedFacts } from './facts.ts'
export { alignmentState, stateChecks, type AlignmentState, type CheckState, type FacetState, type StateStatus } from './report.ts'
