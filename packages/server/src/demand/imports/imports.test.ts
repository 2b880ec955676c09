import { describe, expect, it } from 'vitest'
import { money } from '@throughline/engine/kernel'
import type { DraftCells, DraftRow, PortfolioDraft } from '@throughline/exchange/portfolio'
import { readImport, titleOf } from './choices.ts'
import { planRows } from './plan.ts'
import { changedColumns, positionOf, type AppliedRow } from './position.ts'
import { flagsOf, ratingField, reportOf, storedAmount } from './report.ts'

const at = (asPublished: string) => ({ asPublished, place: { sheet: 'S', row: 2, column: 4 } })
const rowOf = (cells: DraftCells, more: Partial<DraftRow> = {}): DraftRow => ({ number: 1, place: { sheet: 'S', row: 2, column: 1 }, name: 'Bridge', cells, asOf: undefined, organisation: [], years: [], custom: [], ...more })
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
  it('that repeats an earlier one is refused; a key of ours counts as an id only in a file that gives it', () => {
    const known = [{ id: 'one', key: 'I-0001', publishedId: null, names: ['Bridge'] }]
    const plan = (rows: readonly DraftRow[]) => planRows({ ...draft, rows }, known).rows.map(({ linkedBy, initiativeId }) => [linkedBy, initiativeId])
    expect(plan([rowOf({}, { publishedId: 'X9' }), rowOf({}, { number: 2, publishedId: 'X9', duplicateOf: 1 })])).toEqual([['name', 'one'], ['refused', null]])
    expect(plan([rowOf({}, { name: 'Renamed', publishedId: 'i-0001' })])).toEqual([['id', 'one']])
  })
})

describe('the current fields', () => {
  const cells: DraftCells = { wholeLifeCost: { ...at('5'), status: 'value', value: money(5n, 'GBP') }, category: { ...at('Roads'), status: 'value', value: 'Roads' } }
  const applied = (more: DraftCells = cells, currency = 'GBP'): AppliedRow => {
    const row = rowOf(more)
    return { row, report: reportOf({ row, initiativeId: null, linkedBy: 'new' }, draft, 'r'), unitId: null, publication: 'Spring', asOf: '2024-03-31', currency }
  }
  const initiative = (changes: object = {}) => ({ ...positionOf(undefined, applied()), org_id: 'o', id: 'i', version: 1, key: 'I-0001', kind: 'project', state: 'active', mandatory: false, created_at: '', removed_at: null, ...changes }) as const

  it('do not change when the same position is applied again', () => {
    expect(changedColumns(initiative(), positionOf(initiative() as never, applied()))).toEqual([])
  })
  it('keep a text that a later position leaves blank, and not a figure', () => {
    expect(positionOf(initiative() as never, applied({ wholeLifeCost: { ...at(''), status: 'blank' } }))).toMatchObject({ category: 'Roads', cost_minor: null, cost_reason: 'NOT_PUBLISHED' })
  })
  it('keep what a person entered after the date of the position, and give way to a later one', () => {
    const entered = (on: string) => initiative({ cost_minor: '9', sources: { cost: { kind: 'entered', by: 'Ada', at: `${on}T10:00:00Z` } } })
    expect(positionOf(entered('2024-04-01') as never, applied())).toMatchObject({ cost_minor: '9', sources: { cost: { kind: 'entered' } } })
    expect(positionOf(entered('2024-03-01') as never, applied())).toMatchObject({ cost_minor: '5', sources: { cost: { kind: 'published', cell: 'D2' } } })
  })
  it('hold no amount in another currency', () => {
    expect(positionOf(undefined, applied(cells, 'EUR'))).toMatchObject({ cost_minor: null, cost_reason: 'MIXED_UNITS' })
  })
})

describe('reading', () => {
  it('gives the same import for the same bytes and choices', async () => {
    const file = { bytes: Buffer.from('Name,Cost\nBridge,5\nTunnel,6'), fileName: 'plan.csv' }
    const choices = { asOf: '2024-03-31', fields: [{ column: 2, field: 'benefits' }] }
    const [one, two] = [await readImport(file, choices, 'EUR'), await readImport(file, choices, 'EUR')]
    expect(one).toEqual(two)
    expect(one.ok && one.value.draft.rows[0]?.cells.benefits).toMatchObject({ status: 'value' })
  })
  it('takes the title from the name of the file', () => expect(['a/b/Plan 2024.xlsx', '.csv', 'v1.2 final.csv'].map(titleOf)).toEqual(['Plan 2024', '.csv', 'v1.2 final']))
})
