import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { matchRows, readPortfolio } from '../portfolio/index.ts'
import { describeRefusal, maxCells, maxColumns, maxRows } from '../sheet/index.ts'
import { writeCsv } from '../csv/index.ts'
import { writeXlsx } from '../xlsx/index.ts'
import { maxInflatedBytes, maxParts } from '../zip/index.ts'
import { collectBytes, maxFileBytes, readSheets, recognise, refuseBySize } from './index.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const workbook = () => writeXlsx([{ name: 'Plan', columns: [{ label: 'Name', kind: 'text' }, { label: 'Cost (£m)', kind: 'number' }, { label: 'End date', kind: 'date' }], rows: [['Alpha', '1', '2026-03-31'], ['Beta', '2', '2027-03-31']] }])

/** The workbook with parts changed, added or (undefined) left out. */
async function workbookWith(change: (parts: Readonly<Record<string, string>>) => Readonly<Record<string, string | Uint8Array | undefined>>): Promise<Uint8Array> {
  const parts = unzipSync(await workbook())
  const texts = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]))
  const changed: Readonly<Record<string, string | Uint8Array | undefined>> = { ...texts, ...change(texts) }
  return zipSync(Object.fromEntries(Object.entries(changed).flatMap(([path, part]) => (part === undefined ? [] : [[path, typeof part === 'string' ? strToU8(part) : part]]))))
}
const sheet = 'xl/worksheets/sheet1.xml'
const withSheet = (change: (xml: string) => string) => workbookWith((parts) => ({ [sheet]: change(parts[sheet] ?? '') }))

async function outcome(bytes: Uint8Array, fileName = 'plan.xlsx'): Promise<unknown> {
  const file = await readSheets(bytes, fileName)
  if (file.ok) return { read: file.value.sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell.text))), codes: file.value.issues.map(({ code }) => code) }
  expect(describeRefusal(file.refusal)).toContain(fileName)
  return file.refusal
}

