import type { ApartAmount, PlanLine, PlanPart } from '@throughline/contract/value'
import { addDays } from '@throughline/engine/kernel'
import { planKinds, planKindWords, planStages, planStageWords } from '@throughline/engine/value'
import type { useFormat } from '../../../format/index.ts'
import type { Tone } from '../../../ui/tone.ts'
import { unitWords } from '../../amounts.ts'

export const planWords = {
  title: 'Business plan',
  note: 'What the plan moves, and how much of it has a benefit behind it',
  emptyTitle: 'The business plan has no line yet',
  emptyWhy: 'Write down its lines (revenue, cost, capital expenditure, headcount) with baseline and planned amount, then link the benefits that are to deliver them.',
  noSuchLine: 'The line that was looked for is not in the business plan: somebody removed it, or it was not there yet.',
} as const

export const kindChoices = planKinds.map((value) => ({ value, label: planKindWords[value] }))
export const stageChoices = planStages.map((key) => ({ key, label: planStageWords(key) }))
export const kindWord = (kind: PlanLine['kind']): string => planKindWords[kind]

export const standings: Readonly<Record<PlanPart['standing'], { readonly tone: Tone; readonly word: string }>> = {
  covered: { tone: 'good', word: 'Covered' }, partly_covered: { tone: 'warn', word: 'Partly covered' }, uncovered: { tone: 'bad', word: 'No delivery vehicle' }, over_covered: { tone: 'warn', word: 'Claims more than the plan' }, no_ambition: { tone: 'none', word: 'Nothing to deliver' }, unknown: { tone: 'none', word: 'No baseline' },
}

const apartWords: Readonly<Record<ApartAmount['because'], string>> = { other_unit: 'counted in another unit', other_period: 'lies in no one period of the line', step_on_the_way: 'a step on the way, in no total', initiative_removed: 'its initiative was removed: nobody delivers it' }
/** What is not added up, and why: `Hours: 12 hour in 2027-10, counted in another unit`. */
export const apartText = ({ benefit, amount, unit, from, to, because }: ApartAmount, amountText: (amount: string, unit: string) => string, format: ReturnType<typeof useFormat>): string => `${benefit}: ${amountText(amount, unit)}, ${daysText({ from, to }, format)}, ${apartWords[because]}`

/** The days of a period, the last one included. */
export const daysText = ({ from, to }: { readonly from: string; readonly to: string }, format: ReturnType<typeof useFormat>): string => `${format.date(from)} to ${format.date(addDays(to, -1))}`

/** What a line is called where several are listed. */
export const lineText = ({ name, kind, unit, department }: Pick<PlanLine, 'name' | 'kind' | 'unit' | 'department'>): string => `${name} (${[kindWord(kind).toLowerCase(), department, unitWords(unit)].filter(Boolean).join(', ')})`
