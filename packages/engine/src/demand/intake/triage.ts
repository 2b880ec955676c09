import { known, missing, textFigure, type Explained } from '../../kernel/index.ts'

/** By what an idea is judged at first sight: how well it fits the objectives, what it would be worth, how easily it is done, and how soon it is wanted. */
export const triageCriteria = ['fit', 'value', 'ease', 'urgency'] as const
export type TriageCriterion = (typeof triageCriteria)[number]
/** Levels of a criterion, best first. Ordinal: they are counted and never averaged. */
export const triageLevels = ['high', 'medium', 'low'] as const
export type TriageLevel = (typeof triageLevels)[number]
export type Levels = Readonly<Record<TriageCriterion, TriageLevel>>

/** What a triage comes to, what is to be looked at first before the others. */
export const ideaPriorities = ['first', 'soon', 'later', 'not_now'] as const
export type IdeaPriority = (typeof ideaPriorities)[number]

type Counts = Readonly<Record<TriageLevel, number>>
type Rule = { readonly priority: IdeaPriority; readonly words: string; holds(levels: Levels, counts: Counts): boolean }
/** The first rule that holds decides; the last one always does. */
const rules: readonly Rule[] = [
  { priority: 'not_now', words: 'It fits the objectives poorly', holds: ({ fit }) => fit === 'low' },
  { priority: 'not_now', words: 'Two or more are low', holds: (_, { low }) => low >= 2 },
  { priority: 'first', words: 'Two or more are high and none is low', holds: (_, { high, low }) => high >= 2 && low === 0 },
  { priority: 'soon', words: 'One or more are high and at most one is low', holds: (_, { high }) => high >= 1 },
  { priority: 'later', words: 'None is high and at most one is low', holds: () => true },
]

/** How soon an idea is to be looked at (idea-triage): by how many criteria are high and low, never by a mean of them. */
export function priorityOf(levels: Levels | null): Explained<IdeaPriority> {
  if (levels === null) return { metric: missing('triage'), why: { term: 'Priority', figure: missing('triage'), formula: 'idea-triage' } }
  const counts = countsOf(levels)
  const rule = rules.find((one) => one.holds(levels, counts)) ?? rules[rules.length - 1]
  const priority = rule?.priority ?? 'later'
  return {
    metric: known(priority),
    why: {
      term: 'Priority', figure: known(textFigure(priorityWords[priority])), formula: 'idea-triage', note: rule?.words ?? '',
      terms: triageCriteria.map((one) => ({ term: criterionWords[one], figure: known(textFigure(levels[one])) })),
    },
  }
}

/** What is to be looked at first stands first: by priority, then by how many are high, then by how few are low; what nobody judged comes last. */
export function byPriority(a: Levels | null, b: Levels | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const [one, other] = [countsOf(a), countsOf(b)]
  return rankOf(a) - rankOf(b) || other.high - one.high || one.low - other.low
}

const rankOf = (levels: Levels): number => {
  const { metric } = priorityOf(levels)
  return metric.status === 'ok' ? ideaPriorities.indexOf(metric.value) : ideaPriorities.length
}
const countsOf = (levels: Levels): Counts => {
  const count = (level: TriageLevel) => triageCriteria.filter((one) => levels[one] === level).length
  return { high: count('high'), medium: count('medium'), low: count('low') }
}
const priorityWords: Readonly<Record<IdeaPriority, string>> = { first: 'Look at it first', soon: 'Soon', later: 'Later', not_now: 'Not now' }
const criterionWords: Readonly<Record<TriageCriterion, string>> = { fit: 'Fit with the objectives', value: 'Value', ease: 'Ease', urgency: 'Urgency' }
