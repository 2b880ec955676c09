import { describe, expect, it } from 'vitest'
import { known } from '../../kernel/index.ts'
import { defectChart, deliverableState, deliverableStates, doubleCode, firstPassChart, inTheWay, isEscaped, isLate, qualityByClass, qualityFigures, qualityTrend, unreviewed, workOfDeliverable, type DefectCount, type EditionRecord, type EditionStanding, type QualityFacts } from './index.ts'

const edition = (id: string, more: Partial<EditionRecord> = {}): EditionRecord => ({ id, class: 'document', acceptedOn: '2026-03-10', first: { on: '2026-03-10', outcome: 'accepted' }, ...more })
const found = (editionId: string, foundOn: string, count: number, inReview = foundOn <= '2026-03-10'): DefectCount => ({ editionId, foundOn, inReview, count })
const effort = { class: 'document' as const, madeHours: 90, reworkHours: 10, rounds: 2 }

describe('a defect', () => {
  it('escaped by its day and its place: on the day of acceptance only what no review found did', () => {
    const on = (foundOn: string, inReview: boolean, acceptedOn: string | null = '2026-03-10') => isEscaped({ foundOn, inReview }, acceptedOn)
    expect([on('2026-03-09', true), on('2026-03-10', true), on('2026-03-10', false), on('2026-03-11', false), on('2026-03-11', true)]).toEqual([false, false, true, true, true])
    expect(on('2027-01-01', false, null)).toBe(false)
  })
  it('stands in the way until somebody has seen it corrected or a condition covers it; a critical one always', () => {
    const defects = [{ id: 'a', severity: 'critical', state: 'open' }, { id: 'b', severity: 'minor', state: 'open' }, { id: 'c', severity: 'major', state: 'corrected' }, { id: 'd', severity: 'major', state: 'closed' }, { id: 'e', severity: 'critical', state: 'dismissed' }] as const
    expect(inTheWay(defects, new Set()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(inTheWay(defects, new Set(['a', 'b', 'c'])).map(({ id }) => id)).toEqual(['a'])
  })
})

describe('a deliverable', () => {
  const standing = (more: Partial<EditionStanding>) => deliverableState({ withdrawn: false, agreed: true, reviewedSince: false, last: null, conditionsLeft: 0, ...more })
  it('goes from its criteria to its acceptance, and back to a review after a rejection', () => {
    expect([standing({ agreed: false }), standing({}), standing({ reviewedSince: true }), standing({ last: 'rejected' }), standing({ last: 'rejected', reviewedSince: true })]).toEqual(['planned', 'agreed', 'reviewed', 'rejected', 'reviewed'])
    expect([standing({ last: 'accepted_with_conditions', conditionsLeft: 1 }), standing({ last: 'accepted_with_conditions' }), standing({ last: 'accepted' }), standing({ withdrawn: true, last: 'accepted' })]).toEqual(['conditional', 'accepted', 'accepted', 'withdrawn'])
  })
  it('is work that is done once it is accepted, with conditions or without', () => {
    expect(deliverableStates.map((state) => [state, workOfDeliverable({ state, edition: 1 })])).toEqual([['planned', 'not_started'], ['agreed', 'in_progress'], ['reviewed', 'in_progress'], ['rejected', 'in_progress'], ['conditional', 'done'], ['accepted', 'done'], ['withdrawn', 'cancelled']])
    // Opened again, it was there once: it is worked on.
    expect([workOfDeliverable({ state: 'planned', edition: 2 }), workOfDeliverable({ state: 'accepted', edition: 2 })]).toEqual(['in_progress', 'done'])
  })
  it('is late until it is accepted, while its initiative goes on', () => {
    const late = (state: 'planned' | 'conditional' | 'withdrawn', running: boolean, dueOn = '2026-03-01') => isLate({ state, dueOn, running }, '2026-03-02')
    expect([late('planned', true), late('planned', false), late('conditional', true), late('withdrawn', true), late('planned', true, '2026-03-02')]).toEqual([true, false, false, false, false])
  })
  it('has criteria of different codes, each of which is to be looked at', () => {
    expect([doubleCode([{ code: 'C1' }, { code: ' c1' }]), doubleCode([{ code: 'C1' }, { code: 'C2' }])]).toEqual(['c1', undefined])
    const criteria = ['C1', 'C2', 'C3'].map((code) => ({ code, says: '', measuredBy: '', threshold: '' }))
    expect(unreviewed(criteria, [['C1'], ['C1', 'C3']])).toEqual(['C2'])
  })
})

describe('the figures of quality', () => {
  it('are ratios of sums: 2 of 10 escaped, one of three passed at first, 10 of 100 hours were rework', () => {
    const facts = {
      editions: [edition('a'), edition('b', { class: 'software', first: { on: '2026-03-01', outcome: 'rejected' } }), edition('c', { class: 'software', acceptedOn: null, first: { on: '2026-03-01', outcome: 'rejected' } }), edition('d', { acceptedOn: null, first: null })],
      defects: [found('a', '2026-03-02', 1), found('a', '2026-04-02', 1), found('b', '2026-03-10', 7), found('b', '2026-05-01', 1), found('c', '2026-03-01', 5)], efforts: [effort, { class: 'software' as const, madeHours: null, reworkHours: 50, rounds: 1 }],
    }
    const { escape, firstPass, rework, tally, rounds } = qualityFigures(facts)
    // c is not accepted: its five defects are in neither part. The software has no hours of making: its rework neither.
    expect([escape.metric, firstPass.metric, rework.metric, tally, rounds]).toEqual([known(0.2), known(1 / 3), known(0.1), { before: 8, escaped: 2, unaccepted: 5 }, 3])
    // By class 1 of 2 and 1 of 8: their mean would be 31 %, not 20 %.
    expect(qualityByClass(facts).map((one) => [one.class, one.deliverables, one.escape.metric, one.rework.metric])).toEqual([['document', 1, known(0.5), known(0.1)], ['software', 1, known(1 / 8), { status: 'missing', inputs: ['hours of making'] }]])
  })
  it('by class tell what was decided on a class of which all was withdrawn since, as the whole does', () => {
    const withdrawn = edition('w', { class: 'works', acceptedOn: null, first: { on: '2026-03-01', outcome: 'rejected' } })
    expect(qualityByClass({ editions: [withdrawn, edition('s', { class: 'software', acceptedOn: null, first: null })], defects: [], efforts: [] }).map((one) => [one.class, one.deliverables, one.firstPass.metric])).toEqual([['works', 0, known(0)]])
  })
  it('have no value without their denominator', () => {
    const { escape, firstPass, rework } = qualityFigures({ editions: [edition('a', { first: null, acceptedOn: null })], defects: [found('a', '2026-03-01', 4)], efforts: [] })
    expect([escape.metric, firstPass.metric, rework.metric.status]).toEqual([{ status: 'undefined', reason: 'DIV_BY_ZERO' }, { status: 'undefined', reason: 'NO_ACTUALS' }, 'missing'])
    expect(escape.why.terms?.at(-1)).toMatchObject({ term: 'Of editions not accepted yet', figure: known({ kind: 'number', value: 4, unit: 'count' }) })
    // Nothing was made and nothing made again: there is no share of no hours.
    expect(qualityFigures({ editions: [], defects: [], efforts: [{ ...effort, madeHours: 0, reworkHours: 0 }] }).rework.metric).toEqual({ status: 'undefined', reason: 'DIV_BY_ZERO' })
    expect(qualityFigures({ editions: [edition('a')], defects: [found('a', '2026-04-01', 1)], efforts: [] }).escape.metric).toEqual(known(1))
  })
})

describe('the trend of defects', () => {
  it('lists each month to that of today, charts those that are over, and bridges none without a review', () => {
    const facts: Omit<QualityFacts, 'efforts'> = { editions: [edition('a'), edition('b', { acceptedOn: '2026-01-20', first: { on: '2026-01-05', outcome: 'rejected' } })], defects: [found('a', '2026-03-02', 3), found('a', '2026-04-02', 1), found('b', '2026-01-04', 1)], reviews: [{ on: '2026-01-04', count: 1 }, { on: '2026-03-02', count: 2 }, { on: '2026-04-03', count: 1 }] }
    const { months, omitted, defects, perReview } = qualityTrend(facts, '2026-04-20')
    expect(months.map(({ month, partial, reviews, found: of, escaped, decided, firstPassed }) => [month, partial, reviews, of, escaped, decided, firstPassed])).toEqual([['2026-01', false, 1, 1, 0, 1, 0], ['2026-02', false, 0, 0, 0, 0, 0], ['2026-03', false, 2, 3, 0, 1, 1], ['2026-04', true, 1, 0, 1, 0, 0]])
    // What was accepted in March has 3 defects before and 1 after it, whenever that was found.
    expect(months.map(({ cohort }) => (cohort.metric.status === 'ok' ? cohort.metric.value : cohort.metric.status))).toEqual([0, 'undefined', 0.25, 'undefined'])
    expect([defects.kind, defects.points.map(({ value }) => value), perReview.metric, omitted]).toEqual(['u', [1, null, 1.5], known(1), 0])
    expect(qualityTrend({ editions: [], defects: [], reviews: [] }, '2026-04-20')).toMatchObject({ months: [], perReview: { metric: { reason: 'NO_ACTUALS' } } })
    const long = qualityTrend({ editions: [], defects: [], reviews: [{ on: '2020-12-31', count: 1 }] }, '2026-01-01')
    expect([long.months.length, long.omitted, long.months[0]?.month, long.months.at(-1)?.month]).toEqual([36, 26, '2023-02', '2026-01'])
  })
  it('is an XmR chart of counts where each month has as many reviews, and draws no limits below twelve months', () => {
    const counts = [2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3]
    const chart = defectChart(counts.map((count) => ({ count, size: 4 })))
    // Mean 2.5, moving ranges of 1: 2.5 ± 2.66; the lower limit lies below 0, which no count does.
    expect([chart.kind, chart.mean, chart.points[0]]).toEqual(['xmr', known(2.5), { value: 2, upper: 5.16, lower: 0, rule: null, reading: null }])
    expect(chart.why.note).toContain('as many reviews')
    const short = defectChart(counts.slice(1).map((count) => ({ count, size: 4 })))
    expect([short.points.every(({ upper, rule }) => upper === null && rule === null), short.why.note?.includes('12 months')]).toEqual([true, true])
  })
  it('is a u-chart where months differ: 30 defects in 15 reviews, and one month beyond its own limits that is not part of them', () => {
    const usual = Array.from({ length: 12 }, (_, at) => ({ count: at % 2 === 0 ? 4 : 2, size: at % 2 === 0 ? 2 : 1 }))
    const chart = defectChart([...usual, { count: 20, size: 2 }])
    // All together 56 of 20 are 2.8, at 2 reviews ± 3.55: 10 lies beyond. Without it 36 of 18 are 2 exactly, at 1 review ± 3 × √2.
    expect([chart.kind, chart.mean, chart.points.at(-1)?.rule, chart.points.at(-1)?.reading]).toEqual(['u', known(2), 'outside_limits', 'neutral'])
    expect([chart.points[0]?.upper, chart.points[1]?.upper, chart.points[1]?.lower]).toEqual([2 + 3 * Math.sqrt(1), 2 + 3 * Math.sqrt(2), 0])
    expect(chart.why.terms?.[1]?.note).toContain('1 of them beyond the first limits')
  })
  it('is a p-chart for first-pass acceptance, whose limits end at nothing and all; where all others passed, the one that did not still shows', () => {
    const months = [...Array.from({ length: 12 }, () => ({ count: 10, size: 10 })), { count: 0, size: 10 }]
    const chart = firstPassChart(months)
    // 120 of 130 are 0.923 ± 0.253: the last month lies beyond; without it nothing would vary, so it stays in the mean.
    expect([chart.kind, chart.mean, chart.points.at(-1)?.rule, chart.points.at(-1)?.reading, chart.points[0]?.upper]).toEqual(['p', known(120 / 130), 'outside_limits', 'concern', 1])
    expect(firstPassChart([{ count: 0, size: 0 }])).toMatchObject({ mean: { status: 'undefined' }, points: [{ value: null }] })
  })
})
