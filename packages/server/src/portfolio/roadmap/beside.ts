import type { RoadmapBeside, RoadmapRequest } from '@throughline/contract/portfolio'
import { kneesOf, leastDisturbance, letIn, movesBetween, movesToTry, priceRoadmapPins, roadmapBottlenecks, roadmapFrontier, roadmapSteadiness, roadmapVerdicts, roomFor, roadmapConflict, roadmapRelaxations, type Choice, type FrontierOf, type RoadmapAnswer, type RoadmapCase } from '@throughline/engine/portfolio'

/** What is worked out beside the plan, and of whom it is asked what would let them in. */
export type AskedBeside = { readonly record: readonly Choice[]; readonly also: NonNullable<RoadmapRequest['also']>; readonly letIn: readonly string[]; readonly seed: number }

/** Effort of each further solve. */
const effort = 20_000
/** Budgets or capacities of a frontier, in percent of what the case has. */
const percents = [50, 60, 70, 80, 90, 95, 100, 105, 110, 120, 130, 150]
/** How far figures may plausibly be off, and in how many worlds the plan is solved anew. */
const plausible = { valuePercent: 20, weightPercent: 20, capacityPercent: 10 }
const worlds = 20
/** How many of the scarcest limits are tried. */
const scarcest = 10

/** Works out what was asked for beside a plan, one thing after another; `begin` hears what comes next. What is stopped leaves the rest out. */
export function besides(given: RoadmapCase, answer: RoadmapAnswer, { record, also, letIn: wanted, seed }: AskedBeside, heard: { readonly begin: (what: string) => void; readonly shouldStop: () => boolean }): RoadmapBeside {
  const { shouldStop } = heard
  const tried = { seed, effort, shouldStop }
  const begin = (what: string): boolean => {
    if (!shouldStop()) heard.begin(what)
    return !shouldStop()
  }
  const frontier = (against: FrontierOf): NonNullable<RoadmapBeside['frontiers']>[number] => {
    const points = roadmapFrontier(given, answer, against, percents, tried)
    return { against, points, knees: kneesOf(points) }
  }
  const asks = (what: AskedBeside['also'][number], words: string): boolean => also.includes(what) && begin(words)
  const against = [...(asks('frontier', 'Value against all budgets') ? ['money' as const] : []), ...(asks('pools', 'Value against all pools') ? ['pools' as const] : [])]
  return {
    ...(asks('verdicts', 'Why each is in or out') ? { verdicts: roadmapVerdicts(given, answer) } : {}),
    ...(asks('pins', 'What pins give up') ? { pins: priceRoadmapPins(given, answer, tried) } : {}),
    ...(asks('bottlenecks', 'What more of scarce limits brings') ? { bottlenecks: roadmapBottlenecks(given, answer, { ...tried, count: scarcest }) } : {}),
    ...(against.length > 0 ? { frontiers: against.map(frontier) } : {}),
    ...(asks('moves', 'Value against moves from the plan of record') ? { moves: leastDisturbance(given, record, answer, movesToTry(movesBetween(record, answer.plan).length), tried) } : {}),
    ...(asks('steadiness', 'Who stays in whatever comes') ? { steadiness: roadmapSteadiness(given, answer, plausible, worlds, tried) } : {}),
    ...(wanted.length > 0 && begin('What would let them in') ? { letIn: wanted.map((candidateId) => ({ candidateId, found: letIn(given, answer, candidateId, tried), room: roomFor(given, answer, candidateId)?.limits.map(({ limit: { words, period }, more }) => ({ words, period, more })) ?? null })) } : {}),
  }
}

/** What cannot be kept together, as little as possible, and what of it would be enough to give way; each was checked by a plan. */
export function whyNothingFits(given: RoadmapCase, seed: number, shouldStop: () => boolean): string {
  const tried = { seed, effort, shouldStop }
  const conflict = roadmapConflict(given, tried)
  if (conflict === null) return 'No plan keeps all of this together.'
  const ways = roadmapRelaxations(given, conflict, tried).slice(0, 3).map(({ gives }) => gives.map(({ words, percent }) => `${words} ${percent === null ? 'is given up' : `is loosened by ${percent}%`}`).join(' and '))
  return [conflict.words, ...(ways.length > 0 ? [`It would be enough if ${ways.join('; or ')}.`] : [])].join(' ')
}
