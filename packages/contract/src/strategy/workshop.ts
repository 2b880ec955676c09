import { Type, type Static } from 'typebox'
import { ExplainedNumber, Id, IdParams, Instant, LongText, Nullable, NumberMetric, OneOf, route, Seen, ShortText, Empty, Version } from '../wire/index.ts'
import { Weight } from './schemas.ts'
import { StableKey } from './version-content.ts'

/** How people judge: points, swings from worst to best, an order, or comparisons of pairs. */
export const WorkshopMethod = OneOf(['direct', 'swing', 'rank', 'pairwise'])
export type WorkshopMethod = Static<typeof WorkshopMethod>
/** Which published table of random indices a consistency ratio is measured by. */
export const RandomIndex = OneOf(['saaty_1980', 'saaty_2005', 'donegan_dodd_1991'])
/** People judge; it is closed once all have, or by who leads it; then the weights are decided. */
export const WorkshopState = OneOf(['open', 'closed', 'decided'])
export type WorkshopState = Static<typeof WorkshopState>

/** What one person gives: of each objective its points, swing (0 to 100) or rank; or how many times as much one counts as another. */
export const Judgement = Type.Object({
  values: Type.Array(Type.Object({ key: StableKey, value: Type.Number({ minimum: 0, maximum: 1_000_000 }) }), { maxItems: 200 }),
  pairs: Type.Array(Type.Object({ a: StableKey, b: StableKey, ratio: Type.Number({ minimum: 0.1, maximum: 10, description: 'a counts so many times as much as b: 1/9 to 9' }) }), { maxItems: 200 }),
})
export type Judgement = Static<typeof Judgement>

const KeyWeight = Type.Object({ key: StableKey, weight: Weight })
const Furthest = Nullable(Type.Object({ a: StableKey, b: StableKey, ratio: Type.Number(), implied: Type.Number({ description: 'The ratio that the weights give the two' }) }))
/** The weights that one person's judgement comes to, shares of 1 within the level. Consistency only where pairs were compared. */
export const JudgedWeights = Type.Object({ weights: Type.Array(KeyWeight), consistent: Type.Boolean(), consistency: Nullable(ExplainedNumber), furthest: Furthest })
export type JudgedWeights = Static<typeof JudgedWeights>

const judge = { accountId: Id, name: Type.String(), handedInAt: Nullable(Instant) }
/** What all judgements come to, and what they disagree on. */
export const WorkshopResults = Type.Object({
  weights: Type.Array(KeyWeight), how: Nullable(OneOf(['geometric', 'arithmetic'], 'Geometric means where every weight is positive')),
  judges: Type.Array(Type.Object({ accountId: Id, name: Type.String(), judged: JudgedWeights })), /** Invited, and not judged when it was closed. */ absent: Type.Array(Type.String()),
  /** By objective, the widest disagreement first: what is talked about. */
  agenda: Type.Array(Type.Object({ key: StableKey, least: Weight, greatest: Weight, spread: Weight, leastBy: Type.String(), greatestBy: Type.String() })),
  apart: Type.Array(Type.Object({ a: Type.String(), b: Type.String(), distance: Type.Number({ description: 'Total variation, 0 to 1' }) })),
  agreement: NumberMetric,
})
export type WorkshopResults = Static<typeof WorkshopResults>
/** The weights that were decided on, shares of 1 within the level, with the reason. */
export const WorkshopDecision = Type.Object({ weights: Type.Array(KeyWeight), rationale: Type.String(), expected: Type.String(), decisionId: Nullable(Id), decidedAt: Instant, decidedBy: Type.String() })
export type WorkshopDecision = Static<typeof WorkshopDecision>

