import type { InitiativeList, InitiativeRow } from '@throughline/contract/demand'
import { ok } from '@throughline/engine/kernel'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formatIn } from '../../../format/index.ts'
import { initiativeColumns } from './columns.ts'
import { changeOf } from './edits.ts'
import { InitiativesPage, type InitiativesProps } from './Page.tsx'

const money = (minor: string) => ({ status: 'ok' as const, value: { minor, currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const } })
const row: InitiativeRow = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057', key: 'I-1', name: 'Faster claims', kind: 'project', state: 'active', unitId: null, unit: null, category: null, sponsor: null, mandatory: false,
  rating: { scale: 'three_point', level: 'amber' }, ratingAsOf: '2024-03-31', previousRating: null, startOn: '2024-01-01', endOn: null, cost: money('123456789012'), benefits: { status: 'undefined', reason: 'EXEMPT' },
  inYearBaseline: { status: 'missing', inputs: ['inYearBaseline'] }, inYearForecast: { status: 'missing', inputs: ['inYearForecast'] }, ratio: { status: 'undefined', reason: 'EXEMPT' }, alignment: { status: 'missing', inputs: ['contribution'] },
  objectives: 0, current: true, reports: 1, flags: ['exempt'], custom: {}, version: 1,
}
const list: InitiativeList = { rows: [row], publications: [{ id: row.id, title: 'Annual report', asOf: '2024-03-31', rows: 1 }] }
const props: InitiativesProps = {
  reading: { state: 'full', value: list, refreshing: false, problem: undefined, again: () => undefined }, units: [], currency: 'GBP', canEdit: true, view: 'grid', currentOnly: true,
  onView: () => undefined, onCurrentOnly: () => undefined, onOpen: () => undefined, onEdit: async () => ok(null), onAdd: async () => ok(row), onRemove: async () => ok(null), onExport: () => undefined,
}
const shown = (change: Partial<InitiativesProps>): string => renderToString(<InitiativesPage {...props} {...change} />)

describe('the page of initiatives', () => {
  it('says what it is loading, and why it was refused', () => {
    expect(shown({ reading: { state: 'loading' } })).toContain('initiatives')
    expect(shown({ reading: { state: 'refused', problem: { type: '', title: 'Sign in first', status: 401, detail: 'This needs a session.', code: 'session_required' }, again: () => undefined } })).toContain('This needs a session.')
  })

  it('leads from an empty organisation to an import, and gives a viewer nothing to change', () => {
    const empty = { state: 'full' as const, value: { rows: [], publications: [] }, refreshing: false, problem: undefined, again: () => undefined }
    expect(shown({ reading: empty })).toContain('href="/demand/import"')
    expect(shown({ reading: empty, canEdit: false })).not.toContain('href="/demand/import"')
    expect(shown({})).toContain('Remove</button>')
    expect(shown({ canEdit: false })).not.toContain('Remove</button>')
  })

  it('lists beside the picture what has no place in it, with the reason', () => {
    expect(shown({ view: 'picture' })).toContain('Benefits: Undefined: the publisher withheld the figure')
  })
})

describe('columns', () => {
  const columns = initiativeColumns({ units: [], currency: 'GBP', format: formatIn('en-GB'), canEdit: true })
  it('show amounts in millions and never a figure that is not there', () => {
    const [cost, benefits] = ['cost', 'benefits'].map((key) => columns.find((column) => column.key === key))
    expect([cost?.get(row), cost?.format?.(cost.get(row), row)]).toEqual([1234.56789012, '1,234.6'])
    expect([benefits?.get(row), benefits?.absent?.(row)]).toEqual([null, 'Withheld'])
  })
  it('sum amounts for a group and leave out those without a figure; ratings have no total', () => {
    expect(columns.find(({ key }) => key === 'benefits')?.total?.([row])).toBe('')
    expect(columns.find(({ key }) => key === 'rating')?.total).toBeUndefined()
  })
})

describe('entering a value', () => {
  it('reads millions to the penny', () => {
    expect(changeOf(row, 'cost', '0.00000001', 'GBP')).toEqual(ok({ costMinor: '1' }))
    expect(changeOf(row, 'cost', '', 'GBP')).toEqual(ok({ costMinor: null }))
    expect(changeOf(row, 'cost', 'a lot', 'GBP')).toMatchObject({ ok: false })
  })
  it('keeps a rating on its scale', () => {
    expect(changeOf(row, 'rating', 'amber_red', 'GBP')).toMatchObject({ ok: false })
    expect(changeOf({ ...row, rating: null }, 'rating', 'amber_red', 'GBP')).toEqual(ok({ rating: { scale: 'five_point', level: 'amber_red' } }))
  })
})
