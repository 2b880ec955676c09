import { invariant } from '../../kernel/index.ts'
import { accountKey, type Account } from './account.ts'
import { checkBalanced, type Entry, type MeasuredAs, type Posting } from './entry.ts'
import { inPeriod } from './terms.ts'

/** An account with what stands on it: + debit, − credit. */
export type Balance = { readonly account: Account; readonly amount: bigint }

/** What an act has to know of the ledger. A store answers from the rows that the act touches, a book from all of them. */
export type LedgerView = {
  readonly balance: (account: Account) => bigint
  readonly stateOf: (periodId: string) => 'open' | 'soft' | 'closed'
  readonly measured: (poolId: string, periodId: string) => MeasuredAs | undefined
  /** When the first actual was known, also where that measurement was reversed since. */
  readonly firstKnownAt: (poolId: string, periodId: string) => string | undefined
  /** What an initiative has drawn of a pool, and the claims the other way that make room for it. */
  readonly claimed: (poolId: string, periodId: string, initiativeId: string) => bigint
  readonly offset: (poolId: string, periodId: string, initiativeId: string) => bigint
  readonly claimants: (benefitId: string, periodId: string) => readonly string[]
  readonly banked: (budgetLineId: string, periodId: string) => bigint
  /** Accounts of a period that a close would sweep: A20, A30 and M10 that are not zero. */
  readonly openIn: (periodId: string) => readonly Balance[]
  readonly entry: (id: string) => Entry | undefined
  readonly isReversed: (id: string) => boolean
}

type Tally = ReadonlyMap<string, bigint>
/** The ledger as it stands: all entries and what follows from them. */
export type Book = {
  readonly entries: readonly Entry[]
  readonly balances: ReadonlyMap<string, Balance>
  readonly states: ReadonlyMap<string, 'soft' | 'closed'>
  readonly measured: ReadonlyMap<string, MeasuredAs>
  readonly firstKnownAt: ReadonlyMap<string, string>
  readonly claimed: Tally
  readonly offsets: Tally
  readonly banked: Tally
  readonly claimants: ReadonlyMap<string, readonly string[]>
  readonly reversed: ReadonlySet<string>
  readonly byId: ReadonlyMap<string, Entry>
}

/** A book that is written into: what a store has read of a ledger, and what is posted to it within one transaction. */
export type OpenBook = { -readonly [Part in keyof Book]: Book[Part] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : Book[Part] extends ReadonlySet<infer T> ? Set<T> : Book[Part] extends readonly (infer T)[] ? T[] : never }

const draftOf = (book?: Book): OpenBook => ({
  entries: [...(book?.entries ?? [])], balances: new Map(book?.balances), states: new Map(book?.states), measured: new Map(book?.measured), firstKnownAt: new Map(book?.firstKnownAt), claimed: new Map(book?.claimed),
  offsets: new Map(book?.offsets), banked: new Map(book?.banked), claimants: new Map(book?.claimants), reversed: new Set(book?.reversed), byId: new Map(book?.byId),
})

/** What a store read of a ledger for some acts: balances of the accounts that they touch, and what else a view answers. Entries stand in their order. */
export type ReadLedger = {
  readonly balances: readonly Balance[]
  readonly entries: readonly Entry[]
  readonly reversed: readonly string[]
} & Pick<Book, 'states' | 'measured' | 'firstKnownAt' | 'offsets' | 'claimants'>

/** A book of a part of the ledger, as it was read. What is claimed and banked follows from the balances. */
export function openBook({ balances, entries, reversed, states, measured, firstKnownAt, offsets, claimants }: ReadLedger): OpenBook {
  const book = draftOf({ ...emptyBook, states, measured, firstKnownAt, claimants })
  for (const { account, amount } of balances) writePosting(book, { account, amount })
  for (const [key, amount] of offsets) add(book.offsets, key, amount)
  for (const entry of entries) {
    book.entries.push(entry)
    book.byId.set(entry.id, entry)
  }
  for (const id of reversed) book.reversed.add(id)
  return book
}

/** A book that is written into, from one that stays as it is. */
export const opened = (book: Book): OpenBook => draftOf(book)

/** The ledger before anything was written. */
export const emptyBook: Book = draftOf()

/** The book of all entries, in the order in which they were recorded (I8). */
export const replay = (entries: readonly Entry[]): Book => record(emptyBook, entries)

/** The book with further entries; the one given stays as it is. */
export function record(book: Book, entries: readonly Entry[]): Book {
  const draft = draftOf(book)
  for (const entry of entries) write(draft, entry)
  return draft
}

