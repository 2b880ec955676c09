import { accountKey, reconcile, replay } from '@throughline/engine/value'
import type { Tx } from '../../database/index.ts'
import { readKeptBalances, readWholeLedger } from './book-store.ts'

/** What a replay of the whole ledger found. */
export type LedgerCheck = { readonly entries: number; readonly accounts: number; /** Accounts whose kept balance is not that of the replay (I8). */ readonly differ: readonly string[]; /** Pools whose movement is not where it went, or that were overdrawn (I7, V-1). */ readonly unsound: readonly string[] }

/** Replays every entry in the engine and compares it with what the database keeps. */
export async function checkLedger(tx: Tx): Promise<LedgerCheck> {
  const entries = await readWholeLedger(tx)
  const book = replay(entries)
  const kept = await readKeptBalances(tx)
  const known = new Map(kept.map(({ account, amount }) => [accountKey(account), amount]))
  const differ = [...book.balances].filter(([key, { amount }]) => (known.get(key) ?? 0n) !== amount).map(([key]) => key)
  const strange = [...known.keys()].filter((key) => !book.balances.has(key))
  const overdrawn = reconcile(book).filter(({ closes, movement, left, unattributed }) => !closes || (movement.status === 'ok' && (left * movement.value < 0n || unattributed * movement.value < 0n)))
  return { entries: entries.length, accounts: book.balances.size, differ: [...differ, ...strange], unsound: overdrawn.map(({ poolId, periodId }) => `${poolId} ${periodId}`) }
}
