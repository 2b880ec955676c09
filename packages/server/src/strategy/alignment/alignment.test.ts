import type { UnitStrategy } from '@throughline/contract/strategy'
import { ukFiscalCalendar } from '@throughline/engine/kernel'
import type { ObjectiveFacts } from '@throughline/engine/strategy'
import { describe, expect, it } from 'vitest'
import { presentAlignment, type AlignmentQuestion } from './present.ts'
import type { InitiativeOutlay, Outlays, Taken } from './source.ts'
import type { Statements } from './weights.ts'

const objective = (key: string, weight: number): ObjectiveFacts => ({ id: key, key, perspectiveId: 'money', statement: key, weight, owner: null, deadline: null, mandatory: false })
const statements: Statements = { objectives: [objective('growth', 0.6), objective('quality', 0.4)], perspectives: new Map([['money', 'Money']]), units: [], waivers: [], strategies: [] }
const taken = (...years: readonly (readonly [number, number])[]): Taken => ({ whole: years.reduce((sum, [, amount]) => sum + amount, 0), years })
const initiative = (id: string, unitId: string | null, serves: string | null, money: Taken | null, more: Partial<InitiativeOutlay> = {}): InitiativeOutlay => ({
  id, name: id, unitId, mandatory: false, contributions: serves === null ? [] : [{ objectiveId: serves, contribution: 1 }], money, hour: null, day: null, fte: null, ...more,
})
const outlays: Outlays = {
  currency: 'GBP', calendar: ukFiscalCalendar, units: [{ id: 'north', name: 'North' }, { id: 'south', name: 'South' }],
  initiatives: [
    initiative('a', 'north', 'growth', taken([2025, 100], [2026, 100]), { day: taken([2026, 4000]) }),
    initiative('b', 'south', 'quality', taken([2026, 600])),
    initiative('c', 'south', 'quality', taken([2026, 200]), { mandatory: true }),
    initiative('undated', 'north', 'growth', { whole: 100, years: [] }),
    initiative('unpriced', 'north', 'growth', null),
    initiative('idle', null, null, taken([2027, 100])),
  ],
}
const asked = (change: Partial<AlignmentQuestion> = {}, stated = statements) => presentAlignment(outlays, stated, { basis: 'money', counting: 'all', period: 'whole', today: '2026-11-21', ...change })
const distanceOf = (answer: ReturnType<typeof asked>, counting = 'all') => answer.distances.find((each) => each.counting === counting)?.distance.metric

