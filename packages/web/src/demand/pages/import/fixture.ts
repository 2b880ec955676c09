import type { ImportDraft, ImportIssue, ImportMemory, ImportRow, ImportSummary } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Reading } from '../../../wire/index.ts'
import type { Earlier, ImportLists, IssuesAsk, Paged, RowsAsk } from './acts.ts'

const money = (minor: string) => ({ minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const figure = (minor: string, asPublished: string): ImportRow['cost'] => ({ metric: { status: 'ok', value: money(minor) }, low: null, high: null, asPublished, suspect: null })
const withheld: ImportRow['cost'] = { metric: { status: 'undefined', reason: 'EXEMPT' }, low: null, high: null, asPublished: 'Exempt under Section 43', suspect: null }
const place = (row: number, cell: string) => ({ sheet: 'Data', row, column: 3, cell })
const column = { because: 'heading' as const, reason: 'the heading says so', keepAs: null, alternatives: [] }

/** Four rows of a publication: one new, one known by id that changes, one by a former name, one that repeats the first. */
export const draft: ImportDraft = {
  id: '01900000-0000-7000-8000-000000000001', fileName: 'report_2023_24.csv', bytes: 5_120, format: 'csv', state: 'preview', jobId: null, problem: null, by: 'Ada Lovelace', at: '2024-05-01T08:00:00.000Z',
  applied: null, appliedBy: null, appliedAt: null, undone: null, sheets: [{ name: 'Data', rows: 5 }, { name: 'Notes', rows: 2 }], sheet: 'Data', transposed: false,
  title: 'report_2023_24', asOf: '2024-03-31', asOfBecause: 'the file’s name says 2023/24: its last day', ratingScale: 'three_point', positions: [{ asOf: '2024-03-31', title: 'report_2023_24', rows: 4, standing: 'newest' }],
  columns: [
    { ...column, column: 1, header: 'Project Name', samples: ['Network renewal', 'Port customs'], field: 'name', confidence: 1 },
    { ...column, column: 2, header: 'Colour of the moon', samples: ['Blue'], field: null, confidence: 0, because: 'nothing', reason: 'no field has such a heading', keepAs: 'custom:Colour of the moon' },
    { ...column, column: 3, header: 'Whole Life Cost (£m)', samples: ['900', '120'], field: 'wholeLifeCost', confidence: 0.55, because: 'remembered', reason: 'you chose it before' },
  ],
  fields: [{ key: 'name', label: 'Name', kind: 'text', required: true }, { key: 'wholeLifeCost', label: 'Whole-life cost', kind: 'money', required: false }],
  remembered: { id: '01900000-0000-7000-8000-0000000000aa', fileName: 'report_2022_23.csv', at: '2023-05-02T08:00:00.000Z', by: 'Grace Hopper', columns: 1 },
  counts: { rows: 4, created: 1, updated: 2, refused: 1, errors: 1, warnings: 1, notes: 1 }, effect: { changed: 1, unchanged: 1, history: 0, current: 6, leaving: 2, units: 24 }, scope: null, short: false,
  changes: [{ field: 'cost', initiatives: 1 }], units: [{ path: ['Transport', 'Roads'], initiatives: 3 }], leaving: [{ id: '01900000-0000-7000-8000-0000000000bb', key: 'I-0007', name: 'Old canal' }, { id: '01900000-0000-7000-8000-0000000000bc', key: 'I-0008', name: 'Old lock' }],
  issueKinds: [{ code: 'DUPLICATE_KEY', severity: 'error', words: 'An earlier row has the same key', count: 1 }, { code: 'NEGATIVE_COST', severity: 'warning', words: 'A cost is below zero', count: 1 }, { code: 'UNMAPPED_COLUMN', severity: 'note', words: 'A column was not read because no field matches it', count: 1 }],
  issuesInAll: 3, stale: false, fileGoneAt: null,
}
const result = { publicationId: draft.id, title: draft.title, publications: 1, created: 17, updated: 211, changed: 180, unchanged: 31, left: 12, units: 2, refused: 1, issues: 3, nothingNew: false }
export const applied: ImportDraft = { ...draft, state: 'applied', appliedBy: 'Ada Lovelace', appliedAt: '2024-05-01T09:00:00.000Z', applied: result }
export const undone: ImportDraft = {
  ...applied, state: 'undone',
  undone: { at: '2024-05-02T09:00:00.000Z', by: 'Grace Hopper', restored: 179, removed: 17, publications: 1, reinstated: 1, units: 2, conflictsInAll: 1, conflicts: [{ id: draft.id, kind: 'initiative', name: 'Port customs', field: 'cost', found: '7.00 GBP', before: '5.00 GBP', by: 'Alan Turing' }] },
}
export const reading: ImportDraft = { ...draft, state: 'reading', jobId: draft.id, columns: [], positions: [], sheets: [], counts: { ...draft.counts, rows: 0 } }

export const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
export const paged = <Row, Ask extends object>(rows: readonly Row[], ask: Ask & { readonly from: number }, total = rows.length): Paged<Row, Ask> => ({ reading: full({ total, from: ask.from, rows }), ask, onAsk: () => undefined })

export const rows: readonly ImportRow[] = [
  { number: 1, row: 2, asOf: '2024-03-31', name: 'Network renewal', publishedId: 'P-1', match: 'new', matchedName: null, unit: 'Transport', rating: { scale: 'three_point', level: 'amber' }, cost: figure('90000000000', '900'), benefits: withheld, startOn: '2020-04-01', endOn: '2030-03-31', effect: 'new', changes: [], issues: 0 },
  { number: 2, row: 3, asOf: '2024-03-31', name: 'Port customs', publishedId: 'P-2', match: 'id', matchedName: 'Port customs platform', unit: 'Treasury', rating: null, cost: { ...figure('-100000000', '-1'), suspect: 'negative_cost' }, benefits: withheld, startOn: null, endOn: null, effect: 'changed', changes: [{ field: 'cost', before: '5.00 GBP', after: '-1.00 GBP' }], issues: 1 },
  { number: 3, row: 4, asOf: '2024-03-31', name: 'Payments', publishedId: null, match: 'former_name', matchedName: 'Payments modernisation', unit: 'Treasury', rating: null, cost: figure('26000000000', '260'), benefits: withheld, startOn: null, endOn: null, effect: 'unchanged', changes: [], issues: 0 },
  { number: 4, row: 5, asOf: '2024-03-31', name: 'Network renewal', publishedId: 'P-1', match: 'refused', matchedName: null, unit: 'Transport', rating: null, cost: withheld, benefits: withheld, startOn: null, endOn: null, effect: 'refused', changes: [], issues: 1 },
]
export const issues: readonly ImportIssue[] = [
  { number: 0, row: 4, code: 'DUPLICATE_KEY', severity: 'error', place: place(5, 'A5'), found: 'Network renewal', expected: 'a key of its own', message: 'An earlier row has the same key (sheet ‘Data’, cell A5). Found: Network renewal. Expected: a key of its own.' },
  { number: 1, row: 2, code: 'NEGATIVE_COST', severity: 'warning', place: place(3, 'C3'), found: '-1', expected: 'a cost of zero or more', message: 'A cost is below zero (sheet ‘Data’, cell C3).' },
  { number: 2, row: null, code: 'UNMAPPED_COLUMN', severity: 'note', place: { sheet: 'Data', row: 0, column: 2, cell: '' }, found: 'Colour of the moon', expected: 'a known heading', message: 'A column was not read because no field matches it (sheet ‘Data’).' },
]
export const lists: ImportLists = { rows: paged<ImportRow, RowsAsk>(rows, { from: 0 }), issues: paged<ImportIssue, IssuesAsk>(issues, { from: 0 }) }

export const summary: ImportSummary = { id: draft.id, fileName: 'report_2022_23.csv', bytes: 4_000, state: 'applied', jobId: null, by: 'Ada Lovelace', at: '2023-05-02T08:00:00.000Z', appliedBy: 'Ada Lovelace', appliedAt: '2023-05-02T09:00:00.000Z', undoneBy: null, undoneAt: null, title: 'Report 2022-23', asOf: '2023-03-31', rows: 244, created: 30, changed: 200, unchanged: 14 }
export const lesson: ImportMemory = { id: draft.id, fileName: 'report_2022_23.csv', at: '2023-05-02T08:00:00.000Z', by: 'Grace Hopper', forgottenAt: null, forgottenBy: null, columns: [{ heading: 'wlc m', field: 'wholeLifeCost' }] }
export const nothingEarlier: Earlier = { imports: paged<ImportSummary, object>([], { from: 0 }), memory: full([]), forget: async () => ({ ok: true, value: {} }) }

export const unreadable: Problem = { type: '/problems#file_unreadable', title: 'The file cannot be read', status: 422, code: 'file_unreadable', detail: 'photo.png: is not a text file: found byte 0x89 at position 1. Expected a CSV or XLSX file.' }
