import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'
import type { AccountCode } from './account.ts'
import { viewOf, type Book } from './book.ts'
import type { Entry } from './entry.ts'

/** One step of the way from what was first approved to what was banked; the steps sum exactly. */
export type KeepingStep = { readonly key: 'original' | 'change' | 'current' | 'open' | 'shortfall' | 'emergent' | 'realised' | 'unverified' | 'verified' | 'banked' | 'converted'; readonly amount: bigint; readonly reason?: string }

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
 * Promise-keeping (promise-keeping): original + changes = current; current − open − shortfall + emergent = realised (with what was
 * converted); realised = unverified + verified + banked + converted. A later approval, a write-off and a move in time are changes.
 */
export function promiseKeeping(book: Book, scope: Scope): PromiseKeeping {
  const sum = balanceSum(book, scope)
  const changes = changesOf(book, scope)
  const original = changes.original
  const current = original + changes.steps.reduce((total, { amount }) => total + amount, 0n)
  const converted = sum('C10')
  const realised = sum('A90') + converted
  const steps: readonly KeepingStep[] = [
    { key: 'original', amount: original }, ...changes.steps, { key: 'current', amount: current },
    { key: 'open', amount: -(sum('A20') + sum('A30')) }, { key: 'shortfall', amount: -sum('X20') }, { key: 'emergent', amount: -sum('S11') }, { key: 'realised', amount: realised },
    { key: 'unverified', amount: sum('R10') }, { key: 'verified', amount: sum('R20') }, { key: 'banked', amount: sum('R30') }, { key: 'converted', amount: sum('C20') },
  ]
  return { steps, againstOriginal: rate(realised, original), againstCurrent: rate(realised, current) }
}

/** Whether the three sums of a promise-keeping hold to the least unit. */
export function keepingCloses({ steps }: PromiseKeeping): boolean {
  const of = (...keys: readonly KeepingStep['key'][]): bigint => steps.reduce((sum, { key, amount }) => (keys.includes(key) ? sum + amount : sum), 0n)
  return of('original', 'change') === of('current') && of('current', 'open', 'shortfall', 'emergent') === of('realised') && of('unverified', 'verified', 'banked', 'converted') === of('realised')
}

const rate = (realised: bigint, of: bigint): Metric<number> => (of === 0n ? undefinedBecause('NO_BASELINE') : known(Number((realised * 1_000_000_000n) / of) / 1_000_000_000))

function balanceSum(book: Book, scope: Scope): (code: AccountCode) => bigint {
  const sums = new Map<AccountCode, bigint>()
  for (const { account, amount } of book.balances.values()) if (inScope(account, scope)) sums.set(account.code, (sums.get(account.code) ?? 0n) + amount)
  return (code) => sums.get(code) ?? 0n
}

const inScope = ({ unit, benefitId, periodId }: { readonly unit: string; readonly benefitId?: string; readonly periodId: string }, scope: Scope): boolean =>
  benefitId !== undefined && unit === scope.unit && (scope.benefitIds?.has(benefitId) ?? true) && (scope.periodIds?.has(periodId) ?? true)

/** The first approval of each benefit is its original baseline; everything later that moves A20 in or out by plan is a change. */
function changesOf({ entries, reversed }: Book, scope: Scope): { readonly original: bigint; readonly steps: readonly KeepingStep[] } {
  const approved = new Set<string>()
  const steps: KeepingStep[] = []
  let original = 0n
  for (const entry of entries) {
    if (reversed.has(entry.id) || !['approve', 'transfer', 'write_off'].includes(entry.kind)) continue
    const amount = planned(entry, scope)
    const benefitId = entry.postings[0]?.account.benefitId ?? ''
    if (entry.kind === 'approve' && !approved.has(benefitId)) {
      approved.add(benefitId)
      original += amount
    } else if (amount !== 0n) steps.push({ key: 'change', amount, ...(entry.reason === undefined ? {} : { reason: entry.reason }) })
  }
  return { original, steps }
}

/** What an entry adds to what is approved or delivered; what it only moves between the two comes to nothing. */
const planned = ({ postings }: Entry, scope: Scope): bigint => postings.reduce((sum, { account, amount }) => ((account.code === 'A20' || account.code === 'A30') && inScope(account, scope) ? sum + amount : sum), 0n)

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

