export { highsOracle } from './highs.ts'
export type { HighsOracle, OraclePlan } from './highs.ts'
