import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { MomentQuery, takesMoment, type Route, type WireRefusal } from '@throughline/contract/wire'
import { withOrg, type Db } from '../database/index.ts'
import { readFounding } from '../people/index.ts'
import { checksOf, type Check } from './input.ts'
import type { Actor } from './room.ts'

/** The query of a request parted: the moment that is asked for, and what belongs to the route. */
export type Asked = { readonly given: MomentQuery; readonly query: Readonly<Record<string, unknown>> }

const momentNames = Object.keys(MomentQuery.properties) as (keyof MomentQuery)[]

/** Parts the moment from the rest of the query; a name that the route itself has in its query is the route's. */
export function askedMoment(route: Route, query: unknown): Asked {
  const all = { ...(query as Record<string, unknown>) }
  const own = (route.query as { properties?: object } | undefined)?.properties ?? {}
  const names = momentNames.filter((name) => name in all && !(name in own))
  const given = Object.fromEntries(names.map((name) => [name, all[name]])) as MomentQuery
  for (const name of names) delete all[name]
  return { given, query: all }
}

const checkForm = checksOf({ query: MomentQuery } as unknown as Route).query

/** The check of a moment: of its form where a route takes one; elsewhere there is to be none. */
export const momentChecks = (route: Route): Check =>
  takesMoment(route)
    ? (given) => [...(checkForm?.(given) ?? []), ...unreadable(given)]
    : (given) => Object.entries(given as object).map(([name, found]) => ({ path: `/${name}`, found, expected: `no ${name}: what is written, is written now` }))

/** Seconds that are leapt have a form and no place on our axis. */
const unreadable: Check = (given) => {
  const { asOf } = given as MomentQuery
  return typeof asOf === 'string' && /T\d\d:\d\d:60/i.test(asOf) ? [{ path: '/asOf', found: asOf, expected: 'an instant without a leap second' }] : []
}

/** The caller with the moment, and what is now as of then: a day that is looked at is its own today. */
export type Present = { readonly actor: Actor | undefined; readonly now: Date }

/** Places the caller at the moment asked for; refused where that has not been yet, or was before there was anything. */
export async function presentAt({ given: { asOf, position } }: Asked, actor: Actor | undefined, { db, now }: { readonly db: Db; readonly now: () => Date }): Promise<Result<Present, WireRefusal>> {
  const present = now()
  if (!actor || (asOf === undefined && position === undefined)) return ok({ actor, now: present })
  const instant = asOf === undefined ? undefined : new Date(asOf)
  if (instant && instant > present) return refuse({ code: 'as_of_future', values: { found: asOf, now: present.toISOString() } })
  const today = present.toISOString().slice(0, 10)
  if (position !== undefined && position > today) return refuse({ code: 'as_of_future', values: { found: position, now: today } })
  const moment = { ...(instant ? { knownAt: instant.toISOString() } : {}), ...(position === undefined ? {} : { validOn: position }) }
  if (instant && !(await wasFounded(db, actor, instant)))
    return refuse({ code: 'as_of_before_beginning', values: { found: asOf, beginning: await withOrg(db, actor, readFounding, {}) } })
  return ok({ actor: { ...actor, moment }, now: position === undefined ? (instant ?? present) : new Date(position) })
}

/** By organisation, an instant at which it was known to be there. It stays: no act changes what was. */
const founded = new Map<string, number>()
const mostFounded = 10_000

/** Whether an organisation was there at an instant; asked of the database until it is known of an instant as early. */
async function wasFounded(db: Db, actor: Actor, instant: Date): Promise<boolean> {
  if (instant.getTime() >= (founded.get(actor.orgId) ?? Number.POSITIVE_INFINITY)) return true
  if ((await withOrg(db, actor, readFounding, { knownAt: instant.toISOString() })) === undefined) return false
  if (founded.size >= mostFounded) founded.clear()
  founded.set(actor.orgId, instant.getTime())
  return true
}
