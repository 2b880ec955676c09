import type { Delimiter } from './delimiter.ts'

/**
 * Delimited text as UTF-8 with CRLF line ends (RFC 4180), with a byte order mark unless told otherwise: Excel needs it.
 * A record of one empty cell is written `""`, not as an empty line.
 * Cells that a spreadsheet would run as a formula are disarmed, see `disarm`.
 */
export function writeCsv(rows: readonly (readonly string[])[], options: { readonly delimiter?: Delimiter; readonly byteOrderMark?: boolean } = {}): Uint8Array {
  const delimiter = options.delimiter ?? ','
  const lines = rows.map((row) => (row.length === 1 && row[0] === '' ? '""' : row.map((cell) => quote(disarm(cell), delimiter)).join(delimiter)))
  const text = lines.map((line) => `${line}\r\n`).join('')
  return new TextEncoder().encode(options.byteOrderMark === false ? text : `\ufeff${text}`)
}

/**
 * The text, led by an apostrophe where a spreadsheet would take it for a formula (OWASP, CSV injection): beginning with = + - @
 * (also in full width), tab or a line break. Plain numbers such as -12.5 or +3 % and lone dashes stay. A text that already
 * has such an apostrophe gets another, so that `rearm` gives back exactly what was written.
 */
export function disarm(text: string): string {
  if (/^'+[=+\-@＝＋－＠\t\r\n]/.test(text)) return `'${text}`
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

/** The text that was disarmed: without the apostrophe in front of what would begin a formula. The value is text, and is never run. */
export const rearm = (text: string): string => (text.startsWith("'") && /^'+[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text)

const plainNumber = /^[+-]?\d[\d,.]*\s?%?$|^-+$/

function quote(text: string, delimiter: string): string {
  return /["\r\n,;\t|]/.test(text) || text.includes(delimiter) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text
}
