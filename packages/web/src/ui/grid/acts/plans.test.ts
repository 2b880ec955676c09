import { describe, expect, test } from 'vitest'
import type { Section } from '../lines.ts'
import type { Range } from '../range.ts'
import { sampleBoard, sampleColumn } from '../sample-board.ts'
import { readBlock } from './block.ts'
import { describeAct } from './describe.ts'
import { fillCells, repeatText, setColumn } from './fill.ts'
import { pasteBlock } from './paste.ts'
import type { Planned } from './write.ts'

const columns = [sampleColumn('a', 'number'), sampleColumn('b', 'number'), sampleColumn('c', 'text', { editable: ({ key }) => key !== 'r1' })]
const board = (sections: readonly Section[] = []) => sampleBoard(columns, [[1, 10, 'x'], [2, 20, 'y'], [null, null, null], [null, null, null]], sections)
const range = (top: number, left: number, bottom = top, right = left): Range => ({ top, bottom, left, right })
const paste = (text: string, to: Range, sections: readonly Section[] = []) => pasteBlock(board(sections), to, readBlock({ html: '', text }))
const written = ({ changes }: Planned) => changes.map(({ key, column, value }) => `${key}${column}=${value}`).join(' ')

describe('pasting', () => {
  test('one value fills the selection', async () => expect(written(await paste('7', range(0, 0, 1, 1)))).toBe('r0a=7 r0b=7 r1a=7 r1b=7'))
  test('a block repeats where it fits a whole number of times', async () => expect(written(await paste('7\n8', range(0, 0, 3, 0)))).toBe('r0a=7 r1a=8 r2a=7 r3a=8'))
  test('else it stands once, at the top left', async () => expect(written(await paste('7\n8', range(0, 0, 2, 0)))).toBe('r0a=7 r1a=8'))
  test('what does not fit is told', async () => {
    const planned = await paste('7\t8\t9\t9\n1\t2\t3\t4\n5\t6\t7\t8', range(2, 1))
    expect(written(planned)).toBe('r2b=7 r2c=8 r3b=1 r3c=2')
    expect(planned.beyond).toEqual({ rows: 1, columns: 2 })
    expect(describeAct({ changes: planned.changes, issues: [] }, planned, 'en-GB')).toBe('4 cells changed, 1 row left out below the last, 2 columns left out beyond the last')
  })
  test('cells that may not be changed stay, texts that cannot be read are told with their place, what is so already is no change', async () => {
    const planned = await paste('1\t10\tz\n2\tabc\tz', range(0, 0))
    expect(written(planned)).toBe('r0c=z')
    expect(planned).toMatchObject({ locked: 1, same: 3, unread: [{ key: 'r1', column: 'b' }] })
    expect(planned.changes[0]?.before).toBe('x')
  })
  test('heads of groups are passed over', async () => {
    const sections = [{ key: 'p', label: 'P', level: 0, from: 0, count: 2 }, { key: 'q', label: 'Q', level: 0, from: 2, count: 2 }]
    expect(written(await paste('5\n6\n7', range(1, 0), sections))).toBe('r0a=5 r1a=6 r2a=7')
  })
})

describe('filling', () => {
  test('down goes on with a series, each column with its own', async () => expect(written(await fillCells(board(), range(0, 0, 1, 1), range(0, 0, 3, 1), true))).toBe('r2a=3 r2b=30 r3a=4 r3b=40'))
  test('upward goes on backward', async () => {
    const up = sampleBoard(columns, [[null], [null], [5], [7]])
    expect(written(await fillCells(up, range(2, 0, 3, 0), range(0, 0, 3, 0), true))).toBe('r1a=3 r0a=1')
  })
  test('copies repeat the cells', async () => expect(written(await fillCells(board(), range(0, 0, 1, 0), range(0, 0, 3, 0), false))).toBe('r2a=1 r3a=2'))
  test('to the right a series crosses columns of one kind, and words go where kinds differ', async () => {
    const wide = sampleBoard([sampleColumn('a', 'number'), sampleColumn('b', 'number'), sampleColumn('c', 'number'), sampleColumn('d', 'text')], [[1, 3, null, null]])
    expect(written(await fillCells(wide, range(0, 0, 0, 1), range(0, 0, 0, 2), true))).toBe('r0c=5')
    expect(written(await fillCells(wide, range(0, 0, 0, 1), range(0, 0, 0, 3), true))).toBe('r0c=1 r0d=3')
  })
  test('one entry for the whole selection, and one value for a column of it', async () => {
    expect(written(await repeatText(board(), range(2, 0, 3, 1), '4'))).toBe('r2a=4 r2b=4 r3a=4 r3b=4')
    expect(written(await repeatText(board(), range(0, 0, 0, 2), ''))).toBe('r0a=null r0b=null r0c=null')
    expect(await setColumn(board(), range(0, 0, 2, 0), columns[2]!, 'y')).toMatchObject({ locked: 1, same: 0, changes: [{ key: 'r0', value: 'y' }, { key: 'r2', value: 'y' }] })
  })
})
