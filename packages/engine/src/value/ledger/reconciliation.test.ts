import { describe, expect, it } from 'vitest'
import { explainReconciliation, explainUnder, openBook, reconcile, unattributedByPool, type AccountCode, type Balance } from './index.ts'

const balance = (code: AccountCode, poolId: string, periodId: string, unit: string, amount: bigint): Balance => ({ account: { code, poolId, periodId, unit }, amount })
const measured = (poolId: string, periodId: string, unit: string, moved: bigint, claimed: bigint): readonly Balance[] => [balance('S20', poolId, periodId, unit, -moved), balance('M20', poolId, periodId, unit, moved - claimed), { account: { code: 'R20', poolId, periodId, unit, initiativeId: 'i', benefitId: 'b' }, amount: claimed }]
const bookOf = (...rows: readonly Balance[]) => openBook({
  balances: rows, entries: [], reversed: [], states: new Map(), firstKnownAt: new Map(), offsets: new Map(), claimants: new Map(),
  measured: new Map(rows.filter(({ account }) => account.code === 'S20').map(({ account: { poolId = '', periodId }, amount }) => [`${poolId} ${periodId}`, { poolId, periodId, measureId: 'm', movement: -amount, postHoc: false, grade: 'D', firstKnownAt: '' }])),
})

describe('a pool in a period', () => {
  const book = openBook({
    balances: [...measured('a', '1', 'hour', 5n, 5n), balance('M10', 'c', '1', 'hour', 0n)], entries: [], reversed: [], states: new Map(), firstKnownAt: new Map(), offsets: new Map(), claimants: new Map(),
    measured: new Map([['a', 5n], ['b', 0n]].map(([poolId, movement]) => [`${String(poolId)} 1`, { poolId: String(poolId), periodId: '1', measureId: 'm', movement: movement as bigint, postHoc: false, grade: 'D', firstKnownAt: '' }])),
  })
  it('that was measured and did not move is 0 = 0 + 0 + 0; one that was not measured has no movement', () => {
    const rows = reconcile(book, () => 'hour')
    expect(rows.map(({ poolId, unit, movement, closes }) => [poolId, unit, movement.status === 'ok' ? movement.value : movement.status, closes])).toEqual([['a', 'hour', 5n, true], ['b', 'hour', 0n, true], ['c', 'hour', 'undefined', true]])
    expect(rows.slice(1, 2).map((row) => explainReconciliation(row, { measure: 'B', period: '1', initiatives: new Map() }).metric)).toEqual([{ status: 'ok', value: 0n }])
  })
  it('to which nothing was posted is left out where its unit is not asked', () => expect(reconcile(book).map(({ poolId }) => poolId)).toEqual(['a', 'c']))
})

describe('what is nobody’s', () => {
  it('sums by measure and ranks by size, so that a good and a bad period do not hide each other: 36 − 20 is 16, ranked by 56', () => {
    const book = bookOf(...measured('a', '1', 'GBP.cash', 360n, 324n), ...measured('a', '2', 'GBP.cash', -20n, 0n), ...measured('b', '1', 'GBP.cash', 50n, 0n), ...measured('c', '1', 'GBP.cash', 7n, 7n))
    expect(unattributedByPool(book, 5).map(({ poolId, unattributed, movement, periods }) => [poolId, unattributed, movement, periods.map((one) => one.unattributed)])).toEqual([['a', 16n, 340n, [36n, -20n]], ['b', 50n, 50n, [50n]]])
    expect(unattributedByPool(book, 1).map(({ poolId }) => poolId)).toEqual(['a'])
  })
  it('is ranked within each unit, for units are not compared', () => {
    const book = bookOf(...measured('a', '1', 'GBP.cash', 1000n, 0n), ...measured('b', '1', 'hour', 2n, 0n))
    expect(unattributedByPool(book, 1).map(({ poolId, unit }) => [poolId, unit])).toEqual([['a', 'GBP.cash'], ['b', 'hour']])
  })
  it('is told with what moved and each period', () => {
    const [one] = unattributedByPool(bookOf(...measured('a', '1', 'GBP.cash', 360n, 324n)), 1)
    expect([one?.why.formula, one?.why.terms?.map(({ term }) => term)]).toEqual(['unattributed-movement', ['Measured in these periods', '1']])
  })
})

it('under an objective stands what its benefits sum to, and which: 100 and 50 promised, 60 and 40 claimed, 60 verified', () => {
  const { amounts, why } = explainUnder('Answer faster', 'GBP.cash', [{ benefit: 'Minutes', promised: 100n, claimed: 60n, verified: 60n, banked: 0n }, { benefit: 'Letters', promised: 50n, claimed: 40n, verified: 0n, banked: 0n }])
  expect(amounts).toEqual({ promised: 150n, claimed: 100n, verified: 60n, banked: 0n })
  expect([why.claimed.terms?.map(({ term }) => term), why.verified.terms?.map(({ term }) => term), why.banked.terms]).toEqual([['Minutes', 'Letters'], ['Minutes'], []])
})
