import { unreachable } from '@throughline/engine/kernel'

/** Why a file, or a portfolio in it, cannot be read at all. */
export type Refusal =
  | { readonly code: 'EMPTY_FILE'; readonly fileName: string }
  | { readonly code: 'BINARY_FILE'; readonly fileName: string; readonly offset: number; readonly byte: number }
  | { readonly code: 'UNKNOWN_FORMAT'; readonly fileName: string; readonly looksLike: string; readonly saveAs: string }
  | { readonly code: 'TRUNCATED_ARCHIVE'; readonly fileName: string; readonly bytes: number }
  | { readonly code: 'DAMAGED_ARCHIVE'; readonly fileName: string; readonly reason: string }
  | { readonly code: 'ENCRYPTED_FILE'; readonly fileName: string }
  | { readonly code: 'TOO_LARGE'; readonly fileName: string; readonly measure: 'bytes' | 'inflated bytes' | 'parts' | 'rows' | 'columns' | 'cells'; readonly found: number; readonly limit: number }
  | { readonly code: 'XML_ENTITIES'; readonly fileName: string; readonly part: string }
  | { readonly code: 'NO_TABLE'; readonly sheets: readonly string[] }
  | { readonly code: 'SHEET_NOT_FOUND'; readonly sheetName: string; readonly sheets: readonly string[] }
  | { readonly code: 'NO_NAME_COLUMN'; readonly sheet: string; readonly headers: readonly string[] }
  | { readonly code: 'MAPPING_DOES_NOT_FIT'; readonly sheet: string; readonly column: number; readonly columns: number }
  | { readonly code: 'UNKNOWN_FIELD'; readonly field: string; readonly column: number; readonly header: string; readonly fields: readonly string[] }
  | { readonly code: 'HEADING_WITHOUT_YEAR'; readonly column: number; readonly header: string }
export type RefusalCode = Refusal['code']

/** The refusal in words: what, which file, found, expected, what to try. */
export function describeRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'EMPTY_FILE':
      return `${refusal.fileName} is empty: found 0 characters, expected a table with a header row.`
    case 'BINARY_FILE':
      return `${refusal.fileName} is not a text file: found byte 0x${refusal.byte.toString(16).padStart(2, '0')} at position ${refusal.offset + 1}. Expected a CSV or XLSX file.`
    case 'UNKNOWN_FORMAT':
      return `${refusal.fileName} looks like ${refusal.looksLike}, which is not read. Open it in your spreadsheet program and save it as ${refusal.saveAs}.`
    case 'TRUNCATED_ARCHIVE':
      return `${refusal.fileName} ends too early: found ${refusal.bytes} bytes without the directory that closes an XLSX file. Download or copy it again.`
    case 'DAMAGED_ARCHIVE':
      return `${refusal.fileName} is damaged: ${refusal.reason}. Open it in your spreadsheet program and save it again as .xlsx.`
    case 'ENCRYPTED_FILE':
      return `${refusal.fileName} is protected by a password. Remove the password and try again.`
    case 'TOO_LARGE':
      return `${refusal.fileName} is too large: found ${refusal.measure.endsWith('bytes') || refusal.measure === 'parts' ? '' : 'at least '}${refusal.found} ${refusal.measure}, expected at most ${refusal.limit}. Split it or remove what is not part of the portfolio.`
    case 'XML_ENTITIES':
      return `${refusal.fileName} declares XML entities in ${refusal.part}, which a spreadsheet never needs. Save it again as .xlsx in your spreadsheet program.`
    case 'NO_TABLE':
      return `No table was found in ${refusal.sheets.map((name) => `'${name}'`).join(', ') || 'the file'}: expected a row of headings with rows of projects below it.`
    case 'SHEET_NOT_FOUND':
      return `There is no sheet '${refusal.sheetName}'. Found: ${refusal.sheets.map((name) => `'${name}'`).join(', ')}.`
    case 'NO_NAME_COLUMN':
      return `No column of sheet '${refusal.sheet}' gives the names of the projects. Found: ${refusal.headers.map((header) => `'${header}'`).join(', ')}. Say which column holds them.`
    case 'MAPPING_DOES_NOT_FIT':
      return `The mapping names column ${refusal.column} of sheet '${refusal.sheet}', which has ${refusal.columns} columns.`
    case 'UNKNOWN_FIELD':
      return `Column ${refusal.column} ('${refusal.header}') cannot be read as '${refusal.field}': there is no such field. Expected one of ${refusal.fields.join(', ')}.`
    case 'HEADING_WITHOUT_YEAR':
      return `Column ${refusal.column} cannot be read as amounts of one year: its heading '${refusal.header}' does not name one. Expected a heading such as '2024-25 cost'.`
    default:
      return unreachable(refusal)
  }
}
