import { describe, expect, it } from 'vitest'
import { amount, checkTable, number, set, theOne, words, type Column } from './check.ts'

type Line = { readonly name: string; readonly cents?: string; readonly reason?: 'EXEMPT'; readonly share?: number; readonly flags?: readonly string[] }
const columns: Readonly<Record<string, Column<Line>>> = {
  name: words((line) => line.name),
  cost: amount((line) => (line.reason ? { status: 'undefined', reason: line.reason } : { status: 'ok', value: { minor: line.cents ?? '' } })),
  share: number((line) => (line.share === undefined ? { status: 'missing', inputs: ['weight'] } : { status: 'ok', value: line.share })),
  flags: set((line) => line.flags ?? []),
}
const found: readonly Line[] = [{ name: 'A', cents: '600', share: 1 / 3, flags: ['late', 'exempt'] }, { name: 'B', reason: 'EXEMPT' }]
const check = (...table: Record<string, string>[]) => () => checkTable('lines', table, found, columns)

describe('a table', () => {
  it('holds where every row is there, in any order, in the words of a planner', () => {
    check({ name: 'B', cost: 'no figure: EXEMPT', share: 'no figure: missing weight', flags: 'none' }, { name: 'A', cost: '6', share: '0.333333', flags: 'exempt, late' })()
    check({ name: 'A', cost: '' }, { name: 'B', cost: '' })()
  })
  it.each([
    ['another figure', [{ name: 'A', cost: '5' }, { name: 'B', cost: '' }], 'lines, row "A": found cost "600 cents"; expected "5"'],
    ['zero for a figure that does not exist', [{ name: 'A', cost: '' }, { name: 'B', cost: '0' }], 'row "B": found cost "no figure: EXEMPT"; expected "0"'],
    ['a share that is near, but not the same', [{ name: 'A', share: '0.3333' }, { name: 'B', share: '' }], 'row "A": found share "0.333333"'],
    ['a row that is not there', [{ name: 'C' }], 'row "C": found no such row; there are "A", "B"'],
    ['a row too few', [{ name: 'A' }], 'found "B" as well'],
    ['the same row twice', [{ name: 'A' }, { name: 'A' }, { name: 'B' }], 'row "A": found no such row'],
    ['a column that means nothing', [{ name: 'A', colour: 'blue' }], 'found the column "colour"; known are name, cost'],
  ])('fails on %s', (_, table, words) => expect(check(...(table as Record<string, string>[]))).toThrow(words))
  it('tells rows of one name apart by their other cells', () => {
    const twins: readonly Line[] = [{ name: 'A', cents: '100' }, { name: 'A', cents: '200' }]
    expect(() => checkTable('twins', [{ name: 'A', cost: '2' }, { name: 'A', cost: '1' }], twins, columns)).not.toThrow()
    expect(() => checkTable('twins', [{ name: 'A', cost: '2' }, { name: 'A', cost: '2' }], twins, columns)).toThrow('row "A"')
  })
  it('must be there', () => expect(() => checkTable('lines', undefined, found, columns)).toThrow('found no table'))
})

it('the one of a name is found, and neither none nor two', () => {
  const nameOf = (one: string) => one
  expect(theOne('letter', ['a', 'b'], nameOf, 'b')).toBe('b')
  expect(() => theOne('letter', ['a', 'b'], nameOf, 'c')).toThrow('found no letter named "c"; there are "a", "b"')
  expect(() => theOne('letter', ['a', 'a'], nameOf, 'a')).toThrow('found 2 letter named "a"')
})
