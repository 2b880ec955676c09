export { fewestDecisions, leastCiting, objectiveUse, type CitedShare, type DecisionFacts, type ObjectiveUse } from './use.ts'
