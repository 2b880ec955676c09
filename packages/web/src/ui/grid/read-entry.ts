import { ok, refuse } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import type { CellValue, Column, EntryRefusal } from './column.ts'
import { readDate } from './read-date.ts'
import { readFigure } from './read-figure.ts'
import { yesNoWords } from './show.ts'

/** Reads what was typed or pasted into a cell. Nothing typed means no value. */
export function readCell<Row>(column: Column<Row>, text: string, row: Row, locale: string): Result<CellValue, EntryRefusal> {
  return column.parse ? column.parse(text, row) : readPlain(column, text, locale)
}

/** Reads a text by the kind of column alone. */
export function readPlain<Row>(column: Pick<Column<Row>, 'kind' | 'choices' | 'percent'>, text: string, locale: string): Result<CellValue, EntryRefusal> {
  const entry = text.trim()
  if (entry === '') return ok(null)
  switch (column.kind) {
    case 'text':
      return ok(entry.replace(/\s*\n\s*/g, ' '))
    case 'longText':
      return ok(text.replace(/\s+$/, ''))
    case 'number': {
      const read = readFigure(entry, locale, column.percent)
      return read.ok ? ok(Number(read.value)) : refuse({ message: read.refusal.message })
    }
    case 'date':
      return readDate(entry, locale)
    case 'yesNo':
      return readYesNo(entry)
    case 'choice':
    case 'status': {
      const found = column.choices?.find((choice) => choice.value === entry || choice.label.toLowerCase() === entry.toLowerCase())
      return found ? ok(found.value) : refuse({ message: `“${entry}” is not one of ${(column.choices ?? []).map((choice) => choice.label).join(', ')}.` })
    }
  }
}

/** Yes and no as people and the spreadsheets of several languages write them. */
function readYesNo(entry: string): Result<CellValue, EntryRefusal> {
  const word = entry.toLowerCase()
  if (affirmed.has(word)) return ok(true)
  return denied.has(word) ? ok(false) : refuse({ message: `“${entry}” is neither ${yesNoWords[0].toLowerCase()} nor ${yesNoWords[1].toLowerCase()}.` })
}
const affirmed = new Set(['yes', 'y', 'true', '1', 'x', '✓', 'wahr', 'ja', 'vrai', 'oui', 'sí', 'si', 'verdadero', 'vero'])
const denied = new Set(['no', 'n', 'false', '0', '✗', 'falsch', 'nein', 'faux', 'non', 'falso'])
