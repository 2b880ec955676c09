import { Type, type Static } from 'typebox'
import { Empty, Id, IdParams, Instant, Nullable, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'

/** What speaks for a link: a measure of one definition, initiatives that serve both, or words that are alike, which only suggest it. */
export const CommonReason = Type.Object({ kind: OneOf(['measure', 'initiative', 'words']), /** Measures and initiatives by name; words as they are compared. */ names: Type.Array(Type.String()), likeness: Nullable(Type.Number({ description: 'Of words, 0 to 1' })) })
export type CommonReason = Static<typeof CommonReason>

const End = Type.Object({ id: Id, statement: Type.String(), strategy: Type.String() })
/** Two objectives of two units that may belong together. Nothing is linked by it. */
export const CommonFinding = Type.Object({ from: End, to: End, reasons: Type.Array(CommonReason) })
export type CommonFinding = Static<typeof CommonFinding>

/** What a person said of two objectives: that they belong together, or that they do not, so that it is not suggested again. */
export const CommonLink = Type.Object({ id: Id, version: Version, from: End, to: End, state: OneOf(['accepted', 'set_aside']), why: Type.String(), decidedBy: Type.String(), decidedAt: Instant })
export type CommonLink = Static<typeof CommonLink>

/** What the objectives of two units have in common, what is recorded before what words suggest; and what was decided of objectives in force. */
export const CommonLinks = Type.Object({ findings: Type.Array(CommonFinding), links: Type.Array(CommonLink) })
export type CommonLinks = Static<typeof CommonLinks>

/** Both ends are objectives of units in force, of two different strategies. */
export const NewCommonLink = Type.Object({ from: Id, to: Id, state: OneOf(['accepted', 'set_aside']), why: ShortText(2000) })

export const betweenRoutes = {
  readCommonLinks: route({ method: 'GET', path: '/api/strategy/common-links', summary: 'What the objectives of two units have in common, and the links between units that were accepted or set aside', access: 'read', query: Type.Object({ a: Type.Optional(Id), b: Type.Optional(Id) }), reply: CommonLinks }),
  decideCommonLink: route({ method: 'POST', path: '/api/strategy/common-links', summary: 'Accept a link between objectives of two units, or set it aside, with the reason', access: 'edit_strategy', body: NewCommonLink, reply: CommonLink, status: 201, refusals: ['link_exists', 'link_to_itself'] }),
  removeCommonLink: route({ method: 'DELETE', path: '/api/strategy/common-links/:id', summary: 'Take back what was said of a link between units; it may be found again', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'common_link', reply: Empty, status: 204 }),
} as const
