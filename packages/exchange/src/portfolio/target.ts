import type { CivilDate, Money } from '@throughline/engine/kernel'
import { fieldKeys, type FieldKey } from './fields.ts'
import type { Reading } from './reading.ts'

/** A column of amounts of one year, which its heading names. */
export const yearKeys = ['year:cost', 'year:benefits'] as const
export type YearKey = (typeof yearKeys)[number]

/** A column that the user keeps as it is: `custom:` and its heading. */
export type CustomKey = `custom:${string}`

/** What a column may be read as. */
export type Target = FieldKey | YearKey | CustomKey

/** What the cells of a custom field are. */
export const customKinds = ['text', 'number', 'date', 'money', 'yes_no'] as const
export type CustomKind = (typeof customKinds)[number]

/** A kind with the reading that belongs to it. */
export type CustomRead =
  | { readonly kind: 'text'; readonly reading: Reading<string> }
  | { readonly kind: 'number'; readonly reading: Reading<number> }
  | { readonly kind: 'date'; readonly reading: Reading<CivilDate> }
  | { readonly kind: 'money'; readonly reading: Reading<Money> }
  | { readonly kind: 'yes_no'; readonly reading: Reading<boolean> }

/** Longest heading that a custom field's key repeats. */
export const customNameLimit = 120

/** The key under which a column is kept as it is. customKey(' Region  of work ') → 'custom:Region of work' */
export const customKey = (header: string): CustomKey => `custom:${header.replace(/\s+/g, ' ').trim().slice(0, customNameLimit).toWellFormed()}`

/** What may be named for a column, for messages. */
export const targetsNamed: readonly string[] = [...fieldKeys, ...yearKeys, 'custom:<name>']

export const isFieldKey = (text: string): text is FieldKey => (fieldKeys as readonly string[]).includes(text)
export const isYearKey = (text: string): text is YearKey => (yearKeys as readonly string[]).includes(text)
export const isCustomKey = (text: string): text is CustomKey => text.startsWith('custom:') && text.length > 'custom:'.length
export const isTarget = (text: string): text is Target => isFieldKey(text) || isYearKey(text) || isCustomKey(text)
