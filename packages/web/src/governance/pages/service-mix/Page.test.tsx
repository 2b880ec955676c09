import type { MixPeriod, ServiceMix } from '@throughline/contract/governance'
import type { ExplainedMoney, ExplainedNumber } from '@throughline/contract/wire'
import { mixClasses } from '@throughline/engine/governance'
import { undefinedBecause } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ServiceMixPage } from './Page.tsx'
import type { MixActs } from './parts/forms.tsx'

const why = { term: 'Share', figure: { status: 'missing' as const, inputs: ['x'] } }
const share = (value: number): ExplainedNumber => ({ metric: { status: 'ok', value }, why })
const none = { metric: undefinedBecause('NO_ACTUALS'), why }
const cost: ExplainedMoney = { metric: { status: 'ok', value: { minor: '125000', currency: 'EUR', basis: { kind: 'nominal' }, cashClass: 'na' } }, why }
const period = (label: string, shares: readonly number[]): MixPeriod => ({
  period: { from: '2026-01-01', to: '2026-04-01', label }, hours: '40', uncosted: '3', classes: mixClasses.map((of, at) => ({ class: of, hours: '10', share: share(shares[at] ?? 0), cost: at === 0 ? cost : none, costShare: at === 0 ? share(1) : share(0) })),
  mandated: share(0.5), nonMandated: share(0.3), unclassified: share(0.2), target: { status: 'ok', value: 0.4 }, gap: share(-10),
})
const mix: ServiceMix = {
  shift: { floor: share(0.3), ceiling: share(0.7), need: share(4), options: [{ service: null, hours: '2.5', covers: 0.625 }, { service: { id: 's', name: 'Gate reviews' }, hours: '1', covers: 0.25 }], short: '0.5' },
  use: [{ class: 'non_mandated', delivered: 5, told: { none: 1, some: 1, much: 2 }, silent: 1, useful: share(0.75) }, { class: 'mandated_assurance', delivered: 1, told: { none: 0, some: 0, much: 0 }, silent: 1, useful: none }],
  grain: 'quarter', periods: [period('Q1 2026', [0.3, 0.2, 0.3, 0.2])], earlier: 2, targets: [{ fromOn: '2026-01-01', share: 0.4, reason: 'For those who ask', by: 'Ada', at: '2026-01-02T08:00:00.000Z' }], omitted: 0,
  work: [{ id: 'w', version: 1, on: '2026-02-03', class: 'unclassified', service: null, words: 'Moving house', hours: '2.5', costMinor: null, by: 'Ada', ofRequest: false }],
}
const full = (shown: ServiceMix): Reading<ServiceMix> => ({ state: 'full', value: shown, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: MixActs = { record: never, remove: never, target: never }
const show = (reading: Reading<ServiceMix>, canEdit = true) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><ServiceMixPage {...{ reading, canEdit, acts }} grain="quarter" onGrain={() => undefined} currency="EUR" today="2026-03-02" services={[]} /></LocaleProvider>)

describe('the service mix', () => {
  it('empty, loading, refused', () => {
    // A target that was set before any hours is there to be seen.
    const early = show(full({ ...mix, periods: [], work: [] }))
    for (const said of ['No hours are recorded', 'For those who ask']) expect(early).toContain(said)
    expect(show(full({ ...mix, periods: [], work: [], targets: [] }))).not.toContain('Targets')
    expect(show({ state: 'loading' })).toContain('Loading the service mix')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('partial: without a target nothing is held against one', () => {
    const html = show(full({ ...mix, targets: [], periods: mix.periods.map((one) => ({ ...one, target: undefinedBecause('NO_TARGET'), gap: { ...one.gap, metric: undefinedBecause('NO_TARGET') } })) }))
    for (const said of ['no target was set', 'No target was set; the share', 'No target']) expect(html).toContain(said)
  })
  it('full: shares of the latest period, the gap, costs as far as they were given, and the entries', () => {
    const html = show(full(mix))
    for (const said of ['Mandated, Q1 2026', '50%', '−10 pp against the target of 40%', '€1,250.00', 'Not given', '2 earlier periods with work', 'For those who ask', 'Moving house', 'Remove 2.5 hours', '4 hours', 'Of these 0.5 can come from nowhere', 'Gate reviews', '63%']) expect(html).toContain(said)
    expect(show(full(mix), false)).not.toMatch(/Record hours|Set a target|Remove 2.5/)
  })
})
