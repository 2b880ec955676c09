import { accountKey, type Account } from './account.ts'
import { record, emptyBook, type Balance, type Book } from './book.ts'
import type { Entry } from './entry.ts'

/** The book as it was known at an instant: every entry recorded at or before it, and no later one (I6). */
export const knownAt = (entries: readonly Entry[], instant: string): Book => record(emptyBook, entries.slice(0, countUntil(entries, instant)))

/** How many entries were recorded at or before an instant; they stand in order of recording. */
export function countUntil(entries: readonly { readonly recordedAt: string }[], instant: string): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.recordedAt ?? '') <= instant) low = middle + 1
    else high = middle
  }
  return low
}

/** The course of every account: instants at which it changed and what stood on it from then on. */
export type Courses = ReadonlyMap<string, { readonly account: Account; readonly steps: readonly { readonly recordedAt: string; readonly balance: bigint }[] }>

/** One walk over the entries, after which any balance as of any instant is found by halving. */
export function coursesOf(entries: readonly Entry[]): Courses {
  const courses = new Map<string, { readonly account: Account; readonly steps: { recordedAt: string; balance: bigint }[] }>()
  for (const { recordedAt, postings } of entries) {
    for (const { account, amount } of postings) {
      const key = accountKey(account)
      const course = courses.get(key)
      if (!course) {
        courses.set(key, { account, steps: [{ recordedAt, balance: amount }] })
        continue
      }
      const last = course.steps.at(-1)
      if (last && last.recordedAt === recordedAt) last.balance += amount
      else course.steps.push({ recordedAt, balance: (last?.balance ?? 0n) + amount })
    }
  }
  return courses
}

/** Balance of an account as of an instant; an account that nothing was posted to stands at zero. */
export function balanceAt(courses: Courses, account: Account, instant: string): bigint {
  const steps = courses.get(accountKey(account))?.steps ?? []
  return steps[countUntil(steps, instant) - 1]?.balance ?? 0n
}

/** What changed in our knowledge between two instants, account by account: the correction. */
export function correctionBetween(courses: Courses, from: string, to: string): readonly Balance[] {
  return [...courses.values()].flatMap(({ account }) => {
    const amount = balanceAt(courses, account, to) - balanceAt(courses, account, from)
    return amount === 0n ? [] : [{ account, amount }]
  })
}

/** Postings in columns, for replays of millions: the place of an account in a list of accounts, and the amount. */
export type PostingColumns = { readonly accounts: Int32Array; readonly amounts: BigInt64Array }

/** Balances by place of account. Amounts are whole 64-bit least units. */
export function replayColumns({ accounts, amounts }: PostingColumns, accountCount: number): BigInt64Array {
  const balances = new BigInt64Array(accountCount)
  for (let at = 0; at < accounts.length; at++) {
    const place = accounts[at] ?? 0
    balances[place] = (balances[place] ?? 0n) + (amounts[at] ?? 0n)
  }
  return balances
}
