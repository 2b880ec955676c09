import type { Member } from '@throughline/contract/people'
import { problems as problemKinds } from '@throughline/contract/rooms'
import type { ReadingItem, ReadingReview, SourceItem, SourcePassage, SourceText, StrategyIntake, UnclearPoint } from '@throughline/contract/strategy'
import { toWire, wordsOf } from '@throughline/contract/wire'
import { changesSince, placeNow, readingStanding, settledPoints, sourceCoverage, unclearPoints, type ReviewFacts } from '@throughline/engine/strategy'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import { ownRefusal, uncitedRefusal } from './policy.ts'
import { seenOf, type ReadingFacts, type Readings } from './readings.ts'
import type { StoredAnswer, StoredPassage, StoredReview, StoredSource } from './store.ts'

export type IntakeFacts = { readonly readings: Readings; readonly sources: readonly StoredSource[]; readonly reviews: readonly StoredReview[]; readonly answers: readonly StoredAnswer[]; /** Passages that answers name, also those that are cited no longer. */ readonly named: readonly StoredPassage[]; readonly members: readonly Member[]; readonly actor: Actor }
type Review = ReviewFacts & { readonly row: StoredReview }

/** Points that are clear by now and that one answer lists. */
const mostSettled = 100

/** What the strategy was read from, how each reading stands, and what is unclear. */
export function presentIntake({ readings, sources, reviews, answers, named, members, actor }: IntakeFacts): StrategyIntake {
  const [items, of] = [readings.items, Map.groupBy(reviews.map(reviewFacts), ({ row }) => row.objective_id)]
  const listed = presentSources(sources, readings)
  const passages = new Map(readings.passages.map((row) => [row.id, presentPassage(row, listed)]))
  const shown = items.map((item) => presentReading(item, of.get(item.objectiveId) ?? [], passages, members, actor))
  const objectives = shown.filter(({ about }) => about === 'objective')
  const count = (standing: ReadingItem['standing']): number => objectives.filter((one) => one.standing === standing).length
  const said = new Map(items.map(({ objectiveId }) => [objectiveId, items.filter((one) => one.objectiveId === objectiveId)]))
  const pointOf = presentPoint(said, Map.groupBy(answers, ({ review_id }) => review_id), new Map(named.map((row) => [row.id, presentPassage(row, listed)])))
  const points = (kind: typeof unclearPoints) => [...said.keys()].flatMap((objectiveId) => kind(of.get(objectiveId) ?? [])).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)).map(pointOf)
  const newest = sources.filter(({ id }) => listed.get(id)?.laterEdition === null)
  return {
    inForce: { no: readings.no }, draft: readings.draft, sources: [...listed.values()], cited: toWire(sourceCoverage(newest.map((source) => coverageOf(source, citedIn(readings, source.id))))) as StrategyIntake['cited'],
    items: shown, counts: { objectives: objectives.length, uncited: count('uncited'), cited: count('cited'), confirmed: count('confirmed'), questioned: count('questioned'), changed: count('changed') },
    unclear: points(unclearPoints), settled: points(settledPoints).toReversed().slice(0, mostSettled),
  }
}

/** A source with its text and where its passages stand in it now. */
export function presentText(id: string, text: string, { readings, sources }: Pick<IntakeFacts, 'readings' | 'sources'>): SourceText | undefined {
  const source = presentSources(sources, readings).get(id)
  const names = new Map(readings.items.toReversed().map(({ objectiveId, statement }) => [objectiveId, statement]))
  return source && {
    ...source, text,
    marks: citedIn(readings, id).map((row) => ({ passageId: row.id, objectiveId: row.objective_id, statement: names.get(row.objective_id) ?? '', quote: row.quote, place: placeNow(text, { from: row.from_at, to: row.to_at, quote: row.quote }) ?? null })),
  }
}

