import type { MeasureEnd, MeasurePoint, MeasureRow } from '@throughline/contract/strategy'
import type { Format } from '../format/index.ts'
import type { Tone } from '../ui/tone.ts'
import { unitLabel } from './words.ts'

/** The addresses of the pages of measures. */
export const measurePlaces = { library: '/strategy/library', fitting: (objectiveId: string) => `/strategy/goals/${encodeURIComponent(objectiveId)}`, list: '/strategy/measures', scorecard: '/strategy/measures?view=scorecard', updates: '/strategy/updates', measure: (id: string) => `/strategy/measures/${id}` } as const

/** A value with its unit: 78%, 14.7 GW, 20,951. */
export function valueText(format: Format, unit: string, value: number, digits?: number): string {
  const label = unitLabel(unit)
  const text = format.number(Number(value.toPrecision(12)), digits)
  return label === '' ? text : label === '%' ? `${text}%` : `${text} ${label}`
}

/** A figure between measured ones, to four digits: 273,992.52 dwellings are 274,000. The explanation has all of them. */
export const roughText = (format: Format, unit: string, value: number): string => valueText(format, unit, Number(value.toPrecision(4)))

export const dueLooks: Readonly<Record<NonNullable<MeasureRow['due']>['standing'], { readonly words: string; readonly tone: Tone }>> = {
  known: { words: 'Reported', tone: 'good' }, carried: { words: 'Carried forward', tone: 'warn' }, not_due: { words: 'Not due yet', tone: 'none' }, late: { words: 'Late', tone: 'warn' },
}

type Signal = NonNullable<MeasurePoint['signal']>
export const ruleWords: Readonly<Record<Signal['rule'], string>> = { outside_limits: 'Outside the limits', trend: 'Seven in one direction', two_of_three: 'Two of three near a limit', one_side: 'Seven on one side of the mean' }
export const readingLooks: Readonly<Record<Signal['reading'], { readonly words: string; readonly tone: Tone }>> = { improvement: { words: 'Improvement', tone: 'good' }, concern: { words: 'Concern', tone: 'bad' }, neutral: { words: 'Change', tone: 'none' } }
export const signalWords = (signal: Signal): string => `${readingLooks[signal.reading].words}: ${ruleWords[signal.rule].toLowerCase()}`

export const endWords: Readonly<Record<MeasureEnd['end'], string>> = { month: 'Month', quarter: 'Quarter', year: 'Year' }
export const placeWords: Readonly<Record<NonNullable<MeasureRow['against']>['place'], string>> = {
  better_quarter: 'In the better quarter', above_median: 'Better than the median', below_median: 'Worse than the median', worse_quarter: 'In the worse quarter', no_actual: 'Not measured', no_verdict: 'Neither way is better',
}
export const assuranceWords = {
  consistently_passes: 'The process as it is meets the target on every usual day.', consistently_fails: 'The process as it is cannot reach the target: something has to change.', inconsistent: 'The target lies within what is usual: it will be met at times and missed at times.', no_verdict: 'There is no target to judge by.',
} as const
export const partWords = { volume: 'More or less of it', price: 'Prices', mix: 'Another mix', joint: 'Price and volume together', rate: 'Rates of the groups' } as const
/** The period from a first to the day before a last one. */
export const periodWords = (format: Format, { from, to }: { readonly from: string; readonly to: string }): string => `${format.date(from)} – ${format.date(dayBefore(to))}`
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
