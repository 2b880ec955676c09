import type { Contradiction, ContradictionSeverity, Measure, TellsOf, WitnessElement } from '@throughline/contract/strategy'
import { units, type UnitCode } from '@throughline/engine/kernel'
import type { Tone } from '../ui/tone.ts'

/** How a measure stands against its trajectory. */
export const statusLooks: Readonly<Record<Measure['status'], { readonly words: string; readonly tone: Tone }>> = {
  on_track: { words: 'On track', tone: 'good' },
  at_risk: { words: 'At risk', tone: 'warn' },
  off_track: { words: 'Off track', tone: 'bad' },
  complete: { words: 'Complete', tone: 'done' },
  no_report: { words: 'No report', tone: 'none' },
}

export const directionWords: Readonly<Record<Measure['direction'], string>> = { higher: 'Higher is better', lower: 'Lower is better', range: 'Within a band', maintain: 'Kept at a level' }
export const aggregationWords: Readonly<Record<Measure['aggregation'], string>> = { flow: 'Flow: adds up over time', stock: 'Stock: a level at a date', ratio: 'Ratio: sums are divided', weighted_average: 'Average by weights', min: 'Least of the periods', max: 'Most of the periods', non_additive: 'Does not add up' }
export const frequencyWords: Readonly<Record<Measure['frequency'], string>> = { month: 'Every month', quarter: 'Every quarter', year: 'Every year', ad_hoc: 'Now and then' }
export const horizonWords: Readonly<Record<Measure['horizon'], string>> = { short: 'Short: within a year', mid: 'Mid: one to three years', long: 'Long: beyond three years' }
export const actualStateWords: Readonly<Record<Measure['actuals'][number]['state'], string>> = { provisional: 'provisional', approved: 'approved', restated: 'restated' }

/** The four levels of measures, from the work to how others do. */
export const levelWords: Readonly<Record<Measure['settings']['level'], string>> = { delivery: 'Delivery', kpi: 'Key figure', outcome: 'Outcome', benchmark: 'Benchmark' }

/** What a measure tells of; null where nobody said. */
export const tellsOfWords: Readonly<Record<TellsOf, string>> = { outcome: 'An outcome', output: 'An output', activity: 'An activity' }
export const leadingWords = (leading: boolean): string => (leading ? 'Leading' : 'Lagging')

/** The units a measure may carry, by what they are called. */
export const unitNames: readonly { readonly value: UnitCode; readonly label: string }[] = (Object.keys(units) as UnitCode[]).map((code) => ({
  value: code,
  label: [code.replaceAll('_', ' '), units[code].label ? `(${units[code].label})` : ''].filter(Boolean).join(' '),
}))

/** What stands after a value of the unit; the code itself where the registry does not know it. */
export const unitLabel = (code: string): string => (isUnit(code) ? units[code].label : code)
const isUnit = (code: string): code is UnitCode => Object.hasOwn(units, code)

/** What marks a strategy text that was read from publications rather than entered by the organisation. */
export const ourReading = 'Our reading of published priorities'

/** A contribution in words: −1 works against, 1 serves fully. */
export function contributionWords(contribution: number): string {
  if (contribution < 0) return contribution <= -0.5 ? 'Works strongly against it' : 'Works against it'
  if (contribution === 0) return 'Neither serves nor hurts it'
  return contribution >= 0.75 ? 'Serves it fully' : contribution >= 0.4 ? 'Serves it' : 'Serves it a little'
}

/** How severe a contradiction is. */
export const severityLooks: Readonly<Record<ContradictionSeverity, { readonly words: string; readonly tone: Tone }>> = {
  hard: { words: 'Cannot be met jointly', tone: 'bad' },
  tension: { words: 'Trade-off to manage', tone: 'warn' },
  smell: { words: 'Worth a look', tone: 'none' },
}
export const tensionLooks: Readonly<Record<'due' | 'resolved', { readonly words: string; readonly tone: Tone }>> = { due: { words: 'Review is due', tone: 'warn' }, resolved: { words: 'Resolved', tone: 'done' } }
export const resolutionWords: Readonly<Record<Contradiction['resolutions'][number], string>> = {
  change_target: 'change one of them', sequence_in_time: 'put one after the other', split_scope: 'split the scope', add_compensation: 'add what makes up for it', accept_tension: 'live with it',
}
export const witnessWords: Readonly<Record<WitnessElement['kind'], string>> = { strategy: 'Strategy', objective: 'Objective', measure: 'Measure', target: 'Target', initiative: 'Initiative', influence: 'Causal link', limit: 'Capacity', benefit: 'Benefit', policy: 'Policy', reward: 'Reward', asset: 'Asset' }
/** What stands between the elements that show a contradiction, where there is a word for it. */
export const betweenWords: Readonly<Partial<Record<Contradiction['rule'], string>>> = { 'X-1': 'clashes with', 'X-2': 'pulls against', 'X-4': 'works against', 'X-5': 'and', 'X-6': 'and', 'X-7': 'and', 'X-8': 'is needed by', 'X-11': 'breaks', 'X-13': 'and' }

/** What kind of reason moves a target. */
export const reasonWords = { environment: 'What surrounds us changed', strategy: 'The strategy changed', error: 'A mistake put right', scope: 'It covers something else' } as const
