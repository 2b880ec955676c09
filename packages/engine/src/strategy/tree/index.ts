export type * from './facts.ts'
export { effectiveWeights, type EffectiveWeight } from './inheritance.ts'
export { cyclesOf, treeIssues } from './issues.ts'
export { waivedUnits, waiverState } from './waivers.ts'
