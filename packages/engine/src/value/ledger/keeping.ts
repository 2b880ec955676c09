import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'
import type { AccountCode } from './account.ts'
import { viewOf, type Book } from './book.ts'
import type { Entry } from './entry.ts'

/** The totals on the way from what was intended to what was banked, and the changes between them. */
export const keepingTotals = ['intended', 'original', 'current', 'forecast', 'realised', 'verified', 'banked'] as const
export type KeepingKey = (typeof keepingTotals)[number] | 'undecided' | 'declined' | 'given_up' | 'change' | 'shortfall' | 'emergent' | 'expected' | 'to_come' | 'unverified' | 'unbanked' | 'converted'
/** One step of the way from what was intended to what was banked; each total is the sum of all before it. A change says why, and by which entry. */
export type KeepingStep = { readonly key: KeepingKey; readonly amount: bigint; readonly reason?: string; readonly entryId?: string }

/** Whether a promise was kept, in one unit of account and over some value periods, against the first and the current baseline. */
export type PromiseKeeping = {
  readonly steps: readonly KeepingStep[]
  /** Realised over what was first approved for the period; undefined where nothing was (realisation-rate). */
  readonly againstOriginal: Metric<number>
  /** Realised over the baseline as it was changed. */
  readonly againstCurrent: Metric<number>
}

type Scope = { readonly unit: string; readonly benefitIds?: ReadonlySet<string>; readonly periodIds?: ReadonlySet<string> }

/**
 * Promise-keeping (promise-keeping): intended − undecided − declined − given up before approval = original; with changes = current;
 * less shortfall, with what emerged and what is expected beside the plan = forecast; less what is to come = realised; less what is
 * unverified = verified; less what is not banked or was converted = banked. A later approval, a write-off of what was approved and a
 * move in time are changes. What is promised later than the first approval is intended by the change that approves it.
 */
export function promiseKeeping(book: Book, scope: Scope): PromiseKeeping {
  const sum = balanceSum(book, scope)
  const changes = changesOf(book, scope)
  const current = changes.original + changes.steps.reduce((total, { amount }) => total + amount, 0n)
  const [planned, expected, realised] = [sum('A20') + sum('A30'), expectedBeside(book, scope), sum('A90') + sum('C10')]
  const verified = sum('R20') + sum('R30') + sum('C20')
  const steps: readonly KeepingStep[] = [
    { key: 'intended', amount: -sum('S10') - changes.approvedLater }, { key: 'undecided', amount: -sum('A10') }, { key: 'declined', amount: -sum('X10') }, { key: 'given_up', amount: changes.givenUpLater - sum('X30') }, { key: 'original', amount: changes.original },
    ...changes.steps, { key: 'current', amount: current },
    { key: 'shortfall', amount: -sum('X20') }, { key: 'emergent', amount: -sum('S11') }, { key: 'expected', amount: expected }, { key: 'forecast', amount: realised + planned + expected },
    { key: 'to_come', amount: -(planned + expected) }, { key: 'realised', amount: realised },
    { key: 'unverified', amount: -sum('R10') }, { key: 'verified', amount: verified }, { key: 'unbanked', amount: -sum('R20') }, { key: 'converted', amount: -sum('C20') }, { key: 'banked', amount: sum('R30') },
  ]
  return { steps, againstOriginal: rate(realised, changes.original), againstCurrent: rate(realised, current) }
}

/** Whether each total of a promise-keeping is the sum of all before it, to the least unit. */
export function keepingCloses({ steps }: PromiseKeeping): boolean {
  let at: bigint | undefined
  return steps.every(({ key, amount }) => {
    if (!(keepingTotals as readonly string[]).includes(key)) at = (at ?? 0n) + amount
    else if (at === undefined) at = amount
    else return at === amount
    return true
  })
}

const rate = (realised: bigint, of: bigint): Metric<number> => (of === 0n ? undefinedBecause('NO_BASELINE') : known(Number((realised * 1_000_000_000n) / of) / 1_000_000_000))

