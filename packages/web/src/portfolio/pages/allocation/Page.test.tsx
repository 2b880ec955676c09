import type { Allocation } from '@throughline/contract/portfolio'
import type { ExplainedNumber } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { AllocationPage } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const share = (value: number): ExplainedNumber => ({ metric: { status: 'ok', value }, why: { term: 'Share', figure: { status: 'missing', inputs: ['x'] } } })
const [atlas, boreas, engineers] = [{ id: id(1), name: 'Atlas' }, { id: id(2), name: 'Boreas' }, { id: id(3), name: 'Engineers', unit: 'hour' as const }]
const period = { from: '2027-04-01', to: '2027-07-01', label: 'Q2 2027' }
const allocation: Allocation = {
  periods: [period], top: { threshold: { status: 'ok', value: 0.8 }, assessed: 4, unassessed: 1, initiatives: [{ initiative: atlas, impact: share(0.8) }] },
  pools: [{ pool: engineers, scarce: ['Q2 2027'], peak: 1.2, top: '90', all: '120', share: share(0.75) }], ample: 2, unrecorded: 1,
  mismatches: [{ initiative: atlas, pool: engineers, period, demand: '90', short: '15', reallocate: '10', add: '5', lower: [{ initiative: boreas, gets: '10' }], lowerCount: 1 }], omitted: 0,
}
const full = (shown: Allocation): Reading<Allocation> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const show = (reading: Reading<Allocation>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><AllocationPage reading={reading} /></LocaleProvider>)

describe('strategic allocation', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...allocation, pools: [], ample: 0, unrecorded: 0, mismatches: [] }))).toContain('No pool is recorded')
    expect(show({ state: 'loading' })).toContain('Loading where scarce skills go')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: nothing is scarce, nobody judged anything', () => {
    const html = show(full({ ...allocation, pools: [], mismatches: [], top: { threshold: { status: 'missing', inputs: ['contributions'] }, assessed: 0, unassessed: 3, initiatives: [] } }))
    for (const said of ['so nothing is scarce', 'is short of a pool', 'Nobody has judged']) expect(html).toContain(said)
  })
  it('full: the share of scarce skills, and what counts most and is short', () => {
    const html = show(full(allocation))
    for (const said of ['75%', '90 of 120 hours', '120%', '2 pools are not scarce; of 1 no capacity', '15 hours', '10 hours', 'Boreas', '5 hours', 'of 1 more nobody has judged']) expect(html.toLowerCase()).toContain(said.toLowerCase())
  })
})