const head = { id: Id, version: Version, title: Type.String(), question: Type.String(), method: WorkshopMethod, state: WorkshopState, level: Type.Object({ perspectiveId: Nullable(Id), name: Type.String() }), openedAt: Instant, openedBy: Type.String(), closedAt: Nullable(Instant), closedBy: Nullable(Type.String()), /** Closed before everybody had judged. */ closedEarly: Type.Boolean(), /** The how-manieth time the same people judge the same. */ round: Type.Integer(), judges: Type.Array(Type.Object(judge)), mine: Type.Boolean({ description: 'The caller is invited to judge' }) }
export const WorkshopItem = Type.Object(head)
export type WorkshopItem = Static<typeof WorkshopItem>
/** One workshop. Until it is closed nobody sees what others gave: `results` is null. */
export const Workshop = Type.Object({
  ...head, randomIndex: RandomIndex,
  /** The objectives of the level as they stood when it was opened; weights are shares of the whole strategy, `levelWeight` their sum. */
  objectives: Type.Array(Type.Object({ key: StableKey, statement: Type.String(), description: Type.String(), weight: Weight })), levelWeight: Type.Number(),
  judgement: Nullable(Judgement), judged: Nullable(JudgedWeights), results: Nullable(WorkshopResults),
  /** The round before and the one after it; what the caller gave in the round before, and what that came to. */
  follows: Nullable(Id), followedBy: Nullable(Id), earlier: Nullable(Judgement), before: Nullable(WorkshopResults),
  decision: Nullable(WorkshopDecision),
  may: Type.Object({ judge: Type.Boolean(), lead: Type.Boolean() }),
})
export type Workshop = Static<typeof Workshop>

/** The objectives are those of the draft of the next version where there is one, else of the version in force; of one perspective or all. */
export const NewWorkshop = Type.Object({ title: ShortText(120), question: Type.Optional(LongText(2000)), method: WorkshopMethod, randomIndex: Type.Optional(RandomIndex), perspectiveId: Type.Optional(Nullable(Id)), judges: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }) })
export type NewWorkshop = Static<typeof NewWorkshop>
export const HandedIn = Type.Object({ judgement: Judgement, /** Hands comparisons in that contradict each other beyond the usual bound. */ insist: Type.Optional(Type.Boolean()) })
export const WorkshopDecided = Type.Object({ version: Version, weights: Type.Array(KeyWeight, { minItems: 2, maxItems: 200 }), rationale: ShortText(4000), expected: Type.Optional(LongText(4000)) })

const act = { params: IdParams, reply: Workshop } as const
export const workshopRoutes = {
  listWorkshops: route({ method: 'GET', path: '/api/strategy/workshops', summary: 'Workshops on weights, newest first, with who has judged', access: 'read', reply: Type.Array(WorkshopItem) }),
  openWorkshop: route({ method: 'POST', path: '/api/strategy/workshops', summary: 'Open a workshop on the weights of one level and invite who judges', access: 'edit_strategy', body: NewWorkshop, reply: Workshop, status: 201, refusals: ['workshop_unsound'] }),
  readWorkshop: route({ method: 'GET', path: '/api/strategy/workshops/:id', summary: 'One workshop: what the caller gave, and once it is closed what all gave and where they disagree', access: 'read', ...act }),
  handInJudgement: route({ method: 'PUT', path: '/api/strategy/workshops/:id/judgement', summary: 'Hand in one’s own judgement, or another in its place while it is open; the last one closes it', access: 'take_part', ...act, body: HandedIn, refusals: ['workshop_closed', 'not_a_judge', 'judgement_incomplete', 'judgement_unsound', 'judgement_inconsistent'] }),
  closeWorkshop: route({ method: 'POST', path: '/api/strategy/workshops/:id/close', summary: 'Close a workshop before everybody has judged; who is missing is said with the results', access: 'edit_strategy', ...act, body: Type.Object({ version: Version }), refusals: ['workshop_closed', 'nobody_judged'] }),
  decideWorkshop: route({ method: 'POST', path: '/api/strategy/workshops/:id/decide', summary: 'Record which weights were decided on and why', access: 'edit_strategy', ...act, body: WorkshopDecided, refusals: ['workshop_open', 'workshop_closed', 'weights_not_one', 'judgement_incomplete', 'judgement_unsound'] }),
  judgeAgain: route({ method: 'POST', path: '/api/strategy/workshops/:id/rounds', summary: 'Have the same people judge once more after they have talked; what they gave before stays as it was', access: 'edit_strategy', ...act, body: Type.Object({ version: Version }), status: 201, refusals: ['workshop_open', 'workshop_closed', 'workshop_unsound'] }),
  cancelWorkshop: route({ method: 'DELETE', path: '/api/strategy/workshops/:id', summary: 'Call off a workshop that is not decided; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'workshop', reply: Empty, status: 204, refusals: ['workshop_closed'] }),
} as const
