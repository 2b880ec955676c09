import { expect, it } from 'vitest'
import type { Account } from './account.ts'
import { controlTotals } from './control-totals.ts'

const balance = (code: Account['code'], unit: string, amount: bigint, benefitId = 'b') => [`${code} ${unit} ${benefitId}`, { account: { code, unit, periodId: '2026-10', benefitId, poolId: 'p' } as Account, amount }] as const

it('is the sum of its accounts by unit, never across units, and says of which', () => {
  // 72.00 measured: 20.00 claimed and not verified, 30.00 verified, 12.00 banked, 10.00 left.
  const balances = new Map([balance('S20', 'GBP.cash', -7200n), balance('R10', 'GBP.cash', 2000n), balance('R20', 'GBP.cash', 3000n), balance('R30', 'GBP.cash', 1200n), balance('M10', 'GBP.cash', 1000n), balance('A30', 'hour', 5n), balance('A20', 'hour', 7n, 'c')])
  const [cash, hours] = controlTotals({ balances })
  expect([cash?.unit, cash?.amounts]).toEqual(['GBP.cash', { movement: 7200n, realised: 6200n, verified: 4200n, banked: 1200n, unattributed: 0n, left: 1000n, open: 0n, shortfall: 0n }])
  expect([hours?.unit, hours?.amounts.open, hours?.amounts.movement]).toEqual(['hour', 12n, 0n])
  expect(cash?.why.realised.terms?.map(({ term, figure }) => [term, figure.status === 'ok' && figure.value.kind === 'money' ? figure.value.money.minor : null])).toEqual([['Not verified (R10)', 2000n], ['Verified, not banked (R20)', 3000n], ['Banked (R30)', 1200n], ['Turned into another unit (C20)', 0n]])
  expect([cash?.why.movement.terms, cash?.why.movement.formula]).toEqual([undefined, 'control-totals'])
})
