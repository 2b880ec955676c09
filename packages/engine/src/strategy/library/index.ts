export type { DefinitionSheet, Calculated, LibraryDefinition, StarterDefinition, TellsOf } from './facts.ts'
export { canonicalCalculation, definitionText } from './calculation.ts'
export { mostCandidates, proposeMeasures, type MeasureCandidate, type PlacedObjective, type Proposing, type UsedMeasure } from './propose.ts'
export { starterLibrary } from './starter/index.ts'
