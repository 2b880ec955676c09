import { ok } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import type { CellValue, Column, EntryRefusal } from '../column.ts'
import { dateOfSerial } from '../read-date.ts'
import { readCell } from '../read-entry.ts'
import { readHtmlTable } from './html-table.ts'
import { readTsv } from './tsv.ts'

/** A value that came with its type, so that no locale stands between: numbers as plain decimal text, dates as ISO civil dates. */
export type Typed = { readonly kind: 'number' | 'date' | 'code' | 'yesNo'; readonly value: string }
/** A copied cell: the words shown, and the value behind them where it came along. */
export type BlockCell = { readonly text: string; readonly typed?: Typed }
export type Block = readonly (readonly BlockCell[])[]

/** The cells on the clipboard: from the table where there is one, which keeps types, else from the text. */
export function readBlock({ html, text }: { readonly html: string; readonly text: string }): Block {
  return (html ? readHtmlTable(html) : undefined) ?? readTsv(text).map((row) => row.map((cell) => ({ text: cell })))
}

/** Reads a copied cell into a column: by its type where the column has the same, else by its words. */
export function readBlockCell<Row>(column: Column<Row>, { text, typed }: BlockCell, row: Row, locale: string): Result<CellValue, EntryRefusal> {
  if (!column.parse && typed) {
    const value = typedFor(column, typed)
    if (value !== undefined) return ok(value)
  }
  return readCell(column, text, row, locale)
}

function typedFor<Row>({ kind, choices }: Column<Row>, typed: Typed): CellValue | undefined {
  switch (typed.kind) {
    case 'number':
      return kind === 'number' ? Number(typed.value) : kind === 'date' ? dateOfSerial(Number(typed.value)) : undefined
    case 'date':
      return kind === 'date' ? typed.value : undefined
    case 'code':
      return choices?.some((choice) => choice.value === typed.value) ? typed.value : undefined
    case 'yesNo':
      return kind === 'yesNo' ? typed.value === 'true' : undefined
  }
}
