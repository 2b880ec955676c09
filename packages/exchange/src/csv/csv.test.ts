import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, detectDelimiter, disarm, parseDelimited, readCsv, writeCsv } from './index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rowsOf = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const file = readCsv(bytes, 'file.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return file.value.sheet.rows.map((row) => row.map((cell) => cell.text))
}

describe('parsing', () => {
  it.each([
    ['a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['a,"b\nc"\rd,', [['a', 'b\nc'], ['d', '']]],
    ['"say ""yes""",x', [['say "yes"', 'x']]],
    ['a b "c",d', [['a b "c"', 'd']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, records) => expect(parseDelimited(text, ',').records).toEqual(records))

  it('keeps what the grammar does not allow and says where it stands', () => {
    expect(parseDelimited('a,"b"c\n"d', ',')).toEqual({
      records: [['a', 'bc'], ['d']],
      slips: [{ kind: 'after-quote', row: 1, column: 2, found: 'bc' }, { kind: 'unclosed', row: 2, column: 1, found: 'd' }],
    })
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j', (delimiter) => {
    expect(detectDelimiter([['Name', 'Cost, total'], ['A; B', '1,5'], ['C', '2,5']].map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\n'))).toBe(delimiter)
  })
})

describe('encodings', () => {
  const text = 'Name;Café £5m\r\nÜber–Projekt;1'
  const utf16 = (little: boolean): number[] => [...text].flatMap((char) => {
    const code = char.charCodeAt(0)
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
  })
  it.each([
    ['utf-8', utf8(text)],
    ['utf-8', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)])],
    ['utf-16le', Uint8Array.from([0xff, 0xfe, ...utf16(true)])],
    ['utf-16be', Uint8Array.from([0xfe, 0xff, ...utf16(false)])],
    ['utf-16le', Uint8Array.from(utf16(true))],
    ['utf-16be', Uint8Array.from(utf16(false))],
    ['windows-1252', Uint8Array.from([...text].map((char) => (char === '–' ? 0x96 : char.charCodeAt(0))))],
  ] as const)('%s', (encoding, bytes) => expect(decodeText(bytes, 'f')).toMatchObject({ ok: true, value: { text, encoding } }))

  it('leaves NUL characters out and says so', () => {
    const file = readCsv(utf8(`name,cost\n${'Alpha,1\n'.repeat(20)}Be\0ta,2`), 'f.csv')
    expect(file.ok && [file.value.sheet.rows.at(-1)?.[0]?.text, file.value.issues.map((issue) => issue.code)]).toEqual(['Beta', ['NUL_CHARACTERS']])
  })

  it('refuses what is not text, and what is empty', () => {
    expect(readCsv(Uint8Array.from([1, 2, 3, 4, 65, 66]), 'f')).toEqual({ ok: false, refusal: { code: 'BINARY_FILE', fileName: 'f', offset: 0, byte: 1 } })
    expect(readCsv(utf8(' \r\n '), 'f')).toEqual({ ok: false, refusal: { code: 'EMPTY_FILE', fileName: 'f' } })
  })
})

describe('writing', () => {
  it.each([
    ['=1+1', "'=1+1"], ['+cmd', "'+cmd"], ['@SUM(A1)', "'@SUM(A1)"], ['\tx', "'\tx"], ['-2+3', "'-2+3"],
    ['-12.5', '-12.5'], ['+3 %', '+3 %'], ['-1,234', '-1,234'], ['plain = text', 'plain = text'],
  ])('disarms %j as %j', (text, written) => expect(disarm(text)).toBe(written))

  it('law: what is written reads back, whatever it begins with', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '-', '@', '\t', '＝', 'a', 'é', '"', ',', ';', '\n', '\r', ' ', '=', '1', '漢', '😀'), maxLength: 8 })
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      fc.pre(rows.some((row) => row.some((text) => text.trim() !== '')))
      const file = readCsv(writeCsv(rows), 'f.csv', ',')
      expect(file.ok && file.value.sheet.rows.map((row) => row.map((read) => read.text))).toEqual(rows)
    }))
  })

  it('law: no bytes make the reader throw', () => {
    const seed = [...writeCsv([['Name', 'Cost (£m)'], ['A "quoted" one', '1,234'], ['Two\nlines', '=2']])]
    const change = fc.record({ at: fc.nat(seed.length - 1), byte: fc.nat(255) })
    fc.assert(fc.property(fc.array(change, { maxLength: 12 }), fc.nat(seed.length), (changes, length) => {
      const bytes = Uint8Array.from(seed)
      for (const { at, byte } of changes) bytes[at] = byte
      expect(typeof readCsv(bytes.subarray(0, length), 'f').ok).toBe('boolean')
    }))
  })

  it('keeps a record of one empty cell', () => expect(rowsOf(writeCsv([['a'], [''], ['b']]))).toEqual([['a'], [''], ['b']]))
})
