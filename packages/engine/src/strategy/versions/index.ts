export type * from './facts.ts'
export { invertedDifference, versionDifference } from './difference.ts'
export { carriedContributions, invertedMapping } from './mapping.ts'
export { measureChanges } from './measures.ts'
