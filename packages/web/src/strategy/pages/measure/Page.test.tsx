import type { ChangeInParts } from '@throughline/contract/strategy'
import { ok, undefinedBecause } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { detail, unmeasuredDetail } from '../measures/fixture.ts'
import { firstSpan } from './change/index.tsx'
import { shownChange } from './change/closing.ts'
import { WhyChanged } from './change/WhyChanged.tsx'
import { MeasurePage, type MeasureProps } from './Page.tsx'
import { candidatesOf } from './parts/Causes.tsx'
import { counterfactualLine, courseLines } from './parts/CourseChart.tsx'
import { readLines } from './parts/PlanAndPeers.tsx'
import { chartLines, runsOf } from './parts/SignalChart.tsx'

const done = async () => ok({})
const full = <T,>(value: T): Reading<T> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const show = (change: Partial<MeasureProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <MeasurePage detail={full(detail)} load={{ preview: async () => ok({ fileName: '', sha256: '', recognised: '', rows: [], issues: [] }), record: done }} acts={{ approve: done, withdraw: done, recordParts: done, set: done }} me="me" canRecord canEdit {...change} />
    </LocaleProvider>,
  )

describe('a measure', () => {
  it('loading', () => expect(show({ detail: { state: 'loading' } })).toContain('Loading the measure'))
  it('refused', () => expect(show({ detail: { state: 'refused', problem: { type: '', title: '', status: 404, code: 'not_found', detail: 'There is no such measure.' }, again: () => undefined } })).toContain('There is no such measure.'))
  it('full: where it stands, the doubt about its baseline, its signals, why it changed, and what can be approved', () => {
    const html = show()
    for (const words of ['Calls answered in time', 'reported by Ada', 'may fall back by itself', 'Improvement: outside the limits', 'trial limits', 'met at times and missed at times', 'Show what was believed before (1)', 'Approve the value of', 'Report it no longer', 'Late']) expect(html).toContain(words)
    expect(html).not.toContain('Digits turned')
  })
  it('partial: without anything measured it says so, and draws no limits', () => {
    const html = show({ detail: full(unmeasuredDetail) })
    for (const words of ['Nothing has been measured: that is not zero', 'there are too few points', 'Nothing has been recorded', 'Report it myself']) expect(html).toContain(words)
  })
  it('leads to its entries where it is registered in the ledger', () => {
    expect(show({ without: { registered: { method: 'trend', level: 3, at: '2025-01-01T00:00:00.000Z' }, points: [], lacks: null } }).replaceAll('&amp;', '&')).toContain(`/value/ledger?view=entries&measure=${detail.row.id}`)
    expect(show()).not.toContain('Entries in the ledger')
  })
  it('viewers neither approve nor record', () => {
    const html = show({ canRecord: false, canEdit: false })
    for (const words of ['Approve the value', 'Record actuals', 'Record with parts', 'Plan and peers', 'Report it']) expect(html).not.toContain(words)
  })
})

describe('why it changed', () => {
  const [change] = detail.changes
  if (!change) throw new Error('the fixture has a change')
  const span = { from: change.from.from, to: change.to.from }
  const changed = (reading: Reading<ChangeInParts>) => renderToStaticMarkup(<LocaleProvider locale="en-GB"><WhyChanged {...{ detail, span }} change={reading} onSpan={() => undefined} /></LocaleProvider>)
  it('is a way that closes as it is printed: 70 + 5.3333 − 1.3333 = 74', () => {
    expect(shownChange(change)).toEqual({ before: 70, parts: [{ key: 'volume', amount: 5.3333 }, { key: 'price', amount: -1.3333 }], now: 74, digits: 4 })
    const html = changed(full(change))
    for (const words of ['More or less of it', '+5.3333', '−1.3333', 'Why: Change', '+4']) expect(html).toContain(words)
  })
  it('thirds are rounded on the way, so that three of them are one', () =>
    expect(shownChange({ before: { ...change.before, metric: { status: 'ok', value: 0 } }, now: { ...change.now, metric: { status: 'ok', value: 1 } }, parts: (['volume', 'mix', 'price'] as const).map((key, at) => ({ key, amount: at === 2 ? '0.333333334' : '0.333333333', why: change.total.why })) })?.parts.map(({ amount }) => amount)).toEqual([0.3333, 0.3334, 0.3333]))
  it('cannot be told where parts are missing or make something else, which is said', () => {
    expect(changed(full({ ...change, parts: [], total: { ...change.total, metric: { status: 'missing', inputs: ['the parts of 2025-04-01 to 2025-04-30'] } } }))).toContain('cannot be told without the parts of 1 Apr 2025 to 30 Apr 2025')
    expect(changed(full({ ...change, parts: [], total: { ...change.total, metric: undefinedBecause('PARTS_DIFFER') } }))).toContain('the parts do not make the figure')
    expect(changed({ state: 'loading' })).toContain('Loading the change')
  })
  it('is asked of the newest change with parts, else of the last two periods that were measured, else of none', () => {
    expect([firstSpan(detail), firstSpan({ ...detail, changes: [] }), firstSpan(unmeasuredDetail)]).toEqual([span, { from: '2025-04-01', to: '2025-06-01' }, undefined])
  })
})

