import type { MyWork, SightRef, SightThing, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { withOrg, type Tx } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import type { SightPerson, SightSource } from '../sight/source.ts'
import { readBelow, stepsFor, thingsFor, type Below } from '../sight/steps.ts'
import { follow } from '../sight/walk.ts'
import { readOwned } from './owned.ts'
import { presentMyWork } from './present.ts'
import { keyOf, reachOf } from './reach.ts'

/** Things that one answer follows up and down. */
const mostOwn = 200

/** What somebody owns or works on, with the line through each of them. */
export async function workOf(tx: Tx, rooms: { readonly sight: SightSource; readonly initiatives: InitiativeSource }, person: SightPerson, { now, told }: { readonly now: Date; readonly told: boolean }): Promise<MyWork> {
  const below = await readBelow(tx)
  const all = await readOwned(tx, rooms, below, person, now)
  const own = all.slice(0, mostOwn)
  const steps = stepsFor(rooms.sight, below, 'task')
  const up = reachOf(own, await follow(tx, steps, own, 'up'), 'up', ['objective', 'unit_objective'])
  const down = reachOf(own, await follow(tx, steps, own, 'down'), 'down', ['entry', 'amount'])
  const things = await readThings(tx, rooms.sight, below, [...own, ...[...up.values(), ...down.values()].flat()], told)
  return presentMyWork({ name: person.name, all, own, up, down, things })
}

/** Everything that is told, by its key. */
async function readThings(tx: Tx, sight: SightSource, below: Below, refs: readonly SightRef[], told: boolean): Promise<ReadonlyMap<string, SightThing>> {
  const found = new Map<string, SightThing>()
  for (const [kind, own] of Map.groupBy(refs, (ref) => ref.kind)) for (const thing of await thingsFor(sight, tx, below, kind, [...new Set(own.map(({ id }) => id))], told)) found.set(keyOf(thing), thing)
  return found
}

/** What the caller owns or works on, for them alone. */
export const myWorkHandlers = (sight: SightSource, initiatives: InitiativeSource): Handlers<Pick<typeof strategyRoutes, 'readMyWork'>, keyof typeof strategyProblems> => ({
  readMyWork: async ({ actor, context: { db, now } }) => ok(await withOrg(db, actor, (tx) => workOf(tx, { sight, initiatives }, actor, { now, told: may(actor, 'see_money') }))),
})
