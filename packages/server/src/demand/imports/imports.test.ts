import { describe, expect, it } from 'vitest'
import { money } from '@throughline/engine/kernel'
import type { DraftCells, DraftRow, PortfolioDraft } from '@throughline/exchange/portfolio'
import type { InitiativeRecord } from '../store/initiatives.ts'
import { readImport, titleOf } from './choices.ts'
import { linkRows, type LinkRow } from './link.ts'
import { packedIndex, packedRows, pieceOf, unpackedIndex, unpackedRows } from './packed.ts'
import { changedColumns, positionOf, type AppliedRow } from './position.ts'
import { flagsOf, ratingField, storedAmount } from './report.ts'
import { indexOfRows, linkRowsOf } from './row-index.ts'
import { stagedRow } from './staged.ts'
import { resolveUnits } from './units.ts'

const at = (asPublished: string) => ({ asPublished, place: { sheet: 'S', row: 2, column: 4 } })
const rowOf = (cells: DraftCells, more: Partial<DraftRow> = {}): DraftRow => ({ number: 1, place: { sheet: 'S', row: 2, column: 1 }, name: 'Bridge', cells, asOf: '2024-03-31', organisation: [], years: [], custom: [], ...more })
const draft: PortfolioDraft = { positions: [], asOf: '2024-03-31', asOfProposal: undefined, ratingScale: 'three_point', currency: 'GBP', rows: [], issues: [], mapping: { orientation: 'rows', headerLine: 1, columns: [] }, sheetName: 'S', unreadColumns: [] }

describe('an amount as published', () => {
  it('keeps its text and place, and says why there is no figure', () => {
    const pounds = money(5n, 'GBP')
    expect(storedAmount({ ...at('£0.05'), status: 'value', value: pounds }, 'GBP')).toEqual({ status: 'value', minor: '5', currency: 'GBP', asPublished: '£0.05', cell: 'D2' })
    expect(storedAmount({ ...at('59173700'), status: 'value', value: pounds, suspect: 'LIKELY_UNITS_ERROR' }, 'GBP')).toMatchObject({ minor: '5', reason: 'SUSPECT', suspect: 'likely_units_error' })
    expect(storedAmount({ ...at('-5'), status: 'value', value: money(-5n, 'GBP'), suspect: 'NEGATIVE_COST' }, 'GBP')).toMatchObject({ minor: '-5', suspect: 'negative_cost' })
    expect(storedAmount({ ...at('1-2'), status: 'range', low: pounds, high: money(9n, 'GBP') }, 'GBP')).toMatchObject({ status: 'range', reason: 'RANGE_ONLY', lowMinor: '5', highMinor: '9' })
    expect(['exempt', 'blank', 'unreadable'].map((status) => storedAmount({ ...at('x'), status: status as 'exempt' }, 'GBP').reason)).toEqual(['EXEMPT', 'NOT_PUBLISHED', 'UNREADABLE'])
    expect(storedAmount(undefined, 'GBP')).toMatchObject({ reason: 'NOT_PUBLISHED', asPublished: '', cell: '' })
  })
})

describe('a row', () => {
  it('is rated by the owner only where there is no independent rating', () => {
    const owner = { ...at('Amber'), status: 'value', value: 'amber' } as const
    expect(ratingField(rowOf({ ratingIpa: { ...at(''), status: 'blank' }, ratingSro: owner }))).toBe('ratingSro')
    expect(ratingField(rowOf({ ratingIpa: { ...at('Exempt'), status: 'exempt' }, ratingSro: owner }))).toBe('ratingIpa')
  })
  it('tells each oddity once', () => {
    const exempt = { ...at('Exempt'), status: 'exempt' } as const
    expect(flagsOf(rowOf({ wholeLifeCost: exempt, benefits: exempt, endOn: { ...at('2020'), status: 'value', value: '2020-01-01', suspect: 'END_BEFORE_START' } }))).toEqual(['end_before_start', 'exempt'])
  })
})

