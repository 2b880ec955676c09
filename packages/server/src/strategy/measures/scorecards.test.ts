import { describe, expect, it } from 'vitest'
import { firstStrategy } from '../first-strategy.ts'
import { measureFacts, type StoredStrategy } from '../store.ts'
import { measuredIn } from '../tree/measured.ts'
import { presentMeasureList } from './present-detail.ts'
import { scorecardsOf } from './scorecards.ts'

const first = firstStrategy('01890a5d-ac96-774b-bcce-b302099a8057')
const measure = (id: string, objectiveId: string) => ({
  id, objective_id: objectiveId, name: id, definition: '', unit: 'count', direction: 'higher', aggregation: 'stock', frequency: 'year', max_age_days: 400, due_after_days: 30, course: { kind: 'linear' }, baseline: '0', baseline_on: null, target: '10', due_on: null, tolerance: null,
  band_low: null, band_high: null,
})
const actual = (measureId: string, value: string) => ({ id: `a ${measureId}`, measure_id: measureId, on_date: '2026-01-01', value, source: '', state: 'approved', numerator: null, denominator: null, weight: null, parts: null })
const aim = (id: string, weight: number, serves: string | null) => ({ id, statement: id, description: '', weight, owner: null, deadline: null, serves, contributions: [] })
const agreed = { owner: 'Ada', baseline_on: '2025-01-01', data_source: 'Desk', benchmarks: [], plan: [], key_result: null, target_reason: '', leeway: null, limits_from: null, natural_least: null, is_leading: false, reporter_id: null }
const rows = (all: readonly object[]) => all as unknown as StoredStrategy['measures']
const band = first.perspectives[0]?.id ?? ''
/** One objective with a measure; a unit with two objectives, of which one serves it and one nothing, that weigh 3 to 1. */
const stored: StoredStrategy = {
  ...first, objectives: [{ id: 'top', stable_key: 'k', statement: 'Top', weight: '1', perspective_id: band }] as unknown as StoredStrategy['objectives'], measures: rows([measure('m top', 'top')]), unitMeasures: rows([measure('m a', 'a'), measure('m b', 'b')]),
  actuals: [actual('m top', '9'), actual('m a', '5'), actual('m b', '10')] as unknown as StoredStrategy['actuals'],
  inForce: { ...first.inForce, unit_strategies: [{ id: 'north', name: 'North', intent: '', level: 'unit', unitId: 'n', parentId: null, weights: 'local', objectives: [aim('a', 0.75, 'k'), aim('b', 0.25, null)] }, { id: 'south', name: 'South', intent: '', level: 'functional', unitId: null, parentId: null, weights: 'inherited', objectives: [aim('c', 1, 'k')] }] },
}
const facts = [...stored.measures, ...stored.unitMeasures].map((row) => measureFacts(row, stored.actuals.filter((one) => one.measure_id === row.id)))
const objectives = new Map([['top', { statement: 'Top', perspectiveId: band, strategy: null }], ['a', { statement: 'a', perspectiveId: band, strategy: { id: 'north', name: 'North' } }], ['b', { statement: 'b', perspectiveId: null, strategy: { id: 'north', name: 'North' } }]])

describe('scorecards', () => {
  it('of the organisation hold its own measures alone, of a unit those of the unit by the weights that hold there', () => {
    const { composite, units } = scorecardsOf(stored, facts, { objectives, unitNames: new Map([['n', 'The North']]) })
    expect(composite.metric).toEqual({ status: 'ok', value: 0.9 })
    // 0.75 x 0.5 + 0.25 x 1; a strategy without a measure has no scorecard.
    expect(units.map(({ id, unit, composite: { metric }, coverage }) => [id, unit, metric, coverage])).toEqual([['north', 'The North', { status: 'ok', value: 0.625 }, 1]])
    expect(units[0]?.perspectives.map(({ id, composite: { metric } }) => [id, metric])).toEqual([[band, { status: 'ok', value: 0.5 }], [null, { status: 'ok', value: 1 }]])
  })

  it('name what there is to mend: of the organisation and of units that have a scorecard, perspectives, then objectives, then measures', () => {
    const { warned } = presentMeasureList({ ...stored, measures: rows([{ ...measure('m top', 'top'), ...agreed, sheet: { tellsOf: 'outcome' } }]), unitMeasures: rows([{ ...measure('m a', 'a'), ...agreed, owner: null, sheet: { tellsOf: 'output' } }, { ...measure('m b', 'b'), ...agreed, definition: 'b', target: null, sheet: { tellsOf: 'outcome' } }]) }, { calendar: { startMonth: 1, startDay: 1, label: 'start' }, today: '2027-01-15', names: new Map(), unitNames: new Map() })
    const unmeasured = first.perspectives.slice(1).map(({ name }) => ['perspective', name, ['unmeasured', 'weighs_little']])
    // The only objective of the organisation lies in the first perspective; south has no measure and no scorecard.
    expect(warned.map(({ kind, name, warnings }) => [kind, name, warnings.map(({ code }) => code)])).toEqual([...unmeasured, ['objective', 'a', ['no_outcome']], ['measure', 'm a', ['no_owner']], ['measure', 'm b', ['no_target']]])
    expect(warned.filter(({ strategy }) => strategy?.id === 'north').map(({ objective }) => objective)).toEqual([null, 'a', 'b'])
  })

  it('say the same as the tree of strategies does', () => {
    const { attainmentOf, measuresOf, compositeOf } = measuredIn(stored)
    expect([attainmentOf('a').metric, attainmentOf('c').metric]).toEqual([{ status: 'ok', value: 0.5 }, { status: 'undefined', reason: 'NO_TARGET' }])
    expect(measuresOf('b').map(({ id, actuals }) => [id, actuals.length])).toEqual([['m b', 1]])
    expect(compositeOf('North', new Map([['a', 0.75], ['b', 0.25]])).composite.metric).toEqual({ status: 'ok', value: 0.625 })
  })
})
