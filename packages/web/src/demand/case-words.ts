import type { BusinessCase, CaseOption, CaseVersion } from '@throughline/contract/demand'
import type { Tone } from '../ui/tone.ts'

/** How a version of a business case stands. */
export const caseLooks: Readonly<Record<CaseVersion['state'], { readonly words: string; readonly tone: Tone }>> = {
  draft: { words: 'Draft', tone: 'none' }, submitted: { words: 'Waits for a decision', tone: 'warn' }, superseded: { words: 'Superseded', tone: 'none' }, approved: { words: 'Approved', tone: 'good' }, returned: { words: 'Returned', tone: 'warn' }, rejected: { words: 'Rejected', tone: 'bad' },
}
export const stageWords: Readonly<Record<BusinessCase['stage'], string>> = { light: 'Light business case', strategic_outline: 'Strategic outline case', outline: 'Outline business case', full: 'Full business case' }
export const frameworkWords: Readonly<Record<BusinessCase['framework'], string>> = { green_book: 'Green Book', commercial: 'Commercial' }
export const optionKindWords: Readonly<Record<CaseOption['kind'], string>> = { do_nothing: 'Do nothing', do_minimum: 'Do minimum', do_something: 'Do something' }
export const flowWords: Readonly<Record<CaseOption['lines'][number]['kind'], string>> = { capital_cost: 'Capital cost', revenue_cost: 'Revenue cost', cashable: 'Cashable benefit', non_cashable: 'Non-cashable benefit', disbenefit: 'Disbenefit' }
/** Words as the choices of a list. */
export const listed = <Key extends string>(words: Readonly<Record<Key, string>>): readonly { readonly value: Key; readonly label: string }[] => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))
