import { invariant } from '@throughline/engine/kernel'
import { zipSync } from 'fflate'
import { stringMarkup, stringTable, textMarkup, type Strings } from './cell.ts'
import { declaration, maxCellText, quoted } from './markup.ts'
import { sheetPart, type XlsxSheet } from './sheet.ts'
import { look, stylesPart } from './styles.ts'

/** One line of the sheet that says what a workbook holds: what, as of when, which filters. */
export type XlsxNote = { readonly label: string; readonly text: string }

/** Rows that a sheet of a spreadsheet program holds, its heading included. */
export const sheetRowLimit = 1_048_576

/** A workbook with one sheet for each table and, where there are notes, a last sheet with them. The same input always gives the same bytes. */
export async function writeXlsx(sheets: readonly XlsxSheet[], notes: readonly XlsxNote[] = []): Promise<Uint8Array> {
  invariant(sheets.length > 0, 'a workbook has a sheet')
  invariant(sheets.every((sheet) => sheet.rows.length < sheetRowLimit - 1), 'a sheet holds at most 1,048,576 rows')
  const strings = stringTable()
  const said = [...notes, ...cutNotes(sheets)]
  const names = sheetNames([...sheets.map((sheet) => sheet.name), ...(said.length > 0 ? ['About'] : [])])
  const parts = sheets.map((sheet, at) => sheetPart(sheet, strings, at === 0))
  if (said.length > 0) parts.push(notesPart(said, strings))
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(parts.length),
    '_rels/.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbookPart(names),
    'xl/_rels/workbook.xml.rels': workbookRelations(parts.length),
    'xl/styles.xml': stylesPart(),
    ...Object.fromEntries(parts.map((part, at) => [`xl/worksheets/sheet${at + 1}.xml`, part])),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}" count="${strings.uses()}" uniqueCount="${strings.all().length}">${strings.all().map(stringMarkup).join('')}</sst>`,
  }
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])), { level: 4, mtime: new Date(1980, 0, 1) })
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const contentTypes = (sheets: number): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${numbered(sheets, (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${types}.worksheet+xml"/>`)}` +
  `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`

const workbookPart = (names: readonly string[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${documentRelations}"><bookViews><workbookView/></bookViews><sheets>${names.map((name, at) => `<sheet name="${quoted(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`

const workbookRelations = (sheets: number): string =>
  `${declaration}<Relationships xmlns="${relationships}">${numbered(sheets, (at) => `<Relationship Id="rId${at}" Type="${documentRelations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}` +
  `<Relationship Id="rId${sheets + 1}" Type="${documentRelations}/styles" Target="styles.xml"/><Relationship Id="rId${sheets + 2}" Type="${documentRelations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`

const numbered = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at + 1)).join('')

function notesPart(notes: readonly XlsxNote[], strings: Strings): string {
  const lines = notes.map(({ label, text }, at) => `<row r="${at + 1}">${textMarkup(`A${at + 1}`, label, strings, look.totalText)}${textMarkup(`B${at + 1}`, text, strings, look.prose)}</row>`)
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

/** Says which sheets hold texts that a cell could not take whole. */
const cutNotes = (sheets: readonly XlsxSheet[]): readonly XlsxNote[] => sheets.flatMap((sheet) => {
  const cut = sheet.rows.reduce((sum, row) => sum + row.filter((text) => text.length > maxCellText).length, 0)
  return cut === 0 ? [] : [{ label: 'Cut texts', text: `${cut} texts of sheet '${sheet.name}' are longer than the ${maxCellText} characters that a cell holds and end in '…'. The CSV file has them whole.` }]
})

/** Names that a spreadsheet allows: 31 characters, none of : \ / ? * [ ], no apostrophe at either end, each once whatever the case. */
function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const base = name.replace(/[:\\/?*[\]\p{Cc}]/gu, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31).toWellFormed() || 'Sheet'
    const free = Array.from({ length: wanted.length + 1 }, (_, at) => (at === 0 ? base : `${base.slice(0, 27)} ${at + 1}`)).find((candidate) => !taken.has(candidate.toLowerCase())) ?? base
    taken.add(free.toLowerCase())
    return free
  })
}
