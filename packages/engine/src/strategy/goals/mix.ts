import type { TellsOf } from '../library/facts.ts'

/** Most leading measures of one objective: with more of them nobody sees which one moves it. */
export const mostLeading = 3

/** A measure as it counts among those of its objective; `tellsOf` null where nobody said. */
export type MixedMeasure = { readonly name: string; readonly tellsOf: TellsOf | null; readonly leading: boolean }

export type MixWarning = { readonly code: 'no_outcome' | 'nobody_said' | 'many_leading'; readonly words: string }
/** What the measures of one objective tell of, how many lead, and what is wrong with that; no warning where there is no measure at all. */
export type MeasureMix = { readonly outcome: number; readonly output: number; readonly activity: number; readonly unsaid: number; readonly leading: number; readonly warnings: readonly MixWarning[] }

/**
 * Whether the measures of an objective can tell that it is reached: at least one of an outcome, and at most three leading ones. Where
 * nobody said what some tell of, it is not known whether an outcome is among them, and that is said instead.
 */
export function measureMix(measures: readonly MixedMeasure[]): MeasureMix {
  const of = (wanted: TellsOf | null): number => measures.filter(({ tellsOf }) => tellsOf === wanted).length
  const [outcome, unsaid, leading] = [of('outcome'), of(null), measures.filter((one) => one.leading)]
  const warnings: readonly (MixWarning | false)[] = [
    measures.length > 0 && outcome === 0 && unsaid === 0 && { code: 'no_outcome', words: `Only what is done or yielded is measured, by ${namesOf(measures)}; expected at least 1 measure of an outcome, or nobody can tell what became of it.` },
    outcome === 0 && unsaid > 0 && { code: 'nobody_said', words: `Nobody said whether ${namesOf(measures.filter(({ tellsOf }) => tellsOf === null))} ${unsaid === 1 ? 'tells' : 'tell'} of an outcome, an output or an activity.` },
    leading.length > mostLeading && { code: 'many_leading', words: `Found ${leading.length} leading measures, ${namesOf(leading)}; expected at most ${mostLeading}, or nobody sees which one moves the objective.` },
  ]
  return { outcome, output: of('output'), activity: of('activity'), unsaid, leading: leading.length, warnings: warnings.filter((one) => one !== false) }
}

const namesOf = (measures: readonly MixedMeasure[]): string => measures.map(({ name }) => name).join(', ')
