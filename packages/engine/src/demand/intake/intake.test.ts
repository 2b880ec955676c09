import { describe, expect, it } from 'vitest'
import type { MeasureFacts } from '../../strategy/index.ts'
import { alikeOf, byPriority, closesCircle, creditOf, creditsOf, ideaFunnel, ideaStates, livesOnAs, mayMove, measureShortfalls, median, priorityOf, triageCriteria, triageLevels, twinLikeness, ideaPriorities, type Existing, type Levels } from './index.ts'

const value = (metric: { readonly status: string; readonly value?: unknown; readonly reason?: unknown }) => (metric.status === 'ok' ? metric.value : (metric.reason ?? metric.status))

describe('what there is already', () => {
  // Pairs that people called the same; the twin of each stands among the three most alike.
  const pairs: readonly (readonly [string, string])[] = [
    ['Digital signature for supplier contracts', 'Sign contracts with suppliers electronically'], ['Chatbot answers parking permits', 'Chat bot for questions about parking permits'], ['Solar panels on depot roofs', 'Solar power from the roofs of our depots'],
    ['One form for all building permits', 'A single building permit form'], ['Bus lanes on Harbour Street', 'Bus lane along the Harbour Street'], ['Reuse of concrete from demolished bridges', 'Recycle concrete of demolished bridges'],
    ['Shared calendar of road works', 'Calendar for all road works in one place'], ['Heat map of potholes from bus cameras', 'Find potholes by cameras on buses'], ['Night shift for crane maintenance', 'Maintain cranes at night'], ['Paperless invoices for small firms', 'Electronic invoices from small firms'],
  ]
  const existing = pairs.map(([, name], at): Existing => ({ kind: at % 2 === 0 ? 'idea' : 'initiative', id: `${at}`, name, about: '' }))
  it('is found among the three most alike, whatever else there is', () => {
    expect(pairs.map(([title]) => alikeOf({ title, problem: '' }, existing).map(({ id }) => id)).filter((ids, at) => !ids.includes(`${at}`))).toEqual([])
  })
  it('is 1 of the same words, and names what is in common, the rare first', () => {
    const [twin, other] = alikeOf({ title: 'Bridge of lamps', problem: '' }, [{ kind: 'service', id: 'a', name: 'Lamps: bridge', about: '' }, { kind: 'idea', id: 'b', name: 'Bridge sensors', about: '' }])
    expect([twin?.id, twin && value(twin.likeness.metric), twin?.likeness.why.terms?.[0]?.figure]).toEqual(['a', 1, { status: 'ok', value: { kind: 'text', text: 'lamps, Bridge' } }])
    expect(Number(other && value(other.likeness.metric))).toBeLessThan(twinLikeness)
  })
  it('is nothing where no word is shared, and nothing where nothing is asked', () => {
    expect(alikeOf({ title: 'Ferry', problem: 'Slow' }, existing)).toEqual([])
    expect(alikeOf({ title: 'of the', problem: '' }, existing)).toEqual([])
  })
  it('reads what an idea says as well as its name', () => {
    expect(alikeOf({ title: 'Faster', problem: 'Tickets for the ferry are sold on paper' }, [{ kind: 'initiative', id: 'x', name: 'Quay', about: 'Sell ferry tickets by phone, not on paper' }])[0]?.likeness.why.note).toContain('descriptions')
  })
})

describe('priority of an idea', () => {
  const of = (words: string): Levels => Object.fromEntries(triageCriteria.map((one, at) => [one, ({ h: 'high', m: 'medium', l: 'low' } as const)[words[at] as 'h' | 'm' | 'l']])) as Levels
  const priority = (words: string) => value(priorityOf(of(words)).metric)
  it('counts levels: fit, value, ease and urgency', () => {
    expect([priority('hhmm'), priority('mhhm'), priority('hhhl'), priority('mmmm'), priority('mmml'), priority('lhhh'), priority('hhll')]).toEqual(['first', 'first', 'soon', 'later', 'later', 'not_now', 'not_now'])
    expect(priorityOf(null).metric).toEqual({ status: 'missing', inputs: ['triage'] })
  })
  it('never falls where a level rises', () => {
    const all = triageLevels.flatMap((a) => triageLevels.flatMap((b) => triageLevels.flatMap((c) => triageLevels.map((d): Levels => ({ fit: a, value: b, ease: c, urgency: d })))))
    const rank = (levels: Levels) => ideaPriorities.indexOf(value(priorityOf(levels).metric) as (typeof ideaPriorities)[number])
    for (const levels of all) for (const one of triageCriteria) for (const better of triageLevels.slice(0, triageLevels.indexOf(levels[one]))) {
      expect(rank({ ...levels, [one]: better })).toBeLessThanOrEqual(rank(levels))
      expect(byPriority({ ...levels, [one]: better }, levels)).toBeLessThanOrEqual(0)
    }
  })
  it('puts what nobody judged last', () => expect([null, of('llll'), of('hhmm'), of('hhhh')].toSorted(byPriority)).toEqual([of('hhhh'), of('hhmm'), of('llll'), null]))
})

