import type { MethodLibrary, MethodSheet } from '@throughline/contract/governance'
import { ratingSpread, usageOf } from '@throughline/engine/governance'
import { toWire } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import type { MethodActs } from './acts.ts'
import { MethodLibraryPage } from './Page.tsx'

const spread = ratingSpread([5, 5, 4, 2, 1])
const ratings = { rated: spread.rated, classes: spread.classes.map((one) => ({ ...one })), median: toWire(spread.median) }
const used = usageOf([{ itemId: 'm', initiativeId: 'b', begunOn: '2026-01-05', endedOn: '2026-02-01', verdict: 'helped' }, { itemId: 'm', initiativeId: 'f', begunOn: '2026-03-01', endedOn: null, verdict: null }], '2026-03-02')
const usage = { ...used, uses: toWire(used.uses), verdicts: used.verdicts.map((one) => ({ ...one })) }
const library: MethodLibrary = {
  on: '2026-03-02', omitted: 3, counts: { draft: 1, published: 2, retired: 1 }, themes: ['risk'], quarters: [{ label: 'Q4 2025-26', begun: 2, initiatives: 2 }], unusedDays: 90, unused: [{ id: 'k', name: 'Kanban board', publishedOn: '2025-06-01' }],
  items: [{ id: 'm', name: 'Pre-mortem', kind: 'technique', whenToUse: 'Before approval', themes: ['risk'], state: 'published', ratings, usage, points: null }],
}
const item = { id: 'm', name: 'Pre-mortem', kind: 'technique' as const, state: 'published' as const }
const sheet: MethodSheet = {
  ...item, version: 2, whenToUse: 'Before approval', whenNot: '', guidance: 'Imagine that it failed', examples: ['Harbour'], templates: [{ name: 'Form', link: 'https://example.org/form', text: '' }], themes: ['risk'], elements: [{ frameworkId: 'f', key: 'G1', framework: 'Delivery', name: null }], services: [],
  published: { on: '2025-12-01', by: 'Ada', reason: 'Proved' }, retired: null, from: [{ id: 'r', name: 'Risk list' }], ratings, rated: [{ rating: 5, words: 'It found what mattered', by: 'Bo', at: '2026-01-01T08:00:00.000Z', own: true }], usage, omittedUses: 0,
  uses: [{ id: 'u', version: 1, item, initiative: { id: 'f', name: 'Ferry' }, begunOn: '2026-03-01', purpose: 'The gate in May', by: 'Bo', ended: null }, { id: 'v', version: 2, item, initiative: { id: 'b', name: 'Bridge' }, begunOn: '2026-01-05', purpose: 'The gate', by: 'Bo', ended: { on: '2026-02-01', verdict: 'helped', words: 'Two risks nobody had seen', by: 'Bo' } }],
}
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: MethodActs = { add: never, change: never, publish: never, retire: never, follow: never, rate: never, takeRatingBack: never, use: never, end: never, load: never, preview: never }
const show = (reading: Reading<MethodLibrary>, { open, may = true }: { readonly open?: Reading<MethodSheet>; readonly may?: boolean } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><MethodLibraryPage reading={reading} may={{ edit: may, take: may, use: may }} looking={{}} onLook={() => undefined} sheet={open} onShow={() => undefined} elements={[]} services={[]} published={{ found: [], total: 0, find: () => undefined }} initiatives={{ found: [], total: 0, find: () => undefined }} today="2026-03-02" discuss={() => null} acts={acts} /></LocaleProvider>)

describe('the method library', () => {
  const none = { ...library, items: [], counts: { draft: 0, published: 0, retired: 0 }, unused: [], omitted: 0 }
  it('empty, loading, refused', () => {
    expect(show(full(none))).toMatch(/The method library is empty.*Add an item/s)
    expect(show(full(none), { may: false })).not.toContain('Add an item')
    expect(show({ state: 'loading' })).toContain('Loading the method library')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nothing fits what is looked for', () => expect(show(full({ ...library, items: [], omitted: 0 }))).toContain('Nothing fits.'))
  it('full: items with the class of the middle and their use, what is beyond the list, and what nobody ever used', () => {
    const html = show(full(library))
    for (const said of ['Pre-mortem', 'Technique', 'now, by 1', 'Kanban board', '3 further ones are not listed', 'Uses by quarter', 'Every theme']) expect(html).toContain(said)
  })
  it('a sheet: how it was reached, each class with its count and none averaged, and what it was good for', () => {
    const html = show(full(library), { open: full(sheet) })
    for (const said of ['This is what came after', 'Risk list', 'Imagine that it failed', 'which is not in it any more', 'the middle one is 4, useful', '5: of great use', 'It found what mattered', 'Two risks nobody had seen', 'End the use in Ferry', 'Rate anew']) expect(html).toContain(said)
    expect(html).not.toContain('3.4')
    const looked = show(full(library), { open: full({ ...sheet, state: 'retired', from: [], retired: { on: '2026-03-01', by: 'Ada', reason: 'Nobody came', successor: null, leadsTo: null } }), may: false })
    expect(looked).toContain('Nothing is offered in its place.')
    expect(looked).not.toMatch(/End the use in|>Rate|What comes after it/)
  })
})
