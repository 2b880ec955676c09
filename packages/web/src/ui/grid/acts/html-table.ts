import { dayNumber, isCivilDate } from '@throughline/engine/kernel'
import { dateOfSerial } from '../read-date.ts'
import type { Block, BlockCell, Typed } from './block.ts'

/**
 * Cells as an HTML table: `data-kind` and `data-value` for grids like this one, `x:num` for Excel and `sdval` for LibreOffice
 * so that numbers and dates stay what they are whatever the locale, and text as text, so that `001` and `=A1` stay as they stand.
 */
export function writeHtmlTable(block: Block): string {
  const rows = block.map((row) => `<tr>${row.map(writeCell).join('')}</tr>`)
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table data-grid="1">${rows.join('')}</table><!--EndFragment--></body></html>`
}

function writeCell({ text, typed }: BlockCell): string {
  return `<td${typed ? typeMarks(typed) : ` style='mso-number-format:"\\@"'`}>${writeText(text)}</td>`
}

function typeMarks({ kind, value }: Typed): string {
  const marks = ` data-kind="${kind}" data-value="${writeText(value)}"`
  if (kind === 'number') return `${marks} x:num="${value}" sdval="${value}" sdnum="1033;"`
  if (kind !== 'date' || !isCivilDate(value)) return marks
  const serial = dayNumber(value) - dayNumber('1899-12-30')
  return `${marks} x:num="${serial}" sdval="${serial}" sdnum="1033;0;YYYY-MM-DD" style='mso-number-format:"yyyy\\-mm\\-dd"'`
}

const writeText = (text: string): string => text.replaceAll('\u0000', '').replace(/[&<>"\t\n\r]/g, (sign) => signs[sign] ?? `&#${sign.charCodeAt(0)};`)
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' }

/** The cells of the first table in copied HTML; undefined where there is none. Reads tables of Excel, LibreOffice, web pages and this grid. */
export function readHtmlTable(html: string): Block | undefined {
  const plain = html.replace(/<!--[\s\S]*?-->|<(style|script|head)\b[\s\S]*?<\/\1\s*>/gi, '')
  const table = /<table\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)<\/table\s*>/i.exec(plain)
  if (!table) return undefined
  const ours = /\bdata-grid\b/.test(table[1] ?? '')
  const rows: BlockCell[][] = []
  const spans = new Map<number, number>()
  for (const [, inner = ''] of (table[2] ?? '').matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/tr\s*>|$)/gi)) {
    const row: BlockCell[] = []
    for (const [, marks = '', content = ''] of inner.matchAll(/<t[dh]\b((?:"[^"]*"|'[^']*'|[^>"'])*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]\s*>|$)/gi)) {
      passSpans(row, spans)
      const [across, down] = [spanOf(marks, 'colspan'), spanOf(marks, 'rowspan')]
      const typed = typedOf(marks)
      row.push({ text: ours ? exactText(content) : looseText(content), ...(typed ? { typed } : {}) })
      for (let more = 1; more < across; more++) row.push({ text: '' })
      if (down > 1) for (let at = row.length - across; at < row.length; at++) spans.set(at, down)
    }
    passSpans(row, spans)
    for (const [at, left] of spans) {
      if (left > 1) spans.set(at, left - 1)
      else spans.delete(at)
    }
    rows.push(row)
  }
  return rows.length > 0 ? rows : undefined
}

/** Empty cells where one of an earlier row reaches down into this one. */
function passSpans(row: BlockCell[], spans: ReadonlyMap<number, number>): void {
  while (spans.has(row.length)) row.push({ text: '' })
}

const markOf = (marks: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(marks)
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : undefined
}
const spanOf = (marks: string, name: string): number => Math.max(1, Math.min(1_000, Number(markOf(marks, name) ?? 1) || 1))

const kinds: readonly string[] = ['number', 'date', 'code', 'yesNo'] satisfies readonly Typed['kind'][]
const isKind = (text: string | undefined): text is Typed['kind'] => text !== undefined && kinds.includes(text)

function typedOf(marks: string): Typed | undefined {
  const [kind, value] = [markOf(marks, 'data-kind'), markOf(marks, 'data-value')]
  if (isKind(kind) && value !== undefined) return { kind, value }
  const number = markOf(marks, 'x:num') ?? markOf(marks, 'sdval')
  if (number === undefined || !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(number)) return undefined
  const date = /[dy]{2}|mm?[-/.]/i.test(markOf(marks, 'sdnum')?.split(';')[2] ?? '') ? dateOfSerial(Number(number)) : undefined
  return date === undefined ? { kind: 'number', value: number } : { kind: 'date', value: date }
}

/** As this grid wrote it: every space and line break meant. */
const exactText = (content: string): string => decoded(content.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, ''))

/** As a page shows it: runs of white space are one blank, paragraphs and breaks end a line. */
const looseText = (content: string): string =>
  decoded(content.replace(/\s+/g, ' ').replace(/ ?<br\b[^>]*> ?/gi, '\n').replace(/ ?<\/(p|div|li)\s*> ?(?=.)/gi, '\n').replace(/<[^>]*>/g, '')).replaceAll('\u00a0', ' ').trim()

const decoded = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', euro: '€', pound: '£', yen: '¥', minus: '−', ndash: '–', mdash: '—', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', hellip: '…', bull: '•', deg: '°' }
