import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { BeyondLimit, capIssues, cellCounter, emptyCell, maxColumns, sheetName, textCell, type Issue, type Refusal, type Sheet } from '../sheet/index.ts'
import { decodeText, type Encoding } from './decode.ts'
import { detectDelimiter, type Delimiter } from './delimiter.ts'
import { rearm } from './write.ts'
import { parseDelimited, type Parsed, type Slip } from './parse.ts'

export type CsvFile = { readonly sheet: Sheet; readonly encoding: Encoding; readonly encodingBecause: string; readonly delimiter: Delimiter; readonly issues: readonly Issue[] }

/** Reads delimited text: encoding and delimiter are found from the bytes; nothing in the cells is changed but NULs left out, and the apostrophe with which `disarm` keeps a text from being run. */
export function readCsv(bytes: Uint8Array, fileName: string, delimiter?: Delimiter): Result<CsvFile, Refusal> {
  const decoded = decodeText(bytes, fileName)
  if (!decoded.ok) return decoded
  const { encoding, because } = decoded.value
  const text = decoded.value.text.replaceAll('\0', '')
  const used = delimiter ?? detectDelimiter(text)
  const parsed = parseWithinLimits(text, used)
  if (parsed instanceof BeyondLimit) return refuse({ code: 'TOO_LARGE', fileName, measure: parsed.measure, found: parsed.found, limit: parsed.limit })
  const { records, slips } = parsed
  const sheet: Sheet = { name: sheetName(fileName), rows: records.map((record) => record.map((cell) => (cell === '' ? emptyCell : textCell(rearm(cell))))) }
  const nuls = decoded.value.text.length - text.length
  const issues = capIssues([...nulIssue(sheet.name, nuls), ...controlIssue(sheet.name, text), ...slips.map((slip) => slipIssue(sheet.name, slip))])
  return ok({ sheet, encoding, encodingBecause: because, delimiter: used, issues })
}

/** The records, or the limit at which the reading was stopped. A long cell does not count: its bytes are bounded by the file's. */
function parseWithinLimits(text: string, delimiter: Delimiter): Parsed | BeyondLimit {
  const total = cellCounter()
  let row = 0
  try {
    return parseDelimited(text, delimiter, Number.POSITIVE_INFINITY, (number, columns) => {
      if (columns > maxColumns) throw new BeyondLimit('columns', columns, maxColumns)
      if (number > row) total(number, columns)
      row = number
    })
  } catch (error) {
    if (error instanceof BeyondLimit) return error
    throw error
  }
}

function nulIssue(sheet: string, count: number): readonly Issue[] {
  if (count === 0) return []
  return [{ code: 'NUL_CHARACTERS', severity: 'warning', place: { sheet }, found: `${count} NUL characters`, expected: 'text without NUL characters' }]
}

/** Bytes that Windows-1252 leaves undefined become control characters: usually the remains of another encoding. */
function controlIssue(sheet: string, text: string): readonly Issue[] {
  let odd = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 0x80 && code <= 0x9f) || code === 0xfffd) odd++
  }
  if (odd === 0) return []
  const hint = 'Save the file as UTF-8 from its source if names look wrong'
  return [{ code: 'UNDECODABLE_BYTES', severity: 'note', place: { sheet }, found: `${odd} such bytes`, expected: 'one encoding throughout', hint }]
}

function slipIssue(sheet: string, slip: Slip): Issue {
  const place = { sheet, row: slip.row, column: slip.column }
  if (slip.kind === 'unclosed') {
    return { code: 'UNCLOSED_QUOTE', severity: 'error', place, found: slip.found, expected: 'a closing quote', hint: 'Rows after this cell were swallowed by it' }
  }
  return { code: 'TEXT_AFTER_QUOTE', severity: 'warning', place, found: slip.found, expected: 'a delimiter after the closing quote' }
}
