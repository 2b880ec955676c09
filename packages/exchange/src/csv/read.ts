import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { sheetName, textCell, type Issue, type Refusal, type Sheet } from '../sheet/index.ts'
import { decodeText, type Encoding } from './decode.ts'
import { detectDelimiter, type Delimiter } from './delimiter.ts'
import { parseDelimited, type Slip } from './parse.ts'

/** Most cells that a file may have; a portfolio of 10,000 projects and 60 columns has 600,000. */
export const maxCells = 5_000_000

export type CsvFile = { readonly sheet: Sheet; readonly encoding: Encoding; readonly delimiter: Delimiter; readonly issues: readonly Issue[] }

/** Reads delimited text: encoding and delimiter are found from the bytes; nothing in the cells is changed but NULs left out. */
export function readCsv(bytes: Uint8Array, fileName: string, delimiter?: Delimiter): Result<CsvFile, Refusal> {
  const decoded = decodeText(bytes, fileName)
  if (!decoded.ok) return decoded
  const { encoding } = decoded.value
  const text = decoded.value.text.replaceAll('\0', '')
  const used = delimiter ?? detectDelimiter(text)
  const { records, slips } = parseDelimited(text, used)
  const cells = records.reduce((sum, record) => sum + record.length, 0)
  if (cells > maxCells) return refuse({ code: 'TOO_LARGE', fileName, measure: 'cells', found: cells, limit: maxCells })
  const sheet: Sheet = { name: sheetName(fileName), rows: records.map((record) => record.map(textCell)) }
  const nuls = decoded.value.text.length - text.length
  const issues = [...nulIssue(sheet.name, nuls), ...controlIssue(sheet.name, text), ...slips.map((slip) => slipIssue(sheet.name, slip))]
  return ok({ sheet, encoding, delimiter: used, issues })
}

function nulIssue(sheet: string, count: number): readonly Issue[] {
  if (count === 0) return []
  return [{ code: 'NUL_CHARACTERS', severity: 'warning', place: { sheet }, found: `${count} NUL characters`, expected: 'text without NUL characters' }]
}

/** Bytes that Windows-1252 leaves undefined become control characters: usually the remains of another encoding. */
function controlIssue(sheet: string, text: string): readonly Issue[] {
  const odd = text.match(/[\u0080-\u009f\ufffd]/g)
  if (!odd) return []
  const hint = 'Save the file as UTF-8 from its source if names look wrong'
  return [{ code: 'UNDECODABLE_BYTES', severity: 'note', place: { sheet }, found: `${odd.length} such bytes`, expected: 'one encoding throughout', hint }]
}

function slipIssue(sheet: string, slip: Slip): Issue {
  const place = { sheet, row: slip.row, column: slip.column }
  if (slip.kind === 'unclosed') {
    return { code: 'UNCLOSED_QUOTE', severity: 'error', place, found: slip.found, expected: 'a closing quote', hint: 'Rows after this cell were swallowed by it' }
  }
  return { code: 'TEXT_AFTER_QUOTE', severity: 'warning', place, found: slip.found, expected: 'a delimiter after the closing quote' }
}