describe('stated against revealed', () => {
  it('over the whole life: 300 of 1,200 to growth, 800 to quality, 100 to nothing', () => {
    const answer = asked()
    expect(answer.shares.map(({ statement, perspective, stated, revealed, initiatives }) => [statement, perspective, stated, revealed, initiatives])).toEqual([
      ['growth', 'Money', 0.6, expect.closeTo(0.25, 12), 2], ['quality', 'Money', 0.4, expect.closeTo(2 / 3, 12), 2], ['Serves no objective', null, 0, expect.closeTo(1 / 12, 12), 1],
    ])
    // ½ (0.35 + 0.2667 + 0.0833), and without the 200 that nobody can refuse ½ (0.3 + 0.2 + 0.1)
    expect([distanceOf(answer), distanceOf(answer, 'without_mandatory')]).toEqual([{ status: 'ok', value: expect.closeTo(0.35, 12) }, { status: 'ok', value: expect.closeTo(0.3, 12) }])
    expect(answer.counted).toEqual({ initiatives: 5, mandatory: { initiatives: 1, part: expect.closeTo(1 / 6, 12) }, waived: { initiatives: 0, part: 0 }, withoutAmount: 1 })
    expect(answer.shares[0]?.why.terms?.[0]).toMatchObject({ term: 'Goes to it', figure: { value: { kind: 'money', money: { minor: '300', currency: 'GBP' } } }, terms: [{ term: 'a' }, { term: 'undated' }] })
  })

  it('the parts by objective sum to the distance', () => {
    const why = asked().distances[0]?.distance.why
    const parts = (why?.terms ?? []).map(({ figure }) => (figure.status === 'ok' && figure.value.kind === 'number' ? figure.value.value : 0))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(0.35, 12)
  })

  it('by period: what has no dates falls into none of them, and is said', () => {
    const answer = asked({ period: 'to_come' })
    expect([distanceOf(answer), answer.counted.withoutAmount]).toEqual([{ status: 'ok', value: expect.closeTo(0.5, 12) }, 2])
    expect(answer.periods.map(({ period, label }) => [period, label])).toEqual([['whole', 'Whole life'], ['to_come', 'From 2026-27 on'], ['2025', '2025-26'], ['2026', '2026-27'], ['2027', '2027-28']])
    expect(distanceOf(asked({ period: '2031' }))).toEqual({ status: 'undefined', reason: 'DIV_BY_ZERO' })
  })

  it('of people’s time, in the unit of their pools', () => {
    const answer = asked({ basis: 'day' })
    expect([answer.bases, distanceOf(answer)]).toEqual([['money', 'day'], { status: 'ok', value: expect.closeTo(0.4, 12) }])
    expect(answer.shares[0]?.why.terms?.[0]?.figure).toEqual({ status: 'ok', value: { kind: 'number', value: 40, unit: 'person_day' } })
    expect(answer.distances[0]?.distance.why.term).toBe('Distance of people’s time from priorities')
  })

  it('by unit, the one that takes most first, against the weights that hold there', () => {
    expect(asked().units.map(({ unit, ownWeights, part, distance }) => [unit, ownWeights, part, distance.metric])).toEqual([
      ['South', false, expect.closeTo(2 / 3, 12), { status: 'ok', value: expect.closeTo(0.6, 12) }], ['North', false, expect.closeTo(0.25, 12), { status: 'ok', value: expect.closeTo(0.4, 12) }],
    ])
    const own = asked({}, { ...statements, units: [{ unitId: 'south', weights: 'local', shares: [{ key: 'quality', weight: 1 }] }] })
    expect(own.units[0]).toMatchObject({ unit: 'South', ownWeights: true, distance: { metric: { status: 'ok', value: 0 } } })
  })

  it('of a unit with a strategy of its own: what it weighs of the shared objectives, what it wants beside them, and what serves those', () => {
    const below = (id: string, weight: number, serves: string | null, initiativeId?: string): UnitStrategy['objectives'][number] => ({ id, statement: id, description: '', weight, owner: null, deadline: null, serves, contributions: initiativeId === undefined ? [] : [{ initiativeId, contribution: 1, rationale: '' }] })
    const strategy: UnitStrategy = { id: 's', name: 'South first', intent: '', level: 'unit', unitId: 'south', parentId: null, weights: 'local', objectives: [below('roads', 0.5, 'quality', 'a'), below('staff', 0.25, null, 'b'), below('sell', 0.25, 'growth')] }
    const [south] = asked({}, { ...statements, strategies: [strategy] }).units
    // South spends 600 on b and 200 on c. b was judged to serve quality, and by the unit’s own judgement staff as well: 300 each; c serves quality.
    expect(south).toMatchObject({ unit: 'South', ownWeights: true, strategy: { id: 's', name: 'South first' } })
    expect(south?.shares.map(({ objectiveId, statement, stated, revealed }) => [objectiveId, statement, stated, revealed])).toEqual([['growth', undefined, 0.25, 0], ['quality', undefined, 0.5, 0.625], ['staff', 'staff', 0.25, 0.375]])
  })

  it('a waiver takes its unit out while it lasts', () => {
    const waiver = { id: 'w', unitId: 'south', reason: 'Pilot', guardrails: '', from: '2026-01-01', to: '2027-01-01' }
    const during = asked({}, { ...statements, waivers: [waiver] })
    // Without the south: 300 to growth and 100 to nothing.
    expect([distanceOf(during, 'without_waived'), during.counted.waived]).toEqual([{ status: 'ok', value: expect.closeTo(0.4, 12) }, { initiatives: 2, part: expect.closeTo(2 / 3, 12) }])
    expect(distanceOf(asked({ today: '2027-01-01' }, { ...statements, waivers: [waiver] }), 'without_waived')).toEqual({ status: 'ok', value: expect.closeTo(0.35, 12) })
  })

  it('has a reason where nothing is stated or nothing is spent', () => {
    expect(distanceOf(asked({}, { ...statements, objectives: [] }))).toEqual({ status: 'undefined', reason: 'DIV_BY_ZERO' })
    expect(presentAlignment({ ...outlays, initiatives: [] }, statements, { basis: 'money', counting: 'all', period: 'whole', today: '2026-11-21' })).toMatchObject({ bases: [], units: [], distances: [{ distance: { metric: { status: 'undefined' } } }, {}, {}, {}] })
  })

  it('ten thousand initiatives and sixty objectives are worked out in one go', () => {
    const objectives = Array.from({ length: 60 }, (_, at) => objective(`o${at}`, 1 / 60))
    const initiatives = Array.from({ length: 10_000 }, (_, at) => initiative(`i${at}`, at % 2 ? 'north' : 'south', `o${at % 60}`, taken(...Array.from({ length: 6 }, (__, year): readonly [number, number] => [2024 + year, 100 + at]))))
    const answer = presentAlignment({ ...outlays, initiatives }, { ...statements, objectives }, { basis: 'money', counting: 'all', period: 'whole', today: '2026-11-21' })
    expect([answer.counted.initiatives, answer.shares.length, answer.periods.length]).toEqual([10_000, 60, 8])
  })
})
