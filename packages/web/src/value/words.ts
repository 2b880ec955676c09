import type { ValueBook, ValueEntry } from '@throughline/contract/value'

/** What kind of money a book holds; the kinds are different units and are never added. */
export const cashClassWords: Readonly<Record<ValueBook['unit']['cashClass'], string>> = {
  cash_releasing: 'Cash-releasing benefits',
  non_cash_releasing: 'Benefits that release no cash',
  na: 'Benefits, cash class not stated',
}
export const cashClasses = ['cash_releasing', 'non_cash_releasing', 'na'] as const

export const entryKindWords: Readonly<Record<ValueEntry['kind'], string>> = { promised: 'Promised', forecast: 'Forecast', realised: 'Realised' }
export const entryKinds = ['promised', 'forecast', 'realised'] as const

/** What kind of evidence each kind of entry asks for. */
export const evidenceHints: Readonly<Record<ValueEntry['kind'], string>> = {
  promised: 'Where it was promised: the business case, its page, its date.',
  forecast: 'Who expects it now, and on which grounds.',
  realised: 'What was measured, by whom, against which baseline. A hope is not evidence.',
}

/** In the place of an amount that the reader’s rights do not include. */
export const withheldWords = 'Withheld'