describe('what may be behind a signal', () => {
  const event = (on: string, words: string, more: object = {}) => ({ kind: 'delivered' as const, on, words, entryId: null, initiativeId: null, ...more })
  const signalled = detail.points.find(({ signal }) => signal !== null)
  const last = signalled?.period.to ?? ''
  it('is what fits in time, the nearest first, each called a candidate and no proof', () => {
    const [near, earlier, later] = [event(signalled?.period.from ?? '', 'Delivered: the desk', { entryId: 'e1' }), event('1999-01-01', 'Long ago'), event('2999-01-01', 'Afterwards')]
    const run = runsOf(detail.points).find(({ from }) => from === signalled?.period.from)
    if (!run) throw new Error('the fixture has a signal')
    expect(candidatesOf(run, detail.points, [earlier, later, near]).map(({ words }) => words)).toEqual(['Delivered: the desk'])
    const html = show({ events: [earlier, later, near] }).replaceAll('&amp;', '&')
    for (const words of ['What may be behind a signal', 'proves nothing', 'Candidate', '/value/ledger?view=entries&entry=e1']) expect(html).toContain(words)
    expect(html).not.toContain('Long ago')
    expect(last > (signalled?.period.from ?? '')).toBe(true)
  })
  it('may be nothing, which is said; and a measure without a signal is not explained', () => {
    expect(show({ events: [] })).toContain('unexplained is a legal end')
    expect(show({ detail: full(unmeasuredDetail), events: [] })).not.toContain('What may be behind')
  })
})

describe('lines', () => {
  const registered = { method: 'trend' as const, level: 3, at: '2025-06-01T00:00:00.000Z' }
  it('of the way without the initiatives stand beside what was measured, or why there are none', () => {
    expect(counterfactualLine({ registered, points: [{ on: '2025-06-30', value: 70 }, { on: '2025-12-31', value: 68 }], lacks: null })[0]?.points.map(({ y }) => y)).toEqual([70, 68])
    expect([counterfactualLine(undefined), counterfactualLine({ registered: null, points: [], lacks: null })]).toEqual([[], []])
    const html = show({ without: { registered: { ...registered, method: 'comparison_group' }, points: [], lacks: 'What the others did is given with each measurement' } })
    expect(html).toContain('as others who were not reached, registered on 1 Jun 2025. What the others did is given with each measurement.')
    expect(show()).not.toContain('Without the initiatives')
  })
  it('keep a gap as a gap, and bend where the course does', () => {
    expect(courseLines(detail).find(({ key }) => key === 'measured')?.points.map(({ y }) => y)).toEqual([70, 74, null, 95])
    const bent = { ...detail, measure: { ...detail.measure, settings: { ...detail.measure.settings, course: { kind: 's_curve' as const } } } }
    expect([courseLines(detail), courseLines(bent)].map((lines) => lines.find(({ key }) => key === 'agreed')?.points.length)).toEqual([2, 49])
  })
  it('of the control chart stand over the stretch they are of, and mark signals', () => {
    const lines = chartLines(detail)
    expect(lines.map(({ key, points }) => [key, points.length])).toEqual([['upper', 2], ['mean', 2], ['lower', 2], ['values', 4]])
    expect(lines.at(-1)?.points.at(-1)?.label).toBe('Improvement')
    const side = { rule: 'one_side' as const, reading: 'concern' as const }
    expect(runsOf([1, 2, 3, 4].map((month) => ({ ...detail.points[0], period: { from: `2025-0${month}-01`, to: `2025-0${month + 1}-01` }, signal: month === 3 ? null : side }) as never)).map(({ from, to }) => [from, to])).toEqual([['2025-01-01', '2025-02-01'], ['2025-04-01', '2025-04-01']])
    expect(chartLines({ ...detail, limits: undefinedBecause('INSUFFICIENT_POINTS') })).toEqual([])
  })
  it('of a plan are dates and numbers, and what is neither is named', () => {
    expect(readLines('2025-10-31\t90\n2025-11-30; 95.5\n\nsoon 3', 'budget')).toEqual({ points: [{ kind: 'budget', on: '2025-10-31', value: '90' }, { kind: 'budget', on: '2025-11-30', value: '95.5' }], wrong: ['soon 3'] })
  })
})
