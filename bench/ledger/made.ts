import { accountKey, type Account, type Entry, type Posting, type PostingColumns } from '@throughline/engine/value'
import { random } from '@throughline/engine/kernel'

export type Made = { readonly entries: readonly Entry[]; readonly columns: PostingColumns; readonly accounts: readonly Account[]; readonly postings: number }

/** Instants of a year of days, one for each entry in order. */
const instantOf = (place: number, of: number): string => new Date(Date.UTC(2016, 0, 1) + Math.floor((place / of) * 10 * 365.25 * 86_400_000)).toISOString()

/**
 * Entries as claims make them: 10,000 benefits on 2,000 measures over 120 periods. Each claim fulfils what was delivered and draws on a
 * pool: four postings. Accounts are shared between postings as a store that interns them would hand them over.
 */
export function madeEntries(postings: number, seed: number): Made {
  const chance = random(seed)
  const known = new Map<string, { readonly account: Account; readonly place: number }>()
  const intern = (account: Account): { readonly account: Account; readonly place: number } => {
    const key = accountKey(account)
    const found = known.get(key) ?? { account, place: known.size }
    known.set(key, found)
    return found
  }
  const count = Math.floor(postings / 4)
  const [places, amounts] = [new Int32Array(count * 4), new BigInt64Array(count * 4)]
  const entries = Array.from({ length: count }, (_, at): Entry => {
    const benefit = chance.below(10_000)
    const place = { unit: 'EUR.cash', periodId: `p${chance.below(120)}` }
    const of = { benefitId: `b${benefit}`, initiativeId: `i${benefit % 500}` }
    const poolId = `m${benefit % 2_000}`
    const amount = BigInt(1 + chance.below(1_000_000))
    const lines = [[{ code: 'A90', ...place, ...of }, amount], [{ code: 'A30', ...place, ...of }, -amount], [{ code: 'R10', ...place, ...of, poolId }, amount], [{ code: 'M10', ...place, poolId }, -amount]] as const
    const made = lines.map(([account, each], line): Posting => {
      const one = intern(account)
      places[at * 4 + line] = one.place
      amounts[at * 4 + line] = each
      return { account: one.account, amount: each }
    })
    return { id: `e${at}`, kind: 'realise', recordedAt: instantOf(at, count), by: 'clerk', postings: made }
  })
  return { entries, columns: { accounts: places, amounts }, accounts: [...known.values()].map(({ account }) => account), postings: count * 4 }
}
