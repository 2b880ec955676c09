export type * from './facts.ts'
export { moneyObjective, noPot } from './candidates.ts'
export { prepareRoadmap, type PreparedRoadmap } from './prepare.ts'