describe('credit and moves', () => {
  const idea = (id: string, submitterId: string, duplicateOf: string | null = null, handedInAt = id) => ({ id, submitterId, duplicateOf, handedInAt })
  it('goes to whoever handed in one that was merged, however far down, each once', () => {
    const all = [idea('1', 'ann'), idea('2', 'bo', '1'), idea('3', 'cy', '2'), idea('4', 'ann', '1'), idea('5', 'dee')]
    expect(creditOf(all[0] ?? idea('', ''), all).map(({ submitterId }) => submitterId)).toEqual(['ann', 'bo', 'cy'])
    expect([closesCircle('1', '3', all), closesCircle('1', '1', all), closesCircle('3', '1', all), closesCircle('1', '5', all)]).toEqual([true, true, false, false])
  })
  it('is found for all of them at once, and an idea lives on as the last one that it was merged into', () => {
    const all = [idea('1', 'ann'), idea('2', 'bo', '1'), idea('3', 'cy', '2'), idea('5', 'dee')]
    let read = 0
    const many = Array.from({ length: 2000 }, (_, at) => ({ ...idea(`${at}`, 'eve'), get duplicateOf() { read += 1; return null } }))
    expect(many.map(creditsOf(many)).every(({ length }) => length === 1)).toBe(true)
    expect(read).toBeLessThan(2000 * 3)
    const byId = new Map(all.map((one) => [one.id, one]))
    expect(all.map((one) => livesOnAs(one, byId).id)).toEqual(['1', '1', '1', '5'])
  })
  it('only what was judged becomes an initiative, and that is the end', () => {
    expect(ideaStates.filter((to) => mayMove('new', to))).toEqual(['triaged', 'declined', 'duplicate'])
    expect(ideaStates.filter((to) => mayMove('to_case', to))).toEqual([])
    expect([mayMove('declined', 'new'), mayMove('declined', 'to_case')]).toEqual([true, false])
  })
})

describe('the funnel', () => {
  const moves = (...steps: readonly (readonly [(typeof ideaStates)[number], string])[]) => ({ moves: steps.map(([to, on]) => ({ to, on })) })
  it('counts who stands where, who ever came there, and for how long', () => {
    // New for 4 and 10 days: 7 in the middle. One went to a case after 6 days, one was declined after 2: answers after 4, half to a case.
    const found = ideaFunnel([
      moves(['new', '2026-03-07']), moves(['new', '2026-03-01']), moves(['new', '2026-02-01'], ['triaged', '2026-02-03'], ['to_case', '2026-02-07']), moves(['new', '2026-02-01'], ['declined', '2026-02-03']), moves(['new', '2026-02-01'], ['duplicate', '2026-02-05']),
    ], '2026-03-11')
    expect(found.stages.map(({ state, now, reached, age, oldest }) => [state, now, reached, value(age.metric), value(oldest)])).toEqual([
      ['new', 2, 5, 7, 10], ['triaged', 0, 1, 'INSUFFICIENT_POINTS', 'INSUFFICIENT_POINTS'], ['incubating', 0, 0, 'INSUFFICIENT_POINTS', 'INSUFFICIENT_POINTS'], ['to_case', 1, 1, 32, 32], ['declined', 1, 1, 36, 36], ['duplicate', 1, 1, 34, 34],
    ])
    expect([value(found.answerTime.metric), value(found.toCase.metric)]).toEqual([4, 0.5])
  })
  it('says nothing of no ideas', () => {
    const { answerTime, toCase } = ideaFunnel([], '2026-03-11')
    expect([value(answerTime.metric), value(toCase.metric), value(median([])), value(median([3, 1])), value(median([9, 1, 2]))]).toEqual(['INSUFFICIENT_POINTS', 'INSUFFICIENT_POINTS', 'INSUFFICIENT_POINTS', 2, 2])
  })
})

describe('measures off their course', () => {
  const measure = (id: string, actual: number, more: Partial<MeasureFacts> = {}): MeasureFacts => ({
    id, objectiveId: 'o', name: id, unit: 'day', direction: { kind: 'lower' }, aggregation: 'stock', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, baseline: 20, baselineOn: '2026-01-01', target: 10, dueOn: '2026-12-31', course: { kind: 'linear' }, tolerance: 1,
    actuals: [{ id: 'a', on: '2026-07-02', value: actual, source: '', state: 'approved' }], ...more,
  })
  it('call for an idea, off track first, with how far behind they are', () => {
    // Half of the way: 15 are expected. 15.5 is within the tolerance of 1, 16.5 at risk, 19 off track by 4.
    const found = measureShortfalls([measure('on', 15.5), measure('risk', 16.5), measure('off', 19)], [])
    expect(found.map(({ measureId, standing, shortfall }) => [measureId, standing, value(shortfall.metric)])).toEqual([['off', 'off_track', 4], ['risk', 'at_risk', 1.5]])
  })
  it('are answered by an idea that is open or became an initiative, and by a declined one until something newer is measured', () => {
    const called = (state: (typeof ideaStates)[number], since: string) => measureShortfalls([measure('off', 19)], [{ measureId: 'off', state, since }]).length
    expect([called('new', '2026-05-01'), called('to_case', '2026-05-01'), called('declined', '2026-07-02'), called('declined', '2026-07-01'), called('duplicate', '2026-08-01')]).toEqual([0, 0, 0, 1, 0])
  })
})
