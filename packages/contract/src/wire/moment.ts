import { Type, type Static } from 'typebox'
import type { Route } from './route.ts'
import { CivilDate, Instant } from './scalars.ts'

/**
 * The moment that a read is about, on two axes: `asOf`, the instant up to which things were known, and `position`, the day that is
 * looked at. Left out: all that is known by now, of now. Every read of an organisation takes both.
 */
export const MomentQuery = Type.Object({
  asOf: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'As it was known at this instant; left out, as it is known now' })),
  position: Type.Optional(Type.Unsafe<string>({ ...CivilDate, description: 'The state of this day: positions published until then; left out, the latest' })),
})
export type MomentQuery = Static<typeof MomentQuery>

/** Whether a route can be read as of an earlier moment: every read of what an organisation holds. */
export const takesMoment = ({ method, access }: Pick<Route, 'method' | 'access'>): boolean => method === 'GET' && access !== 'public'
