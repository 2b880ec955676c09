import { readingSubjects } from '@throughline/engine/strategy'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, Instant, Nullable, OneOf, Seen, ShortText, Version, route } from '../wire/index.ts'

/** Longest text of a source and longest passage of one, in UTF-16 code units: a book of a hundred pages, and half a page of it. */
export const longestSource = 300_000
export const longestPassage = 2000

const Person = Type.String()
const SourceRef = Type.Object({ id: Id, title: Type.String(), issuedOn: CivilDate })
/** A document that the strategy was read from. Its text is as it was recorded: a new edition is another source, which names the one before. */
export const SourceItem = Type.Object({
  id: Id, title: Type.String(), issuedOn: CivilDate, characters: Type.Integer(), recordedBy: Person, recordedAt: Instant, editionOf: Nullable(SourceRef), /** The edition that came after it. */ laterEdition: Nullable(SourceRef),
  passages: Type.Integer(), /** Share of its characters that at least one reading cites. */ cited: ExplainedNumber,
})
export type SourceItem = Static<typeof SourceItem>

const span = { from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 1 }) }
/** The words of a source that an objective, the mission or the vision rests on: characters `from` (inside) to `to` (outside) of its text, in UTF-16 code units. */
export const SourcePassage = Type.Object({ id: Id, objectiveId: Id, sourceId: Id, source: Type.String(), ...span, quote: Type.String(), citedBy: Person, citedAt: Instant, /** Whether there is a later edition of the source. */ superseded: Type.Boolean(), version: Version })
export type SourcePassage = Static<typeof SourcePassage>

/** The version that says it: the one in force, or the draft of the next. */
export const ReadingOf = OneOf(['in_force', 'draft'])
/** Whether an objective rests on a passage and whether the owner of the strategy confirmed what was read; `changed`: it says or cites something else since. */
export const ReadingStanding = OneOf(['uncited', 'cited', 'confirmed', 'questioned', 'changed'])
export type ReadingStanding = Static<typeof ReadingStanding>
export const ReadingReview = Type.Object({ id: Id, verdict: OneOf(['confirmed', 'questioned']), point: Type.String(), by: Person, at: Instant, /** The words that were reviewed. */ statement: Type.String(), description: Type.String() })
export type ReadingReview = Static<typeof ReadingReview>
/** Names what an objective says and cites: another wherever anything of it is another. */
export const ReadingSeen = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of what an objective says and cites' })

/** An objective, the mission or the vision with what it rests on and how it stands. `objectiveId`: of mission and vision an id of their own, which stays. */
export const ReadingItem = Type.Object({
  objectiveId: Id, about: OneOf(readingSubjects), of: ReadingOf, statement: Type.String(), description: Type.String(), perspective: Type.String(), /** Documents that it names without quoting them. */ references: Type.Integer(), passages: Type.Array(SourcePassage),
  standing: ReadingStanding, /** The last review of it as it stands, else of what it was before. */ review: Nullable(ReadingReview), changes: Type.Array(OneOf(['words', 'passages'])), seen: ReadingSeen,
  /** Whether the caller may confirm it, and why not; both null and false for who reviews nothing. */
  mayConfirm: Type.Boolean(), whyNotConfirm: Nullable(Type.String()),
})
export type ReadingItem = Static<typeof ReadingItem>

/** What was answered to an unclear point, with the words of a source that show it, where some do. Never changed. */
export const PointAnswer = Type.Object({ id: Id, words: Type.String(), passage: Nullable(Type.Object({ id: Id, sourceId: Id, source: Type.String(), quote: Type.String() })), by: Person, at: Instant })
export type PointAnswer = Static<typeof PointAnswer>
/** What the owner of the strategy asked, with what was answered. */
export const UnclearPoint = Type.Object({
  id: Id, objectiveId: Id, statement: Type.String(), point: Type.String(), by: Person, at: Instant, /** Whether it says or cites something else since: then it is to be looked at again. */ changedSince: Type.Boolean(),
  /** The oldest first. */
  answers: Type.Array(PointAnswer),
})
export type UnclearPoint = Static<typeof UnclearPoint>

