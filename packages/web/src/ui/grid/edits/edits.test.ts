import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CellValue } from '../column.ts'
import { sampleColumn } from '../sample-board.ts'
import type { SampleRow } from '../sample-board.ts'
import type { CellChange } from './change.ts'
import { inverse, keptSteps, noHistory, remembered, settled, turnAnswered, turned } from './history.ts'
import type { History, Step } from './history.ts'
import { answered, cellName, overtaken, refusedCells, shownValue, withEdits } from './pending.ts'
import type { Edit } from './pending.ts'

type Table = ReadonlyMap<string, CellValue>
type Play = { readonly table: Table; readonly history: History }
/** An owner that refuses the cells of some columns, and every cell that no longer holds what the person saw. */
function answer(table: Table, changes: readonly CellChange[], refuses: readonly string[]): { readonly table: Table; readonly refused: ReadonlySet<string> } {
  const next = new Map(table)
  const refused = new Set<string>()
  for (const change of changes) {
    const name = cellName(change)
    if (refuses.includes(change.column) || (table.get(name) ?? null) !== change.before) refused.add(name)
    else next.set(name, change.value)
  }
  return { table: next, refused }
}

function play({ table, history }: Play, changes: readonly CellChange[], refuses: readonly string[]): Play {
  const step: Step = { act: 'edit', changes }
  const outcome = answer(table, changes, refuses)
  return { table: outcome.table, history: settled(remembered(history, step), step, changes.filter((change) => !outcome.refused.has(cellName(change)))) }
}

function turn({ table, history }: Play, act: 'undo' | 'redo', refuses: readonly string[] = []): Play {
  const step = history[act === 'undo' ? 'done' : 'undone'].at(-1)
  if (!step) return { table, history }
  const outcome = answer(table, act === 'undo' ? inverse(step) : step.changes, refuses)
  return { table: outcome.table, history: turnAnswered(turned(history, act), step, act, outcome.refused) }
}

const cells = fc.uniqueArray(fc.record({ key: fc.constantFrom('r0', 'r1', 'r2'), column: fc.constantFrom('a', 'b'), value: fc.nat(4) }), { selector: cellName, minLength: 1, maxLength: 4 })
const changing = (table: Table, wanted: readonly { readonly key: string; readonly column: string; readonly value: number }[]): readonly CellChange[] => wanted.map((each) => ({ ...each, before: table.get(cellName(each)) ?? null })).filter(({ value, before }) => value !== before)
const shown = (table: Table) => [...table].filter(([, value]) => value !== null).toSorted(([a], [b]) => (a < b ? -1 : 1))
const begin: Play = { table: new Map(), history: noHistory }

describe('undo and redo', () => {
  test('do what a pile of copies of the whole table would', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(cells, fc.constantFrom('undo' as const, 'redo' as const)), { maxLength: 40 }), (deeds) => {
        let now = begin
        let copies: readonly Table[] = [begin.table]
        let at = 0
        for (const deed of deeds) {
          if (typeof deed === 'string') {
            now = turn(now, deed)
            at = Math.max(0, Math.min(copies.length - 1, at + (deed === 'undo' ? -1 : 1)))
          } else {
            const changes = changing(now.table, deed)
            if (changes.length === 0) continue
            now = play(now, changes, [])
            copies = [...copies.slice(0, at + 1), now.table]
            at++
          }
          expect(shown(now.table)).toEqual(shown(copies[at] ?? new Map()))
        }
      }),
    )
  })
  test('whatever is refused on the way, undoing all that is left leads back to the start', () => {
    const refuses = fc.subarray(['a', 'b'])
    fc.assert(
      fc.property(fc.array(fc.record({ deed: fc.oneof(cells, fc.constantFrom('undo' as const, 'redo' as const)), refuses }), { maxLength: 30 }), (deeds) => {
        let now = begin
        for (const { deed, refuses } of deeds) now = typeof deed === 'string' ? turn(now, deed, refuses) : play(now, changing(now.table, deed), refuses)
        const steps = now.history.done.length
        for (let left = steps; left > 0; left--) now = turn(now, 'undo')
        expect(shown(now.table)).toEqual([])
        expect(now.history.done).toEqual([])
      }),
    )
  })
  test('a cell that somebody else changed since is refused, kept, and not overwritten', () => {
    const change = (column: string): CellChange => ({ key: 'r', column, value: 1, before: null })
    const done = play(begin, [change('a'), change('b')], [])
    const after = turn({ ...done, table: new Map([...done.table, [cellName(change('a')), 9]]) }, 'undo')
    expect(after.table.get(cellName(change('a')))).toBe(9)
    expect(after.table.get(cellName(change('b')))).toBe(null)
    expect(after.history.done).toEqual([{ act: 'edit', changes: [change('a')] }])
    expect(after.history.undone).toEqual([{ act: 'edit', changes: [change('b')] }])
  })
  test('keeps the latest steps alone', () => {
    let history = noHistory
    for (let value = 0; value < keptSteps + 5; value++) history = remembered(history, { act: 'edit', changes: [{ key: 'r', column: 'a', value, before: null }] })
    expect(history.done).toHaveLength(keptSteps)
    expect(history.done[0]?.changes[0]?.value).toBe(5)
  })
})

describe('changes on their way', () => {
  const cost = sampleColumn('cost', 'number')
  const columns = new Map([['cost', cost]])
  const row = (value: number): SampleRow => ({ key: 'r', cells: { cost: value } })
  const change: CellChange = { key: 'r', column: 'cost', value: 7, before: 5 }
  const saving: Edit = { status: 'saving', value: 7 }
  const sent = new Map([[cellName(change), [change, saving] as const]])
  const under = withEdits(new Map(), [['r', 'cost', saving]])
  const settle = (rowNow: SampleRow | undefined, message?: string) => withEdits(under, answered(sent, message ? [{ key: 'r', column: 'cost', message }] : [], columns, () => rowNow))
  test('are shown at once, and once saved until their row moves on', () => {
    expect(shownValue(cost, row(5), under.get('r'))).toBe(7)
    const saved = settle(row(5))
    expect(shownValue(cost, row(5), saved.get('r'))).toBe(7)
    expect(shownValue(cost, row(9), saved.get('r'))).toBe(9)
    expect(withEdits(saved, overtaken(saved, columns, () => row(9))).size).toBe(0)
    expect(overtaken(saved, columns, () => row(5))).toEqual([])
  })
  test('a row that brought the value leaves nothing behind', () => expect([settle(row(7)).size, settle(undefined).size]).toEqual([0, 0]))
  test('a refusal shows what is there, and keeps its words', () => {
    const refused = settle(row(5), 'too much')
    expect(shownValue(cost, row(5), refused.get('r'))).toBe(5)
    expect(refusedCells(refused)).toEqual([{ key: 'r', column: 'cost', message: 'too much' }])
  })
  test('an answer to an older change leaves a newer one alone', () => {
    const newer: Edit = { status: 'saving', value: 8 }
    const both = withEdits(under, [['r', 'cost', newer]])
    expect(withEdits(both, answered(sent, [{ key: 'r', column: 'cost', message: 'no' }], columns, () => row(5))).get('r')?.['cost']).toBe(newer)
  })
})
