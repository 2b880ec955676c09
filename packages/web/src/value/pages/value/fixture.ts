import type { Value, ValueBook, ValueEntry } from '@throughline/contract/value'
import type { ExplainedMoney, ExplainedNumber, Money } from '@throughline/contract/wire'
import { known, undefinedBecause, type Metric } from '@throughline/engine/kernel'

type CashClass = ValueBook['unit']['cashClass']
const pounds = (millions: number, cashClass: CashClass = 'na'): Money => ({ minor: String(BigInt(millions) * 100_000_000n), currency: 'GBP', basis: { kind: 'nominal' }, cashClass })
const why = (term: string, metric: Metric<Money>): ExplainedMoney => ({ metric, why: { term, figure: metric.status === 'ok' ? known({ kind: 'money', money: metric.value }) : metric, source: { kind: 'derived', rule: 'Sum of what was published' } } })
const rate = (metric: Metric<number>): ExplainedNumber => ({ metric, why: { term: 'Realised of promised', figure: metric.status === 'ok' ? known({ kind: 'number', value: metric.value, unit: 'ratio' }) : metric, formula: 'realisation-rate' } })
const step = (key: ValueBook['steps'][number]['key'], label: string, kind: 'total' | 'change', metric: Metric<Money>): ValueBook['steps'][number] => ({ key, label, kind, ...why(label, metric) })
const group = (id: string, name: string, promised: number, realised: Metric<Money>, share: Metric<number>): ValueBook['byUnit'][number] => ({
  id, name, initiatives: 12, promised: why('Promised', known(pounds(promised))), forecast: why('Forecast', known(pounds(promised - 400))), realised: why('Realised', realised), realisation: rate(share),
})

const notMeasured = undefinedBecause('NOT_MEASURED')

/** A book as the published portfolio gives it: nothing in it says what was realised. */
const published: ValueBook = {
  unit: { currency: 'GBP', cashClass: 'na', basis: 'nominal' }, closes: false,
  steps: [
    step('promised', 'Promised', 'total', known(pounds(757_000))), step('joined', 'Joined', 'change', known(pounds(61_000))), step('raised', 'Raised', 'change', known(pounds(48_000))),
    step('lowered', 'Lowered', 'change', known(pounds(-32_000))), step('left', 'Left', 'change', known(pounds(-53_000))), step('forecast', 'Forecast', 'total', known(pounds(781_000))),
    step('not_yet_due', 'Not yet due', 'change', known(pounds(-702_000))), step('unreported', 'Not reported', 'change', notMeasured), step('realised', 'Realised', 'total', notMeasured),
  ],
  byObjective: [group('ob1', 'Kickstart economic growth', 402_000, notMeasured, notMeasured), group('ob2', 'Make Britain a clean energy superpower', 98_000, notMeasured, notMeasured)],
  byUnit: [group('u1', 'Department for Transport', 190_000, notMeasured, notMeasured)],
  byInitiative: Array.from({ length: 40 }, (_, index) => group(`i${index}`, `Programme ${index + 1}`, 9000 - index * 200, notMeasured, notMeasured)),
}

/** A book in which realised value has been recorded, and which closes to the penny. */
const recorded: ValueBook = {
  unit: { currency: 'GBP', cashClass: 'cash_releasing', basis: 'nominal' }, closes: true,
  steps: [
    step('promised', 'Promised', 'total', known(pounds(412, 'cash_releasing'))), step('lowered', 'Lowered', 'change', known(pounds(-97, 'cash_releasing'))), step('forecast', 'Forecast', 'total', known(pounds(315, 'cash_releasing'))),
    step('not_yet_due', 'Not yet due', 'change', known(pounds(-150, 'cash_releasing'))), step('shortfall', 'Shortfall', 'change', known(pounds(-40, 'cash_releasing'))), step('realised', 'Realised', 'total', known(pounds(125, 'cash_releasing'))),
  ],
  byObjective: [group('ob1', 'Kickstart economic growth', 412, known(pounds(125, 'cash_releasing')), known(0.76))], byUnit: [], byInitiative: [],
}

export const fullValue: Value = { publication: { id: 'p2', title: 'Major projects data 2024', asOf: '2024-03-31' }, first: { id: 'p1', title: 'Major projects data 2014', asOf: '2014-09-30' }, books: [published, recorded], notes: ['A publication gives benefits over the whole life; years are derived from the planned dates.'] }
export const emptyValue: Value = { publication: null, first: null, books: [], notes: [] }

const entry = { initiativeId: 'i1', initiative: 'Smart Metering Implementation Programme', kind: 'realised' as const, year: 2023, label: '2023-24', amount: pounds(125, 'cash_releasing'), evidence: 'Audited savings, annual report p. 41', by: 'Anna Lindqvist', at: '2026-11-20T10:00:00Z' }
export const entries: readonly ValueEntry[] = [
  { ...entry, id: 'e3', reverses: null, reversedBy: null },
  { ...entry, id: 'e2', amount: pounds(-12, 'cash_releasing'), evidence: 'Counted twice', reverses: 'e1', reversedBy: null },
  { ...entry, id: 'e1', amount: pounds(12, 'cash_releasing'), reverses: null, reversedBy: 'e2' },
]
