import { known, mapMetric, missing, numberFigure, ratio, type CivilDate, type Explained, type Metric } from '../../kernel/index.ts'
import { safeCounts } from '../../people/index.ts'
import { fewPeople, isFew } from './few.ts'

/** Levels of a skill, each with an anchor in words; ordinal, so that they are counted and never averaged. */
export const skillLevels = [0, 1, 2, 3, 4, 5] as const
export type SkillLevel = (typeof skillLevels)[number]

/** What an assessor found of a person in a skill, by what they had seen by that day; `at`: when it was written down. Withdrawn ones are none. */
export type AssessmentFacts = { readonly personId: string; readonly skillId: string; readonly level: SkillLevel; readonly on: CivilDate; readonly at: string }

/** Of some assessments the latest up to a day: of two of one day the one that was written down last. */
export const latestUpTo = <A extends Pick<AssessmentFacts, 'on' | 'at'>>(assessments: readonly A[], day: CivilDate): A | undefined =>
  assessments.filter(({ on }) => on <= day).toSorted((a, b) => (a.on === b.on ? (a.at < b.at ? -1 : 1) : a.on < b.on ? -1 : 1)).at(-1)

/** The level of one person in one skill on a day (skill-levels): what was assessed last, and missing where nobody has assessed it. Nothing else makes a level: no attendance, no check that was passed. */
export const levelOn = (assessments: readonly AssessmentFacts[], day: CivilDate): Metric<SkillLevel> => {
  const last = latestUpTo(assessments, day)
  return last ? known(last.level) : missing('assessment')
}

/** How many people stand at each level; null: nobody has assessed them. As they may be shown. */
export type SkillProfile = { readonly counts: readonly { readonly level: SkillLevel | null; readonly people: Metric<number> }[]; readonly assessed: Explained<number> }

/**
 * The levels of some people in one skill (skill-levels). Who was not assessed is unknown and counts as that, never as level 0; counts of fewer
 * than five people are withheld. Where fewer than five are assessed, no level is told: those at which nobody stands would tell where they do.
 */
export function skillProfile(people: readonly string[], assessments: readonly AssessmentFacts[], day: CivilDate): SkillProfile {
  const own = Map.groupBy(assessments, ({ personId }) => personId)
  const levels = people.map((one) => levelOn(own.get(one) ?? [], day))
  const places = [...skillLevels, null]
  const counted = places.map((place) => levels.filter((one) => (one.status === 'ok' ? one.value : null) === place).length)
  const assessed = people.length - (counted.at(-1) ?? 0)
  const shown = isFew(assessed) ? places.map(() => fewPeople) : (safeCounts([counted]).cells[0] ?? [])
  // How many people there are is known: the share tells the unknown, and is withheld with them.
  const unknown = shown.at(-1) ?? missing('people')
  const share: Metric<number> = unknown.status === 'ok' ? ratio(assessed, people.length) : unknown
  return {
    counts: places.map((level, at) => ({ level, people: shown[at] ?? missing('people') })),
    assessed: {
      metric: share,
      why: {
        term: 'Assessed', figure: mapMetric(share, (one) => numberFigure(one, 'ratio')), formula: 'skill-levels', note: 'Of all members. Who was not assessed is unknown, which is not level 0.',
        terms: places.map((level, at) => ({ term: level === null ? 'Not assessed' : `Level ${level}`, figure: mapMetric(shown[at] ?? missing('people'), (count) => numberFigure(count)) })),
      },
    },
  }
}
