export { beyondLeeway, shareMoved, targetDrift, type AgreedTarget, type MoveReason, type TargetDrift, type TargetMove } from './drift.ts'
export { bandOf, expectedGrade, gradeOf, objectiveGrade, type KeyResult } from './key-results.ts'
export { checkSmart, type Goal, type SmartLetter, type SmartVerdict } from './smart.ts'
