import { capacityProblems, capacityRoutes } from '@throughline/contract/capacity'
import { roomServer } from '../http/index.ts'
import { commitmentMigrations, holdsFunds } from './commitments/index.ts'
import { migrations } from './migrations.ts'
import { capacityHandlers } from './routes.ts'
import { holdsAmounts } from './store/pots.ts'
import './tables.ts'

export { capacityCoherence } from './coherence.ts'
export { readLoads } from './load.ts'
export { readPlans, readVariants, type PlanRecord, type VariantRecord } from './store/plans.ts'
export { readCapacityLines, readPools, type PoolRecord } from './store/pools.ts'
export { readPotLines, readPots, type PotRecord } from './store/pots.ts'
export { readSettings, type Settings } from './store/settings.ts'
export { capacityState } from './state.ts'
export { capacitySubjects } from './subject-store.ts'

/** The capacity room: pools of people, budgets, and what initiatives need of them. */
export const capacityRoom = roomServer({ room: 'capacity', about: 'Pools of people, budgets, and what initiatives need of them', routes: capacityRoutes, problems: capacityProblems, handlers: capacityHandlers, migrations: [...migrations, ...commitmentMigrations], holds: { amounts: async (tx) => (await holdsAmounts(tx)) || (await holdsFunds(tx)) } })