/** Writes one entry into an open book; what it breaks is ours. */
export function write(draft: OpenBook, entry: Entry): void {
  const last = draft.entries.at(-1)
  invariant(last === undefined || last.recordedAt <= entry.recordedAt, `entry ${entry.id} is not recorded before the one before it`)
  invariant(!draft.byId.has(entry.id), `entry ${entry.id} is written once`)
  checkBalanced(entry.postings)
  draft.entries.push(entry)
  draft.byId.set(entry.id, entry)
  for (const posting of entry.postings) writePosting(draft, posting)
  writeFacts(draft, entry)
}

function writePosting(draft: OpenBook, { account, amount, offsetFor }: Posting): void {
  const key = accountKey(account)
  const before = draft.balances.get(key)
  draft.balances.set(key, before ? { account: before.account, amount: before.amount + amount } : { account, amount })
  const { code, poolId, initiativeId, periodId, budgetLineId } = account
  if (poolId !== undefined && initiativeId !== undefined && claimCodes.has(code)) {
    add(draft.claimed, inPeriod(poolId, periodId, initiativeId), amount)
    if (offsetFor !== undefined) add(draft.offsets, inPeriod(poolId, periodId, offsetFor), -amount)
  }
  if (code === 'R30' && budgetLineId !== undefined) add(draft.banked, inPeriod(budgetLineId, periodId), amount)
}

const claimCodes: ReadonlySet<string> = new Set(['R10', 'R20', 'R30', 'C20'])
const add = (tally: Map<string, bigint>, key: string, amount: bigint): void => void tally.set(key, (tally.get(key) ?? 0n) + amount)

function writeFacts(draft: OpenBook, { kind, by, measured, closes, reverses, postings }: Entry): void {
  if (measured) {
    const key = inPeriod(measured.poolId, measured.periodId)
    draft.measured.set(key, measured)
    draft.firstKnownAt.set(key, measured.firstKnownAt)
  }
  if (closes) draft.states.set(closes.periodId, closes.state)
  if (kind === 'realise' || kind === 'convert') {
    for (const { account } of postings) {
      if (account.code !== 'R10' || account.benefitId === undefined) continue
      const key = inPeriod(account.benefitId, account.periodId)
      draft.claimants.set(key, [...new Set([...(draft.claimants.get(key) ?? []), by])])
    }
  }
  const original = reverses === undefined ? undefined : draft.byId.get(reverses)
  if (!original) return
  draft.reversed.add(original.id)
  if (original.measured) draft.measured.delete(inPeriod(original.measured.poolId, original.measured.periodId))
  if (original.closes) draft.states.delete(original.closes.periodId)
}

/** The book as an act sees it. */
export function viewOf(book: Book): LedgerView {
  return {
    balance: (account) => book.balances.get(accountKey(account))?.amount ?? 0n,
    stateOf: (periodId) => book.states.get(periodId) ?? 'open',
    measured: (poolId, periodId) => book.measured.get(inPeriod(poolId, periodId)),
    firstKnownAt: (poolId, periodId) => book.firstKnownAt.get(inPeriod(poolId, periodId)),
    claimed: (poolId, periodId, initiativeId) => book.claimed.get(inPeriod(poolId, periodId, initiativeId)) ?? 0n,
    offset: (poolId, periodId, initiativeId) => book.offsets.get(inPeriod(poolId, periodId, initiativeId)) ?? 0n,
    claimants: (benefitId, periodId) => book.claimants.get(inPeriod(benefitId, periodId)) ?? [],
    banked: (budgetLineId, periodId) => book.banked.get(inPeriod(budgetLineId, periodId)) ?? 0n,
    openIn: (periodId) => [...book.balances.values()].filter(({ account, amount }) => amount !== 0n && account.periodId === periodId && (account.code === 'A20' || account.code === 'A30' || account.code === 'M10')),
    entry: (id) => book.byId.get(id),
    isReversed: (id) => book.reversed.has(id),
  }
}

/** The view as it would be with further postings, and with some closed periods looked at as open. */
export function overlay(view: LedgerView, postings: readonly Posting[], reopened: ReadonlySet<string> = new Set()): LedgerView {
  const draft = draftOf()
  for (const posting of postings) writePosting(draft, posting)
  const more = viewOf(draft)
  return {
    ...view,
    balance: (account) => view.balance(account) + more.balance(account),
    stateOf: (periodId) => (reopened.has(periodId) ? 'open' : view.stateOf(periodId)),
    claimed: (...key) => view.claimed(...key) + more.claimed(...key),
    offset: (...key) => view.offset(...key) + more.offset(...key),
    banked: (...key) => view.banked(...key) + more.banked(...key),
  }
}
