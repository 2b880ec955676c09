export { approvalOf, type Approval, type LifeState, type RecordedState } from './approval.ts'
export { alignmentOutcome, claimStanding, leastPerTercile, outcomeQuestions, type AlignmentOutcome, type ClaimStanding, type ClosedFacts, type Evidence, type MetShare, type OutcomeQuestion, type OutcomeRow, type TercileRange, type Verdict } from './outcome.ts'
export { terciles, tercilesOf, type Tercile } from './terciles.ts'
