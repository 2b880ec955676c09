import { daysBetween, known, numberFigure, mapMetric, ratio, undefinedBecause, type CivilDate, type Explained, type Metric } from '../../kernel/index.ts'
import { ideaStates, type IdeaState } from './idea.ts'

/** One move of an idea, on its day; the first one is to `new`. */
export type IdeaMove = { readonly to: IdeaState; readonly on: CivilDate }
/** An idea by its moves in their order, the last of which says where it stands. */
export type FunnelIdea = { readonly moves: readonly IdeaMove[] }

/** A state of the funnel: how many stand there, how many ever came there, and how long those that stand there have done so, in days. */
export type FunnelStage = { readonly state: IdeaState; readonly now: number; readonly reached: number; readonly age: Explained<number>; readonly oldest: Metric<number> }
export type IdeaFunnel = {
  readonly stages: readonly FunnelStage[]
  /** Days from handing in to the first word on what becomes of it, the median of those that have one. */
  readonly answerTime: Explained<number>
  /** Of those that were decided, that is, went to a case or were declined, the share that went to a case. */
  readonly toCase: Explained<number>
}

/** How ideas go through the states, and how long they stay (idea-funnel). */
export function ideaFunnel(ideas: readonly FunnelIdea[], today: CivilDate): IdeaFunnel {
  const standing = ideas.flatMap(({ moves }) => moves.at(-1) ?? [])
  const stages = ideaStates.map((state): FunnelStage => {
    const days = standing.filter(({ to }) => to === state).map(({ on }) => Math.max(0, daysBetween(on, today)))
    return { state, now: days.length, reached: ideas.filter(({ moves }) => moves.some(({ to }) => to === state)).length, age: medianDays(`Days ${stateWords[state]}, the middle one`, days), oldest: days.length === 0 ? undefinedBecause('INSUFFICIENT_POINTS') : known(Math.max(...days)) }
  })
  return { stages, answerTime: medianDays('Days from handing in to an outcome, the middle one', ideas.flatMap(({ moves }) => answerDays(moves))), toCase: conversion(standing) }
}

/** The middle of some values, the mean of the two in the middle where they are even in number. */
export function median(values: readonly number[]): Metric<number> {
  const [sorted, half] = [values.toSorted((a, b) => a - b), Math.floor(values.length / 2)]
  if (values.length === 0) return undefinedBecause('INSUFFICIENT_POINTS')
  return known(values.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2)
}

const answers: readonly IdeaState[] = ['incubating', 'to_case', 'declined', 'duplicate']
function answerDays(moves: readonly IdeaMove[]): readonly number[] {
  const [first, answer] = [moves[0], moves.find(({ to }) => answers.includes(to))]
  return first && answer ? [Math.max(0, daysBetween(first.on, answer.on))] : []
}

function medianDays(term: string, days: readonly number[]): Explained<number> {
  const metric = median(days)
  const figure = mapMetric(metric, (value) => numberFigure(value, 'day'))
  return {
    metric,
    why: {
      term, figure, formula: 'idea-funnel',
      terms: [{ term: 'Ideas', figure: known(numberFigure(days.length)) }, ...(days.length === 0 ? [] : [{ term: 'Shortest', figure: known(numberFigure(Math.min(...days), 'day')) }, { term: 'Longest', figure: known(numberFigure(Math.max(...days), 'day')) }])],
    },
  }
}

function conversion(standing: readonly IdeaMove[]): Explained<number> {
  const [cases, declined] = (['to_case', 'declined'] as const).map((state) => standing.filter(({ to }) => to === state).length)
  const metric = ratio(cases ?? 0, (cases ?? 0) + (declined ?? 0), 'INSUFFICIENT_POINTS')
  return {
    metric,
    why: {
      term: 'Went to a case, of those that were decided', figure: mapMetric(metric, (share) => numberFigure(Math.round(share * 1000) / 10, 'percent')), formula: 'idea-funnel', note: 'Duplicates are neither: their idea lives on in another',
      terms: [{ term: 'Went to a case', figure: known(numberFigure(cases ?? 0)) }, { term: 'Declined', figure: known(numberFigure(declined ?? 0)) }],
    },
  }
}

const stateWords: Readonly<Record<IdeaState, string>> = { new: 'new', triaged: 'triaged', incubating: 'incubating', to_case: 'since it went to a case', declined: 'since it was declined', duplicate: 'since it was merged' }
