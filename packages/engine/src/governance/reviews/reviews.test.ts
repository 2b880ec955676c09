import { describe, expect, it } from 'vitest'
import type { InitiativeFacts } from '../../demand/index.ts'
import { known, missing, money } from '../../kernel/index.ts'
import { areaProfile, areasOf, deliveryConfidence, healthIndicators, isOnScale, phaseOf, questionsFor, recommendationAge, recommendationFigures, reviewAreas, reviewPhases, reviewTiers, type AreaJudgement, type HealthFacts, type RecommendationFacts } from './index.ts'

describe('questions of a health check', () => {
  it('grow with the tier in every phase, and the fullest asks about each area', () => {
    for (const phase of reviewPhases) {
      const [light, standard, full] = reviewTiers.map((tier) => questionsFor(tier, phase).map(({ id }) => id))
      expect(standard).toEqual(expect.arrayContaining(light ?? []))
      expect(full).toEqual(expect.arrayContaining(standard ?? []))
      expect(areasOf(questionsFor('full', phase))).toEqual(reviewAreas)
    }
    expect(areasOf(questionsFor('light', 'under_way'))).toEqual(['strategy', 'benefits', 'money', 'schedule', 'governance'])
    expect(new Set(questionsFor('full', 'ending').map(({ id }) => id)).size).toBe(questionsFor('full', 'ending').length)
  })
  it('follow how far the initiative has come', () => {
    expect((['idea', 'case', 'approved', 'on_hold', 'closing', 'stopped'] as const).map(phaseOf)).toEqual(['before', 'before', 'under_way', 'under_way', 'ending', 'ending'])
    const asked = (phase: 'before' | 'ending') => questionsFor('light', phase).map(({ id }) => id)
    expect([asked('before').includes('benefits-1'), asked('ending').includes('benefits-1'), asked('ending').includes('benefits-2')]).toEqual([true, false, true])
  })
})

describe('delivery confidence', () => {
  const judged = (area: AreaJudgement['area'], level: AreaJudgement['level']): AreaJudgement => ({ area, level, words: `of ${area}`, evidence: [{ kind: 'interview', words: 'The sponsor' }] })
  const areas = [judged('strategy', 'green'), judged('money', 'green'), judged('schedule', 'red')]
  it('is what the reviewers judged and nothing that areas come to', () => {
    const told = (level: 'green' | 'red') => deliveryConfidence({ scale: 'three_point', given: { level, by: 'Rae', reasons: [{ words: 'The date', evidence: [{ kind: 'document', words: 'Plan 7' }] }] }, judged: areas })
    expect([told('green').figure, told('red').figure]).toEqual([known({ kind: 'text', text: 'Green' }), known({ kind: 'text', text: 'Red' })])
    expect(told('red').terms?.[0]).toMatchObject({ term: 'Because', terms: [{ term: 'Document', figure: known({ kind: 'text', text: 'Plan 7' }) }] })
    // Three areas are judged, and still there is no confidence before somebody gives it.
    expect(deliveryConfidence({ scale: 'three_point', given: null, judged: areas }).figure.status).toBe('missing')
  })
  it('counts areas by level and tells which are not judged', () => {
    expect(areaProfile('three_point', ['strategy', 'money', 'schedule', 'risk'], areas)).toEqual({ counts: [{ level: 'green', areas: 2 }, { level: 'amber', areas: 0 }, { level: 'red', areas: 1 }], unjudged: ['risk'] })
  })
  it('keeps to the levels of its scale', () => {
    expect([isOnScale({ scale: 'three_point', level: 'amber_red' }), isOnScale({ scale: 'five_point', level: 'amber_red' })]).toEqual([false, true])
  })
})

describe('recommendations', () => {
  const one = (more: Partial<RecommendationFacts>): RecommendationFacts => ({ words: 'Agree the date', class: 'do_by', state: 'open', reportedOn: '2026-03-01', dueOn: '2026-03-11', doneOn: null, overOn: null, ...more })
  it('age from their report until they are over, and are late from their due day until they are done', () => {
    // On 21 March: 20 days since the report, 10 since it was due.
    expect(recommendationAge(one({}), '2026-03-21')).toEqual({ dueOn: '2026-03-11', ageDays: 20, overdueDays: known(10) })
    expect(recommendationAge(one({ class: 'do_now', dueOn: null }), '2026-03-21')).toEqual({ dueOn: '2026-03-01', ageDays: 20, overdueDays: known(20) })
    expect(recommendationAge(one({ class: 'consider', dueOn: null }), '2026-03-21').overdueDays.status).toBe('not_applicable')
    // Done four days late, and nobody has looked again: it ages, and is no later than that.
    expect(recommendationAge(one({ state: 'done', doneOn: '2026-03-15' }), '2026-03-21')).toEqual({ dueOn: '2026-03-11', ageDays: 20, overdueDays: known(4) })
    expect(recommendationAge(one({ state: 'confirmed', doneOn: '2026-03-10', overOn: '2026-03-13' }), '2026-03-21')).toEqual({ dueOn: '2026-03-11', ageDays: 12, overdueDays: known(0) })
  })
  it('are counted open by class; what is done counts as confirmed once somebody looked again, what was withdrawn nowhere', () => {
    const { open, oldestDays, confirmed } = recommendationFigures([one({}), one({ words: 'Name an owner', class: 'do_now', reportedOn: '2026-03-10' }), one({ state: 'done', doneOn: '2026-03-05' }), one({ state: 'confirmed', doneOn: '2026-03-05', overOn: '2026-03-06' }), one({ state: 'withdrawn', overOn: '2026-03-02' })], '2026-03-21')
    expect(open.map((each) => [each.class, each.open, each.overdue])).toEqual([['do_now', 1, 1], ['do_by', 1, 1], ['consider', 0, 0]])
    expect([oldestDays.metric, confirmed.metric]).toEqual([known(20), known(0.25)])
    expect(oldestDays.why.terms?.map(({ term }) => term)).toEqual(['Agree the date', 'Name an owner'])
    const none = recommendationFigures([], '2026-03-21')
    expect([none.oldestDays.metric.status, none.confirmed.metric.status]).toEqual(['undefined', 'undefined'])
  })
})

