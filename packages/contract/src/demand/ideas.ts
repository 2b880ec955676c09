import { ideaPriorities, ideaSources, ideaStates, triageLevels } from '@throughline/engine/demand'
import { Type, type Static } from 'typebox'
import { ExplainedNumber, Explanation, Id, IdParams, Instant, LongText, Named, Nullable, NumberMetric, OneOf, route, ShortText, Version } from '../wire/index.ts'

export const IdeaSource = OneOf(ideaSources, 'Where it comes from: somebody, a measure that is off its course, a rule, a signal of a unit, a customer')
export type IdeaSource = Static<typeof IdeaSource>
export const IdeaState = OneOf(ideaStates, 'New, judged at first sight, tried out; or over: it became an initiative, was declined, or lives on in another')
export type IdeaState = Static<typeof IdeaState>
const Level = OneOf(triageLevels, 'Ordinal: never averaged')
/** How an idea was judged at first sight. */
export const IdeaLevels = Type.Object({ fit: Level, value: Level, ease: Level, urgency: Level })
export type IdeaLevels = Static<typeof IdeaLevels>

const existing = { kind: OneOf(['idea', 'initiative', 'service']), id: Id, name: Type.String() }
/** Something that is there already and reads alike; the likeness is from 0 to 1. */
export const IdeaAlike = Type.Object({ ...existing, likeness: ExplainedNumber })
export type IdeaAlike = Static<typeof IdeaAlike>
export const IdeasAlike = Type.Object({ /** The most alike first; three at most. */ alike: Type.Array(IdeaAlike), twinAt: Type.Number({ description: 'From this likeness on, who hands it in has to say what is missing in what there is' }) })
export type IdeasAlike = Static<typeof IdeasAlike>

export const Idea = Type.Object({
  id: Id, version: Version, title: Type.String(), problem: Type.String(), source: IdeaSource, origin: Type.String({ description: 'Which rule, which customer, which signal; empty where nothing is to be said' }), measure: Nullable(Named), signalId: Nullable(Id), unit: Nullable(Named),
  submitter: Named, handedInAt: Instant,
  /** Who is to be thanked for it: who handed it in, then those whose ideas were merged into it. */
  credit: Type.Array(Named),
  state: IdeaState, since: Instant, /** Whole days in its state, and since it was handed in. */ daysInState: Type.Integer(), daysOld: Type.Integer(),
  sponsor: Nullable(Named), levels: Nullable(IdeaLevels), priority: Type.Object({ value: Nullable(OneOf(ideaPriorities)), why: Explanation }),
  /** What it was held against when it was handed in, and what its submitter found missing there. */
  checked: Type.Object({ alike: Type.Array(Type.Object({ ...existing, likeness: Type.Number() })), missing: Type.String() }),
  duplicateOf: Nullable(Named), merged: Type.Array(Type.Object({ id: Id, name: Type.String(), by: Type.String() })), initiative: Nullable(Named),
  /** What its submitter was told last of what becomes of it; null until there is something to tell. */
  outcome: Nullable(Type.Object({ by: Type.String(), at: Instant, words: Type.String() })),
  /** Every state it went to, the first one first. */
  moves: Type.Array(Type.Object({ to: IdeaState, words: Type.String(), by: Type.String(), at: Instant })),
  /** What the reader may do with it now. */
  may: Type.Object({ change: Type.Boolean(), decide: Type.Boolean() }),
})
export type Idea = Static<typeof Idea>

/** A state of the funnel, with how many ever came there and how long those that stand there have done so, in days. */
export const FunnelStage = Type.Object({ state: IdeaState, now: Type.Integer(), reached: Type.Integer(), age: ExplainedNumber, oldest: NumberMetric })
export type FunnelStage = Static<typeof FunnelStage>
/** Which ideas are listed: those that are open, those that are over, those for which the reader is to be thanked. */
export const ideaLists = ['open', 'over', 'mine'] as const
export const IdeasAsked = Type.Object({
  list: Type.Optional(OneOf(ideaLists, 'All where it is left out')), search: Type.Optional(Type.Unsafe<string>({ ...LongText(200), description: 'In title, problem or origin' })), open: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'An idea that is told besides, whichever are listed' })),
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where it is left out' })),
})
export type IdeasAsked = Static<typeof IdeasAsked>
export const IdeaIntake = Type.Object({
  /** Open ones by priority, those that nobody judged last and the oldest first, then those that are over, the newest first; by page. */
  ideas: Type.Array(Idea), from: Type.Integer(), /** How many there are of what was asked for. */ total: Type.Integer(),
  /** The one that was asked for besides; null where it is not there, or none was. */
  opened: Nullable(Idea),
  stages: Type.Array(FunnelStage), answerTime: ExplainedNumber, toCase: ExplainedNumber,
  /** Measures that are off their course and that no idea answers yet, and open signals of units that tell of an opportunity. */
  shortfalls: Type.Array(Type.Object({ measureId: Id, name: Type.String(), objective: Named, standing: OneOf(['at_risk', 'off_track']), shortfall: ExplainedNumber })),
  signals: Type.Array(Type.Object({ id: Id, unit: Type.String(), words: Type.String(), at: Instant })),
})
export type IdeaIntake = Static<typeof IdeaIntake>

