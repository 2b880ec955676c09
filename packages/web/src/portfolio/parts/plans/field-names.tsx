import { demandRoutes, type CustomField } from '@throughline/contract/demand'
import type { ToldValue } from '@throughline/contract/portfolio'
import { minorDigits, type FiscalCalendar } from '@throughline/engine/kernel'
import { customFieldId, yearFieldLabel } from '@throughline/engine/portfolio'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { plainDecimal, useFormat } from '../../../format/index.ts'
import { useSignedIn } from '../../../people/index.ts'
import { useRead } from '../../../wire/index.ts'
import { fieldWords, valueWordsOf } from './words.ts'

/** What names the fields that are not ours: fiscal years by the calendar, the organisation's own by what they are called. */
export type FieldNames = { readonly calendar: FiscalCalendar; readonly fields: readonly CustomField[] }

const Names = /* @__PURE__ */ createContext<FieldNames>({ calendar: { startMonth: 1, startDay: 1, label: 'start' }, fields: [] })

/** Gives the names to everything in it that tells of fields. */
export const NamedFields = ({ names, children }: { readonly names: FieldNames; readonly children: ReactNode }) => <Names value={names}>{children}</Names>

/** The names of this organisation; for the wiring of a page. */
export function useFieldNames(): FieldNames {
  const calendar = useSignedIn()?.organisation.calendar
  const fields = useRead(demandRoutes.listFields, {})
  return useMemo(() => ({ calendar: calendar ?? { startMonth: 1, startDay: 1, label: 'start' }, fields: fields.state === 'full' ? fields.value : [] }), [calendar, fields])
}

/** How fields and what they hold are said. */
export type PlanWords = { fieldWord(field: string): string; valueWord(field: string, value: ToldValue): string }

export function usePlanWords({ currency, unitName }: { readonly currency: string; unitName(id: string): string }): PlanWords {
  const { calendar, fields } = useContext(Names)
  const format = useFormat()
  const own = (field: string) => fields.find(({ id }) => id === customFieldId(field))
  return {
    fieldWord: (field) => fieldWords[field] ?? yearFieldLabel(field, calendar) ?? own(field)?.name ?? 'Own field',
    valueWord: (field, value) => {
      const form = own(field)
      if (!form || typeof value !== 'string') return valueWordsOf(field, value, { currency, format, unitName })
      if (form.kind === 'money') return `${format.number(Number(plainDecimal(BigInt(value), minorDigits(currency))), 2)} ${currency}`
      return form.kind === 'date' ? format.date(value) : form.unit === null ? value : `${value} ${form.unit}`
    },
  }
}
