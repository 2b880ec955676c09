import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, route } from '../wire/index.ts'
import { SightKind, SightThing } from './sight.ts'

/** In which way a thing is somebody’s: by its owner, its sponsor, who reports it, or a role that was given on it. */
export const workTies = ['owner', 'sponsor', 'reporter', 'role'] as const
export const WorkTie = OneOf(workTies)
export type WorkTie = Static<typeof WorkTie>

/** A thing of one’s own with the objectives that it leads up to, and what was recorded below it. */
export const OwnThing = Type.Object({
  ...SightThing.properties, ties: Type.Array(WorkTie),
  /** Those of the organisation and of units; none where its line leads to none. */
  objectiveIds: Type.Array(Id),
  /** Entries of the ledger and amounts on its line, of the five hundred newest of all, and the newest of them. */
  records: Type.Integer(), newest: Nullable(SightThing),
})
export type OwnThing = Static<typeof OwnThing>

/** What one person owns or works on, and what it contributes to; for that person alone. */
export const MyWork = Type.Object({
  name: Type.String(),
  /** Objectives that something of one’s own leads up to, those that most leads to first; `own`: ids of these things. */
  objectives: Type.Array(Type.Object({ ...SightThing.properties, ownIds: Type.Array(Id) })),
  /** By kind, as they stand on a line from the objectives down. */
  things: Type.Array(OwnThing), omitted: Type.Integer({ description: 'Things beyond the first 200' }),
  /** How many things there are of each kind. */
  counts: Type.Array(Type.Object({ kind: SightKind, count: Type.Integer() })),
})
export type MyWork = Static<typeof MyWork>

export const myWorkRoutes = {
  readMyWork: route({ method: 'GET', path: '/api/strategy/my-work', summary: 'What you own or work on, up to the objectives that it contributes to and down to what was recorded', access: 'read', reply: MyWork }),
} as const
