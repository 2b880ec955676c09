import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, LongText, MetricOf, Nullable, OneOf, route, Seen, Version } from '../wire/index.ts'
import { CommonLink } from './between.ts'
import { Objective, Perspective } from './schemas.ts'
import { AutonomyWaiver, UnitWeights } from './version-content.ts'

const polarity = OneOf(['same', 'opposite'], 'Whether the two move the same way')
const lag = Type.Integer({ minimum: 0, maximum: 60, description: 'Whole periods of the measures' })

/** What the data say of a link: evidence, never proof. */
export const LinkEvidence = Type.Object({ state: OneOf(['untested', 'supported', 'contradicted', 'hypothesised']), because: Type.String(), pairs: Type.Integer(), correlation: MetricOf(Type.Object({ value: Type.Number(), low: Type.Number(), high: Type.Number() })), /** The measures that were compared. */ cause: Nullable(Type.String()), effect: Nullable(Type.String()) })
export type LinkEvidence = Static<typeof LinkEvidence>

/** The claim that movement of one objective in force moves another, with what the data say of it. */
export const CausalLink = Type.Object({ id: Id, version: Version, from: Id, to: Id, polarity, lag, rationale: Type.String(), evidence: LinkEvidence })
export type CausalLink = Static<typeof CausalLink>

/** What is odd about the map: a link to itself, a cycle that fights itself, a link from an outer band back to an inner one. */
export const MapIssue = Type.Object({ code: OneOf(['link_to_itself', 'contrary_cycle', 'against_the_layers']), linkIds: Type.Array(Id), words: Type.String() })
export type MapIssue = Static<typeof MapIssue>

/** An objective of a unit or a function on the map: it stands in the band of what it serves in the end, or in none where it serves nothing of the organisation. `serves` is what it serves directly, an objective of the organisation or of the unit above. */
export const MapUnitObjective = Type.Object({ id: Id, statement: Type.String(), strategy: Type.String(), unit: Nullable(Type.String()), level: OneOf(['unit', 'functional']), weight: Type.Number(), owner: Nullable(Type.String()), deadline: Nullable(CivilDate), serves: Nullable(Id), endsAt: Nullable(Id), perspectiveId: Nullable(Id), /** How many serve it. */ initiatives: Type.Integer(), /** How far it is by its measures. */ attainment: ExplainedNumber })
export type MapUnitObjective = Static<typeof MapUnitObjective>

/** The strategy map: bands by perspective from the outermost, objectives with attainment and what serves them, causal links. */
export const StrategyMap = Type.Object({
  strategyVersion: Type.Object({ id: Id, no: Type.Integer() }), perspectives: Type.Array(Perspective), objectives: Type.Array(Objective), links: Type.Array(CausalLink), issues: Type.Array(MapIssue), unserved: Type.Array(Id),
  unitObjectives: Type.Array(MapUnitObjective), /** How many initiatives help an objective through objectives of units alone; none is left out. */ throughUnits: Type.Array(Type.Object({ objectiveId: Id, initiatives: Type.Integer() })),
  /** Links between objectives of units that somebody accepted, newest first: they belong together, and neither is claimed to move the other. */
  commonLinks: Type.Array(CommonLink),
  units: Type.Array(UnitWeights), waivers: Type.Array(AutonomyWaiver), /** The draft of the next version, where there is one. */ draftId: Nullable(Id),
})
export type StrategyMap = Static<typeof StrategyMap>

export const NewCausalLink = Type.Object({ from: Id, to: Id, polarity, lag, rationale: Type.Optional(LongText(2000)) })
export const CausalLinkChange = Type.Object({ version: Version, polarity: Type.Optional(polarity), lag: Type.Optional(lag), rationale: Type.Optional(LongText(2000)) })

/** Every change answers with the whole map. Objectives and perspectives are changed by their own routes. */
export const linkRoutes = {
  readMap: route({ method: 'GET', path: '/api/strategy/map', summary: 'The strategy map: bands, objectives with attainment, causal links with what the data say of them, and what is odd', access: 'read', reply: StrategyMap }),
  createLink: route({ method: 'POST', path: '/api/strategy/links', summary: 'Claim that one objective moves another', access: 'edit_strategy', body: NewCausalLink, reply: StrategyMap, status: 201, refusals: ['link_exists', 'link_to_itself'] }),
  changeLink: route({ method: 'PATCH', path: '/api/strategy/links/:id', summary: 'Change polarity, lag or reason of a causal link', access: 'edit_strategy', params: IdParams, body: CausalLinkChange, reply: StrategyMap }),
  removeLink: route({ method: 'DELETE', path: '/api/strategy/links/:id', summary: 'Claim it no longer', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'causal_link', reply: StrategyMap }),
} as const
