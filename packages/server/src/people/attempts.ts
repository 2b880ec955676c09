import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Db } from '../database/index.ts'
import { countAttempt } from './entrance-store.ts'

/**
 * Attempts in 15 minutes: few for one account, more for one address, behind which a whole office may sit; fewest for codes, of which there
 * are only a million. A browser that its person has signed in with before is counted apart from the account, so that strangers who know
 * an email cannot keep its person out. Letters are limited for who gets them and for who asks.
 */
export const attemptLimits = { account: 10, device: 10, address: 50, factor: 5, letter: 3, letters: 20, link: 30 } as const

type Kind = 'account' | 'device' | 'address' | 'factor' | 'password' | 'letter' | 'letters' | 'link'

/** Under what an attempt is counted: a hash, so that the table names nobody. */
export const subjectOf = (kind: Kind, text: string): Buffer => createHash('sha256').update(`${kind}:${text}`).digest()

/** Counts an attempt, in the database and so for every server and across restarts; refuses where there were too many. */
export async function admitAttempt(db: Db, subject: Buffer, limit: number, now: Date): Promise<Result<void, Refusal<'rate_limited'>>> {
  const { attempts, secondsLeft } = await countAttempt(db, subject, now)
  return attempts > limit ? refuse({ code: 'rate_limited', values: { seconds: Math.max(secondsLeft, 1) } }) : ok(undefined)
}
