import type { capacityProblems, capacityRoutes, InitiativePlan, Pool, Pot } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg } from '../database/index.ts'
import { readInitiative } from '../demand/index.ts'
import { todayOf, type Actor, type Handlers, type RequestContext } from '../http/index.ts'
import { allowedIn, readOrganisation } from '../people/index.ts'
import { changeSettings } from './acts/change-settings.ts'
import { changePool, createPool, removePool } from './acts/keep-pools.ts'
import { changePot, createPot, removePot } from './acts/keep-pots.ts'
import { setCapacities, setPotAmounts } from './acts/set-amounts.ts'
import { setPlan } from './acts/set-plan.ts'
import { commitmentHandlers } from './commitments/index.ts'
import { capacityOf, loadReasonOf, potsOf, showingOf } from './load.ts'
import { presentPlan, presentPools } from './present.ts'
import { noPlan, readPlans, readVariants } from './store/plans.ts'
import { readPools } from './store/pools.ts'
import { readPots } from './store/pots.ts'

type NotFound = Refusal<'not_found'>

export const capacityHandlers: Handlers<typeof capacityRoutes, keyof typeof capacityProblems> = {
  readCapacity: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => capacityOf(tx, actor, query.from ?? todayOf(context)))),
  changeSettings: ({ actor, context, body }) => changeSettings(context.db, actor, body),
  readLoad: ({ actor, context, params, query }) => withOrg(context.db, actor, (tx) => loadReasonOf(tx, params.id, query.on ?? todayOf(context))),
  createPool: async ({ actor, context, body }) => shown(await createPool(context.db, actor, body), (id) => poolOf(context, actor, id)),
  changePool: async ({ actor, context, params, body }) => shown(await changePool(context.db, actor, params.id, body), (id) => poolOf(context, actor, id)),
  removePool: ({ actor, context, params }) => removePool(context.db, actor, params.id, context.now),
  setCapacities: async ({ actor, context, body }) => shown(await setCapacities(context.db, actor, body), async () => ok(await withOrg(context.db, actor, (tx) => capacityOf(tx, actor, todayOf(context))))),
  listPots: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => potsOf(tx, actor, query.from ?? todayOf(context)))),
  createPot: async ({ actor, context, body }) => shown(await createPot(context.db, actor, body), (id) => potOf(context, actor, id)),
  changePot: async ({ actor, context, params, body }) => shown(await changePot(context.db, actor, params.id, body), (id) => potOf(context, actor, id)),
  removePot: ({ actor, context, params }) => removePot(context.db, actor, params.id, context.now),
  setPotAmounts: async ({ actor, context, body }) => shown(await setPotAmounts(context.db, actor, body), async () => ok(await withOrg(context.db, actor, (tx) => potsOf(tx, actor, todayOf(context))))),
  readPlan: ({ actor, context, params }) => planOf(context, actor, params.id),
  setPlan: async ({ actor, context, params, body }) => shown(await setPlan(context.db, actor, params.id, body), (id) => planOf(context, actor, id)),
  ...commitmentHandlers,
}

/** What an act left, as it is read; or its refusal. */
const shown = async <T, R, Seen>(acted: Result<T, R>, read: (value: T) => Promise<Result<Seen, NotFound>>): Promise<Result<Seen, R | NotFound>> => (acted.ok ? read(acted.value) : acted)

const poolOf = ({ db }: RequestContext, actor: Actor, id: string): Promise<Result<Pool, NotFound>> =>
  withOrg(db, actor, async (tx) => {
    // All of them, for how many people one has may be withheld for the sake of the others.
    const pool = presentPools(await readPools(tx), await showingOf(tx, actor)).find((one) => one.id === id)
    return pool ? ok(pool) : refuse({ code: 'not_found', values: { what: 'pool', id } })
  })

const potOf = (context: RequestContext, actor: Actor, id: string): Promise<Result<Pot, NotFound>> =>
  withOrg(context.db, actor, async (tx) => {
    const pot = (await potsOf(tx, actor, todayOf(context))).pots.find((one) => one.id === id)
    return pot ? ok(pot) : refuse({ code: 'not_found', values: { what: 'pot', id } })
  })

const planOf = ({ db }: RequestContext, actor: Actor, id: string): Promise<Result<InitiativePlan, NotFound>> =>
  withOrg(db, actor, async (tx) => {
    const facts = await readInitiative(tx, id)
    if (!facts) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
    const names = <T extends { readonly id: string; readonly name: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row.name]))
    const [plan, variants, { currency }] = [(await readPlans(tx, [id]))[0] ?? noPlan(id), await readVariants(tx, [id]), await readOrganisation(tx)]
    return ok(presentPlan(plan, variants, { initiative: facts, pools: names(await readPools(tx)), pots: names(await readPots(tx)), may: allowedIn(actor, { initiativeId: id, unitId: facts.unitId }), currency }))
  })
