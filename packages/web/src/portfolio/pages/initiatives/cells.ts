import type { CellChange as SentCell, InitiativeRow } from '@throughline/contract/demand'
import { parseDecimal, ok, refuse, type Result } from '@throughline/engine/kernel'
import { ratingLooks, scaleWords } from '../../../format/index.ts'
import type { CellChange, CellValue, EntryRefusal } from '../../../ui/grid/index.ts'
import type { InitiativeColumn } from './columns.ts'

/** What a cell sends for a value: text as the wire has it, null for nothing; or why it cannot be meant. */
export function textOf(column: InitiativeColumn, value: CellValue, row: Pick<InitiativeRow, 'rating'>): Result<string | null, EntryRefusal> {
  if (!column.editable) return refuse({ message: `${column.label} is computed and cannot be entered.` })
  if (typeof value === 'boolean') return ok(value ? 'yes' : 'no')
  const text = value === null || String(value).trim() === '' ? null : String(value).trim()
  if (text === null) return column.key in needed ? refuse({ message: `An initiative has ${needed[column.key]}.` }) : ok(null)
  if (column.minorDigits !== undefined) return amount(text, column.minorDigits)
  return column.key === 'rating' ? rating(text, row) : ok(text)
}

/** What no initiative is without. */
const needed: Readonly<Record<string, string>> = { name: 'a name', state: 'a state', kind: 'a kind' }

/** Exact to the minor unit. */
function amount(text: string, digits: number): Result<string, EntryRefusal> {
  const minor = parseDecimal(text, digits)
  return minor === undefined ? refuse({ message: `Found ${text}; expected an amount such as 12.5.` }) : ok(minor.toString())
}

/** A rating stays on the scale on which it was given. */
function rating(level: string, { rating: before }: Pick<InitiativeRow, 'rating'>): Result<string, EntryRefusal> {
  if (before?.scale !== 'three_point' || !level.startsWith('amber_')) return ok(level)
  return refuse({ message: `It is rated on the ${scaleWords.three_point}, which has no ${ratingLooks[level as keyof typeof ratingLooks].words}.` })
}

/** A cell whose value somebody else changed while this person was writing another. */
export type Conflict = { readonly change: CellChange; readonly row: InitiativeRow; readonly column: InitiativeColumn; readonly theirs: CellValue; readonly told: string }
/** What becomes of the cells of one act before anything is sent. */
export type Sorted = { readonly send: readonly { readonly change: CellChange; readonly cell: SentCell }[]; readonly conflicts: readonly Conflict[]; readonly refused: readonly { readonly change: CellChange; readonly message: string }[] }

/**
 * Sorts cells into those that can be sent, on the version of their row as it is known now, those whose value is no longer what the
 * person saw, and those that cannot be meant.
 */
export function sortCells(changes: readonly CellChange[], columns: ReadonlyMap<string, InitiativeColumn>, rowOf: (key: string) => InitiativeRow | undefined, told: (row: InitiativeRow) => string = () => ''): Sorted {
  const send: { change: CellChange; cell: SentCell }[] = []
  const conflicts: Conflict[] = []
  const refused: { change: CellChange; message: string }[] = []
  for (const change of changes) {
    const [column, row] = [columns.get(change.column), rowOf(change.key)]
    if (!column || !row) {
      refused.push({ change, message: row ? 'There is no such column any more.' : 'The initiative is not there any more.' })
      continue
    }
    const locked = column.locked?.(row)
    if (locked !== undefined) {
      refused.push({ change, message: `${locked}.` })
      continue
    }
    const text = textOf(column, change.value, row)
    if (!text.ok) refused.push({ change, message: text.refusal.message })
    else if (!same(column.get(row), change.before) && !same(column.get(row), change.value)) conflicts.push({ change, row, column, theirs: column.get(row), told: told(row) })
    else send.push({ change, cell: { id: row.id, version: row.version, field: change.column, value: text.value } })
  }
  return { send, conflicts, refused }
}

/** Whether two cells show the same; numbers may come as text. */
const same = (one: CellValue, other: CellValue): boolean => one === other || (one !== null && other !== null && String(one) === String(other))