const text = { title: ShortText(200), problem: ShortText(4000) }
export const NewIdea = Type.Object({
  ...text, source: IdeaSource, origin: Type.Optional(LongText(300)), measureId: Type.Optional(Nullable(Id)), signalId: Type.Optional(Nullable(Id)), unitId: Type.Optional(Nullable(Id)),
  missing: Type.Optional(Type.Unsafe<string>({ ...LongText(2000), description: 'What is missing in what there is already, where something reads very much alike' })),
})
export type NewIdea = Static<typeof NewIdea>
export const IdeaChange = Type.Object({ version: Version, ...Type.Partial(Type.Object(text)).properties, unitId: Type.Optional(Nullable(Id)) })
export type IdeaChange = Static<typeof IdeaChange>
export const IdeaTriage = Type.Object({ version: Version, levels: IdeaLevels, sponsorId: Type.Optional(Nullable(Id)) })
export type IdeaTriage = Static<typeof IdeaTriage>
export const IdeaMerge = Type.Object({ version: Version, intoId: Id, words: ShortText(2000) })
export type IdeaMerge = Static<typeof IdeaMerge>
/** What becomes of an idea; `reopen` is for what was declined or merged by mistake. */
export const IdeaDecision = Type.Object({ version: Version, outcome: OneOf(['incubate', 'decline', 'to_case', 'reopen']), words: Type.Unsafe<string>({ ...ShortText(2000), description: 'What its submitter is told' }) })
export type IdeaDecision = Static<typeof IdeaDecision>

const intake = { reply: IdeaIntake } as const
export const ideaRoutes = {
  readIdeas: route({ method: 'GET', path: '/api/demand/ideas', summary: 'Ideas with their credit and outcomes, the funnel with its ages, and what calls for an idea: measures off their course, signals of an opportunity', access: 'read', query: IdeasAsked, ...intake }),
  findAlike: route({ method: 'GET', path: '/api/demand/ideas-alike', summary: 'What there is already that reads like an idea: other ideas, initiatives, services of the PMO', access: 'read', query: Type.Object({ title: ShortText(200), problem: Type.Optional(LongText(1000)), except: Type.Optional(Type.Unsafe<string>({ ...Id, description: 'The idea itself, once it is handed in' })) }), reply: IdeasAlike }),
  handInIdea: route({ method: 'POST', path: '/api/demand/ideas', summary: 'Hand in an idea; where something reads very much alike, with what is missing there', access: 'own', body: NewIdea, ...intake, status: 201, refusals: ['idea_alike', 'idea_source_unnamed', 'unit_not_found'] }),
  changeIdea: route({ method: 'PATCH', path: '/api/demand/ideas/:id', summary: 'Change what an open idea says: whoever handed it in, or who may change initiatives', access: 'own', params: IdParams, body: IdeaChange, ...intake, refusals: ['idea_not_yours', 'idea_elsewhere', 'unit_not_found'] }),
  triageIdea: route({ method: 'POST', path: '/api/demand/ideas/:id/triage', summary: 'Judge an idea at first sight, and say who sponsors it; the sponsor is told', access: 'edit_initiative', params: IdParams, body: IdeaTriage, ...intake, refusals: ['idea_elsewhere'] }),
  mergeIdea: route({ method: 'POST', path: '/api/demand/ideas/:id/merge', summary: 'Merge an idea into another that says the same; both submitters keep their credit and are told', access: 'edit_initiative', params: IdParams, body: IdeaMerge, ...intake, refusals: ['idea_elsewhere', 'idea_merge_circle', 'experiment_running'] }),
  decideIdea: route({ method: 'POST', path: '/api/demand/ideas/:id/outcome', summary: 'Say what becomes of an idea: it is tried out, declined, becomes an initiative, or is opened again; everybody who is credited is told', access: 'edit_initiative', params: IdParams, body: IdeaDecision, ...intake, refusals: ['idea_elsewhere', 'idea_unsponsored', 'experiment_running', 'idea_unproved'] }),
} as const
