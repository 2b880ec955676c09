import { mapMetric, missing, numberFigure, type CivilDate, type Explanation, type Metric } from '../../kernel/index.ts'
import { safeCounts } from '../../people/index.ts'
import { fewPeople, isFew } from './few.ts'
import { latestUpTo, type AssessmentFacts } from './level.ts'

/** Somebody who attended, with the day of the first session that they attended. */
export type Attended = { readonly personId: string; readonly on: CivilDate }
export const changeKinds = ['rose', 'same', 'fell', 'unknown'] as const
export type ChangeKind = (typeof changeKinds)[number]
export type SkillChange = { readonly counts: readonly { readonly change: ChangeKind; readonly people: Metric<number> }[]; readonly attended: Metric<number>; readonly why: Explanation }

/** What became of the level of one who attended: the last assessment up to that day against the last one after it; unknown where either is wanting. */
export function changeOf({ on }: Attended, assessments: readonly AssessmentFacts[], today: CivilDate): ChangeKind {
  const before = latestUpTo(assessments, on)
  const after = latestUpTo(assessments.filter((one) => one.on > on), today)
  if (!before || !after) return 'unknown'
  return after.level > before.level ? 'rose' : after.level < before.level ? 'fell' : 'same'
}

/**
 * Levels of those who attended, before and after (skill-change): counts of people, the unknown among them, and no average. It compares two
 * assessments of the same people and says nothing of why they differ. Counts of fewer than five people are withheld; where fewer than five were
 * assessed before and after, so is every count. `withheld`: whether reach withholds how many attended, so that it does not follow from here.
 */
export function skillChange(attended: readonly Attended[], assessments: readonly AssessmentFacts[], today: CivilDate, withheld = false): SkillChange {
  const own = Map.groupBy(assessments, ({ personId }) => personId)
  const changes = attended.map((one) => changeOf(one, own.get(one.personId) ?? [], today))
  const { cells: [row = []], total: all } = safeCounts([changeKinds.map((kind) => changes.filter((one) => one === kind).length)])
  const isHidden = isFew(changes.filter((one) => one !== 'unknown').length)
  const counts = changeKinds.map((change, at) => ({ change, people: isHidden || (withheld && change === 'unknown') ? fewPeople : (row[at] ?? missing('people')) }))
  const total = withheld ? fewPeople : all
  return {
    counts, attended: total,
    why: { term: 'Attended', figure: mapMetric(total, (one) => numberFigure(one)), formula: 'skill-change', note: 'The last assessment up to the day of the first session against the last one after it. It does not say that the course is why.', terms: counts.map(({ change, people }) => ({ term: changeWords[change], figure: mapMetric(people, (one) => numberFigure(one)) })) },
  }
}

export const changeWords: Readonly<Record<ChangeKind, string>> = { rose: 'Higher', same: 'The same', fell: 'Lower', unknown: 'Not assessed before and after' }
