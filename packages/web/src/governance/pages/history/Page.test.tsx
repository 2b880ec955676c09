import type { Revision } from '@throughline/contract/demand'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { HistoryPage, placeOfRevision } from './Page.tsx'

const revision: Revision = {
  id: '01900000-0000-7000-8000-000000000001', at: '2026-11-20T14:05:00Z', by: 'Anna Lindqvist', act: 'demand.change-initiative', kind: 'initiative', entityId: '01900000-0000-7000-8000-0000000000aa', why: 'Agreed at the November board',
  changes: [{ field: 'costMinor', before: '120000', after: '150000' }, { field: 'sponsor', before: null, after: 'Peter Novak' }, { field: 'rating', before: { scale: 'three_point', level: 'green' }, after: null }],
}
const full = (value: readonly Revision[], left = false): string => show({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined }, left)
const show = (revisions: Reading<readonly Revision[]>, left = false): string =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><HistoryPage revisions={revisions} currency="GBP" ofOne={false} more={{ left, busy: false, onMore: () => undefined }} onAll={() => undefined} /></LocaleProvider>)

describe('history', () => {
  it('empty: says what will be here', () => expect(full([])).toContain('Nothing has been changed yet'))
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading the history'))
  it('refused', () => expect(show({ state: 'refused', problem: { type: '/problems#role_insufficient', title: 'Your role does not allow this', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.'))
  it('full: every field with what stood there before and after', () => {
    const html = full([revision])
    for (const words of ['Change initiative', 'Anna Lindqvist', 'Agreed at the November board', '<dt class="text-ink-3">Cost</dt>', '<del class="line-clamp-2 text-ink-3">1200.00 GBP</del>', '1500.00 GBP', 'Peter Novak', 'scale three point, level green']) expect(html).toContain(words)
    expect(html).not.toContain('Show older changes')
  })
  it('partial: offers the older changes', () => expect(full([revision], true)).toContain('Show older changes'))
  it('links to what was changed, and to nothing where it has no page', () => {
    expect(placeOfRevision(revision)).toBe(`/demand/initiatives/${revision.entityId}`)
    expect(placeOfRevision({ ...revision, kind: 'organisation' })).toBeUndefined()
  })
})
