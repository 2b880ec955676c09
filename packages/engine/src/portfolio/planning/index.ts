export type * from './facts.ts'
export { moneyObjective, noPot } from './candidates.ts'
export { prepareRoadmap, type PreparedRoadmap } from './prepare.ts'
export { namedBy, type KeptDemand, type KeptPart, type KeptShare } from './kept-demands.ts'
