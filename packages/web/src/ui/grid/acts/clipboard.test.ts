import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue } from '../column.ts'
import { readDate } from '../read-date.ts'
import { readFigure } from '../read-figure.ts'
import { sampleBoard, sampleColumn } from '../sample-board.ts'
import { readBlock, readBlockCell } from './block.ts'
import { copyRows, rowsHere } from './copy.ts'
import { readHtmlTable, writeHtmlTable } from './html-table.ts'
import { readTsv, writeTsv } from './tsv.ts'

const table = (unit: fc.Arbitrary<string>) => fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(fc.string({ unit, maxLength: 12 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
const anySign = fc.oneof(fc.constantFrom('\t', '\n', '"', ' ', '\u00a0', '<', '&', ';', '=', '-', "'", 'א', '日', '👩‍🚀'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })).filter((sign) => sign !== '\r' && sign !== '\u0000')

describe('text for a spreadsheet', () => {
  test('any cells come back as they were', () => {
    fc.assert(
      fc.property(table(anySign), (cells) => {
        fc.pre(cells.at(-1)?.some((cell) => cell !== '') ?? false)
        expect(readTsv(writeTsv(cells))).toEqual(cells)
      }),
    )
  })
  test('a closing line break is no row, and quotes within a word are quotes', () => {
    expect(readTsv('1\t"a ""b"""\r\n2\tc\r\n')).toEqual([['1', 'a "b"'], ['2', 'c']])
    expect(readTsv('5" pipe\tx')).toEqual([['5" pipe', 'x']])
    expect(readTsv('"two\r\nlines"\t"a\tb"\r\n')).toEqual([['two\nlines', 'a\tb']])
  })
})

describe('a table for a spreadsheet', () => {
  test('any cells come back as they were, every blank and line break', () => {
    fc.assert(
      fc.property(table(anySign), (cells) => {
        expect(readHtmlTable(writeHtmlTable(cells.map((row) => row.map((text) => ({ text })))))?.map((row) => row.map(({ text }) => text))).toEqual(cells)
      }),
    )
  })
  test('values keep their type whatever the locale they are shown in', async () => {
    const columns = [sampleColumn('n', 'number'), sampleColumn('d', 'date'), sampleColumn('c', 'choice', { choices: [{ value: 'a', label: 'Same' }, { value: 'b', label: 'Same' }] }), sampleColumn('y', 'yesNo'), sampleColumn('t', 'longText')]
    const value = fc.tuple(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).map((number) => Number(number.toFixed(6)) + 0)), fc.option(fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))), fc.option(fc.constantFrom('a', 'b')), fc.option(fc.boolean()), fc.option(fc.string({ unit: anySign, minLength: 1 }).filter((text) => text.trim() !== '').map((text) => text.replace(/\s+$/, ''))))
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH'), fc.constantFrom('en-GB', 'de-DE'), (values: readonly (readonly CellValue[])[], from, to) => {
        const board = sampleBoard(columns, values, [], from)
        const copied = copyRows(board, rowsHere(board, { top: 0, bottom: values.length - 1, left: 0, right: 4 }) ?? [], columns)
        const block = readBlock({ html: copied.html ?? '', text: copied.text })
        const back = block.map((row) => row.map((cell, at) => readBlockCell(columns[at] ?? columns[0]!, cell, { key: '', cells: {} }, to)))
        expect(back).toEqual(values.map((row) => row.map((value) => ({ ok: true, value }))))
      }),
    )
  })
  test('a number that LibreOffice copied needs no locale, and a date is its day number', () => {
    const html = '<table><tr><td sdval="1234.5" sdnum="1031;0;#.##0,00">1.234,50</td><td sdval="46346" sdnum="1031;0;TT.MM.YYYY">20.11.26</td></tr></table>'
    expect(readHtmlTable(html)).toEqual([[{ text: '1.234,50', typed: { kind: 'number', value: '1234.5' } }, { text: '20.11.26', typed: { kind: 'date', value: '2026-11-20' } }]])
  })
  test('a table of Excel: comments and styles are no text, breaks are line breaks, merged cells leave room', () => {
    const html = `<html><head><style><!--td {color:red}--></style></head><body><table border=0><!--StartFragment--><tr height=20><td rowspan=2 style='a>b'>A&nbsp;&amp;&#160;B</td><td colspan=2>two<br style='x'>\r\n  lines</td></tr><tr><td>c</td><td></td></tr><!--EndFragment--></table></body></html>`
    expect(readHtmlTable(html)?.map((row) => row.map(({ text }) => text))).toEqual([['A & B', 'two\nlines', ''], ['', 'c', '']])
  })
  test('HTML without a table leaves it to the text', () => expect(readBlock({ html: '<p>1</p>', text: '1\t2' })).toEqual([[{ text: '1' }, { text: '2' }]]))
})

