import type { demandRoutes, PlanningDemand, portfolioProblems } from '@throughline/contract/portfolio'
import { invariant, ok } from '@throughline/engine/kernel'
import type { KeptDemand } from '@throughline/engine/portfolio'
import { withOrg, type Tx } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { recordDemand, withdrawDemand } from './acts/keep-demands.ts'
import { readDemand, readDemands, type DemandRow } from './store.ts'
import './tables.ts'

export { demandMigrations } from './migrations.ts'

/** Demands as roadmaps keep them. */
export const keptDemands = async (tx: Tx): Promise<readonly KeptDemand[]> => (await readDemands(tx)).map(({ id, part, because, asked_by: askedBy }) => ({ id, part, because, askedBy }))

/** Demands as they are read. */
export const toldDemands = async (tx: Tx): Promise<PlanningDemand[]> => (await readDemands(tx)).map(told)

const told = ({ id, part, because, asked_by: askedBy, recorded_by: recordedBy, recorded_at: recordedAt, version }: DemandRow): PlanningDemand => ({ id, part: part as PlanningDemand['part'], because, askedBy, recordedBy, recordedAt, version })

export const demandHandlers: Handlers<typeof demandRoutes, keyof typeof portfolioProblems> = {
  listPlanningDemands: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok(await toldDemands(tx))),
  recordPlanningDemand: async ({ actor, context, body }) => {
    const recorded = await recordDemand(context.db, actor, body)
    if (!recorded.ok) return recorded
    const row = await withOrg(context.db, actor, (tx) => readDemand(tx, recorded.value))
    invariant(row, 'what was just recorded is there')
    return ok(told(row))
  },
  withdrawPlanningDemand: ({ actor, context, params: { id } }) => withdrawDemand(context.db, actor, id),
}
