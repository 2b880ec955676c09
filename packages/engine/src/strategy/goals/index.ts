export { bandOf, expectedGrade, gradeOf, objectiveGrade, type KeyResult } from './key-results.ts'
export { checkSmart, type Goal, type SmartLetter, type SmartVerdict } from './smart.ts'
