import type { CivilDate } from '../../kernel/index.ts'

/** How a course teaches. */
export const courseKinds = ['training', 'workshop', 'on_the_job', 'self_study'] as const
export type CourseKind = (typeof courseKinds)[number]
export const sessionModes = ['on_site', 'remote', 'hybrid'] as const
export type SessionMode = (typeof sessionModes)[number]
/** A place of a session: somebody has it, waits for it, or has given it up. */
export const placeStates = ['taken', 'waiting', 'withdrawn'] as const
export type PlaceState = (typeof placeStates)[number]

/** A place with when it was asked for, by which those who wait stand in line. */
export type PlaceFacts = { readonly id: string; readonly state: PlaceState; readonly askedAt: string }

const inLine = (places: readonly PlaceFacts[]): readonly PlaceFacts[] => places.filter(({ state }) => state === 'waiting').toSorted((a, b) => (a.askedAt === b.askedAt ? (a.id < b.id ? -1 : 1) : a.askedAt < b.askedAt ? -1 : 1))
export const takenOf = (places: readonly PlaceFacts[]): number => places.filter(({ state }) => state === 'taken').length

/** What somebody gets who asks for a place now. Nobody passes those who wait already. */
export const placeFor = (seats: number, places: readonly PlaceFacts[]): Exclude<PlaceState, 'withdrawn'> => (takenOf(places) < seats && inLine(places).length === 0 ? 'taken' : 'waiting')

/** Who of those who wait gets the seats that are free, in the order in which they asked. */
export const movedUp = (seats: number, places: readonly PlaceFacts[]): readonly string[] => inLine(places).slice(0, Math.max(0, seats - takenOf(places))).map(({ id }) => id)

/** How-manieth somebody waits, from 1; undefined where they do not. */
export const rankInLine = (places: readonly PlaceFacts[], id: string): number | undefined => {
  const at = inLine(places).findIndex((one) => one.id === id)
  return at < 0 ? undefined : at + 1
}

/** Whether attendance of a session can be recorded: once its day is over. */
export const isHeld = (on: CivilDate, today: CivilDate): boolean => on < today
/** Whether a place of a session can be asked for and given up: up to its day. */
export const isAhead = (on: CivilDate, today: CivilDate): boolean => on >= today