describe('size', () => {
  it('is refused by name before the file is held', async () => {
    expect(refuseBySize(200 * 1024 * 1024, 'big.csv')).toEqual({ code: 'TOO_LARGE', fileName: 'big.csv', measure: 'bytes', found: 209_715_200, limit: maxFileBytes })
    let given = 0
    const pieces = function* (): Generator<Uint8Array> {
      const piece = new Uint8Array(1024 * 1024)
      for (; given < 200; given++) yield piece
    }
    expect(await collectBytes(pieces(), 'big.csv')).toMatchObject({ refusal: { code: 'TOO_LARGE', measure: 'bytes', limit: maxFileBytes } })
    expect(given).toBe(maxFileBytes / 1024 / 1024)
    expect(await collectBytes([text('a'), text('b')], 'small.csv')).toEqual({ ok: true, value: text('ab') })
  })
  it('of a million rows is refused, with what was found and what is read', async () => {
    expect(await outcome(text(`Name,Cost\n${'A,1\n'.repeat(1_000_000)}`), 'million.csv')).toEqual({ code: 'TOO_LARGE', fileName: 'million.csv', measure: 'rows', found: maxRows + 1, limit: maxRows })
    const rows = Array.from({ length: maxRows + 1 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join('')
    expect(await outcome(await withSheet((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`)))).toMatchObject({ code: 'TOO_LARGE', measure: 'rows', found: maxRows + 1 })
  })
  it('of 100,000 columns is refused', async () => {
    expect(await outcome(text(`${'a,'.repeat(100_000)}\n1`), 'wide.csv')).toMatchObject({ code: 'TOO_LARGE', measure: 'columns', limit: maxColumns })
    expect(await outcome(await withSheet((xml) => xml.replace('r="B2"', 'r="XFD2"')))).toMatchObject({ code: 'TOO_LARGE', measure: 'columns', found: 16_384 })
  })
  it('in cells is refused, blank ones included', async () => {
    const rows = Array.from({ length: 1300 }, (_, at) => `<row r="${at + 1}"><c r="EZZ${at + 1}"><v>1</v></c></row>`).join('')
    expect(await outcome(await withSheet((xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`)))).toMatchObject({ code: 'TOO_LARGE', measure: 'cells', limit: maxCells })
  })
  it('that a sheet claims is not believed', async () => {
    expect(await outcome(await withSheet((xml) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')))).toMatchObject({ read: [[['Name', 'Cost (£m)', 'End date'], ['Alpha', '1', '2026-03-31'], ['Beta', '2', '2027-03-31']]] })
    expect(await outcome(await withSheet((xml) => xml.replace('</sheetData>', '<row r="1048576" ht="12"><c r="A1048576" s="2"/></row></sheetData>')))).toHaveProperty('read')
  })
})

describe('containers', () => {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset)
  const directory = (bytes: Uint8Array): number => view(bytes).getUint32(bytes.length - 22 + 16, true)

  it('that explode are refused by what they claim, and by what they are', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(8_000_000), 'xl/worksheets/sheet1.xml': new Uint8Array(8_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(20_000)
    const claims = bomb.slice()
    view(claims).setUint32(directory(claims) + 24, maxInflatedBytes, true)
    expect(await outcome(claims)).toMatchObject({ code: 'TOO_LARGE', measure: 'inflated bytes', limit: maxInflatedBytes })
    const lies = bomb.slice()
    view(lies).setUint32(directory(lies) + 24, 100, true)
    expect(await outcome(lies)).toMatchObject({ code: 'DAMAGED_ARCHIVE', reason: expect.stringContaining('larger than its directory says') })
  })
  it('whose parts overlap are refused', async () => {
    const bytes = (await workbook()).slice()
    const first = directory(bytes)
    const second = first + 46 + view(bytes).getUint16(first + 28, true)
    view(bytes).setUint32(second + 42, view(bytes).getUint32(first + 42, true), true)
    expect(await outcome(bytes)).toMatchObject({ code: 'DAMAGED_ARCHIVE', reason: expect.stringContaining('lies inside another') })
  })
  it('that hold containers are read for their own parts only', async () => {
    expect(await outcome(await workbookWith(() => ({ 'xl/embeddings/inner.zip': zipSync({ 'xl/workbook.xml': new Uint8Array(1_000_000) }), 'xl/media/image1.png': new Uint8Array(500) })))).toHaveProperty('read')
  })
  it('with a wrong checksum, a part twice or too many parts are refused', async () => {
    const bytes = (await workbook()).slice()
    const at = directory(bytes)
    view(bytes).setUint32(at + 16, 1, true)
    expect(await outcome(bytes)).toMatchObject({ code: 'DAMAGED_ARCHIVE' })
    expect(await outcome(zipSync({ 'xl/workbook.xml': text('<a/>'), 'XL/Workbook.xml': text('<a/>') }))).toMatchObject({ reason: expect.stringContaining('twice') })
    expect(await outcome(zipSync(Object.fromEntries(Array.from({ length: maxParts + 1 }, (_, part) => [`p${part}`, new Uint8Array()])), { level: 0 }))).toMatchObject({ code: 'TOO_LARGE', measure: 'parts', limit: maxParts })
  })
})

describe('XML', () => {
  const far = `<!--${' '.repeat(100_000)}-->`
  it.each([
    ['at the beginning of a sheet', sheet, (xml: string) => xml.replace('<worksheet', '<!DOCTYPE w [<!ENTITY a "b">]><worksheet')],
    ['far into a sheet', sheet, (xml: string) => xml.replace('</sheetData>', `</sheetData>${far}<!ENTITY a SYSTEM "file:///etc/passwd">`)],
    ['far into the strings', 'xl/sharedStrings.xml', (xml: string) => xml.replace('</sst>', `${far}<!DOCTYPE x></sst>`)],
    ['in the relationships', '_rels/.rels', (xml: string) => xml.replace('<Relationships', '<!DOCTYPE x [<!ENTITY % d SYSTEM "http://x">]><Relationships')],
    ['in a part that is not read', 'xl/theme/theme1.xml', () => `<a>${far}<!DOCTYPE x></a>`],
    ['far into a sheet that the workbook does not list', 'xl/worksheets/sheet9.xml', () => `<worksheet><sheetData/>${far}<!ENTITY x "y"></worksheet>`],
    ['in UTF-16', 'docProps/app.xml', () => [...`<a/>${far}<!ENTITY x "y">`].map((char) => `${char}\0`).join('')],
  ])('with entities %s is refused', async (_, part, change) => {
    expect(await outcome(await workbookWith((parts) => ({ [part]: change(parts[part] ?? '') })))).toMatchObject({ code: 'XML_ENTITIES', part })
  })
  it('may speak of a DOCTYPE in a cell', async () => {
    expect(await outcome(await workbookWith((parts) => ({ 'xl/sharedStrings.xml': (parts['xl/sharedStrings.xml'] ?? '').replace('Alpha', '&lt;!DOCTYPE x&gt; &unknown; <![CDATA[<!ENTITY>]]>') })))).toMatchObject({ read: [[expect.anything(), ['<!DOCTYPE x> &unknown; <!ENTITY>', '1', '2026-03-31'], expect.anything()]] })
  })
  it('with relationships that point outside is read without them', async () => {
    const relations = 'xl/_rels/workbook.xml.rels'
    const bytes = await workbookWith((parts) => ({ [relations]: (parts[relations] ?? '').replace('</Relationships>', '<Relationship Id="rId99" Type="x/externalLink" Target="http://127.0.0.1:9/evil.xml" TargetMode="External"/><Relationship Id="rId98" Type="x/sharedStrings" Target="../../../../etc/passwd"/></Relationships>') }))
    expect(await outcome(bytes)).toHaveProperty('read')
  })
  it('that breaks off, or has a tag without end, is refused', async () => {
    expect(await outcome(await withSheet((xml) => xml.slice(0, 400)))).toMatchObject({ code: 'DAMAGED_ARCHIVE' })
    expect(await outcome(await withSheet((xml) => xml.replace('<sheetData>', `<sheetData ${'a="" '.repeat(400_000)}`)))).toMatchObject({ code: 'DAMAGED_ARCHIVE', reason: expect.stringContaining('is longer than') })
  })
})

describe('cells', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', "=cmd|'/c calc'!A1"])('beginning like a formula are texts: %j', async (value) => {
    expect(await outcome(writeCsv([['Name', 'Note'], ['A', value]]), 'f.csv')).toMatchObject({ read: [[['Name', 'Note'], ['A', value]]] })
    const written = await writeXlsx([{ name: 'S', columns: [{ label: 'Name', kind: 'number' }], rows: [[value]] }])
    expect(strFromU8(unzipSync(written)[sheet] ?? new Uint8Array())).not.toContain('<f>')
    expect(await outcome(written)).toMatchObject({ read: [[['Name'], [value]]] })
  })
  it('that point to strings that are not there are reported', async () => {
    expect(await outcome(await withSheet((xml) => xml.replace(/(<c r="A2" t="s"><v>)\d+/, '$1999')))).toMatchObject({ read: [[expect.anything(), ['', '1', '2026-03-31'], expect.anything()]], codes: ['STRING_MISSING'] })
  })
  it.each([
    ['before March 1900', '<c r="C2" s="4"><v>59</v></c>', '', '1900-02-28'], ['on the day that never was', '<c r="C2" s="4"><v>60</v></c>', '', '60'], ['on the first of March', '<c r="C2" s="4"><v>61</v></c>', '', '1900-03-01'],
    ['below zero', '<c r="C2" s="4"><v>-5</v></c>', '', '-5'], ['beyond 9999', '<c r="C2" s="4"><v>2958466</v></c>', '', '2958466'], ['counted from 1904', '<c r="C2" s="4"><v>0</v></c>', 'date1904="1"', '1904-01-01'],
    ['with a time', '<c r="C2" s="4"><v>45747.75</v></c>', '', '2025-03-31 18:00:00'], ['as ISO text', '<c r="C2" t="d"><v>2025-03-31T00:00:00Z</v></c>', '', '2025-03-31'],
  ])('with a date %s', async (_, cell, system, expected) => {
    const bytes = await workbookWith((parts) => ({ [sheet]: (parts[sheet] ?? '').replace(/<c r="C2".*?<\/c>/, cell), 'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('<bookViews>', `<workbookPr ${system}/><bookViews>`) }))
    expect(await outcome(bytes)).toMatchObject({ read: [[expect.anything(), ['Alpha', '1', expected], expect.anything()]] })
  })
  it('of any script, length and oddity keep their text', async () => {
    const values = ['مرحبا بالعالم', 'שלום \u202eabc', '👩‍👩‍👧 e\u0301', 'x'.repeat(32_767), 'a\u0000b', 'half \ud800 pair', '\u0007bell', '"', "'"]
    const rows = values.map((value, at) => [`P${at}`, value])
    const kept = values.map((value) => value.toWellFormed())
    expect(await outcome(writeCsv([['Name', 'Note'], ...rows]), 'f.csv')).toMatchObject({ read: [[['Name', 'Note'], ...kept.map((value, at) => [`P${at}`, value.replace('\0', '')])]] })
    expect(await outcome(await writeXlsx([{ name: 'S', columns: [{ label: 'Name', kind: 'text' }, { label: 'Note', kind: 'text' }], rows }]))).toMatchObject({ read: [[['Name', 'Note'], ...kept.map((value, at) => [`P${at}`, value.replace('\0', '')])]] })
  })
  it('with a quote that is never closed are told of', async () => {
    expect(await outcome(text(`Name,Cost\nA,1\nB,"2${'\nC,3'.repeat(1000)}`), 'f.csv')).toMatchObject({ codes: ['UNCLOSED_QUOTE'] })
  })
  it('under the same heading twice are read once', async () => {
    const file = await readSheets(text('Name,Cost (£m),Cost (£m),Name\nA,1,2,B'), 'f.csv')
    const draft = file.ok ? readPortfolio(file.value.sheets, { currency: 'GBP', fileName: 'f.csv' }) : file
    expect(draft.ok && draft.value.mapping.columns.map(({ field }) => field)).toEqual(['name', 'wholeLifeCost', undefined, undefined])
    expect(draft.ok && draft.value.unreadColumns.map(({ column }) => column)).toEqual([3, 4])
  })
})

describe('texts made to take long', () => {
  // Half a million characters: work that grows with the square of them would not end within the time that a test has.
  const many = (part: string): string => part.repeat(Math.ceil(500_000 / part.length))
  it.each(['1,', '£', '(', 'a.', '1 - ', 'formerly ', '20', 'Q1 ', '£1 ', '(A', '\u00a0', '2024-25 ', '_x000D_', '"', "'", '=', '%'])('%j, over and over, are read', async (part) => {
    for (const odd of [`1${' '.repeat(500_000)}x`, many(part), `${many(part)}!`]) {
      const file = await readSheets(writeCsv([['Name', 'Cost (£m)', 'End date', 'RAG', 'Variance %', 'Comment', 'As of', odd], ['A', odd, odd, odd, odd, odd, '2026-03-31', odd], [odd, '1', '2', '3', '4', '5', '6', '7']]), 'f.csv')
      const draft = file.ok ? readPortfolio(file.value.sheets, { currency: 'GBP', fileName: `${odd.slice(0, 2000)}.csv` }) : file
      expect(draft.ok && draft.value.rows[0]?.cells.wholeLifeCost?.status).not.toBe('value')
      if (draft.ok) expect(matchRows(draft.value.rows, [{ key: 'k', names: [odd] }]).length).toBe(draft.value.rows.length)
    }
  })
})

describe('what is not read is refused by name, with what to do', () => {
  const ole = (name: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0), ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])])
  it.each([
    ['an empty file', new Uint8Array(), 'a.csv', { code: 'EMPTY_FILE' }],
    ['a file of white space', text(' \r\n\t'), 'a.csv', { code: 'EMPTY_FILE' }],
    ['a workbook with a password', ole('EncryptedPackage'), 'a.xlsx', { code: 'ENCRYPTED_FILE' }],
    ['an old workbook', ole('Workbook'), 'a.xls', { code: 'UNKNOWN_FORMAT', looksLike: 'an Excel 97-2003 workbook (.xls)', saveAs: '.xlsx' }],
    ['a binary workbook, whatever it is called', zipSync({ 'xl/workbook.bin': text('x') }), 'a.xlsx', { code: 'UNKNOWN_FORMAT', looksLike: 'an Excel binary workbook (.xlsb)' }],
    ['an OpenDocument sheet, whatever it is called', zipSync({ mimetype: text('x'), 'content.xml': text('<a/>') }), 'a.xlsx', { code: 'UNKNOWN_FORMAT', looksLike: 'an OpenDocument file (.ods)' }],
    ['a web page', text('\ufeff <html><table>'), 'a.xls', { code: 'UNKNOWN_FORMAT', looksLike: 'a web page' }],
    ['an XML file', text('<?xml version="1.0"?><Workbook/>'), 'a.xls', { code: 'UNKNOWN_FORMAT', looksLike: 'an XML file' }],
    ['a JSON file', text('[{"name": 1}]'), 'a.json', { code: 'UNKNOWN_FORMAT', looksLike: 'a JSON file' }],
    ['a PDF', text('%PDF-1.7'), 'a.pdf', { code: 'UNKNOWN_FORMAT', looksLike: 'a PDF' }],
    ['an empty container', Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]), 'a.xlsx', { code: 'UNKNOWN_FORMAT' }],
  ])('%s', async (_, bytes, fileName, refusal) => {
    expect(await outcome(bytes, fileName)).toMatchObject(refusal)
    expect(recognise(bytes, fileName)).toBeDefined()
  })
})
