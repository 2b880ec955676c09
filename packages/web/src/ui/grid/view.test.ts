import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Column } from './column.ts'
import { initialView } from './grid-view.ts'
import type { GridView } from './grid-view.ts'
import { sortRows } from './order.ts'
import { filterRows, layRows } from './view.ts'
import type { Laid } from './view.ts'

type Row = { readonly id: number; readonly name: string; readonly health: string; readonly cost: number | null; readonly start: string | null }
const columns: readonly Column<Row>[] = [
  { key: 'name', label: 'Name', kind: 'text', width: 100, get: (row) => row.name },
  { key: 'health', label: 'Health', kind: 'status', width: 100, get: (row) => row.health, choices: [{ value: 'r', label: 'Off track' }, { value: 'a', label: 'At risk' }, { value: 'g', label: 'On track' }] },
  { key: 'cost', label: 'Cost', kind: 'number', width: 100, get: (row) => row.cost },
  { key: 'start', label: 'Start', kind: 'date', width: 100, get: (row) => row.start },
]
const rows: readonly Row[] = [
  { id: 0, name: 'Wave 10', health: 'g', cost: 5, start: '2026-01-01' },
  { id: 1, name: 'wave 2', health: 'r', cost: null, start: '2025-06-30' },
  { id: 2, name: 'Hub', health: 'a', cost: -3, start: null },
  { id: 3, name: 'Émile', health: 'g', cost: 5, start: '2026-12-31' },
]
const state: GridView = initialView(columns)
const kept = (change: Partial<GridView>) => [...filterRows(rows, columns, { ...state, ...change }, 'en-GB')]
const sorted = (...sort: GridView['sort']) => [...sortRows(Uint32Array.of(0, 1, 2, 3), rows, columns, sort, 'en-GB')]

describe('filters', () => {
  test('a number range includes its ends and drops rows without a figure', () => expect(kept({ filters: { cost: { kind: 'number', from: -3, to: 5 } } })).toEqual([0, 2, 3]))
  test('a date range is open where no end is given', () => expect(kept({ filters: { start: { kind: 'date', from: '2026-01-01', to: null } } })).toEqual([0, 3]))
  test('a set holds the words shown, not the codes', () => expect(kept({ filters: { health: { kind: 'set', values: ['On track'] } } })).toEqual([0, 3]))
  test('every word of the quick filter must stand in some column', () => expect(kept({ quick: 'track  wave' })).toEqual([0, 1]))
  test('filters of several columns all hold', () => expect(kept({ quick: 'wave', filters: { health: { kind: 'set', values: ['Off track'] } } })).toEqual([1]))
})

describe('sorting', () => {
  test('text sorts without regard to case and with numbers by size', () => expect(sorted({ key: 'name', descending: false })).toEqual([3, 2, 1, 0]))
  test('an ordinal sorts by the order of its choices', () => expect(sorted({ key: 'health', descending: false })).toEqual([1, 2, 0, 3]))
  test('rows without a figure stand last both ways', () => {
    expect(sorted({ key: 'cost', descending: false })).toEqual([2, 0, 3, 1])
    expect(sorted({ key: 'cost', descending: true })).toEqual([0, 3, 2, 1])
  })
  test('a second key orders what the first leaves equal', () => expect(sorted({ key: 'cost', descending: true }, { key: 'start', descending: true })).toEqual([3, 0, 2, 1]))
})

/** Each line as a word: a head by name, depth and size, a row by its index. */
function written({ order, lines }: Laid): readonly (string | number)[] {
  return Array.from({ length: lines.count }, (_, at) => {
    const line = lines.at(at)
    return line?.kind === 'group' ? `${'>'.repeat(line.group.level)}${line.group.label} ${line.group.count}` : (order?.[line?.place ?? -1] ?? -1)
  })
}

describe('grouping', () => {
  test('groups stand in the order of the choices and hold every row once', () => expect(written(layRows(rows, columns, { ...state, groups: ['health'] }, 'en-GB'))).toEqual(['Off track 1', 1, 'At risk 1', 2, 'On track 2', 0, 3]))
  test('sorting falling by the grouped column turns the groups round', () => expect(written(layRows(rows, columns, { ...state, groups: ['health'], sort: [{ key: 'health', descending: true }] }, 'en-GB'))[0]).toBe('On track 2'))
  test('a folded group keeps its count and hides its rows', () => {
    const { lines } = layRows(rows, columns, { ...state, groups: ['health'], collapsed: ['g'] }, 'en-GB')
    expect([lines.count, lines.places]).toEqual([5, 4])
  })
  test('groups lie within groups, and folding one hides what lies in it', () => {
    const both: GridView = { ...state, groups: ['cost', 'health'] }
    expect(written(layRows(rows, columns, both, 'en-GB'))).toEqual(['-3 1', '>At risk 1', 2, '5 2', '>On track 2', 0, 3, 'No cost 1', '>Off track 1', 1].map((word) => (typeof word === 'string' ? word.replace('-3', '−3') : word)))
    expect(written(layRows(rows, columns, { ...both, collapsed: ['5'] }, 'en-GB')).slice(3, 5)).toEqual(['5 2', 'No cost 1'])
  })
  test('line and place lead to each other, and folded places to no line', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ health: fc.constantFrom('r', 'a', 'g'), cost: fc.nat(3) }), { maxLength: 30 }), fc.subarray(['r', 'a', 'g', 'r\u001f1', 'g\u001f0']), (some, collapsed) => {
        const many: readonly Row[] = some.map((each, id) => ({ ...each, id, name: '', start: null }))
        const { lines } = layRows(many, columns, { ...state, groups: ['health', 'cost'], collapsed }, 'en-GB')
        const shown = Array.from({ length: lines.count }, (_, at) => lines.at(at)).flatMap((line, at) => (line?.kind === 'row' ? [[line.place, at]] : []))
        expect(Array.from({ length: many.length }, (_, place) => [place, lines.lineOf(place)]).filter(([, line]) => line !== undefined)).toEqual(shown)
      }),
    )
  })
})

test('sorting loses and invents no row, and reverses exactly where no two are equal', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 40 }), (costs) => {
      const some: readonly Row[] = costs.map((cost, id) => ({ id, name: '', health: 'g', cost, start: null }))
      const indices = Uint32Array.from(some, (row) => row.id)
      const up = sortRows(indices, some, columns, [{ key: 'cost', descending: false }], 'en-GB')
      expect([...up].sort((a, b) => a - b)).toEqual([...indices])
      expect(sortRows(indices, some, columns, [{ key: 'cost', descending: true }], 'en-GB')).toEqual(up.toReversed())
    }),
  )
})
