import { portfolioRoutes, type Allocation, type AllocationMismatch, type PoolAllocation } from '@throughline/contract/portfolio'
import { checkTable, number, set, words } from '../check.ts'
import { checks, type Sentence } from '../sentence.ts'
import type { World } from '../world.ts'

/** Sentences about where scarce skills go, looked at from the second quarter of 2027 on. */
export const allocationSentences: readonly Sentence[] = [
  checks('the scarce pools read', async ({ world, table }) => checkTable('scarce pools', table, (await readAllocation(world)).pools, poolColumns)),
  checks('what counts most and is short reads', async ({ world, table }) => checkTable('mismatches', table, (await readAllocation(world)).mismatches, mismatchColumns)),
]

const readAllocation = ({ home }: World): Promise<Allocation> => home.viewer.read(portfolioRoutes.readAllocation, { query: { from: '2027-04-01' } })
const poolColumns = { pool: words<PoolAllocation>(({ pool }) => pool.name), 'scarce in': words<PoolAllocation>(({ scarce }) => scarce.join(', ')), 'to the top quarter': number<PoolAllocation>(({ share }) => share.metric) }
const mismatchColumns = {
  initiative: words<AllocationMismatch>(({ initiative }) => initiative.name), pool: words<AllocationMismatch>(({ pool }) => pool.name), period: words<AllocationMismatch>(({ period }) => period.label), short: words<AllocationMismatch>(({ short }) => short),
  reallocate: words<AllocationMismatch>(({ reallocate }) => reallocate), from: set<AllocationMismatch>(({ lower }) => lower.map(({ initiative }) => initiative.name)), add: words<AllocationMismatch>(({ add }) => add),
}
