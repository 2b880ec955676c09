import type { Assumption, ChangeSignal, HorizonScan } from '@throughline/contract/strategy'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { Tripped } from '../../parts/Tripped.tsx'
import { HorizonPage, type HorizonView } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const roads = { id: id(1), statement: 'Safe roads' }
const signal: ChangeSignal = {
  id: id(2), title: 'Shuttles are licensed', words: 'Without drivers', source: 'The gazette', link: 'https://example.org/gazette', seenOn: '2026-01-31', theme: 'Vehicles', notedBy: 'Ada', version: 2, triage: { impact: 'high', likelihood: 'possible', time: 'now', reason: 'Two makers are ready', by: 'Bea', on: '2026-02-01' },
  attention: 'act', termDays: 180, staleOn: '2026-07-31', standing: 'on_board', objectives: [roads], services: [{ id: id(5), name: 'Reporting' }], assumptions: [{ id: id(3), statement: 'People go on driving', effect: 'trips', words: 'It is law', by: 'Bea', on: '2026-02-01' }],
}
const assumption: Assumption = {
  id: id(3), statement: 'People go on driving', owner: 'Strategy office', tripWords: 'A licence without a driver', wire: { measureId: id(4), measure: 'Drivers', direction: 'below', value: 8, measured: { on: '2026-01-31', value: 9 } }, reviewOn: '2026-12-31', standing: 'tripped', version: 3,
  tripped: { signalId: id(2), signal: 'Shuttles are licensed', seenOn: '2026-01-31', words: 'It is law', by: 'Bea', on: '2026-02-01' }, reviewed: null, objectives: [roads], services: [], signals: [{ id: id(2), title: 'Shuttles are licensed', effect: 'trips' }],
}
const horizon: HorizonScan = {
  today: '2026-03-01', signals: [{ ...signal, id: id(6), title: 'Wages rise', triage: null, attention: null, standing: 'to_triage', link: null, assumptions: [], objectives: [], services: [] }, signal, { ...signal, id: id(7), title: 'An old trend', standing: 'archived', staleOn: '2026-02-01' }],
  assumptions: [assumption, { ...assumption, id: id(8), statement: 'Salt stays cheap', standing: 'given_up', tripped: null, wire: null, tripWords: '', reviewed: { outcome: 'given_up', words: 'It is dear', by: 'Cy', on: '2026-02-02' } }],
  watch: [{ id: id(9), theme: 'Vehicles', looksFor: 'Licences', owner: 'Ada', everyDays: 90, lookedOn: '2025-10-01', againOn: '2025-12-30', overdue: true, signals: 1, version: 1 }],
}
const full = (value: HorizonScan): Reading<HorizonScan> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const acts = { note: never, change: never, triage: never, link: never, assume: never, reword: never, review: never, watch: never, looked: never, unwatch: never }
const within = (child: ReactNode) => renderToStaticMarkup(<LocaleProvider locale="en-GB">{child}</LocaleProvider>)
const show = (reading: Reading<HorizonScan>, view: HorizonView = 'signals', may = { note: true, edit: true }) => within(<HorizonPage {...{ reading, view, may, acts }} onView={() => undefined} objectives={[roads]} measures={[]} services={[]} />)
const empty: HorizonScan = { ...horizon, signals: [], assumptions: [], watch: [] }

describe('horizon scanning', () => {
  it('empty, loading, refused', () => {
    expect([show(full(empty)), show(full(empty), 'assumptions'), show(full(empty), 'watch')].map((html) => /No signal of change has been noted|No assumption is written down|The watch list is empty/.exec(html)?.[0])).toEqual(['No signal of change has been noted', 'No assumption is written down', 'The watch list is empty'])
    expect(show({ state: 'loading' })).toContain('Loading the horizon')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('signals: the board, what waits to be judged, what each bears on, and what is archived', () => {
    const html = show(full(horizon))
    for (const said of ['Signals (2)', 'Board', 'To be judged', 'Act now', 'High impact, possible, within a year: Two makers are ready (Bea)', 'People go on driving', '/governance/services?service=', 'https://example.org/gazette', 'Archived', 'archived after 1 Feb 2026', 'Judge Wages rise', 'Link Shuttles are licensed to an assumption', 'Note a signal']) expect(html).toContain(said)
  })
  it('assumptions: what tripped, why, what rests on it, and the way to the next version', () => {
    const html = show(full(horizon), 'assumptions')
    for (const said of ['Tripped: to be reviewed', 'Shuttles are licensed, seen 31 Jan 2026: It is law (Bea)', 'Trip-wire: A licence without a driver; Drivers below 8', 'Rests on it', '/strategy/recalibrate', 'It is given up, 2 Feb 2026: It is dear (Cy)', 'Review People go on driving']) expect(html).toContain(said)
    expect(html).not.toContain('Review Salt stays cheap')
    expect(within(<Tripped assumptions={horizon.assumptions.slice(1)} />)).toBe('')
  })
  it('the watch list: what is overdue', () => expect(show(full(horizon), 'watch')).toContain('Overdue since 30 Dec 2025'))
  it('who may only read is offered no act', () => {
    for (const view of ['signals', 'assumptions', 'watch'] as const) expect(show(full(horizon), view, { note: false, edit: false })).not.toMatch(/Note a signal|Judge Wages|Review People|Write down an assumption|Looked today|Watch a theme/)
  })
})