describe('indicators of a health check', () => {
  const initiative: InitiativeFacts = {
    id: 'i', key: 'I-1', name: 'Bridge', kind: 'project', state: 'active', unitId: null, unitName: null, category: null, sponsor: null, mandatory: false, rating: { scale: 'five_point', level: 'amber_red' }, ratingAsOf: null, startOn: '2026-01-01', endOn: '2026-03-01',
    cost: known(money(200n, 'EUR')), benefits: known(money(100n, 'EUR')), inYearBaseline: known(money(100n, 'EUR')), inYearForecast: known(money(112n, 'EUR')), sources: {}, flags: [], version: 1, current: true, reports: 0, lastReportedOn: null,
  }
  const facts: HealthFacts = { today: '2026-03-21', initiative, previousRating: null, objectives: [], contradictions: ['X-1'], benefits: [{ name: 'Hours', owned: true, measured: false }], work: { all: 5, open: 4, late: 1, undated: 2 }, dependsOn: ['Ferry'], register: null, deliverables: { all: 0, late: [] } }
  const shown = (given: HealthFacts) => new Map(healthIndicators(given).map(({ why, notable }) => [why.term, { figure: why.figure.status === 'ok' && why.figure.value.kind === 'number' ? why.figure.value.value : why.figure.status, notable }]))
  it('tell what is recorded, and what asks for a look', () => {
    const found = shown(facts)
    expect([found.get('Objectives that it serves'), found.get('Contradictions in which it stands'), found.get('Of these without an owner or a measure')]).toEqual([{ figure: 0, notable: true }, { figure: 1, notable: true }, { figure: 1, notable: true }])
    // 112 against 100; 100 for 200; 20 days past the end; one of four open tasks is late; one of five is over.
    expect(['Forecast of the year against its budget', 'Benefits for each unit of cost', 'Days to its end', 'Open work that is late', 'Work that is over'].map((term) => found.get(term))).toEqual([{ figure: 12, notable: true }, { figure: 0.5, notable: true }, { figure: -20, notable: true }, { figure: 25, notable: true }, { figure: 20, notable: false }])
    expect(found.get('Delivery confidence that was reported')?.notable).toBe(true)
  })
  it('tell what its register and its deliverables ask for, and that nobody keeps one', () => {
    const terms = ['Open threats in its register', 'Of these without an owner or a response', 'Open issues', 'Deliverables that are late']
    const threat = (name: string, owned: boolean, answered: boolean) => ({ name, owned, answered })
    const kept = shown({ ...facts, register: { threats: [threat('Flood', true, true), threat('Fire', false, true), threat('Strike', true, false)], issues: [{ name: 'Water', severity: 'minor' }] }, deliverables: { all: 3, late: ['Handbook'] } })
    expect(terms.map((term) => kept.get(term))).toEqual([{ figure: 3, notable: false }, { figure: 2, notable: true }, { figure: 1, notable: false }, { figure: 1, notable: true }])
    expect(terms.map((term) => shown(facts).get(term))).toEqual([{ figure: 'missing', notable: true }, { figure: 'not_applicable', notable: false }, { figure: 'missing', notable: false }, { figure: 'missing', notable: false }])
    expect(shown({ ...facts, register: { threats: [], issues: [{ name: 'Water', severity: 'major' }] } }).get('Open issues')).toEqual({ figure: 1, notable: true })
  })
  it('make nothing up: what nobody recorded is missing, undefined, or does not apply', () => {
    const found = shown({ ...facts, initiative: { ...initiative, endOn: null, cost: missing('cost'), inYearForecast: missing('forecast'), rating: null, state: 'closed' }, benefits: [], work: { all: 0, open: 0, late: 0, undated: 0 } })
    expect(['Cost over its whole life', 'Forecast of the year against its budget', 'Days to its end', 'Open work that is late', 'Work that is over', 'Of these without an owner or a measure', 'Sponsor'].map((term) => found.get(term)?.figure)).toEqual(['missing', 'missing', 'not_applicable', 'not_applicable', 'missing', 'not_applicable', 'missing'])
  })
})