describe('linking', () => {
  const link = (more: Partial<LinkRow>): LinkRow => ({ number: 1, name: 'Bridge', publishedId: null, duplicateOf: null, asOf: '2024-03-31', ...more })
  const known = [{ id: 'one', key: 'I-0001', publishedId: null, names: ['Bridge'] }]
  const linked = (rows: readonly LinkRow[], all = known) => linkRows(rows, all).map(({ linkedBy, initiativeId, begins }) => [linkedBy, initiativeId, begins])
  it('refuses a row that repeats an earlier one', () => expect(linked([link({ publishedId: 'X9' }), link({ number: 2, publishedId: 'X9', duplicateOf: 1 })])).toEqual([['name', 'one', 1], ['refused', null, 2]]))
  it('takes a key of ours for an id only in a file that gives it', () => expect(linked([link({ name: 'Renamed', publishedId: 'i-0001' })])).toEqual([['id', 'one', 1]]))
  it('continues in later positions what an earlier one of the file began', () => {
    const rows = [link({ number: 2, publishedId: 'P7', name: 'Canal', asOf: '2013-09-01' }), link({ number: 1, publishedId: 'P7', name: 'Canal, widened', asOf: '2014-01-01' })]
    expect(linked(rows, [])).toEqual([['new', null, 2], ['id', null, 2]])
  })
})

describe('units', () => {
  const known = [{ id: 'dot', code: 'DOT', name: 'Department of Transport', parentId: null, kind: 'department' as const, version: 1 }, { id: 'roads', code: 'ROADS', name: 'Roads', parentId: 'dot', kind: 'team' as const, version: 1 }]
  const resolve = (...paths: string[][]) => resolveUnits(known, paths.map((path) => ({ path, code: null, rows: 1 })))
  it('are found by name or code, below the one before', () => {
    const units = resolve(['dot', 'ROADS'], ['Department of transport'])
    expect([units.idOf(['dot', 'ROADS']), units.idOf(['Department of transport']), units.added]).toEqual(['roads', 'dot', []])
  })
  it('are added parents first, each once, the same name below another parent anew', () => {
    const units = resolve(['Treasury', 'Roads'], ['treasury', 'roads'], ['Treasury'])
    expect(units.added.map(({ name, path, kind, initiatives }) => [name, path.length, kind, initiatives])).toEqual([['Treasury', 1, 'department', 1], ['Roads', 2, 'team', 2]])
    expect(units.added[1]?.parentId).toBe(units.added[0]?.id)
    expect(new Set(units.added.map(({ code }) => code)).size).toBe(2)
  })
})

describe('the current fields', () => {
  const cells: DraftCells = { wholeLifeCost: { ...at('5'), status: 'value', value: money(5n, 'GBP') }, category: { ...at('Roads'), status: 'value', value: 'Roads' } }
  const applied = (more: DraftCells = cells, currency = 'GBP'): AppliedRow => {
    const { content } = stagedRow(rowOf(more), { ...draft, currency })
    return { row: { parts: content.parts, flags: content.report.flags }, reportId: 'r', unitId: null, publication: 'Spring', asOf: '2024-03-31' }
  }
  const initiative = (changes: object = {}) => ({ ...positionOf(undefined, applied()), org_id: 'o', id: 'i', version: 1, key: 'I-0001', kind: 'project', state: 'active', mandatory: false, created_at: '', removed_at: null, ...changes }) as InitiativeRecord

  it('do not change when the same position is applied again', () => {
    expect(changedColumns(initiative(), positionOf(initiative(), applied()))).toEqual([])
  })
  it('keep a text that a later position leaves blank, and not a figure', () => {
    expect(positionOf(initiative(), applied({ wholeLifeCost: { ...at(''), status: 'blank' } }))).toMatchObject({ category: 'Roads', cost_minor: null, cost_reason: 'NOT_PUBLISHED' })
  })
  it('keep what a person entered after the date of the position, and give way to a later one', () => {
    const entered = (on: string) => initiative({ cost_minor: '9', sources: { cost: { kind: 'entered', by: 'Ada', at: `${on}T10:00:00Z` } } })
    expect(positionOf(entered('2024-04-01'), applied())).toMatchObject({ cost_minor: '9', sources: { cost: { kind: 'entered' } } })
    expect(positionOf(entered('2024-03-01'), applied())).toMatchObject({ cost_minor: '5', sources: { cost: { kind: 'published', cell: 'D2' } } })
  })
  it('hold no amount in another currency', () => {
    expect(positionOf(undefined, applied(cells, 'EUR'))).toMatchObject({ cost_minor: null, cost_reason: 'MIXED_UNITS' })
  })
})

