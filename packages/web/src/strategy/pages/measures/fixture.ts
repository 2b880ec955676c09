import type { MeasureDetail, MeasureEnd, MeasureList, MeasureRow } from '@throughline/contract/strategy'
import { known, notApplicable, undefinedBecause, type Metric } from '@throughline/engine/kernel'
import { fullStrategy } from '../strategy/fixture.ts'

const number = (term: string, metric: Metric<number>) => ({ metric, why: { term, figure: metric.status === 'ok' ? known({ kind: 'number' as const, value: metric.value, unit: 'count' as const }) : metric } })
const end = (name: MeasureEnd['end'], actual: Metric<number>): MeasureEnd => ({ end: name, period: { from: '2025-10-01', to: '2025-11-01' }, actual: number('Measured', actual), budget: number('Budget', known(90)), forecast: number('Forecast', undefinedBecause('NO_TARGET')), expected: number('Expected', known(85)) })

export const calls: MeasureRow = {
  id: 'm1', name: 'Calls answered in time', objectiveId: 'ob1', objective: 'Answer sooner', perspectiveId: 'pe1', strategy: null, unit: 'percent', direction: 'higher', level: 'kpi', horizon: 'short', leading: true, frequency: 'month', owner: 'Service desk', reporter: { id: 'me', name: 'Ada' },
  latest: { on: '2025-09-30', value: '82', state: 'provisional' }, series: [70, 74, null, 82], attainment: number('Attained', known(0.6)), expected: number('Expected', known(80)), status: 'at_risk', due: { period: { from: '2025-10-01', to: '2025-11-01' }, dueOn: '2025-11-11', standing: 'late' },
  signal: { rule: 'outside_limits', reading: 'improvement' }, ends: [end('month', undefinedBecause('NO_ACTUALS')), end('quarter', known(82)), end('year', undefinedBecause('INSUFFICIENT_POINTS'))], sameAs: [{ id: 'm9', name: 'Contacts in time' }], version: 3,
  against: { benchmark: { peers: 'Other desks', count: 12, p25: '70', p50: '80', p75: '90', asOf: '2025-06-30', validUntil: null, comparability: 'Same hours' }, place: 'above_median' },
}
/** As a portfolio without actuals has them: nothing measured, and nothing said that is not known. */
export const unmeasured: MeasureRow = {
  ...calls, id: 'm2', name: 'New hospitals open', objective: 'Hospitals are rebuilt', perspectiveId: 'pe2', unit: 'count', level: 'outcome', horizon: 'long', frequency: 'year', owner: null, reporter: null, latest: null, series: [], attainment: number('Attained', undefinedBecause('NO_ACTUALS')), expected: number('Expected', undefinedBecause('NO_ACTUALS')), status: 'no_report',
  due: { period: { from: '2024-04-01', to: '2025-04-01' }, dueOn: '2025-05-01', standing: 'late' }, signal: null, ends: [end('month', notApplicable), end('quarter', notApplicable), end('year', undefinedBecause('NO_ACTUALS'))], sameAs: [], against: null,
}
const hidden = number('All', undefinedBecause('INSUFFICIENT_POINTS'))
export const fullList: MeasureList = {
  perspectives: [{ id: 'pe1', name: 'Customers', composite: number('Customers', known(0.6)), coverage: 1 }, { id: 'pe2', name: 'Public services', composite: number('Public services', undefinedBecause('NO_ACTUALS')), coverage: 0 }],
  composite: hidden, coverage: 0.5, units: [], measures: [calls, unmeasured],
  warned: [
    { kind: 'perspective', id: 'pe2', name: 'Public services', strategy: null, objective: null, warnings: [{ code: 'weighs_little', words: 'It holds 12.5% of the weight.' }] },
    { kind: 'objective', id: 'ob1', name: 'Answer sooner', strategy: null, objective: null, warnings: [{ code: 'no_outcome', words: 'Only what is done or yielded is measured.' }] },
    { kind: 'measure', id: 'm2', name: 'New hospitals open', strategy: null, objective: 'Hospitals are rebuilt', warnings: [{ code: 'no_owner', words: 'Nobody owns it.' }, { code: 'late', words: 'Its report up to 2025-03-31 was due on 2025-05-01.' }] },
    { kind: 'measure', id: 'm3', name: 'Nurses trained', strategy: { id: 'un1', name: 'Wards first' }, objective: 'Trained by spring', warnings: [{ code: 'no_target', words: 'The measure has no target.' }] },
  ],
}
/** The same, with a unit that measures an objective of its own. */
export const listWithUnit: MeasureList = {
  ...fullList, units: [{ id: 'un1', name: 'Wards first', unit: 'Wards', perspectives: [{ id: null, name: 'Aims of its own', composite: number('Aims of its own', known(0.25)), coverage: 1 }], composite: number('Wards first', known(0.25)), coverage: 1 }],
  measures: [...fullList.measures, { ...calls, id: 'm3', name: 'Nurses trained', objectiveId: 'uo1', objective: 'Trained by spring', perspectiveId: null, strategy: { id: 'un1', name: 'Wards first' }, sameAs: [] }],
}

const measure = fullStrategy.measures[0]
if (!measure) throw new Error('the strategy of the fixture has a measure')
const point = (month: number, value: number | null, signal: MeasureRow['signal'] = null) => ({ period: { from: `2025-0${month}-01`, to: `2025-0${month + 1}-01` }, value: value === null ? undefinedBecause('NO_ACTUALS') : known(value), expected: known(70 + month), signal, provisional: month === 6 })
export const detail: MeasureDetail = {
  measure, row: calls, baselineDoubt: 'outside_limits',
  points: [point(3, 70), point(4, 74), point(5, null), point(6, 95, { rule: 'outside_limits', reading: 'improvement' })], limits: known({ mean: 75, upper: 90, lower: 60, trial: true, since: null, assurance: 'inconsistent' as const }),
  records: [
    { id: 'r2', on: '2025-06-30', value: '95', state: 'provisional', source: 'Desk', note: '', parts: [], by: 'Ada', at: '2025-07-03T08:00:00Z', until: null, batchId: null, version: 2 },
    { id: 'r1', on: '2025-06-30', value: '59', state: 'provisional', source: 'Desk', note: 'Digits turned', parts: [], by: 'Ada', at: '2025-07-02T08:00:00Z', until: '2025-07-03T08:00:00Z', batchId: null, version: 1 },
  ],
  changes: [{
    from: { from: '2025-03-01', to: '2025-04-01' }, to: { from: '2025-04-01', to: '2025-05-01' }, before: number('Calls of March', known(70)), now: number('Calls of April', known(74)),
    parts: [{ key: 'volume', amount: '5.333333333', why: number('More or less of it', known(5.333333333)).why }, { key: 'price', amount: '-1.333333333', why: number('Prices', known(-1.333333333)).why }], total: { metric: known('4'), why: number('Change', known(4)).why },
  }],
}
export const unmeasuredDetail: MeasureDetail = { measure: { ...measure, actuals: [] }, row: unmeasured, points: [], limits: undefinedBecause('INSUFFICIENT_POINTS'), records: [], changes: [], baselineDoubt: null }
