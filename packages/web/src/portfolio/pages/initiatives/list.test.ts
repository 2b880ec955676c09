import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askOf, byName } from './ask.ts'
import { exportRequest } from './export.ts'
import { columns, fields, listWindow } from './fixture.ts'
import { sourceGroups } from './groups.ts'
import { keptLook, readLook, sameLook } from './look.ts'
import { pagesHeld, staleAmong, withPages } from './use-pages.ts'

const look = { sort: [], filters: {}, quick: '', groups: [] }
const filtersOf = (filters: Parameters<typeof askOf>[0]['filters']) => askOf({ ...look, filters }, columns, false).filters
const carbon = `custom:${fields[1]?.id}`

describe('what a view asks', () => {
  it('is the list by name where nobody chose otherwise', () => expect(askOf(look, columns, true)).toEqual({ current: true, sort: byName }))
  it('keeps the order of sorts and groups, and leaves out what the list does not know', () =>
    expect(askOf({ ...look, sort: [{ key: 'moved', descending: true }, { key: 'cost', descending: true }], groups: ['scale', 'unit'], quick: ' rail ' }, columns, false)).toEqual({ search: 'rail', sort: [{ field: 'cost', descending: true }], groups: ['unit'] }))
  it('has amounts in minor units, and a bound between two of them takes in none outside it', () => {
    expect(filtersOf({ cost: { kind: 'number', from: 12.5, to: null } })).toEqual([{ field: 'cost', op: 'at_least', values: ['1250000000'] }])
    expect(filtersOf({ [carbon]: { kind: 'number', from: 1.001, to: 1.009 } })).toEqual([{ field: carbon, op: 'at_least', values: ['101'] }, { field: carbon, op: 'at_most', values: ['100'] }])
    expect(filtersOf({ [carbon]: { kind: 'number', from: -1.009, to: -1.001 } })).toEqual([{ field: carbon, op: 'at_least', values: ['-100'] }, { field: carbon, op: 'at_most', values: ['-101'] }])
    expect(filtersOf({ ratio: { kind: 'number', from: 0.1, to: 2 } })).toEqual([{ field: 'ratio', op: 'at_least', values: ['0.1'] }, { field: 'ratio', op: 'at_most', values: ['2'] }])
  })
  it('has the values behind the words of a set, and asks for the absent by their absence', () => {
    expect(filtersOf({ unit: { kind: 'set', values: ['Finance'] } })).toEqual([{ field: 'unit', op: 'any_of', values: ['u1'] }])
    expect(filtersOf({ unit: { kind: 'set', values: [''] } })).toEqual([{ field: 'unit', op: 'absent', values: [] }])
    expect(filtersOf({ rating: { kind: 'set', values: ['', 'Green', 'Red'] } })).toMatchObject([{ field: 'rating', op: 'none_of', values: expect.not.arrayContaining(['green', 'red']) }])
  })
  it('has dates as they are and words as they were typed', () => {
    expect(filtersOf({ endOn: { kind: 'date', from: '2026-01-01', to: '2026-12-31' }, name: { kind: 'contains', text: ' rail ' } })).toEqual([{ field: 'endOn', op: 'at_least', values: ['2026-01-01'] }, { field: 'endOn', op: 'at_most', values: ['2026-12-31'] }, { field: 'name', op: 'contains', values: ['rail'] }])
  })
})

describe('an export', () => {
  it('asks for the columns in sight in their order, under the name of the view', () => {
    const { query } = exportRequest({ format: 'xlsx', ask: { sort: byName }, look: { order: ['name', carbon, 'key', 'moved'], hidden: columns.map(({ key }) => key).filter((key) => !['name', 'key', carbon, 'moved'].includes(key)) }, columns, view: 'Board' })
    expect(query).toEqual({ format: 'xlsx', ask: JSON.stringify({ sort: byName }), columns: `name,${carbon},key`, view: 'Board' })
  })
})

describe('groups of the server', () => {
  it('carry the words of their columns and the sums as cells are written', () => {
    const { cost, benefits } = listWindow
    expect(sourceGroups({ groups: [{ values: ['active', null], labels: ['active', ''], count: 3, from: 0, cost, benefits }] }, ['state', 'unit'], columns)).toEqual([{ key: 'active\u0000', label: 'Active · No department', count: 3, totals: { cost: '1,234.6', benefits: '' } }])
  })
})

describe('the pages of a list', () => {
  it('that are held are few, and those asked for last stay', () => {
    fc.assert(fc.property(fc.array(fc.uniqueArray(fc.nat(600), { minLength: 1, maxLength: 4 }), { maxLength: 60 }), (asked) => {
      const kept = asked.reduce((before, pages) => withPages(before, 'a', pages), { list: 'a', pages: [0] as readonly number[] })
      expect(kept.pages.length).toBeLessThanOrEqual(pagesHeld)
      expect(new Set(kept.pages).size).toBe(kept.pages.length)
      expect(kept.pages).toEqual(expect.arrayContaining([...(asked.at(-1) ?? [])]))
    }))
  })
  it('stay the same object while nothing new is wanted; of another list, those in sight are wanted first', () => {
    const before = { list: 'a', pages: [0, 1, 2] }
    expect(withPages(before, 'a', [1])).toBe(before)
    expect(withPages(before, 'b', [3])).toEqual({ list: 'b', pages: [1, 2, 3] })
  })
  it('are read again where their stamp is older than the newest', () => {
    const page = (stamp: string, at: number) => ({ window: { ...listWindow, stamp }, at })
    expect(staleAmong([page('s1', 1), page('s2', 3), { window: undefined, at: 0 }, page('s1', 2)])).toBe('0 3')
    expect(staleAmong([page('s2', 1), page('s2', 3)])).toBe('')
  })
})

describe('a look', () => {
  it('that was kept comes back as it was', () => {
    const view = { order: ['name'], hidden: ['key'], widths: { name: 300 }, frozen: 1, sort: [{ key: 'cost', descending: true }], filters: { cost: { kind: 'number' as const, from: 1, to: null } }, quick: 'x', groups: ['unit'], collapsed: [], density: 'compact' as const }
    const kept = keptLook(view, true)
    expect(kept).not.toHaveProperty('quick')
    expect(sameLook(readLook(JSON.parse(JSON.stringify(kept))), kept)).toBe(true)
    expect(sameLook(kept, { ...kept, groups: [] })).toBe(false)
  })
  it('of any other form leaves out what it cannot be', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('order', 'hidden', 'widths', 'frozen', 'sort', 'filters', 'groups', 'collapsed', 'density', 'all', 'strange'), fc.jsonValue()), (kept) => {
      const read = readLook(kept as Readonly<Record<string, unknown>>)
      expect(() => askOf({ ...look, ...read }, columns, false)).not.toThrow()
      expect(read).not.toHaveProperty('strange')
    }))
  })
})
