import { invariant } from '../../kernel/index.ts'
import { accountKey, type Account } from './account.ts'
import type { ActKind, Claim } from './act.ts'
import type { Grade } from './grade.ts'
import type { LedgerCode } from './refusal.ts'

/** One line of an entry: + debit, − credit, in least units of the account's unit. */
export type Posting = {
  readonly account: Account
  readonly amount: bigint
  /** The initiative whose claim above the net movement this negative claim makes room for (V-5). */
  readonly offsetFor?: string
}

/** How much better than the counterfactual for one unit of volume, how many of these, and least units of account for one; as decimal text. */
export type MadeOf = { readonly better: string; readonly volume: string; readonly unitValue: string }

/** What a measurement was computed from and came to, kept with its entry. */
export type MeasuredAs = {
  readonly poolId: string
  readonly periodId: string
  readonly measureId: string
  readonly movement: bigint
  /** Registered or changed after the first actual was known (V-4). */
  readonly postHoc: boolean
  readonly grade: Grade
  /** When the first actual of the pool and period was known: later registrations are after the fact, also at a restatement. */
  readonly firstKnownAt: string
  /** What the movement was made of; what was measured before this was kept has none. */
  readonly made?: MadeOf
}

/** What was written: postings that sum to zero in each unit, with who, when and why. Never changed. */
export type Entry = {
  readonly id: string
  readonly kind: ActKind
  /** Instant at which the server learned it, UTC; never earlier than that of the entry before. */
  readonly recordedAt: string
  readonly by: string
  readonly reason?: string
  readonly evidence?: string
  readonly reverses?: string
  /** The act that several entries belong to. */
  readonly matchId?: string
  /** Whether its value period was closed when it was written. */
  readonly priorPeriod?: boolean
  readonly measured?: MeasuredAs
  /** Period whose state it changed. */
  readonly closes?: { readonly periodId: string; readonly state: 'soft' | 'closed' }
  /** The claim as it was made, to make it again where the measurement is restated (V-17). */
  readonly claim?: Claim
  /** What a claim up to the cap was not given, and the first rule that held it back. */
  readonly withheld?: { readonly amount: bigint; readonly code: LedgerCode }
  readonly postings: readonly Posting[]
}

/** Debit one, credit the other, by an amount of either sign; nothing where it is zero. */
export function move(debit: Account, credit: Account, amount: bigint): readonly Posting[] {
  return amount === 0n ? [] : [{ account: debit, amount }, { account: credit, amount: -amount }]
}

/** Postings of one account and offset as one; those that come to zero go. */
export function netted(postings: readonly Posting[]): readonly Posting[] {
  const sums = new Map<string, Posting>()
  for (const posting of postings) {
    const key = `${accountKey(posting.account)}\u001f${posting.offsetFor ?? ''}`
    const before = sums.get(key)
    sums.set(key, before ? { ...before, amount: before.amount + posting.amount } : posting)
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n)
}

/** I1: an entry sums to zero in each unit. A breach is ours. */
export function checkBalanced(postings: readonly Posting[]): void {
  const sums = new Map<string, bigint>()
  for (const { account, amount } of postings) sums.set(account.unit, (sums.get(account.unit) ?? 0n) + amount)
  for (const [unit, sum] of sums) invariant(sum === 0n, `an entry sums to zero in ${unit}, not to ${sum}`)
}
