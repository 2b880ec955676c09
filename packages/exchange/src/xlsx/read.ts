import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { BeyondLimit, cellCounter, textCell, type Issue, type Refusal, type Sheet } from '../sheet/index.ts'
import { BrokenXml, DeclaresEntities } from '../xml/index.ts'
import { BrokenPart, readDirectory } from '../zip/index.ts'
import { cellMaker, type Workbook } from './cell.ts'
import { foreignContainer, openContainer, type Container } from './container.ts'
import { readRowsOf } from './rows.ts'
import { readStrings } from './strings.ts'
import { readStyles } from './styles.ts'
import { readRelationships, readWorkbook, type ListedSheet } from './workbook.ts'

export type XlsxFile = { readonly sheets: readonly Sheet[]; readonly issues: readonly Issue[] }

/**
 * Reads the visible sheets of a workbook with typed cells, part by part as it is inflated: only the cells are held in memory, and
 * what is beyond the limits is refused before it is. Formulas are not computed, nothing outside the file is looked at.
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<Result<XlsxFile, Refusal>> {
  const parts = readDirectory(bytes, fileName)
  if (!parts.ok) return parts
  const container = openContainer(bytes, parts.value)
  const foreign = foreignContainer(container)
  if (foreign) return refuse({ code: 'UNKNOWN_FORMAT', fileName, looksLike: foreign, saveAs: '.xlsx' })
  try {
    const read = readSheetsOf(container)
    container.checkUnread()
    return ok(read)
  } catch (error) {
    return refuse(refusalOf(error, fileName, container.reading()))
  }
}

/** What stopped the reading, as a refusal; whatever else is thrown is our fault and rises. */
function refusalOf(error: unknown, fileName: string, part: string): Refusal {
  if (error instanceof BeyondLimit) return { code: 'TOO_LARGE', fileName, measure: error.measure, found: error.found, limit: error.limit }
  if (error instanceof DeclaresEntities) return { code: 'XML_ENTITIES', fileName, part }
  if (error instanceof BrokenPart) return { code: 'DAMAGED_ARCHIVE', fileName, reason: error.message }
  if (error instanceof BrokenXml) return { code: 'DAMAGED_ARCHIVE', fileName, reason: `part '${part}' is not XML: ${error.message}` }
  throw error
}

function readSheetsOf(container: Container): XlsxFile {
  const root = readRelationships(container.pieces('_rels/.rels'), '')
  const home = root.find((relation) => relation.type === 'officeDocument' && container.has(relation.path))?.path ?? 'xl/workbook.xml'
  const folder = home.slice(0, home.lastIndexOf('/') + 1)
  const relations = readRelationships(container.pieces(`${folder}_rels/${home.slice(folder.length)}.rels`), folder)
  const { sheets: listed, dates } = readWorkbook(container.pieces(home))
  const partOf = (type: string): Iterable<Uint8Array> => container.pieces(relations.find((relation) => relation.type === type)?.path ?? '')
  const workbook: Workbook = { strings: readStrings(partOf('sharedStrings')).map(textCell), shows: readStyles(partOf('styles')), dates }
  const issues: Issue[] = []
  const count = cellCounter()
  const sheets = listed.flatMap((sheet): readonly Sheet[] => {
    const path = relations.find((relation) => relation.id === sheet.relationship)?.path
    if (path === undefined || !container.has(path)) return []
    if (sheet.hidden) {
      issues.push({ code: 'HIDDEN_SHEET', severity: 'note', place: { sheet: sheet.name }, found: 'a hidden sheet', expected: 'visible sheets', hint: 'Unhide the sheet if it is to be read' })
      return []
    }
    return [readSheet(container, path, sheet, workbook, issues, count)]
  })
  return { sheets, issues: summarised(issues) }
}

function readSheet(container: Container, path: string, { name }: ListedSheet, workbook: Workbook, issues: Issue[], count: (row: number, columns: number) => void): Sheet {
  const { rows, merges } = readRowsOf(container.pieces(path), cellMaker(workbook, name, issues), count)
  return { name, rows, ...(merges.length > 0 ? { merges } : {}) }
}

/** Kinds of issue that a calculated or damaged sheet may have in every cell: beyond 20 they become one line, so that they do not drown what matters. */
function summarised(issues: readonly Issue[]): readonly Issue[] {
  const groups = Map.groupBy(issues, (issue) => `${issue.code} ${issue.place.row === undefined ? 'sheet' : ''}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length <= 20 || first.place.row === undefined) return group
    return [{ ...first, place: { sheet: first.place.sheet }, found: `${group.length} cells, the first ${first.found}` }]
  })
}