function balanceSum(book: Book, scope: Scope): (code: AccountCode) => bigint {
  const sums = new Map<AccountCode, bigint>()
  for (const { account, amount } of book.balances.values()) if (inScope(account, scope)) sums.set(account.code, (sums.get(account.code) ?? 0n) + amount)
  return (code) => sums.get(code) ?? 0n
}

const inScope = ({ unit, benefitId, periodId }: { readonly unit: string; readonly benefitId?: string; readonly periodId: string }, scope: Scope): boolean =>
  benefitId !== undefined && unit === scope.unit && (scope.benefitIds?.has(benefitId) ?? true) && (scope.periodIds?.has(periodId) ?? true)

/**
 * The first approval of each benefit is its original baseline; everything later that moves A20 in or out by plan is a change. Of these,
 * what later approvals brought and what write-offs took is told apart: the one was promised later, the other never left the promise.
 */
function changesOf({ entries, reversed }: Book, scope: Scope): { readonly original: bigint; readonly steps: readonly KeepingStep[]; readonly approvedLater: bigint; readonly givenUpLater: bigint } {
  const approved = new Set<string>()
  const steps: KeepingStep[] = []
  let [original, approvedLater, givenUpLater] = [0n, 0n, 0n]
  for (const entry of entries) {
    if (reversed.has(entry.id) || !['approve', 'transfer', 'write_off'].includes(entry.kind)) continue
    const amount = planned(entry, scope)
    const benefitId = entry.postings[0]?.account.benefitId ?? ''
    if (entry.kind === 'approve' && !approved.has(benefitId)) {
      approved.add(benefitId)
      original += amount
      continue
    }
    if (entry.kind === 'approve') approvedLater += amount
    if (entry.kind === 'write_off') givenUpLater -= amount
    if (amount !== 0n) steps.push({ key: 'change', amount, entryId: entry.id, ...(entry.reason === undefined ? {} : { reason: entry.reason }) })
  }
  return { original, steps, approvedLater, givenUpLater }
}

/** What an entry adds to what is approved or delivered; what it only moves between the two comes to nothing. */
const planned = ({ postings }: Entry, scope: Scope): bigint => postings.reduce((sum, { account, amount }) => ((account.code === 'A20' || account.code === 'A30') && inScope(account, scope) ? sum + amount : sum), 0n)

/** What is expected of periods that are not closed beside what was approved (F10). */
function expectedBeside(book: Book, scope: Scope): bigint {
  const view = viewOf(book)
  return [...book.balances.values()].reduce((sum, { account, amount }) => (account.code === 'F10' && inScope(account, scope) && view.stateOf(account.periodId) !== 'closed' ? sum + amount : sum), 0n)
}

/** What is expected of periods that are not closed: approved, delivered and the forecast beyond. */
export function forecastOf(book: Book, scope: Scope): bigint {
  const view = viewOf(book)
  return [...book.balances.values()].reduce((sum, { account, amount }) => (['A20', 'A30', 'F10'].includes(account.code) && inScope(account, scope) && view.stateOf(account.periodId) !== 'closed' ? sum + amount : sum), 0n)
}

/** Run-rate, in-year and cumulative: three figures that are never one (V-15). The run-rate is the last period times the periods of a year. */
export function paceOf(book: Book, unit: string, periodIds: readonly string[], yearPeriodIds: readonly string[]): { readonly runRate: Metric<bigint>; readonly inYear: bigint; readonly cumulative: bigint } {
  const verified = (ids: readonly string[]): bigint => {
    const sum = balanceSum(book, { unit, periodIds: new Set(ids) })
    return sum('R20') + sum('R30')
  }
  const last = periodIds.at(-1)
  return { runRate: last === undefined ? undefinedBecause('NOT_MEASURED') : known(verified([last]) * BigInt(yearPeriodIds.length)), inYear: verified(periodIds.filter((id) => yearPeriodIds.includes(id))), cumulative: verified(periodIds) }
}

