import type { MilestoneMonitor, StrategicMilestone } from '@throughline/contract/delivery'
import type { Explanation } from '@throughline/contract/wire'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { MilestoneList } from '../../milestones-of/MilestonesOf.tsx'
import { begun, contributorOf, notYetOf } from './milestone-form.ts'
import { MilestonesPage } from './Page.tsx'

const id = (no: number) => `00000000-0000-7000-8000-00000000000${no}`
const why: Explanation = { term: 'Open', figure: { status: 'ok', value: { kind: 'text', text: 'x' } } }
const is = <T,>(value: T) => ({ status: 'ok' as const, value })
const lacking = { status: 'missing' as const, inputs: ['an end of Drains'] }
const milestone: StrategicMilestone = {
  id: id(1), name: 'All roads dry', note: '', wantedOn: '2027-06-30', reachedOn: null, version: 1, standing: 'at_risk', objective: { id: id(2), statement: 'Safe roads' }, certain: ['Meadows'],
  contributors: [
    { initiativeId: id(3), name: 'Pumps', role: 'required', standing: 'open', plannedOn: '2027-05-01', plannedBy: 'work', range: { earliestOn: '2027-04-01', likelyOn: '2027-05-01', latestOn: '2027-09-01' }, note: '', basis: 'estimate', p10On: is('2027-04-20'), p50On: is('2027-05-25'), p90On: is('2027-07-20'), confidence: is(0.8), criticality: is(0.7) },
    { initiativeId: id(4), name: 'Meadows', role: 'required', standing: 'open', plannedOn: '2027-06-01', plannedBy: 'initiative', range: null, note: '', basis: 'date', p10On: is('2027-06-01'), p50On: is('2027-06-01'), p90On: is('2027-06-01'), confidence: is(1), criticality: is(0.3) },
    { initiativeId: id(5), name: 'Lamps', role: 'helpful', standing: 'open', plannedOn: null, plannedBy: 'initiative', range: null, note: '', basis: 'none', p10On: lacking, p50On: lacking, p90On: lacking, confidence: lacking, criticality: { status: 'not_applicable' } },
  ],
  p10On: is('2027-06-01'), p50On: { metric: is('2027-06-04'), why }, p90On: is('2027-07-20'), confidence: { metric: is(0.8), why }, naiveOn: is('2027-06-01'), mergeDays: { metric: is(3), why }, daysLate: is(-26), driver: { initiativeId: id(3), name: 'Pumps', criticality: 0.7 },
}
const none: StrategicMilestone = { ...milestone, id: id(6), name: 'All bridges mended', standing: 'unknown', p10On: lacking, p50On: { metric: lacking, why }, p90On: lacking, confidence: { metric: lacking, why }, naiveOn: lacking, mergeDays: { metric: lacking, why }, daysLate: lacking, driver: null, contributors: [], certain: [] }
const monitor: MilestoneMonitor = { today: '2026-12-01', seed: 1, runs: 10000, slips: 4, leastSlips: 10, milestones: [milestone, none] }
const full = (value: MilestoneMonitor): Reading<MilestoneMonitor> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const never = () => Promise.reject(new Error('not here'))
const show = (reading: Reading<MilestoneMonitor>, { may = true, chosen, objectives = [{ id: id(2), statement: 'Safe roads' }] }: { may?: boolean; chosen?: string; objectives?: { id: string; statement: string }[] } = {}) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><MilestonesPage reading={reading} chosen={chosen} onChoose={() => undefined} acts={{ add: never, change: never, reached: never, remove: never }} canEdit={may} objectives={objectives} initiatives={{ found: [], total: 0, find: () => undefined }} /></LocaleProvider>)

describe('strategic milestones', () => {
  it('empty, loading, refused', () => {
    expect(show(full({ ...monitor, milestones: [] }))).toContain('No objective has a milestone yet')
    expect(show(full({ ...monitor, milestones: [] }), { objectives: [] })).toContain('the strategy has none yet')
    expect(show({ state: 'loading' })).toContain('Loading strategic milestones')
    expect(show({ state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined })).toContain('This needs the role viewer.')
  })
  it('full: the range against the day, what drives it, what counts as certain, and the ways to objective and initiatives', () => {
    const html = show(full(monitor))
    for (const said of ['At risk', '4 Jun 2027', '80%', '26 days early', '3 days', 'last in 70% of runs', `/strategy?objective=${id(2)}`, `/demand/initiatives/${id(3)}`, 'of its open work', 'three points that somebody gave', 'holds nothing up', 'No range is known of Meadows', '4 are on record', '10,000 runs with the seed 1', 'Wanted on 30 Jun 2027', 'Lamps (helpful)', 'Add a milestone', 'Say that it was reached: All roads dry']) expect(html).toContain(said)
  })
  it('without a forecast: the reason instead of a figure', () => {
    const html = show(full(monitor), { chosen: id(6) })
    for (const said of ['Missing: an end of Drains', 'No initiative is named']) expect(html).toContain(said)
  })
  it('who may only read is offered no act', () => expect(show(full(monitor), { may: false })).not.toMatch(/Add a milestone|Remove All roads dry|Change All roads dry/))
  it('is listed where it leads from', () => expect(renderToStaticMarkup(<LocaleProvider locale="en-GB"><MilestoneList milestones={[milestone]} /></LocaleProvider>)).toContain(`/delivery/milestones?milestone=${id(1)}`))
  it('a form takes three points or none, in order', () => {
    const entered = begun(milestone)
    expect([notYetOf(entered), entered.contributors.map(contributorOf)[0]?.range]).toEqual([undefined, milestone.contributors[0]?.range])
    const pumps = (points: object) => notYetOf({ ...entered, contributors: entered.contributors.slice(0, 1).map((one) => ({ ...one, ...points })) })
    expect([pumps({ latestOn: '' }), pumps({ latestOn: '2027-04-02' }), notYetOf(begun(undefined))]).toEqual(['Pumps: all three points, or none', 'Pumps: the earliest day, the likely one, the latest, in this order', 'Say what is reached'])
  })
})
