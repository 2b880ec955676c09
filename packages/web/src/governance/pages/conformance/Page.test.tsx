import type { Conformance, ConformanceFinding, InitiativeConformance } from '@throughline/contract/governance'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { ConformancePage } from './Page.tsx'
import type { ConformanceActs } from './parts/forms.tsx'

const at = '2026-03-01T08:00:00.000Z'
const counts = { kept: 3, out_of_order: 0, missing: 1, deviation: 2, not_due: 0, advice: 0 }
const share = { metric: { status: 'ok' as const, value: 0.75 }, why: { term: 'Conformance', figure: { status: 'not_applicable' as const } } }
const bridge = { id: 'b', name: 'Bridge' }
const followed = { initiative: bridge, tier: 'low' as const, framework: { id: 'f', name: 'Delivery' }, edition: 2, lifecycle: 'Predictive', counts, share }
const deviation = { id: 'd', version: 1, initiative: bridge, key: 'G2', reason: 'A pilot', until: '2026-12-31', askedBy: 'Bo', askedAt: at, state: 'waiting' as const, answer: null, mayAnswer: true }
const finding: ConformanceFinding = { initiative: bridge, key: 'G1', kind: 'gate', name: 'Approval', outcome: 'out_of_order', overtakenBy: 'S2', coaching: { id: 's', name: 'Clinic', offered: false }, library: [{ id: 'm', name: 'Pre-mortem' }] }
const all: Conformance = {
  on: '2026-03-02', initiatives: [{ ...followed, waiting: 1 }], counts, share, waiting: [deviation], earlier: 0,
  checks: [{ id: 'c', on: '2026-03-01', seed: 7, lowShare: 0.2, reason: 'Quarter', by: 'Ada', at, full: 4, low: 9, sampled: [bridge], counts, share, findings: [finding], justified: [] }],
}
const sheet: InitiativeConformance = {
  on: '2026-03-02', ...followed, deviations: [deviation], evidence: [{ id: 'e', key: 'G1', kind: 'event', on: '2026-02-01', words: 'Board of February', link: '', by: 'Bo', at }],
  elements: (['missing', 'kept', 'advice'] as const).map((outcome, place) => ({ element: { key: `G${place}`, kind: 'gate' as const, name: `Gate ${place}`, says: '', link: '', lifecycle: 'Predictive', neededFrom: 'active' as const, serviceId: null }, outcome, shownOn: null, overtakenBy: null, coaching: outcome === 'missing' ? { id: 's', name: 'Clinic', offered: true } : null, library: outcome === 'missing' ? [{ id: 'm', name: 'Pre-mortem' }] : [] })),
}
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts: ConformanceActs = { show: never, takeAway: never, deviate: never, answer: never, tier: never, check: never }
const show = (reading: Reading<Conformance>, { shown = undefined as string | undefined, edit = true } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><ConformancePage {...{ reading, shown, acts }} sheet={full(sheet)} may={{ edit, change: edit }} today="2026-03-02" on="2026-03-02" onDay={() => undefined} onShow={() => undefined} /></LocaleProvider>)

describe('conformance', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...all, initiatives: [], checks: [], waiting: [] }))).toContain('No running initiative follows a framework')
    expect(show({ state: 'loading' })).toContain('Loading conformance')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: the share with deviations apart, what waits, and what a check found with who helps', () => {
    const html = show(full(all))
    for (const words of ['75', '3 of 4 elements that are due', 'approved, counted apart', '1 deviation waits', 'Answer the deviation from G2 of Bridge', 'S2 was shown before it', 'Clinic (no longer offered)', '4 of the full tier and 1 of 9 of the low one, by the seed 7']) expect(html).toContain(words)
    const [check] = all.checks
    expect(show(full({ ...all, checks: check ? [{ ...check, counts: { ...counts, missing: 300, out_of_order: 1 } }] : [] }))).toContain('300 further findings are not listed')
    expect(show(full({ ...all, checks: [] }))).toContain('No check was made yet.')
    expect(show(full({ ...all, initiatives: [] }), { edit: false })).not.toContain('>Check<')
  })
  it('the sheet: every element, what shows it, and what there is to do', () => {
    const html = show(full(all), { shown: 'b' })
    for (const words of ['Give evidence of G0', 'Ask to deviate from G0', 'Helped by', 'Board of February', 'Change the tier']) expect(html).toContain(words)
    // What is kept needs no deviation, and advice is never shown.
    for (const words of ['Ask to deviate from G1', 'Give evidence of G2']) expect(html).not.toContain(words)
    expect(show(full(all), { shown: 'b', edit: false })).not.toContain('Give evidence')
  })
})
