import type { Measure, Objective, Strategy } from '@throughline/contract/strategy'
import type { ExplainedMoney, ExplainedNumber } from '@throughline/contract/wire'
import { known, undefinedBecause, type Metric } from '@throughline/engine/kernel'

const pounds = (billions: number): ExplainedMoney => {
  const money = { minor: String(BigInt(Math.round(billions * 10)) * 10_000_000_000n), currency: 'GBP', basis: { kind: 'nominal' as const }, cashClass: 'na' as const }
  return { metric: known(money), why: { term: 'Benefits', figure: known({ kind: 'money', money }), source: { kind: 'derived', rule: 'Sum over the initiatives that contribute' } } }
}
const share = (metric: Metric<number>): ExplainedNumber => ({ metric, why: { term: 'Attained', figure: metric.status === 'ok' ? known({ kind: 'number', value: metric.value, unit: 'ratio' }) : metric, formula: 'attainment' } })

const objective = (id: string, perspectiveId: string, statement: string, weight: number, change: Partial<Objective> = {}): Objective => ({
  id, key: id, perspectiveId, statement, description: '', weight, owner: 'DfT', deadline: '2030-12-31', mandatory: false, origin: 'our_reading',
  citations: [{ label: 'Levelling Up the United Kingdom, White Paper, February 2022', url: 'https://www.gov.uk/government/publications/levelling-up-the-united-kingdom' }],
  version: 1, initiatives: 12, hurtBy: 0, cost: pounds(40), benefits: pounds(62), attainment: share(undefinedBecause('NO_ACTUALS')), ...change,
})

const gigabit: Measure = {
  id: 'm1', objectiveId: 'ob1', alsoOf: [], name: 'Homes that can have gigabit broadband', definition: 'Share of UK homes.', unit: 'percent', direction: 'higher', aggregation: 'stock', frequency: 'year', horizon: 'mid', leading: false,
  owner: null, dataSource: 'Ofcom, Connected Nations', origin: 'our_reading', target: { baseline: '27', baselineOn: '2020-09-30', target: '85', dueOn: '2025-12-31', tolerance: '5' },
  settings: { level: 'outcome', band: null, course: { kind: 'linear' }, maxAgeDays: 400, dueAfterDays: 30, naturalLeast: null, reporterId: null, plan: [], benchmarks: [], limitsFrom: null, keyResult: null, targetReason: '', sheet: null, leeway: null },
  actuals: [
    { id: 'ac1', on: '2021-09-30', value: '47', state: 'approved', note: '', source: 'Ofcom, Connected Nations 2021', version: 1 },
    { id: 'ac3', on: '2022-09-30', value: '70', state: 'restated', note: '', source: 'Ofcom, Connected Nations 2022', version: 2 },
    { id: 'ac4', on: '2023-09-30', value: '78', state: 'approved', note: '', source: 'Ofcom, Connected Nations 2023', version: 1 },
  ],
  version: 1, attainment: share(known(0.879)), expected: share(known(60.2)), status: 'on_track',
}
const initiative = (id: string, name: string) => ({ id, key: id.toUpperCase(), name })

/** A strategy of realistic size: three perspectives, one objective that nothing serves, two initiatives that serve nothing. */
export const fullStrategy: Strategy = {
  id: 's1', name: 'United Kingdom government priorities, early 2024', mission: 'Deliver the commitments that government has published.', vision: 'A country that is better connected, healthier and cleaner by 2030', origin: 'our_reading',
  sourceNote: 'Statements are in our own words; weights and contributions are our judgement.', strategyVersion: { id: 'v1', no: 1, status: 'in_force' }, version: 1,
  perspectives: [{ id: 'pe1', name: 'Economy and places', order: 0, version: 1 }, { id: 'pe2', name: 'People and public services', order: 1, version: 1 }, { id: 'pe3', name: 'Environment and energy', order: 2, version: 1 }],
  objectives: [
    objective('ob1', 'pe1', 'Fast broadband and mobile coverage reach the whole country', 0.15, { attainment: share(known(0.879)), description: 'At least 85 % of premises by 2025.' }),
    objective('ob2', 'pe1', 'Rail carries more people and freight, faster and on time', 0.25, { hurtBy: 2, mandatory: true }),
    objective('ob3', 'pe2', 'Hospitals are rebuilt and fit for the next fifty years', 0.2),
    objective('ob4', 'pe2', 'Prisons have room and are safe', 0.1, { initiatives: 0, cost: { ...pounds(0), metric: undefinedBecause('NO_BASELINE') } }),
    objective('ob5', 'pe3', 'Electricity comes without carbon by 2035', 0.2),
    objective('ob6', 'pe3', 'Homes and rivers are protected from flood', 0.1),
  ],
  measures: [gigabit],
  contributions: [
    { initiative: initiative('i1', 'Project Gigabit'), objectiveId: 'ob1', contribution: 1, rationale: 'It is the subsidy for premises the market leaves out.', origin: 'our_reading' },
    { initiative: initiative('i1', 'Project Gigabit'), objectiveId: 'ob3', contribution: 0.2, rationale: '', origin: 'our_reading' },
    { initiative: initiative('i2', 'Shared Rural Network'), objectiveId: 'ob1', contribution: 0.6, rationale: 'Coverage of 95 % of the land.', origin: 'our_reading' },
    { initiative: initiative('i3', 'Spectrum Clearance'), objectiveId: 'ob1', contribution: -0.25, rationale: 'Takes spectrum away for three years.', origin: 'entered' },
  ],
  unserved: ['ob4'], orphans: [initiative('i8', 'Great British Nuclear'), initiative('i9', 'Shared Services Strategy')], weightTotal: 1,
}
export const emptyStrategy: Strategy = { ...fullStrategy, name: 'Strategy', mission: '', vision: '', origin: 'entered', sourceNote: '', perspectives: [], objectives: [], measures: [], contributions: [], unserved: [], orphans: [], weightTotal: 0 }
