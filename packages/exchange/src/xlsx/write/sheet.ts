import { columnLetters } from '../../sheet/index.ts'
import { cellMarkup, textMarkup, typedValue, type Strings, type XlsxKind } from './cell.ts'
import { declaration, quoted } from './markup.ts'
import { look } from './styles.ts'
import { sumOf } from './sum.ts'

/** A column with its heading. `sum`: the row of totals adds it up. */
export type XlsxColumn = { readonly label: string; readonly kind: XlsxKind; readonly sum?: boolean }

/** One sheet of a workbook to write; cells are texts (numbers without grouping, dates `YYYY-MM-DD`, percentages as 12.5), '' for none. */
export type XlsxSheet = { readonly name: string; readonly columns: readonly XlsxColumn[]; readonly rows: readonly (readonly string[])[] }

/** The part of a sheet (ECMA-376, 18.3.1): heading frozen and filtered, columns as wide as what they hold, a row of totals where columns are summed. */
export function sheetPart({ columns, rows }: XlsxSheet, strings: Strings, first: boolean): string {
  const letters = columns.map((_, at) => columnLetters(at + 1))
  const lines = rows.map((row, at) => {
    const cells = columns.map((column, index) => cellMarkup(`${letters[index] ?? ''}${at + 2}`, row[index] ?? '', column.kind, strings))
    return `<row r="${at + 2}">${cells.join('')}</row>`
  })
  const heading = columns.map((column, at) => textMarkup(`${letters[at] ?? ''}1`, column.label, strings, look.heading)).join('')
  const total = columns.some((column) => column.sum) && rows.length > 0 ? totalRow(columns, letters, rows, strings) : ''
  const widths = columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column, rows, at)}" customWidth="1"/>`).join('')
  const range = `A1:${letters.at(-1) ?? 'A'}${rows.length + 1}`
  return (
    `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:${letters.at(-1) ?? 'A'}${rows.length + (total === '' ? 1 : 2)}"/>` +
    `<sheetViews><sheetView ${first ? 'tabSelected="1" ' : ''}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
    `${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData><row r="1">${heading}</row>${lines.join('')}${total}</sheetData>${columns.length === 0 ? '' : `<autoFilter ref="${quoted(range)}"/>`}</worksheet>`
  )
}

/** Sums of what a filter leaves visible (SUBTOTAL 109), with the sum of all as stored result. A column whose numbers a float does not hold is summed here, as text. */
function totalRow(columns: readonly XlsxColumn[], letters: readonly string[], rows: readonly (readonly string[])[], strings: Strings): string {
  const line = rows.length + 2
  const label = columns.findIndex((column) => !column.sum)
  const cells = columns.map((column, at) => {
    const [letter = '', reference] = [letters[at], `${letters[at] ?? ''}${line}`]
    if (!column.sum) return at === label ? textMarkup(reference, 'Total', strings, look.totalText) : ''
    const texts = rows.map((row) => row[at] ?? '').filter((text) => text !== '')
    const result = typedValue(sumOf(texts), column.kind)
    const style = column.kind === 'money' ? look.totalMoney : column.kind === 'percent' ? look.totalPercent : look.totalNumber
    const exact = result !== undefined && texts.every((text) => typedValue(text, column.kind) !== undefined || !/^-?\d/.test(text))
    return exact ? `<c r="${reference}" s="${style}"><f>SUBTOTAL(109,${letter}2:${letter}${line - 1})</f><v>${result}</v></c>` : textMarkup(reference, sumOf(texts), strings, look.totalText)
  })
  return `<row r="${line}">${cells.join('')}</row>`
}

/** Characters that the first rows need, from 8 to 60. */
function widthOf(column: XlsxColumn, rows: readonly (readonly string[])[], at: number): number {
  const grouping = column.kind === 'money' ? 1.4 : 1
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, Math.min(60, (row[at] ?? '').length * grouping)), Math.min(30, column.label.length))
  return Math.min(60, Math.max(8, Math.ceil(longest) + 2))
}