/** Passages of objectives that were removed from the strategy count no more. */
const citedIn = ({ items, passages }: Readings, sourceId: string): readonly StoredPassage[] => {
  const held = new Set(items.map(({ objectiveId }) => objectiveId))
  return passages.filter((row) => row.source_id === sourceId && held.has(row.objective_id))
}
const coverageOf = ({ title, characters }: StoredSource, cited: readonly StoredPassage[]) => ({ title, characters, cited: cited.map(({ from_at: from, to_at: to }) => ({ from, to })) })

function presentSources(sources: readonly StoredSource[], readings: Readings): ReadonlyMap<string, SourceItem> {
  const refOf = (source: StoredSource | undefined) => (source ? { id: source.id, title: source.title, issuedOn: source.issued_on } : null)
  return new Map(sources.map((source) => {
    const cited = citedIn(readings, source.id)
    return [source.id, {
      id: source.id, title: source.title, issuedOn: source.issued_on, characters: source.characters, recordedBy: source.recorded_by, recordedAt: source.recorded_at, editionOf: refOf(sources.find(({ id }) => id === source.edition_of)), laterEdition: refOf(sources.find(({ edition_of }) => edition_of === source.id)),
      passages: cited.length, cited: toWire(sourceCoverage([coverageOf(source, cited)])) as SourceItem['cited'],
    }]
  }))
}

const presentPassage = ({ id, objective_id: objectiveId, source_id: sourceId, from_at: from, to_at: to, quote, cited_by: citedBy, cited_at: citedAt, version }: StoredPassage, sources: ReadonlyMap<string, SourceItem>): SourcePassage => ({
  id, objectiveId, sourceId, source: sources.get(sourceId)?.title ?? '', from, to, quote, citedBy, citedAt, superseded: (sources.get(sourceId)?.laterEdition ?? null) !== null, version,
})

function presentReading(item: ReadingFacts, reviews: readonly Review[], passages: ReadonlyMap<string, SourcePassage>, members: readonly Member[], actor: Actor): ReadingItem {
  const { objectiveId, about, of, statement, description, perspective, references, cited } = item
  const { standing, review, changes } = readingStanding(item, reviews)
  const refused = standing === 'confirmed' ? undefined : (uncitedRefusal(item) ?? ownRefusal(item, actor, members))
  const decides = may(actor, 'decide')
  const kind = refused && problemKinds[refused.refusal.code]
  return {
    objectiveId, about, of, statement, description, perspective, references, passages: cited.flatMap(({ id }) => passages.get(id) ?? []), standing, review: review && presentReview(review.row), changes: [...changes], seen: seenOf(item),
    mayConfirm: decides && standing !== 'confirmed' && refused === undefined, whyNotConfirm: decides && refused && kind ? wordsOf(kind, refused.refusal.values ?? {}) : null,
  }
}

/** What is or was unclear of something, in whatever version it is said, with what was answered. */
const presentPoint = (said: ReadonlyMap<string, readonly ReadingFacts[]>, answers: ReadonlyMap<string, readonly StoredAnswer[]>, named: ReadonlyMap<string, SourcePassage>) => (review: Review): UnclearPoint => {
  const own = said.get(review.row.objective_id) ?? []
  return {
    id: review.id, objectiveId: review.row.objective_id, statement: own[0]?.statement ?? '', point: review.row.point, by: review.row.reviewed_by, at: review.at, changedSince: own.every((one) => changesSince(review, one).length > 0),
    answers: (answers.get(review.id) ?? []).map(({ id, words, passage_id, answered_by: by, answered_at: at }) => {
      const passage = passage_id === null ? undefined : named.get(passage_id)
      return { id, words, passage: passage ? { id: passage.id, sourceId: passage.sourceId, source: passage.source, quote: passage.quote } : null, by, at }
    }),
  }
}

const reviewFacts = (row: StoredReview): Review => ({ id: row.id, verdict: row.verdict, at: row.reviewed_at, statement: row.statement, description: row.description, passages: row.passages, row })
const presentReview = ({ id, verdict, point, reviewed_by: by, reviewed_at: at, statement, description }: StoredReview): ReadingReview => ({ id, verdict, point, by, at, statement, description })
