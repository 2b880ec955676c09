import { invariant } from '../../kernel/index.ts'

/** What an amount is counted in: `GBP.cash`, `GBP.noncash`, or a unit of its own such as `hour`. Different units are never added. */
export type UnitOfAccount = string

/** The chart of accounts (docs/specs/value-ledger.md). S are contra accounts, A and X commitments, M the pool, R claims on it, C converted, F forecast. */
export const accountCodes = ['S10', 'S11', 'A10', 'A20', 'A30', 'A90', 'X10', 'X20', 'X30', 'C10', 'S20', 'M10', 'M20', 'M30', 'R10', 'R20', 'R30', 'C20', 'F10', 'S30'] as const
export type AccountCode = (typeof accountCodes)[number]

/** Why a shortfall was swept at close: from which account, and whether the pool had been measured. */
export type ShortfallCause = 'approved_unmet' | 'approved_unmeasured' | 'delivered_unmet' | 'delivered_unmeasured'

/** One account: its code, unit and value period, and what it is kept by. */
export type Account = {
  readonly code: AccountCode
  readonly unit: UnitOfAccount
  readonly periodId: string
  readonly poolId?: string
  readonly benefitId?: string
  readonly initiativeId?: string
  readonly budgetLineId?: string
  readonly cause?: ShortfallCause
}

/** The account as one text. Ids hold no control character, so that no two accounts have the same. */
export function accountKey({ code, unit, periodId, poolId = '', benefitId = '', initiativeId = '', budgetLineId = '', cause }: Account): string {
  return `${code}\u001f${unit}\u001f${periodId}\u001f${poolId}\u001f${benefitId}\u001f${initiativeId}\u001f${budgetLineId}\u001f${cause ?? ''}`
}

/** The currency or unit, and the class of cash where it is money. */
export function readUnit(unit: UnitOfAccount): { readonly base: string; readonly cash: 'cash' | 'noncash' | undefined } {
  const [base = '', cash, more] = unit.split('.')
  invariant(base !== '' && more === undefined && (cash === undefined || cash === 'cash' || cash === 'noncash'), `the unit ${unit} is a unit, or a currency with .cash or .noncash`)
  return { base, cash }
}

/** Whether amounts of the unit are money, of either class. */
export const isMoneyUnit = (unit: UnitOfAccount): boolean => readUnit(unit).cash !== undefined

export const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
/** The one that is nearer to zero, for amounts of one sign. */
export const nearerZero = (a: bigint, b: bigint): bigint => (magnitude(a) <= magnitude(b) ? a : b)
/** −1, 0 or 1. */
export const signOf = (amount: bigint): -1 | 0 | 1 => (amount < 0n ? -1 : amount > 0n ? 1 : 0)
