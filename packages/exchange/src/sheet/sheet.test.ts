import { describe, expect, it } from 'vitest'
import { cellAt, cellName, columnLetters, describeIssue, describeRefusal, shorten, textCell, type Refusal } from './index.ts'

describe('places', () => {
  it.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [52, 'AZ'], [702, 'ZZ'], [703, 'AAA']])('column %d is %s', (column, letters) => expect(columnLetters(column)).toBe(letters))
  it('names a cell, a row or a whole sheet', () => {
    expect([cellName({ sheet: 'S', row: 7, column: 2 }), cellName({ sheet: 'S', row: 7 }), cellName({ sheet: 'S' })]).toEqual(['B7', '7', ''])
  })
  it('gives the empty cell outside the sheet', () => expect(cellAt({ name: 'S', rows: [[textCell('a')]] }, 2, 1)).toEqual({ text: '' }))
})

it('says an issue in words: what, where, found, expected, what to try', () => {
  expect(describeIssue({ code: 'NEGATIVE_COST', severity: 'warning', place: { sheet: 'Data', row: 12, column: 45, header: 'Whole Life\nCost' }, found: '-£7,169.20', expected: 'a cost of zero or more', hint: 'Confirm it' }))
    .toBe("A cost is below zero (sheet 'Data', cell AS12, column 'Whole Life Cost'). Found: -£7,169.20. Expected: a cost of zero or more. Confirm it.")
  expect(describeIssue({ code: 'AS_OF_UNKNOWN', severity: 'error', place: { sheet: 'Data' }, found: '', expected: 'the date of the position' }))
    .toBe("Nothing in the file says at which date the position was taken (sheet 'Data'). Found: nothing. Expected: the date of the position.")
  expect(shorten('a\n b  c'.repeat(40), 9)).toBe('a b ca b…')
})

it.each<[Refusal, string]>([
  [{ code: 'EMPTY_FILE', fileName: 'a.csv' }, 'a.csv is empty'],
  [{ code: 'BINARY_FILE', fileName: 'a.csv', offset: 4, byte: 3 }, 'found byte 0x03 at position 5'],
  [{ code: 'UNKNOWN_FORMAT', fileName: 'a.ods', looksLike: 'an OpenDocument spreadsheet (.ods)', saveAs: '.xlsx' }, 'save it as .xlsx'],
  [{ code: 'TRUNCATED_ARCHIVE', fileName: 'a.xlsx', bytes: 99 }, 'found 99 bytes'],
  [{ code: 'TOO_LARGE', fileName: 'a.xlsx', measure: 'inflated bytes', found: 3, limit: 2 }, 'found 3 inflated bytes, expected at most 2'],
  [{ code: 'NO_NAME_COLUMN', sheet: 'S', headers: ['Kosten'] }, "Found: 'Kosten'"],
])('says the refusal %j', (refusal, words) => expect(describeRefusal(refusal)).toContain(words))
