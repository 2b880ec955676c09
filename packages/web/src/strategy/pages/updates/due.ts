import type { BatchRow, MeasureRow } from '@throughline/contract/strategy'
import { addDays } from '@throughline/engine/kernel'
import type { AttachedFile } from '../../../ui/controls/AttachFiles.tsx'
import { readNumber } from '../../../ui/read-number.ts'
import { referencesTo } from '../../../value/index.ts'

/** One value that is asked for: of which day, and what was reported last. */
export type Asked = { readonly row: MeasureRow; readonly on: string; readonly last: string | null; readonly standing: 'late' | 'not_due' | 'now_and_then' }
/** What a person entered of it. Only what they touched or confirmed is sent: a prefilled value is no report. */
export type Entered = { readonly value: string | null; readonly on: string; readonly confirmed: boolean; readonly provisional: boolean; readonly note: string; /** Files that show it. */ readonly files: readonly AttachedFile[] }

/** What is asked of a person: what is late first, then what is open, then what is reported now and then. */
export function askedOf(measures: readonly MeasureRow[], accountId: string | undefined, today: string): readonly Asked[] {
  const own = measures.filter(({ reporter }) => accountId !== undefined && reporter?.id === accountId)
  const asked = own.flatMap((row): readonly Asked[] => {
    const last = row.latest?.value ?? null
    if (!row.due) return [{ row, on: today, last, standing: 'now_and_then' }]
    return row.due.standing === 'late' || row.due.standing === 'not_due' ? [{ row, on: addDays(row.due.period.to, -1), last, standing: row.due.standing }] : []
  })
  const order = { late: 0, not_due: 1, now_and_then: 2 }
  return asked.toSorted((a, b) => order[a.standing] - order[b.standing] || (a.row.name < b.row.name ? -1 : 1))
}

export const enteredFrom = ({ last, on }: Asked): Entered => ({ value: last, on, confirmed: false, provisional: false, note: '', files: [] })

/** The rows that are sent: confirmed, and with a value. */
export function rowsToSend(asked: readonly Asked[], entered: ReadonlyMap<string, Entered>): readonly BatchRow[] {
  return asked.flatMap(({ row }) => {
    const mine = entered.get(row.id)
    return mine?.confirmed && mine.value !== null ? [{ measureId: row.id, on: mine.on, value: mine.value, state: mine.provisional ? ('provisional' as const) : ('approved' as const), ...(mine.note.trim() ? { note: mine.note } : {}), ...(mine.files.length > 0 ? { source: referencesTo(mine.files) } : {}) }] : []
  })
}

/** A column of a spreadsheet laid into the values from one row on; what is no number in the locale is left as it was, and counted. */
export function fillDown(text: string, count: number, locale: string): { readonly values: readonly (string | undefined)[]; readonly unread: number } {
  const cells = text.replaceAll('\r', '').replace(/\n$/, '').split('\n').slice(0, count).map((line) => line.split('\t').at(-1)?.trim() ?? '')
  const values = cells.map((cell) => {
    const found = readNumber(cell.replace(/\s*%$/, ''), locale)
    return found.ok ? found.value : undefined
  })
  return { values, unread: cells.filter((cell, at) => cell !== '' && values[at] === undefined).length }
}
