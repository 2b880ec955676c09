import type { Balances, Benefit, LedgerMeasure, Reconciliation, Register } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Session } from '@throughline/contract/people'
import { formatDecimal, minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import type { LedgerActs } from './use-ledger-acts.ts'

/** A line of a form: of a value period or an initiative, with what was typed; what of it is declined, where that is asked. */
export type LineEntered = { readonly of: string; readonly amount: string | null; readonly declined: string | null }
/** What stands in a form. */
export type Entered = { readonly text: Readonly<Record<string, string>>; readonly on: Readonly<Record<string, boolean>>; readonly lines: readonly LineEntered[] }
export const blank: Entered = { text: {}, on: {}, lines: [] }

export type Choice = { readonly value: string; readonly label: string }
type Labelled = { readonly key: string; readonly label: string; readonly hint?: string; readonly required?: boolean; /** Seldom needed: it stands folded away. */ readonly rare?: boolean }
/** A field. `amount` is in whole units of account of `unit`; `place` is one of the periods in which something stands on an account, with that amount. */
export type Field =
  | (Labelled & { readonly kind: 'text' | 'area' | 'check' })
  | (Labelled & { readonly kind: 'amount'; readonly unit: string })
  | (Labelled & { readonly kind: 'number'; readonly unit?: string; readonly min?: number; readonly max?: number })
  | (Labelled & { readonly kind: 'select'; readonly options: readonly Choice[] })
  | (Labelled & { readonly kind: 'place'; readonly code: Static<typeof Balances>[number]['account']['code']; readonly unit: string })
  /** What is left of the pool in the period that was chosen: shown, and taken into the amount. */
  | (Labelled & { readonly kind: 'pool'; readonly unit: string; readonly initiativeId: string })
  | (Labelled & { readonly kind: 'lines'; readonly of: 'periods' | 'initiatives'; readonly unit: string; readonly declined?: boolean })

/** What forms choose from, and what stands on the accounts of the benefit that one is about. */
export type Setting = {
  readonly register: Register
  readonly balances: Static<typeof Balances>
  /** What the measure of the benefit moved, period by period, and what is left of it. */
  readonly pools: readonly Reconciliation[]
  readonly initiatives: readonly Choice[]
  /** Looks for initiatives by name where there are more than are listed. */
  findInitiatives?(text: string): void
  readonly people: readonly Choice[]
  readonly measures: readonly Choice[]
  readonly currency: string
}

/** What an act is about. */
export type Subject = { readonly benefit?: Benefit; readonly measure?: LedgerMeasure }
/** An act as a form: who may do it, what it asks, what it begins with, and how it is sent. */
export type ActForm = {
  readonly key: string
  readonly label: string
  /** What the act does and what it needs, for the head of the dialog. */
  readonly about: string
  readonly right: Session['may'][number]
  readonly tone?: 'danger'
  /** Files show it: they are attached to the benefit and named in its evidence. */
  readonly files?: true
  fields(setting: Setting, subject: Subject): readonly Field[]
  start?(setting: Setting, subject: Subject): Entered
  send(acts: LedgerActs, entered: Entered, setting: Setting, subject: Subject): Promise<Result<unknown, Problem>>
}

const digitsOf = (unit: string): number => (unit.includes('.') ? minorDigits(unit.split('.')[0] ?? '') : 0)
/** Whole units of account as typed, as least units: `1234.5` GBP.cash → `123450`; undefined where it is no number. */
export const leastOf = (typed: string | null | undefined, unit: string): string | undefined => (typed === null || typed === undefined || typed === '' ? undefined : parseDecimal(typed, digitsOf(unit))?.toString())
/** Least units as they are typed: the way back. */
export const typedOf = (least: string, unit: string): string => formatDecimal(BigInt(least), digitsOf(unit))
/** Percent as typed, in millionths of the whole. */
export const millionthsOf = (typed: string | null | undefined): number | undefined => (typed === null || typed === undefined || typed === '' ? undefined : Math.round(Number(typed) * 10_000))

/** What stands in a form, with the files that were attached named in its evidence, after what it says or what was looked at. */
export const naming = (entered: Entered, references: string): Entered => (references === '' ? entered : { ...entered, text: { ...entered.text, evidence: [entered.text['evidence'] ?? entered.text['sample'] ?? '', references].join(' ').trim() } })

/** What is still to be entered before a form can be sent, in the order of its fields; undefined where nothing is. */
export function missingIn(fields: readonly Field[], { text, lines }: Entered): string | undefined {
  const open = fields.find((field) => {
    if (field.kind === 'lines') return field.required === true && (lines.length === 0 || lines.some(({ of, amount }) => of === '' || leastOf(amount, field.unit) === undefined))
    if (field.kind === 'amount') return field.required === true && leastOf(text[field.key], field.unit) === undefined
    return field.required === true && field.kind !== 'check' && (text[field.key] ?? '').trim() === ''
  })
  return open && `Enter: ${open.label.toLowerCase()}`
}

/** A text that was entered as a part of a request, or nothing. */
export const given = <K extends string>(key: K, text: string | undefined): Partial<Record<K, string>> => (text === undefined || text.trim() === '' ? {} : ({ [key]: text.trim() } as Partial<Record<K, string>>))
/** In a closed period an act is a prior-period adjustment, and says so. */
export const adjusting = ({ register }: Setting, period: string | undefined): { readonly adjusts?: true } => (register.periods.find(({ code }) => code === period)?.state === 'closed' ? { adjusts: true } : {})
/** The lines of a form by value period, in least units. */
export const linesIn = ({ lines }: Entered, unit: string) => lines.map(({ of, amount }) => ({ period: of, amount: leastOf(amount, unit) ?? '0' }))
/** Lines that begin with what stands on an account, period by period. */
export const standing = ({ balances }: Setting, code: string, unit: string): readonly LineEntered[] => balances.filter(({ account }) => account.code === code && account.unit === unit).map(({ account, amount }) => ({ of: account.period, amount: typedOf(amount, unit), declined: null }))
export const periodChoices = ({ register }: Setting, which: 'all' | 'over' = 'all'): readonly Choice[] => register.periods.filter(({ over }) => which === 'all' || over).map(({ code, name, state }) => ({ value: code, label: state === 'closed' ? `${name}, closed` : name }))
