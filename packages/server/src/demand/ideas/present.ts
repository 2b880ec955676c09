import type { Idea, IdeaIntake, IdeasAsked } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { byPriority, creditsOf, ideaFunnel, isOpenIdea, livesOnAs, measureShortfalls, priorityOf } from '@throughline/engine/demand'
import { daysBetween, type CivilDate } from '@throughline/engine/kernel'
import type { StrategyFacts } from '@throughline/engine/strategy'
import { asCredited } from './credited.ts'
import type { StoredIdea, StoredMove } from './store.ts'

/** Ideas of one page, unless it is said. */
const usualIdeas = 100

type Opportunity = { readonly id: string; readonly unit: string; readonly words: string; readonly at: string }
type Kept = {
  readonly ideas: readonly StoredIdea[]; readonly moves: readonly StoredMove[]; readonly units: ReadonlyMap<string, string>; readonly initiatives: ReadonlyMap<string, string>
  readonly strategy: StrategyFacts; readonly opportunities: readonly Opportunity[]; readonly today: CivilDate
  /** Who reads it, and whether they may decide about ideas. */
  readonly reader: { readonly accountId: string; readonly mayDecide: boolean }
}

/** The intake as one reader sees it: of the ideas a page of those that were asked for, of everything else all. */
export function presentIntake(kept: Kept, { list, search = '', open: besides, from = 0, limit = usualIdeas }: IdeasAsked = {}): IdeaIntake {
  const { ideas, moves, strategy, opportunities, today } = kept
  const movesOf = Map.groupBy(moves, ({ idea_id }) => idea_id)
  const [open, over] = [ideas.filter(({ state }) => isOpenIdea(state)), ideas.filter(({ state }) => !isOpenIdea(state))]
  const lastOf = ({ id, handed_in_at }: StoredIdea): string => movesOf.get(id)?.at(-1)?.moved_at ?? handed_in_at
  const ordered = [...open.toSorted((a, b) => byPriority(a.levels, b.levels)), ...over.toSorted((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1))]
  const creditOf = creditsOf(ideas.map(asCredited))
  const wanted = search.trim().toLowerCase()
  const inList = (idea: StoredIdea): boolean => list === undefined || (list === 'mine' ? creditOf(asCredited(idea)).some(({ submitterId }) => submitterId === kept.reader.accountId) : isOpenIdea(idea.state) === (list === 'open'))
  const found = ordered.filter((idea) => inList(idea) && (wanted === '' || [idea.title, idea.problem, idea.origin].some((text) => text.toLowerCase().includes(wanted))))
  const funnel = ideaFunnel(ideas.map(({ id }) => ({ moves: (movesOf.get(id) ?? []).map(({ went_to, moved_at }) => ({ to: went_to, on: dayOf(moved_at) })) })), today)
  const byId = new Map(ideas.map((idea) => [idea.id, { id: idea.id, duplicateOf: idea.duplicate_of, idea }]))
  // A measure is answered by the idea as which its own lives on, where that was merged.
  const answering = [...byId.values()].flatMap((one) => (one.idea.measure_id === null ? [] : [{ measureId: one.idea.measure_id, idea: livesOnAs(one, byId).idea }]))
  const shortfalls = measureShortfalls(strategy.measures, answering.map(({ measureId, idea }) => ({ measureId, state: idea.state, since: dayOf(lastOf(idea)) })))
  const objectives = new Map(strategy.objectives.map(({ id, statement }) => [id, statement]))
  const taken = new Set(ideas.flatMap(({ signal_id }) => signal_id ?? []))
  const asked = presenter(kept, movesOf)
  const opened = ideas.find(({ id }) => id === besides)
  return {
    ideas: found.slice(from, from + limit).map(asked), from, total: found.length, opened: opened ? asked(opened) : null, ...toWire(funnel) as Pick<IdeaIntake, 'stages' | 'answerTime' | 'toCase'>,
    shortfalls: shortfalls.map(({ objectiveId, ...one }) => ({ ...toWire(one), objective: { id: objectiveId, name: objectives.get(objectiveId) ?? '' } })),
    signals: opportunities.filter(({ id }) => !taken.has(id)).map((one) => ({ ...one })),
  }
}

const dayOf = (at: string): CivilDate => at.slice(0, 10)

function presenter({ ideas, units, initiatives, today, reader }: Kept, movesOf: ReadonlyMap<string, readonly StoredMove[]>): (row: StoredIdea) => Idea {
  const creditOf = creditsOf(ideas.map(asCredited))
  const byId = new Map(ideas.map((row) => [row.id, row]))
  const merged = Map.groupBy(ideas, ({ duplicate_of }) => duplicate_of)
  const named = (id: string | null, names: ReadonlyMap<string, string>) => (id === null ? null : { id, name: names.get(id) ?? '' })
  const days = (at: string) => Math.max(0, daysBetween(dayOf(at), today))
  return (row) => {
    const moves = movesOf.get(row.id) ?? []
    const since = moves.at(-1)?.moved_at ?? row.handed_in_at
    const priority = priorityOf(row.levels)
    return {
      id: row.id, version: row.version, title: row.title, problem: row.problem, source: row.source, origin: row.origin, measure: row.measure_id === null ? null : { id: row.measure_id, name: row.measure ?? '' }, signalId: row.signal_id, unit: named(row.unit_id, units),
      submitter: { id: row.submitter_id, name: row.submitter }, handedInAt: row.handed_in_at, credit: creditOf(asCredited(row)).map(({ submitterId, submitter }) => ({ id: submitterId, name: submitter })),
      state: row.state, since, daysInState: days(since), daysOld: days(row.handed_in_at), sponsor: row.sponsor_id === null ? null : { id: row.sponsor_id, name: row.sponsor ?? '' }, levels: row.levels,
      priority: { value: priority.metric.status === 'ok' ? priority.metric.value : null, why: toWire(priority.why) }, checked: row.checked,
      duplicateOf: row.duplicate_of === null ? null : { id: row.duplicate_of, name: byId.get(row.duplicate_of)?.title ?? '' }, merged: (merged.get(row.id) ?? []).map(({ id, title, submitter }) => ({ id, name: title, by: submitter })), initiative: row.initiative_id === null ? null : { id: row.initiative_id, name: initiatives.get(row.initiative_id) ?? row.title },
      outcome: row.outcome, moves: moves.map(({ went_to, words, moved_by, moved_at }) => ({ to: went_to, words, by: moved_by, at: moved_at })),
      may: { change: isOpenIdea(row.state) && (reader.mayDecide || row.submitter_id === reader.accountId), decide: reader.mayDecide },
    }
  }
}
