import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheets, recognise } from '../formats/index.ts'
import { plainNumber } from '../sheet/index.ts'
import { maxInflatedBytes } from '../zip/index.ts'
import { readXlsx, writeXlsx } from './index.ts'

const sample = () => writeXlsx([{
  name: 'Portfolio: 2026', columns: [{ label: 'Name', kind: 'text' }, { label: 'Cost', kind: 'money' }, { label: 'End', kind: 'date' }],
  rows: [['=HYPERLINK("x")', '1234.5', '2026-03-31'], ['Beta', 'n/a', '']],
}])

/** The workbook with the text of one part changed. */
async function changed(part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await sample())
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
}

const code = async (bytes: Uint8Array): Promise<string> => {
  const file = await readSheets(bytes, 'f.xlsx')
  return file.ok ? 'read' : file.refusal.code
}

describe('xlsx', () => {
  it('leaves out what is not text, and says where', async () => {
    const bytes = await changed('xl/sharedStrings.xml', (xml) => xml.replace('Beta', 'Be_x0000_ta&#xD800;'))
    const file = await readXlsx(bytes, 'f.xlsx')
    expect(file.ok && file.value.sheets[0]?.rows[2]?.[0]?.text).toBe('Beta\ufffd')
    expect(file.ok && file.value.issues).toMatchObject([{ code: 'UNDECODABLE_BYTES', severity: 'warning', place: { row: 3, column: 1 } }])
  })

  it('refuses a cell in the farthest corner for the cells it would take', async () => {
    const bytes = await changed('xl/worksheets/sheet1.xml', (xml) => xml.replace('<row r="3"', '<row r="1048576"').replace('r="A3"', 'r="XFD1048576"'))
    expect(await code(bytes)).toBe('TOO_LARGE')
  })

  it('writes typed cells, and texts never as formulas', async () => {
    const file = await readXlsx(await sample(), 'f.xlsx')
    expect(file.ok && file.value.sheets).toEqual([{
      name: 'Portfolio  2026',
      rows: [
        [{ text: 'Name' }, { text: 'Cost' }, { text: 'End' }],
        [{ text: '=HYPERLINK("x")' }, { text: '1234.5', number: 1234.5 }, { text: '2026-03-31', date: '2026-03-31' }],
        [{ text: 'Beta' }, { text: 'n/a' }],
      ],
    }])
  })

  it('freezes the heading and sets a filter', async () => {
    const sheet = strFromU8(unzipSync(await sample())['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toContain('<autoFilter ref="A1:C3"/>')
  })

  it('reads the stored result of a formula and says that it is one', async () => {
    const bytes = await changed('xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>1234.5</v>', '<f>SUM(D1:D9)</f><v>1234.5</v>'))
    const file = await readXlsx(bytes, 'f.xlsx')
    expect(file.ok && file.value.sheets[0]?.rows[1]?.[1]).toEqual({ text: '1234.5', number: 1234.5, formula: 'SUM(D1:D9)' })
    expect(file.ok && file.value.issues).toMatchObject([{ code: 'FORMULA_CACHED', place: { row: 2, column: 2 } }])
  })

  it('refuses truncated, damaged, foreign and unsafe archives', async () => {
    const bytes = await sample()
    expect(await code(bytes.subarray(0, bytes.length - 30))).toBe('TRUNCATED_ARCHIVE')
    expect(await code(zipSync({ 'note.txt': strToU8('hello') }))).toBe('UNKNOWN_FORMAT')
    expect(await code(await changed('xl/workbook.xml', (xml) => xml.replace('<workbook', '<!DOCTYPE x [<!ENTITY a "b">]><workbook')))).toBe('XML_ENTITIES')
  })

  it('refuses to inflate more than the bound, and parts that lie about their size', async () => {
    const honest = zipSync({ 'xl/workbook.xml': new Uint8Array(1_000_000) })
    const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset)
    const entry = (bytes: Uint8Array): number => view(bytes).getUint32(bytes.length - 22 + 16, true)
    const bomb = honest.slice()
    view(bomb).setUint32(entry(bomb) + 24, maxInflatedBytes + 1, true)
    expect(await readSheets(bomb, 'f.xlsx')).toEqual({ ok: false, refusal: { code: 'TOO_LARGE', fileName: 'f.xlsx', measure: 'inflated bytes', found: maxInflatedBytes + 1, limit: maxInflatedBytes } })
    const liar = honest.slice()
    view(liar).setUint32(entry(liar) + 24, 10, true)
    expect(await code(liar)).toBe('DAMAGED_ARCHIVE')
  })

  it('names formats that it does not read', () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])
    expect(recognise(ole, 'plan.xls')).toMatchObject({ refusal: { code: 'UNKNOWN_FORMAT', looksLike: expect.stringContaining('.xls'), saveAs: '.xlsx' } })
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4])
    expect(recognise(zip, 'plan.ods')).toMatchObject({ refusal: { code: 'UNKNOWN_FORMAT', looksLike: expect.stringContaining('.ods') } })
    expect(recognise(zip, 'plan.xlsb')).toMatchObject({ refusal: { code: 'UNKNOWN_FORMAT', looksLike: expect.stringContaining('.xlsb') } })
    expect(recognise(new Uint8Array(), 'x.csv')).toEqual({ ok: false, refusal: { code: 'EMPTY_FILE', fileName: 'x.csv' } })
  })

  it('law: no bytes make the reader throw', async () => {
    const seed = await sample()
    const change = fc.record({ at: fc.nat(seed.length - 1), byte: fc.nat(255) })
    await fc.assert(fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.integer({ min: 4, max: seed.length }), async (changes, length) => {
      const bytes = seed.slice(0, length)
      for (const { at, byte } of changes) if (at >= 4 && at < length) bytes[at] = byte
      expect(typeof (await readSheets(bytes, 'f.xlsx')).ok).toBe('boolean')
    }), { numRuns: 150 })
  })

  it.each([[1e21, '1000000000000000000000'], [1.5e-7, '0.00000015'], [-0, '0'], [-2.5, '-2.5'], [1.234e22, '12340000000000000000000']])('writes %d as %s', (value, text) => {
    expect(plainNumber(value)).toBe(text)
  })
})
