import type { ImportDraft } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Reading } from '../../../wire/index.ts'

const money = (minor: string) => ({ minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const })
const figure = (minor: string, asPublished: string): ImportDraft['rows'][number]['cost'] => ({ metric: { status: 'ok', value: money(minor) }, low: null, high: null, asPublished, suspect: null })
const withheld: ImportDraft['rows'][number]['cost'] = { metric: { status: 'undefined', reason: 'EXEMPT' }, low: null, high: null, asPublished: 'Exempt under Section 43', suspect: null }
const place = (row: number, cell: string) => ({ sheet: 'Data', row, column: 3, cell })

/** Four rows of a publication: one new, one known by id, one by a former name, one that repeats the first. */
export const draft: ImportDraft = {
  id: '01900000-0000-7000-8000-000000000001', fileName: 'report_2023_24.csv', format: 'csv', state: 'preview', applied: null, sheets: [{ name: 'Data', rows: 5 }, { name: 'Notes', rows: 2 }], sheet: 'Data', transposed: false,
  title: 'report_2023_24', asOf: '2024-03-31', asOfBecause: 'the file’s name says 2023/24: its last day', ratingScale: 'three_point',
  columns: [
    { column: 1, header: 'Project Name', samples: ['Network renewal', 'Port customs'], field: 'name', confidence: 1 },
    { column: 2, header: 'Colour of the moon', samples: ['Blue'], field: null, confidence: 0 },
    { column: 3, header: 'Whole Life Cost (£m)', samples: ['900', '120'], field: 'wholeLifeCost', confidence: 0.55 },
  ],
  fields: [{ key: 'name', label: 'Name', kind: 'text', required: true }, { key: 'wholeLifeCost', label: 'Whole-life cost', kind: 'money', required: false }],
  counts: { rows: 4, created: 1, updated: 2, refused: 1, errors: 1, warnings: 1, notes: 1 },
  issues: [
    { code: 'DUPLICATE_KEY', severity: 'error', place: place(5, 'A5'), found: 'Network renewal', expected: 'a key of its own', message: 'An earlier row has the same key (sheet ‘Data’, cell A5). Found: Network renewal. Expected: a key of its own.' },
    { code: 'NEGATIVE_COST', severity: 'warning', place: place(3, 'C3'), found: '-1', expected: 'a cost of zero or more', message: 'A cost is below zero (sheet ‘Data’, cell C3).' },
    { code: 'UNMAPPED_COLUMN', severity: 'note', place: { sheet: 'Data', row: 0, column: 2, cell: '' }, found: 'Colour of the moon', expected: 'a known heading', message: 'A column was not read because no field matches it (sheet ‘Data’).' },
  ],
  issuesInAll: 3,
  rows: [
    { row: 2, name: 'Network renewal', match: 'new', matchedName: null, unit: 'Transport', rating: { scale: 'three_point', level: 'amber' }, cost: figure('90000000000', '900'), benefits: withheld, startOn: '2020-04-01', endOn: '2030-03-31' },
    { row: 3, name: 'Port customs', match: 'id', matchedName: 'Port customs platform', unit: 'Treasury', rating: null, cost: { ...figure('-100000000', '-1'), suspect: 'negative_cost' }, benefits: withheld, startOn: null, endOn: null },
    { row: 4, name: 'Payments', match: 'former_name', matchedName: 'Payments modernisation', unit: 'Treasury', rating: null, cost: figure('26000000000', '260'), benefits: withheld, startOn: null, endOn: null },
    { row: 5, name: 'Network renewal', match: 'refused', matchedName: null, unit: 'Transport', rating: null, cost: withheld, benefits: withheld, startOn: null, endOn: null },
  ],
}
export const applied: ImportDraft = { ...draft, state: 'applied', applied: { publicationId: draft.id, title: draft.title, created: 17, updated: 211, refused: 1, issues: 3 } }

export const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
export const unreadable: Problem = { type: '/problems#file_unreadable', title: 'The file cannot be read', status: 422, code: 'file_unreadable', detail: 'photo.png: is not a text file: found byte 0x89 at position 1. Expected a CSV or XLSX file.' }
