import type { Route } from '@throughline/contract/wire'
import { useSyncExternalStore } from 'react'

/**
 * The moment that the pages show: `asOf` the instant up to which things were known, `position` the day of the published position.
 * Empty for now. It stands in the address, so that a link shows the same moment to everybody.
 */
export type Moment = { readonly asOf?: string; readonly position?: string }

const present: Moment = {}
let shown: Moment = present
const watchers = new Set<() => void>()

export const isPast = ({ asOf, position }: Moment): boolean => asOf !== undefined || position !== undefined
export const shownMoment = (): Moment => shown

/** From here on everything is read as of this moment. */
export function showMoment(next: Moment): void {
  if (next.asOf === shown.asOf && next.position === shown.position) return
  shown = isPast(next) ? { ...(next.asOf === undefined ? {} : { asOf: next.asOf }), ...(next.position === undefined ? {} : { position: next.position }) } : present
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
export const useMoment = (): Moment => useSyncExternalStore(watch, shownMoment)

/** The moment as query parameters of a route; nothing for what has no past: who is signed in, jobs, imports, comments. */
export const momentOf = (route: Route): Moment => (hasPast(route) ? shown : present)

/** A change of the plan is made now, whatever moment is shown. How somebody looks at lists is no part of it. */
export const isFromThePast = (route: Route): boolean => route.method !== 'GET' && isPast(shown) && planned.test(route.path) && !looks.test(route.path)

const planned = /^\/api\/(strategy|demand|portfolio|value)(\/|$)/
const looks = /^\/api\/demand\/views(\/|$)/
const timeless = /^\/api\/(demand\/(imports|import-memory|examples|views|publications)|portfolio\/(changes|comparison|scenarios))/
const hasPast = ({ method, path }: Route): boolean => method === 'GET' && ((planned.test(path) && !timeless.test(path)) || path === '/api/people/units')
