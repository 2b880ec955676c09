import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { RowSource } from '../../../ui/grid/index.ts'
import type { InitiativeRow } from '@throughline/contract/demand'
import { LocaleProvider } from '../../../ui/locale.tsx'
import { columns, fields, listWindow, row } from './fixture.ts'
import { InitiativesPage, type InitiativesProps } from './Page.tsx'
import type { ViewActs } from './use-views.ts'

const done = async () => ok(undefined)
const views: ViewActs = { views: [], active: undefined, changed: false, onChoose: () => undefined, onSave: done, onSaveAs: done, onChange: done, onRemove: done, onReset: () => undefined }
const full = (value = listWindow): InitiativesProps['reading'] => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const nothing = () => undefined
const props: InitiativesProps = {
  reading: full(), rows: [row], source: undefined, pictured: undefined, columns, fields, units: [], currency: 'GBP', canEdit: true, view: 'grid', currentOnly: true, look: {}, views, conflicts: [], matching: 1,
  fieldActs: { onAdd: done, onChange: done, onRemove: done }, onView: nothing, onCurrentOnly: nothing, onLook: nothing, onOpen: nothing, onEdits: async () => ({ issues: [] }), onSettle: nothing, onFork: async () => ok({}), onBulk: async () => ok({ issues: [], conflicts: [], changed: 0 }),
  onAdd: async () => ok(row), find: async () => [], onRemove: done, onExport: nothing, mayChange: () => true, say: nothing,
}
const shown = (change: Partial<InitiativesProps>): string => renderToStaticMarkup(<LocaleProvider locale="en-GB"><InitiativesPage {...props} {...change} /></LocaleProvider>)
const view = { id: 'v1', list: 'initiatives', name: 'Board', look: {}, sharing: 'private' as const, owner: 'Ada', mine: true, version: 1 }

describe('the page of initiatives', () => {
  it('loading: says what', () => expect(shown({ reading: { state: 'loading' } })).toContain('initiatives'))
  it('refused: says why', () => expect(shown({ reading: { state: 'refused', problem: { type: '', title: 'Sign in first', status: 401, detail: 'This needs a session.', code: 'session_required' }, again: nothing } })).toContain('This needs a session.'))
  it('partial: rows or the look that are still on their way', () => {
    expect(shown({ rows: undefined })).toContain('Loading initiatives')
    expect(shown({ look: undefined })).toContain('Loading initiatives')
    expect(shown({ view: 'picture' })).toContain('Loading the picture')
  })
  it('empty: leads to an import, and gives a viewer nothing to change', () => {
    const empty = { reading: full({ ...listWindow, total: 0, rows: [], publications: [] }), rows: [] }
    expect(shown(empty)).toContain('href="/demand/import"')
    expect(shown({ ...empty, canEdit: false })).not.toContain('href="/demand/import"')
    expect(shown({ canEdit: false })).not.toContain('More</button>')
  })
  it('full: a row that one may not change says so in its cells, beside one that one may', () => {
    const readOnly = (html: string): number => html.split('Your role changes other initiatives, not this one').length - 1
    expect(readOnly(shown({ rows: [row] }))).toBe(0)
    const mixed = shown({ rows: [row, { ...row, id: 'other', may: [] }] })
    expect(readOnly(mixed)).toBeGreaterThan(5)
    expect(mixed).toMatch(/aria-readonly="true"[^>]*title="[^"]*Your role changes other initiatives/)
  })
  it('full: names the view in force, and says where it was changed', () => {
    expect(shown({})).toContain('Views</button>')
    expect(shown({ views: { ...views, views: [view], active: view, changed: true } })).toContain('Board · changed')
  })
  it('full: of very many, what is in sight comes from the source', () => {
    const source: RowSource<InitiativeRow> = { count: 100_000, total: 100_000, window: (from, to) => Array.from({ length: to - from }, (_, offset) => (from + offset === 0 ? row : undefined)), onNeed: nothing, read: async () => [] }
    expect(shown({ rows: undefined, source })).toContain('100,000 initiatives')
  })
  it('the picture lists beside it what has no place in it, and says where it shows the largest alone', () => {
    const html = shown({ view: 'picture', pictured: { rows: [row], of: 1 } })
    expect(html).toContain('Benefits: Undefined: the publisher withheld the figure')
    expect(html).not.toContain('largest by cost')
    expect(shown({ view: 'picture', pictured: { rows: [row], of: 20_000 } })).toContain('largest by cost, of 20,000')
  })
})
