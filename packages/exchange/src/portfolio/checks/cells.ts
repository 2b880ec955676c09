import type { Issue, IssueCode, Place } from '../../sheet/index.ts'
import type { DraftRow } from '../draft.ts'
import { fieldKeys, fieldOf, type FieldKey } from '../fields.ts'
import type { FieldKind } from '../reading.ts'

/** Cells that were not understood: their text is kept, no figure is taken from it. */
export function unreadableCells(rows: readonly DraftRow[]): readonly Issue[] {
  return rows.flatMap((row) => fieldKeys.flatMap((field) => {
    const reading = row.cells[field]
    return reading?.status === 'unreadable' ? [unreadable(field, reading.place, reading.asPublished)] : []
  }))
}

function unreadable(field: FieldKey, place: Place, found: string): Issue {
  const words = expectation[fieldOf(field).kind]
  const severity = words.code === 'UNREADABLE_NUMBER' ? 'note' : 'warning'
  return { code: words.code, severity, place, found, expected: words.expected }
}

const number = { code: 'UNREADABLE_NUMBER', expected: 'a number' } as const
const expectation: Readonly<Record<FieldKind, { readonly code: IssueCode; readonly expected: string }>> = {
  money: { code: 'UNREADABLE_AMOUNT', expected: 'an amount such as 1,234.5, a range, an exemption or nothing' },
  date: { code: 'UNREADABLE_DATE', expected: 'a date such as 2025-03-31 or 31/03/2025, a range, an exemption or nothing' },
  rating: { code: 'UNREADABLE_RATING', expected: 'Green, Amber/Green, Amber, Amber/Red, Red, an exemption or nothing' },
  number, percent: number, text: number, narrative: number, tags: number,
}
