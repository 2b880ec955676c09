/** Most slips that are told of: a file with more is no table. */
export const maxSlips = 10_000

/** A slip of the file's syntax, at a record and cell counted from 1. */
export type Slip = { readonly kind: 'unclosed' | 'after-quote'; readonly row: number; readonly column: number; readonly found: string }

export type Parsed = { readonly records: readonly (readonly string[])[]; readonly slips: readonly Slip[] }

/**
 * Records of delimited text (RFC 4180): quoted cells may hold delimiters, line breaks and doubled quotes.
 * Lines end in CRLF, LF or CR. What the grammar does not allow is kept as text and reported as a slip, never thrown. `count` is told of every record
 * (and of every 1,000 cells of a long one) and may stop the reading.
 */
export function parseDelimited(text: string, delimiter: string, limit = Number.POSITIVE_INFINITY, count: (row: number, columns: number) => void = () => undefined): Parsed {
  const records: string[][] = []
  const slips: Slip[] = []
  let record: string[] = []
  let at = 0
  while (at < text.length && records.length < limit) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter) : plainCell(text, at, delimiter)
    record.push(cell.value)
    if (record.length % 1000 === 0) count(records.length + 1, record.length)
    if (cell.slip && slips.length < maxSlips) slips.push({ kind: cell.slip, row: records.length + 1, column: record.length, found: cell.value.slice(0, 80) })
    const stop = text[cell.end]
    at = cell.end + 1
    if (stop === delimiter) {
      if (at < text.length) continue
      record.push('')
    }
    if (stop === '\r' && text[at] === '\n') at++
    count(records.length + 1, record.length)
    records.push(record)
    record = []
  }
  return { records, slips }
}

type ReadCell = { readonly value: string; readonly end: number; readonly slip?: Slip['kind'] }

function plainCell(text: string, start: number, delimiter: string): ReadCell {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(start, end), end }
}

function quotedCell(text: string, start: number, delimiter: string): ReadCell {
  let from = start + 1
  let doubled = false
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote >= 0 && text[quote + 1] === '"') {
      doubled = true
      from = quote + 2
      continue
    }
    const written = text.slice(start + 1, quote < 0 ? text.length : quote)
    const value = doubled ? written.replaceAll('""', '"') : written
    if (quote < 0) return { value, end: text.length, slip: 'unclosed' }
    const rest = plainCell(text, quote + 1, delimiter)
    return rest.value.trim() === '' ? { value, end: rest.end } : { value: value + rest.value, end: rest.end, slip: 'after-quote' }
  }
}
