import { addDays, type CivilDate } from '../../kernel/index.ts'
import type { reportDue } from '../measure/series.ts'
import { measureMix, type MixedMeasure } from './mix.ts'
import { measureLacks, type Goal } from './smart.ts'

/** Least share of the weight that each perspective of a balanced scorecard holds; Throughline's own, of Kaplan and Norton's four. */
export const leastPerspectiveShare = 0.15

/** Something that is wrong with a scorecard, in a sentence for the one who mends it. */
export type CardWarning = { readonly code: string; readonly words: string }

/** A perspective with the weight of its objectives, in any unit, and how many measures they have. */
export type CardPerspective = { readonly id: string; readonly weight: number; readonly measures: number }

/**
 * Which perspectives keep a scorecard from being balanced: one without any measure, and one that holds less than 15 % of the weight. Where
 * nobody has weighed anything no share is too small. By the id of the perspective, without those in order.
 */
export function balanceWarnings(perspectives: readonly CardPerspective[]): ReadonlyMap<string, readonly CardWarning[]> {
  const whole = perspectives.reduce((sum, { weight }) => sum + weight, 0)
  const found = perspectives.map(({ id, weight, measures }) => {
    const share = whole === 0 ? undefined : weight / whole
    const warnings: readonly (CardWarning | false)[] = [
      measures === 0 && { code: 'unmeasured', words: 'Nothing measures it.' },
      share !== undefined && share < leastPerspectiveShare - 1e-9 && { code: 'weighs_little', words: `It holds ${Number((share * 100).toFixed(2))}% of the weight; expected at least ${leastPerspectiveShare * 100}%, or the scorecard leans to the others.` },
    ]
    return [id, warnings.filter((one) => one !== false)] as const
  })
  return new Map(found.filter(([, warnings]) => warnings.length > 0))
}

/** What is wrong with the measures of an objective as a whole: there are none, or they cannot tell that it is reached. */
export const objectiveWarnings = (measures: readonly MixedMeasure[]): readonly CardWarning[] => (measures.length === 0 ? [{ code: 'unmeasured', words: 'Nothing measures it.' }] : measureMix(measures).warnings)

/** A measure as a scorecard judges it; `due` is how its last report stands, `dueOn` the day it was due, `sameAs` the names of measures of the same definition. */
export type CardMeasure = { readonly measure: NonNullable<Goal['measure']>; readonly owner: string | null; readonly everMeasured: boolean; readonly due: ReturnType<typeof reportDue>; readonly dueAfterDays: number; readonly sameAs: readonly string[] }

/** What keeps a measure from telling anything: what it lacks as it was agreed, nobody who owns it, a report that is late, and a second measure of the same fact. */
export function measureWarnings({ measure, owner, everMeasured, due, dueAfterDays, sameAs }: CardMeasure): readonly CardWarning[] {
  const lastDay = (to: CivilDate): CivilDate => addDays(to, -1)
  return [
    ...measureLacks(measure),
    ...(owner === null ? [{ code: 'no_owner', words: 'Nobody owns it.' }] : []),
    ...(due?.standing === 'late' ? [{ code: 'late', words: `Its report up to ${lastDay(due.period.to)} was due on ${addDays(due.period.to, dueAfterDays)}${everMeasured ? '' : ', and nothing was ever measured'}.` }] : []),
    ...(sameAs.length > 0 ? [{ code: 'same_measure', words: `It is the same by definition as ${sameAs.join(', ')}: one fact, whose movement is counted once.` }] : []),
  ]
}
