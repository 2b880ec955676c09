import { expect, it } from 'vitest'
import { findHead, firstRowSaid, placesIn, textCell, type Sheet } from './index.ts'

const sheetOf = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Sheet', rows: rows.map((row) => row.map(textCell)) })
const headings = { name: /^name$/i, cost: /^cost$/i } as const
const columnsIn = (row: Sheet['rows'][number]) => {
  const places = placesIn(row, headings)
  return places.name >= 0 ? places : undefined
}

it('headings are found below a title, each at its first place, and not below twenty rows', () => {
  expect(findHead(sheetOf(['Portfolio 2027'], [], [' Name ', 'Note', 'name']), columnsIn)).toEqual({ at: 2, columns: { name: 0, cost: -1 } })
  const [title, head] = [['Notes'], ['Name']]
  expect([19, 20].map((above) => findHead(sheetOf(...Array.from({ length: above }, () => title), head), columnsIn)?.at)).toEqual([19, undefined])
})

it('what the first row says is told in its words, cut where it is long, and an empty one as nothing', () => {
  expect([sheetOf(['a', '', 'b']), sheetOf([]), sheetOf(), sheetOf(['x'.repeat(300)])].map((sheet) => firstRowSaid(sheet).length)).toEqual([4, 7, 7, 200])
})