export const StrategyIntake = Type.Object({
  inForce: Type.Object({ no: Type.Integer() }), draft: Nullable(Type.Object({ id: Id, title: Type.String() })),
  /** The newest recorded first. */
  sources: Type.Array(SourceItem),
  /** Share of the text of sources without a later edition that at least one reading cites. */
  cited: ExplainedNumber,
  /** Vision, mission and objectives in force, then those of the draft that say something else or are new. */
  items: Type.Array(ReadingItem),
  /** Of objectives. */
  counts: Type.Object({ objectives: Type.Integer(), uncited: Type.Integer(), cited: Type.Integer(), confirmed: Type.Integer(), questioned: Type.Integer(), changed: Type.Integer() }),
  /** Not confirmed since, the oldest first. */
  unclear: Type.Array(UnclearPoint),
  /** Confirmed since, the newest first; at most 100. */
  settled: Type.Array(UnclearPoint),
})
export type StrategyIntake = Static<typeof StrategyIntake>

/** A source with its text. Passages stand where they are in the text now; `place` is null where their words are there no longer. */
export const SourceText = Type.Object({ ...SourceItem.properties, text: Type.String(), marks: Type.Array(Type.Object({ passageId: Id, objectiveId: Id, statement: Type.String(), quote: Type.String(), place: Nullable(Type.Object(span)) })) })
export type SourceText = Static<typeof SourceText>

export const NewSource = Type.Object({ title: ShortText(300), issuedOn: CivilDate, text: ShortText(longestSource), editionOf: Type.Optional(Nullable(Id)) })
export type NewSource = Static<typeof NewSource>
export const NewPassage = Type.Object({ objectiveId: Id, sourceId: Id, ...span, quote: ShortText(longestPassage) })
export type NewPassage = Static<typeof NewPassage>
/** `passageId`: which of the passages that it rests on shows the answer. */
export const NewPointAnswer = Type.Object({ words: ShortText(2000), passageId: Type.Optional(Nullable(Id)) })
export type NewPointAnswer = Static<typeof NewPointAnswer>
const reviewed = { objectiveId: Id, of: ReadingOf, seen: ReadingSeen }
export const NewReview = Type.Union([Type.Object({ ...reviewed, verdict: Type.Literal('confirmed') }), Type.Object({ ...reviewed, verdict: Type.Literal('questioned'), point: ShortText(2000) })])
export type NewReview = Static<typeof NewReview>

export const intakeRoutes = {
  readIntake: route({ method: 'GET', path: '/api/strategy/intake', summary: 'What the strategy was read from: sources and how much of them is cited, how the reading of each objective stands, and what is unclear', access: 'read', reply: StrategyIntake }),
  readSource: route({ method: 'GET', path: '/api/strategy/sources/:id', summary: 'A source with its text and the passages that objectives rest on', access: 'read', params: IdParams, reply: SourceText }),
  recordSource: route({ method: 'POST', path: '/api/strategy/sources', summary: 'Record a document that the strategy is read from, with its text; it never changes, a new edition is another source', access: 'edit_strategy', body: NewSource, reply: StrategyIntake, status: 201, refusals: ['name_taken'] }),
  citePassage: route({ method: 'POST', path: '/api/strategy/passages', summary: 'Say that an objective, the mission or the vision, in force or in the draft, rests on words of a source', access: 'edit_strategy', body: NewPassage, reply: StrategyIntake, status: 201, refusals: ['passage_unsound', 'passage_cited'] }),
  withdrawPassage: route({ method: 'DELETE', path: '/api/strategy/passages/:id', summary: 'Say no longer that an objective rests on a passage; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'source_passage', reply: StrategyIntake }),
  reviewReading: route({ method: 'POST', path: '/api/strategy/reviews', summary: 'Confirm that the strategy means what was read, or question it with the point that is unclear; holds until the objective says or cites something else', access: 'decide', body: NewReview, reply: StrategyIntake, status: 201, refusals: ['reading_outdated', 'reading_uncited', 'own_reading'] }),
  answerPoint: route({ method: 'POST', path: '/api/strategy/reviews/:id/answers', summary: 'Answer a point that was said to be unclear, and name the passage that shows it; who asked is told. It stays unclear until the reading is confirmed', access: 'edit_strategy', params: IdParams, body: NewPointAnswer, reply: StrategyIntake, status: 201 }),
} as const
