import type { StoryContributor, StoryFeed, StoryFigure, SuccessStory } from '@throughline/contract/value'
import { toWire } from '@throughline/contract/wire'
import { undefinedBecause } from '@throughline/engine/kernel'
import { explainFigure, figureNow, labelledText, storyParts, type FigureAmounts, type TakenFigure } from '@throughline/engine/value'
import type { Actor } from '../../database/index.ts'
import type { NamedBenefit, StoredContributor, StoredFigure, StoredStory } from './store.ts'

/** Stories that one answer lists. */
export const mostStories = 100

export type StoryFacts = {
  readonly stories: readonly StoredStory[]; readonly contributors: readonly StoredContributor[]; readonly benefits: ReadonlyMap<string, NamedBenefit>; readonly amountsOf: (benefitId: string, period: string) => FigureAmounts
  readonly served: ReadonlyMap<string, readonly { readonly id: string; readonly statement: string }[]>
}

/** Stories that a reader sees: published ones; all of them who writes them; and those in which they are asked to be named. */
export const seenBy = (stories: readonly StoredStory[], contributors: readonly StoredContributor[], { accountId }: Pick<Actor, 'accountId'>, writes: boolean): readonly StoredStory[] =>
  stories.filter(({ id, state }) => state === 'published' || writes || contributors.some(({ story_id, account_id }) => story_id === id && account_id === accountId))

/** Stories as one reader sees them, with their figures as the ledger has them now; whoever may not see amounts learns which figures there are and how they stand, in whatever unit they are counted. */
export function presentStories({ stories, contributors, benefits, amountsOf, served }: StoryFacts, reader: Pick<Actor, 'accountId'>, { writes, told }: { readonly writes: boolean; readonly told: boolean }): StoryFeed {
  const byStory = Map.groupBy(contributors, ({ story_id }) => story_id)
  const shown = stories.slice(0, mostStories).map((story): SuccessStory => {
    const all = story.figures.flatMap((figure, at) => presentFigure(figure, at + 1, benefits.get(figure.benefitId), amountsOf(figure.benefitId, figure.period)))
    const figures = told ? all : all.map(withoutAmount)
    const own = byStory.get(story.id) ?? []
    const objectives = new Map(figures.flatMap(({ initiativeId }) => (served.get(initiativeId) ?? []).map(({ id, statement }) => [id, { id, statement }] as const)))
    return {
      id: story.id, version: story.version, title: story.title, words: story.words, parts: storyParts(story.words).map((part) => ({ ...part })), figures, objectives: [...objectives.values()],
      contributors: own.filter(({ answer, account_id }) => writes || answer === 'agreed' || account_id === reader.accountId).map(presentContributor), unanswered: own.filter(({ answer }) => answer === 'asked').length,
      state: story.state, writtenBy: story.written_by, writtenAt: story.written_at,
      published: story.state === 'published' ? { by: story.published_by ?? '', at: story.published_at ?? '' } : null,
      takenBack: story.state === 'taken_back' ? { by: story.taken_back_by ?? '', at: story.taken_back_at ?? '', reason: story.taken_back_because ?? '' } : null,
    }
  })
  return { stories: shown, omitted: stories.length - shown.length, write: writes }
}

const takenOf = ({ label, verified, waiting }: StoredFigure): TakenFigure => ({ label, verified: BigInt(verified), waiting: BigInt(waiting) })

function presentFigure(stored: StoredFigure, no: number, benefit: NamedBenefit | undefined, amounts: FigureAmounts): readonly StoryFigure[] {
  if (!benefit) return []
  const { benefitId, period, takenAt } = stored
  const { label, standing, stated, now } = figureNow(takenOf(stored), amounts)
  const { id: _, ...named } = benefit
  return [{ no, benefitId, period, ...named, label, standing, statedMinor: String(stated), nowMinor: String(now), takenAt, why: toWire(explainFigure({ ...named, period }, takenOf(stored), amounts)) }]
}

const withoutAmount = (figure: StoryFigure): StoryFigure => ({ ...figure, statedMinor: null, nowMinor: null, why: { term: figure.why.term, figure: undefinedBecause('WITHHELD'), formula: 'story-figure' } })

const presentContributor = ({ id, version, account_id, name, part, answer, answered_at }: StoredContributor): StoryContributor => ({ id, version, person: { id: account_id, name }, part: labelledText(part), answer, answeredAt: answered_at })
