import { Type, type Static } from 'typebox'
import { CivilDate, Decimal, Id, IdParams, Instant, LongText, Nullable, OneOf, Seen, Version, route } from '../wire/index.ts'

const said = { fact: LongText(2000), judgement: LongText(2000), forecast: LongText(2000), confidence: OneOf(['low', 'medium', 'high'], 'How sure who says it is') }

/** What somebody says of figures of a measure: what happened, what it means, what is to come; bound to the figures that it explains. */
export const Narrative = Type.Object({
  id: Id, measureId: Id, ...said, by: Type.String(), at: Instant, mine: Type.Boolean(), version: Version,
  anchors: Type.Array(Type.Object({ on: CivilDate, value: Decimal })),
  /** Whether the figures that it explains are still so: `moved` are those that are not, null where nothing is recorded of the day any more. */
  standing: OneOf(['anchored', 'unanchored', 'stale']), moved: Type.Array(Type.Object({ on: CivilDate, was: Decimal, now: Nullable(Decimal) })),
})
export type Narrative = Static<typeof Narrative>
export const NewNarrative = Type.Object({ ...said, /** The days whose actuals it explains. */ days: Type.Array(CivilDate, { maxItems: 60, uniqueItems: true }) })
export type NewNarrative = Static<typeof NewNarrative>

export const narrativeRoutes = {
  listNarratives: route({ method: 'GET', path: '/api/strategy/measures/:id/narratives', summary: 'What people say of a measure: fact, judgement and forecast apart, each with the figures that it explains and whether they are still so', access: 'read', params: IdParams, reply: Type.Array(Narrative) }),
  addNarrative: route({ method: 'POST', path: '/api/strategy/measures/:id/narratives', summary: 'Say what figures of a measure mean; no figure is worked out from it', access: 'take_part', params: IdParams, body: NewNarrative, reply: Type.Array(Narrative), status: 201, refusals: ['narrative_empty', 'narrative_unfounded'] }),
  removeNarrative: route({ method: 'DELETE', path: '/api/strategy/narratives/:id', summary: 'Take back what one said of a measure; it stays in the history', access: 'take_part', params: IdParams, query: Seen, seen: 'narrative', reply: Type.Array(Narrative), refusals: ['narrative_not_yours'] }),
} as const
