export { checkAllocation, scarceFrom, topQuarter, type AllocatedPool, type AllocationCheck, type ImpactFacts, type Mismatch, type PoolAllocation, type TopQuarter } from './check.ts'
