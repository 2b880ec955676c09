import { Type, type Static } from 'typebox'
import { Explanation, Id, Instant, LongText, Named, Nullable, OneOf, ShortText, Version } from '../../wire/index.ts'
import { PeriodCode, UnitOfAccount } from '../ledger/register.ts'

const AmountMinor = Nullable(Type.String({ description: 'Whole least units of the unit of account; null where amounts are withheld' }))

export const FigureLabel = OneOf(['verified', 'unverified'], 'Whether somebody independent has looked at it')
export type FigureLabel = Static<typeof FigureLabel>
/** A figure of a story: what the ledger has of a benefit in a period. */
export const StoryFigure = Type.Object({
  no: Type.Integer({ description: 'In the text it stands as [1], [2] and so on' }),
  benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), period: PeriodCode, unit: UnitOfAccount,
  /** As it is now: one that waited and was verified since is verified, one that is verified no longer is not. */
  label: FigureLabel,
  /** `corrected`: the ledger has another amount by now; `verified`: it waited when the story was written; `withdrawn`: nothing is left of it under its label. */
  standing: OneOf(['stands', 'corrected', 'verified', 'withdrawn']),
  statedMinor: AmountMinor, nowMinor: AmountMinor, takenAt: Instant, why: Explanation,
})
export type StoryFigure = Static<typeof StoryFigure>

/** A part of the text: words, a figure of the ledger, or a number that somebody typed, which nobody verified. */
export const StoryTextPart = Type.Union([Type.Object({ kind: OneOf(['words', 'typed']), text: Type.String() }), Type.Object({ kind: Type.Literal('figure'), no: Type.Integer() })])
export type StoryTextPart = Static<typeof StoryTextPart>

/** Somebody who had a part in it. Who was asked and has not agreed is named to nobody but those who write stories, and to themselves. A number in what they did says that nobody verified it. */
export const StoryContributor = Type.Object({ id: Id, version: Version, person: Named, part: Type.String(), answer: OneOf(['asked', 'agreed', 'declined']), answeredAt: Nullable(Instant) })
export type StoryContributor = Static<typeof StoryContributor>

export const storyStates = ['draft', 'published', 'taken_back'] as const
export const SuccessStory = Type.Object({
  id: Id, version: Version, title: Type.String(), words: Type.String(), parts: Type.Array(StoryTextPart), figures: Type.Array(StoryFigure),
  /** Objectives that the initiatives of its figures serve now. */
  objectives: Type.Array(Type.Object({ id: Id, statement: Type.String() })),
  contributors: Type.Array(StoryContributor),
  /** Who was asked whether they may be named, and has not answered. */
  unanswered: Type.Integer(),
  state: OneOf(storyStates), writtenBy: Type.String(), writtenAt: Instant,
  published: Nullable(Type.Object({ by: Type.String(), at: Instant })), takenBack: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() })),
})
export type SuccessStory = Static<typeof SuccessStory>

/** Published ones, newest first; before them drafts and those taken back, for who writes stories and for who is asked to be named. */
export const StoryFeed = Type.Object({ stories: Type.Array(SuccessStory), omitted: Type.Integer({ description: 'Stories beyond the newest 100' }), /** Whether the reader may write them. */ write: Type.Boolean() })
export type StoryFeed = Static<typeof StoryFeed>

/** What the ledger has of benefits, period by period, that a story can tell: newest period first. */
export const StoryFigures = Type.Object({ figures: Type.Array(Type.Object({ benefitId: Id, benefit: Type.String(), initiative: Type.String(), period: PeriodCode, unit: UnitOfAccount, verified: Type.String(), waiting: Type.String() })), omitted: Type.Integer() })
export type StoryFigures = Static<typeof StoryFigures>

/** A figure by reference. Without `unverified`, only what is verified is taken; with it, what waits, and it stands there as unverified. */
export const NewStoryFigure = Type.Object({ benefitId: Id, period: PeriodCode, unverified: Type.Optional(Type.Boolean()) })
export type NewStoryFigure = Static<typeof NewStoryFigure>
const text = { title: ShortText(160), words: LongText(8000), figures: Type.Array(NewStoryFigure, { maxItems: 20 }) }
export const NewSuccessStory = Type.Object(text)
export type NewSuccessStory = Static<typeof NewSuccessStory>
/** Figures are taken from the ledger anew where they are given. */
export const SuccessStoryChange = Type.Object({ version: Version, ...Type.Partial(NewSuccessStory).properties })
export type SuccessStoryChange = Static<typeof SuccessStoryChange>
export const StoryVersion = Type.Object({ version: Version })
export const StoryWithdrawal = Type.Object({ version: Version, reason: ShortText(2000) })
export const NewContributor = Type.Object({ accountId: Id, part: LongText(300) })
export type NewContributor = Static<typeof NewContributor>
export const NamingAnswer = Type.Object({ version: Version, answer: OneOf(['agreed', 'declined']) })
