import { known, mapMetric, missing, numberFigure, undefinedBecause, type Explanation, type Metric } from '../../kernel/index.ts'
import { fewestPeople, safeCounts } from '../../people/index.ts'

/** How useful somebody found what they attended; ordinal, from most to least. */
export const usefulnessLevels = ['very_useful', 'useful', 'slightly_useful', 'not_useful'] as const
export type Usefulness = (typeof usefulnessLevels)[number]

/** How many people said what, as it may be shown; never an average. */
export type UsefulnessProfile = { readonly counts: readonly { readonly level: Usefulness; readonly people: Metric<number> }[]; readonly told: Metric<number>; readonly why: Explanation }

/**
 * What participants said of the use of a course, counted level by level (course-usefulness), in the order in which they said it. They are
 * counted in fives, so that nobody’s word follows from a look before and after it; counts of fewer than five are withheld.
 */
export function usefulnessProfile(said: readonly Usefulness[]): UsefulnessProfile {
  const counted = said.slice(0, said.length - (said.length % fewestPeople))
  const told: Metric<number> = counted.length === 0 ? undefinedBecause(said.length === 0 ? 'NO_ACTUALS' : 'SMALL_GROUP') : known(counted.length)
  const shown = safeCounts([usefulnessLevels.map((level) => counted.filter((one) => one === level).length)]).cells[0] ?? []
  const counts = usefulnessLevels.map((level, at) => ({ level, people: counted.length === 0 ? told : (shown[at] ?? missing('people')) }))
  return {
    counts, told,
    why: { term: 'Said how useful it was', figure: mapMetric(told, (one) => numberFigure(one)), formula: 'course-usefulness', note: 'People are counted in fives, in the order in which they said it. Levels are counted and never averaged.', terms: counts.map(({ level, people }) => ({ term: usefulnessWords[level], figure: mapMetric(people, (one) => numberFigure(one)) })) },
  }
}

export const usefulnessWords: Readonly<Record<Usefulness, string>> = { very_useful: 'Very useful', useful: 'Useful', slightly_useful: 'Slightly useful', not_useful: 'Not useful' }