describe('figures as people paste them', () => {
  test.each([
    ['1.234,56', 'de-DE', '1234.56'], ['1,234.56', 'de-DE', '1234.56'], ['1.234,56', 'en-GB', '1234.56'], ['1,234,567', 'de-DE', '1234567'], ["1'234.5", 'en-GB', '1234.5'], ['1’234.50', 'de-CH', '1234.50'],
    ['1 234,5', 'fr-FR', '1234.5'], ['(1,234.50)', 'en-GB', '-1234.50'], ['£(1,234)', 'en-GB', '-1234'], ['-£5', 'en-GB', '-5'], ['€ 1.234,56', 'de-DE', '1234.56'], ['1.234,56 €', 'de-DE', '1234.56'], ['EUR 5', 'en-GB', '5'], ['5 CHF', 'en-GB', '5'],
    ['12%', 'en-GB', '0.12'], ['12,5 %', 'de-DE', '0.125'], ['-100%', 'en-GB', '-1'], ['12-', 'en-GB', '-12'], ['12,34,567.5', 'en-IN', '1234567.5'], ['(0)', 'en-GB', '0'],
  ])('%s in %s is %s', (text, locale, value) => expect(readFigure(text, locale)).toEqual({ ok: true, value }))
  test('12% is 12 where the column counts in points', () => expect(readFigure('12%', 'en-GB', 'points')).toEqual({ ok: true, value: '12' }))
  test.each(['1.5', '1.2.3', 'abc', '--5', '', '1,2,3', '(-5', 'EUR'])('%s in de-DE is refused', (text) => expect(readFigure(text, 'de-DE').ok).toBe(false))
})

describe('dates as people paste them', () => {
  test.each([
    ['2026-11-20', 'en-GB'], ['2026-11-20T10:00:00Z', 'en-GB'], ['2026-11-20 00:00:00', 'de-DE'], ['20/11/2026', 'en-GB'], ['11/20/2026', 'en-US'], ['20.11.2026', 'en-US'], ['20.11.26', 'de-DE'], ['2026/11/20', 'ja-JP'],
    ['20 Nov 2026', 'en-GB'], ['20 November 2026', 'de-DE'], ['Nov 20, 2026', 'en-US'], ['20. nov. 2026', 'de-DE'], ['20-Nov-26', 'en-GB'],
  ])('%s in %s', (text, locale) => expect(readDate(text, locale)).toEqual({ ok: true, value: '2026-11-20' }))
  test.each([['31/02/2026', 'en-GB'], ['20/11/2026', 'en-US'], ['Nov 2026', 'en-GB'], ['20', 'en-GB'], ['', 'en-GB']])('%s in %s is refused', (text, locale) => expect(readDate(text, locale).ok).toBe(false))
  test('what a locale writes, it reads', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1931-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'nl-NL', 'it-IT'), fc.constantFrom('numeric', 'short', 'long'), (date, locale, month) => {
        const text = new Intl.DateTimeFormat(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(date)
        expect(readDate(text, locale)).toEqual({ ok: true, value: date.toISOString().slice(0, 10) })
      }),
    )
  })
})
