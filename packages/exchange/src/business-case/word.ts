import { zipSync } from 'fflate'
import type { CaseDocument, DocumentTable } from './document.ts'

/** The media type and ending of what `caseWord` makes. */
export const wordFormat = { ending: '.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const

/**
 * A business case as a document of a word processor (ECMA-376, WordprocessingML) on A4: headings of its own levels, tables with rows of
 * headings that repeat on every page. No macro, no picture, nothing fetched; the same case always gives the same bytes.
 */
export function caseWord(document: CaseDocument): Uint8Array {
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes, '_rels/.rels': packageRelations, 'docProps/core.xml': properties(document.title), 'word/document.xml': mainPart(document), 'word/styles.xml': stylesPart,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`,
  }
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])), { level: 4, mtime: new Date(1980, 0, 1) })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const coreType = 'application/vnd.openxmlformats-package.core-properties+xml'
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="${coreType}"/></Types>`
const packageRelations = `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
const properties = (title: string): string => `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text(title)}</dc:title></cp:coreProperties>`

/** What XML 1.0 cannot hold is left out: a word processor would call the whole file broken. */
const text = (value: string): string => value.toWellFormed().replaceAll(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Style = 'Title' | 'Heading1' | 'Heading2' | 'Caption' | 'Quiet' | 'Ready' | 'NotReady' | 'Cell' | 'ListParagraph'
const run = (value: string, bold = false): string => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${value.split('\n').map((line) => `<w:t xml:space="preserve">${text(line)}</w:t>`).join('<w:br/>')}</w:r>`
const paragraph = (value: string, style?: Style, { bold = false, right = false } = {}): string => `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${right ? '<w:jc w:val="right"/>' : ''}</w:pPr>${value === '' ? '' : run(value, bold)}</w:p>`
const entry = (value: string): string => paragraph(`•  ${value}`, 'ListParagraph')

/** Twentieths of a point that a page is wide between its margins. */
const pageWidth = 9864
const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>`).join('')}</w:tblBorders>`
const tableOf = (columns: number, rows: string): string => `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${borders}</w:tblPr><w:tblGrid>${`<w:gridCol w:w="${Math.floor(pageWidth / columns)}"/>`.repeat(columns)}</w:tblGrid>${rows}</w:tbl>`
const cell = (content: string): string => `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${content}</w:tc>`
const row = (cells: string, heading = false): string => `<w:tr><w:trPr><w:cantSplit/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`

function table({ caption, columns, rows, words = [] }: DocumentTable): string {
  if (rows.length === 0 || columns.length === 0) return ''
  const right = (at: number): boolean => at !== 0 && !words.includes(at)
  const cells = (values: readonly string[], bold: (at: number) => boolean): string => columns.map((_, at) => cell(paragraph(values[at] ?? '', 'Cell', { bold: bold(at), right: right(at) }))).join('')
  return paragraph(caption, 'Caption') + tableOf(columns.length, row(cells(columns, () => true), true) + rows.map((values) => row(cells(values, (at) => at === 0))).join('')) + paragraph('')
}

function mainPart({ title, subtitle, facts, missing, ready, sections, footer }: CaseDocument): string {
  const known = facts.length === 0 ? '' : tableOf(2, facts.map(([name, value]) => row(cell(paragraph(name, 'Cell', { bold: true })) + cell(paragraph(value, 'Cell')))).join('')) + paragraph('')
  const standing = missing.length === 0 ? paragraph(ready, 'Ready') : paragraph(`Not ready: ${missing.length === 1 ? 'one thing is' : `${missing.length} things are`} missing`, 'NotReady', { bold: true }) + missing.map(entry).join('')
  const body = sections.map((section) => paragraph(section.title, 'Heading1') + paragraph(section.asks, 'Quiet')
    + section.paragraphs.map((one) => paragraph(one.title, 'Heading2') + (one.text.trim() === '' ? paragraph('Nobody has written it.', 'Quiet') : paragraph(one.text.trim()))).join('')
    + section.tables.map(table).join('') + section.lists.filter(({ entries }) => entries.length > 0).map((one) => paragraph(one.title, 'Heading2') + one.entries.map(entry).join('')).join('')).join('')
  return `${declaration}<w:document xmlns:w="${main}"><w:body>${paragraph(title, 'Title')}${paragraph(subtitle, 'Quiet')}${known}${standing}${body}${paragraph(footer, 'Quiet')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:right="1021" w:bottom="1021" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

type Look = { readonly name: string; readonly size?: number; readonly colour?: string; readonly bold?: true; readonly paragraph?: string }
const style = (id: Style, { name, size, colour, bold, paragraph: of = '' }: Look): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${of}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}${colour ? `<w:color w:val="${colour}"/>` : ''}${size ? `<w:sz w:val="${size}"/>` : ''}</w:rPr></w:style>`
const framed = (colour: string): string => `<w:pBdr>${['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="12" w:space="4" w:color="${colour}"/>`).join('')}</w:pBdr>`
const heading = (level: number): string => `<w:keepNext/><w:spacing w:before="${level === 0 ? 320 : 200}" w:after="60"/><w:outlineLvl w:val="${level}"/>`
const stylesPart = `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  style('Title', { name: 'Title', size: 40, bold: true }), style('Heading1', { name: 'heading 1', size: 30, bold: true, paragraph: heading(0) }), style('Heading2', { name: 'heading 2', size: 24, bold: true, paragraph: heading(1) }),
  style('Caption', { name: 'caption', size: 20, bold: true, paragraph: '<w:keepNext/><w:spacing w:before="160" w:after="60"/>' }), style('Quiet', { name: 'Quiet', colour: '555555' }), style('Ready', { name: 'Ready', paragraph: framed('1C6B2A') }), style('NotReady', { name: 'Not ready', paragraph: framed('9C1C1C') }),
  style('Cell', { name: 'Cell', size: 17, paragraph: '<w:spacing w:before="20" w:after="20"/>' }), style('ListParagraph', { name: 'List Paragraph', paragraph: '<w:ind w:left="360" w:hanging="240"/>' }),
].join('')}</w:styles>`
