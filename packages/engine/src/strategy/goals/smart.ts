import { addDays, type CivilDate, type FiscalCalendar } from '../../kernel/index.ts'
import type { MeasureDefinition } from '../measure/facts.ts'
import { periodHolding } from '../measure/periods.ts'

/** A goal as it was written, with the fields that say what its words only claim. */
export type Goal = {
  readonly statement: string
  readonly owner: string | null
  readonly corporate: boolean
  readonly parent: 'in_force' | 'retired' | null
  readonly deadline: CivilDate | null
  readonly horizonEnd: CivilDate | null
  readonly measure: {
    readonly unit: string | null
    readonly source: string
    readonly baseline: number | null
    readonly baselineOn: CivilDate | null
    readonly target: number | null
    /** How often it is taken: a deadline is met on a day on which it is. */
    readonly frequency: 'month' | 'quarter' | 'year' | 'ad_hoc'
    /** Least and greatest that was reached before, here or elsewhere; null where nothing is known. */
    readonly reached: { readonly least: number; readonly greatest: number } | null
    /** Why a target outside that range can be reached. */
    readonly rationale: string
  } | null
}

export type SmartLetter = 'specific' | 'measurable' | 'attainable' | 'relevant' | 'timed'
/** A verdict: passed, or what is missing, each a sentence for the one who mends it. */
export type SmartVerdict = { readonly letter: SmartLetter; readonly passed: boolean; readonly reasons: readonly string[] }

/** The five verdicts on a goal (Doran 1981), by its fields; the words of the statement only need to be a sentence. */
export function checkSmart(goal: Goal, calendar: FiscalCalendar): readonly SmartVerdict[] {
  const verdict = (letter: SmartLetter, reasons: readonly (string | false)[]): SmartVerdict => {
    const found = reasons.filter((reason) => reason !== false)
    return { letter, passed: found.length === 0, reasons: found }
  }
  const words = goal.statement.trim().split(/\s+/).filter((word) => /\p{L}/u.test(word)).length
  return [
    verdict('specific', [words < 3 && `The statement has ${words} words; a verb, what it is done to, and how far need at least 3.`, !goal.owner && 'Nobody owns it.']),
    verdict('measurable', measurable(goal)),
    verdict('attainable', attainable(goal)),
    verdict('relevant', [!goal.corporate && goal.parent === null && 'It serves no objective above it.', goal.parent === 'retired' && 'The objective that it serves is retired.']),
    verdict('timed', timed(goal, calendar)),
  ]
}

const measurable = ({ measure }: Goal): readonly string[] => (measure ? measureLacks(measure).map(({ words }) => words) : ['It has no measure.'])

/** What a measure lacks to be measurable at all, each in a sentence. */
export function measureLacks({ unit, baseline, baselineOn, target, source }: NonNullable<Goal['measure']>): readonly { readonly code: 'no_unit' | 'no_baseline' | 'baseline_undated' | 'no_target' | 'no_source'; readonly words: string }[] {
  return [
    ...(unit ? [] : [{ code: 'no_unit', words: 'The measure has no unit.' } as const]),
    ...(baseline === null ? [{ code: 'no_baseline', words: 'The measure has no baseline.' } as const] : baselineOn === null ? [{ code: 'baseline_undated', words: 'The baseline has no date.' } as const] : []),
    ...(target === null ? [{ code: 'no_target', words: 'The measure has no target.' } as const] : []),
    ...(source.trim() === '' ? [{ code: 'no_source', words: 'Nobody said where the figures come from.' } as const] : []),
  ]
}

function attainable({ measure }: Goal): readonly (string | false)[] {
  if (!measure || measure.target === null) return ['Without a target nobody can say whether it can be reached.']
  if (measure.rationale.trim() !== '') return []
  if (!measure.reached) return ['Nothing is known of what was reached before, and nobody gave a reason.']
  const { least, greatest } = measure.reached
  return [(measure.target < least || measure.target > greatest) && `The target ${measure.target} lies outside what was reached before, ${least} to ${greatest}, and nobody gave a reason.`]
}

function timed({ deadline, horizonEnd, measure }: Goal, calendar: FiscalCalendar): readonly (string | false)[] {
  if (deadline === null) return ['It has no deadline.']
  return [
    horizonEnd !== null && deadline > horizonEnd && `The deadline ${deadline} lies after the end of the strategy, ${horizonEnd}.`,
    measure !== null && !takenOn(deadline, measure.frequency, calendar) && `The measure is taken each ${periodNames[measure.frequency]}, and ${deadline} is not the end of one.`,
  ]
}

const periodNames = { month: 'month', quarter: 'quarter', year: 'fiscal year', ad_hoc: 'day' } as const

/** Whether a day is the last of a month, or of a quarter or year of the organisation’s calendar, as measures are reported; what is taken at no fixed time is taken on any day. */
const takenOn = (date: CivilDate, frequency: MeasureDefinition['frequency'], calendar: FiscalCalendar): boolean => periodHolding(frequency, calendar, date).to === addDays(date, 1)
