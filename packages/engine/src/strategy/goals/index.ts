export { beyondLeeway, shareMoved, targetDrift, type AgreedTarget, type MoveReason, type TargetDrift, type TargetMove } from './drift.ts'
export { bandOf, expectedGrade, gradeOf, objectiveGrade, type KeyResult } from './key-results.ts'
export { measureMix, mostLeading, type MeasureMix, type MixedMeasure, type MixWarning } from './mix.ts'
export { checkSmart, type Goal, type SmartLetter, type SmartVerdict } from './smart.ts'
