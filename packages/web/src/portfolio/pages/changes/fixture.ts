import type { Changes } from '@throughline/contract/portfolio'
import { money, known } from '@throughline/engine/kernel'
import { toWire } from '@throughline/contract/wire'

const pounds = (millions: number) => toWire(money(BigInt(millions) * 100_000_000n, 'GBP'))
const total = (before: number, after: number): Changes['totals']['cost'] => ({
  before: { status: 'ok', value: pounds(before) },
  after: { status: 'ok', value: pounds(after) },
  change: toWire({ metric: known(money(BigInt(after - before) * 100_000_000n, 'GBP')), why: { term: 'Change', figure: known({ kind: 'money', money: money(BigInt(after - before) * 100_000_000n, 'GBP') }) } }) as never,
  lines: [
    { cause: 'joined', effect: 'joined', initiatives: 2, amount: pounds(after - before + 30) },
    { cause: 'publication', effect: 'changed', initiatives: 5, amount: pounds(-50) },
    { cause: 'correction', effect: 'became_known', initiatives: 1, amount: pounds(20) },
  ],
})
const side = (cost: number | null) => ({ amounts: { cost: cost === null ? null : String(cost * 100_000_000), benefits: null, inYearBaseline: null, inYearForecast: null }, rating: null, startOn: null, endOn: null, unitId: null })

/** Two positions: two initiatives joined, five have another cost, one became known; the causes sum to the change. */
export const someChanges: Changes = {
  from: { asOf: null, position: '2023-03-31', initiatives: 244 },
  to: { asOf: null, position: '2024-03-31', initiatives: 227 },
  amounts: 'shown', currency: 'GBP',
  totals: { cost: total(400, 448), benefits: total(700, 648), inYearBaseline: total(30, 31), inYearForecast: { ...total(1, 2), before: { status: 'undefined', reason: 'NOT_PUBLISHED' } } },
  counts: { before: 244, after: 227, joined: 36, left: 53, changed: 120, unitsMoved: 3 },
  ratings: [{ from: { scale: 'three_point', level: 'amber' }, to: { scale: 'three_point', level: 'red' }, initiatives: 4 }, { from: null, to: { scale: 'three_point', level: 'green' }, initiatives: 1 }],
  starts: { later: { initiatives: 0, days: 0 }, earlier: { initiatives: 0, days: 0 }, set: 2, cleared: 0 },
  ends: { later: { initiatives: 42, days: 8400 }, earlier: { initiatives: 3, days: 30 }, set: 0, cleared: 1 },
  acts: { total: 12, strategy: 2, newest: [{ at: '2024-06-01T10:00:00.000Z', act: 'demand.apply-import', by: 'Ada Byron', why: 'the annual report', changes: 227 }] },
  field: 'cost', total: 240, skip: 0,
  items: [
    { id: '01900000-0000-7000-8000-000000000001', key: 'I-1', name: 'Network renewal', from: side(100), to: side(60), moves: [{ field: 'cost', cause: 'publication', effect: 'changed', amount: pounds(-40) }] },
    { id: '01900000-0000-7000-8000-000000000002', key: 'I-2', name: 'Port customs platform', from: null, to: side(90), moves: [{ field: 'cost', cause: 'joined', effect: 'joined', amount: pounds(90) }] },
    { id: '01900000-0000-7000-8000-000000000003', key: 'I-3', name: 'Quiet works', from: side(null), to: side(20), moves: [{ field: 'cost', cause: 'correction', effect: 'became_known', amount: pounds(20) }] },
  ],
  rest: { initiatives: 237, amount: pounds(-22) },
}