describe('a row that is kept', () => {
  it('says the same when it is taken apart again', () => {
    const cells: DraftCells = {
      name: { ...at('Bridge'), status: 'value', value: 'Bridge' }, category: { ...at(' Roads '), status: 'value', value: 'Roads' }, department: { ...at('DfT'), status: 'value', value: 'DfT' }, description: { ...at(`A "long" text, ${'x'.repeat(400)}`), status: 'value', value: `A "long" text, ${'x'.repeat(400)}` },
      wholeLifeCost: { ...at('5'), status: 'value', value: money(5n, 'GBP') }, benefits: { ...at('exempt'), status: 'exempt' }, startOn: { ...at(''), status: 'blank' }, ratingIpa: { ...at('Amber'), status: 'value', value: 'amber' },
    }
    for (const read of [cells, {}]) {
      const row = stagedRow(rowOf(read), draft)
      expect(unpackedRows(packedRows([row]))).toEqual(JSON.parse(JSON.stringify([row])))
      // What earlier versions kept: parts as they are, and parts as a text.
      expect(unpackedRows(Buffer.from(JSON.stringify([row])))).toEqual(JSON.parse(JSON.stringify([row])))
    }
    const kept = { number: 1, content: { row: 2, said: '[["name",["Bridge"],0,"A2"]]' } }
    expect(unpackedRows(Buffer.from(JSON.stringify([kept])))[0]?.content.parts).toEqual([{ field: 'name', columns: { name: 'Bridge' }, silent: false, source: { cell: 'A2', asPublished: 'Bridge' } }])
  })
  it('is in the piece that its number says', () => expect([1, 250, 251, 500, 501].map(pieceOf)).toEqual([1, 1, 2, 2, 3]))
})

describe('the index of rows', () => {
  const rows = (...given: Partial<DraftRow>[]) => given.map((more, at) => stagedRow(rowOf({}, { number: at + 1, ...more }), draft))
  const made = (...given: Partial<DraftRow>[]) => {
    const { add, index } = indexOfRows()
    rows(...given).forEach(add)
    return unpackedIndex(packedIndex(index()))
  }
  it('gives rows to be linked, the oldest position first', () => {
    const index = made({ asOf: '2024-03-31', name: 'A' }, { asOf: '2023-03-31', name: 'B', publishedId: 'P1' }, { asOf: '2023-03-31', name: 'B', publishedId: 'P1', duplicateOf: 2 })
    expect(linkRowsOf(index).map(({ number, name, publishedId, duplicateOf, asOf }) => [number, name, publishedId, duplicateOf, asOf])).toEqual([[2, 'B', 'P1', null, '2023-03-31'], [3, 'B', 'P1', 2, '2023-03-31'], [1, 'A', null, null, '2024-03-31']])
  })
  it('counts the units that rows name, each path once, those apart that repeat a row', () => {
    expect(made({ organisation: ['A', 'B'] }, { organisation: ['A', 'B'] }, { organisation: ['A'] }, {}, { organisation: ['C'], duplicateOf: 1 }).units).toEqual([{ path: ['A', 'B'], code: null, rows: 2 }, { path: ['A'], code: null, rows: 1 }])
  })
})

describe('the fingerprint of a row', () => {
  const hash = (cells: DraftCells, more: Partial<DraftRow> = {}) => stagedRow(rowOf(cells, more), draft).content_hash
  const cost = (minor: bigint, row = 2): DraftCells => ({ wholeLifeCost: { asPublished: '5', place: { sheet: 'S', row, column: 4 }, status: 'value', value: money(minor, 'GBP') } })
  it('is that of what it says, not of where it stands', () => {
    expect(hash(cost(5n))).toBe(hash(cost(5n, 9), { number: 8 }))
    expect(hash(cost(5n))).not.toBe(hash(cost(6n)))
    expect(hash(cost(5n))).not.toBe(hash(cost(5n), { organisation: ['DfT'] }))
  })
})

describe('reading', () => {
  it('gives the same import for the same bytes and choices', async () => {
    const source = { bytes: Buffer.from('Name,Cost\nBridge,5\nTunnel,6'), fileName: 'plan.csv', choices: { asOf: '2024-03-31', fields: [{ column: 2, field: 'benefits' }] }, currency: 'EUR' }
    const [one, two] = [await readImport(source), await readImport(source)]
    expect(one).toEqual(two)
    expect(one.ok && one.value.draft.rows[0]?.cells.benefits).toMatchObject({ status: 'value' })
  })
  it.each([[9, 'name', 'MAPPING_DOES_NOT_FIT'], [1, 'nonsense', 'UNKNOWN_FIELD']])('refuses a correction of column %i to %s by name', async (column, field, code) => {
    expect(await readImport({ bytes: Buffer.from('Name,Cost\nBridge,5'), fileName: 'plan.csv', choices: { fields: [{ column, field }] }, currency: 'EUR' })).toMatchObject({ ok: false, refusal: { code } })
  })
  it('takes the title from the name of the file', () => expect(['a/b/Plan 2024.xlsx', '.csv', 'v1.2 final.csv'].map(titleOf)).toEqual(['Plan 2024', '.csv', 'v1.2 final']))
})
