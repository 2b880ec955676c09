import type { Db } from '../../packages/server/src/database/index.ts'
import { random, type Random } from '../../packages/engine/src/kernel/index.ts'
import { claimMany, postAct, type ClaimIntent } from '../../packages/server/src/value/index.ts'
import { processorMs } from '../scale/processor.ts'
import { benefitId, livePeriods, type FilledLedger } from './fill.ts'

/** How claims are made: so many in an act, by each client so many acts, on the benefits of so many measures after those that are left out, of up to so much each. */
export type Round = { readonly name: string; readonly claimsInAct: number; readonly actsEach: number; readonly measures: number; readonly leftOut?: number; readonly most: number }
/** What a round came to: seconds by the clock and milliseconds of the processor, of the clients and of the database. */
export type Claimed = Round & { readonly posted: number; readonly refused: number; readonly seconds: number; readonly clientMs: number; readonly databaseMs: number }

/** Who claims, each over a connection of its own. */
export type Client = { readonly db: Db; readonly filled: FilledLedger }
type Place = { readonly clients: readonly Client[]; readonly databasePid: number; readonly benefitsEach: number }

const today = '2026-11-21'

/** All clients claim at once, each over a connection of its own, until their acts are done. */
export async function claimFrom({ clients, databasePid, benefitsEach }: Place, round: Round): Promise<Claimed> {
  const spent = () => ({ all: processorMs([process.pid, databasePid]), database: processorMs([databasePid]) })
  let [posted, refused] = [0, 0]
  const [from, before] = [performance.now(), spent()]
  await Promise.all(clients.map(async ({ db, filled }, client) => {
    const chance = random(client + 1 + 100 * round.claimsInAct)
    for (let act = 0; act < round.actsEach; act += 1) {
      const done = await claim(db, filled, Array.from({ length: round.claimsInAct }, () => claimOf(chance, round, benefitsEach)))
      posted += done
      refused += round.claimsInAct - done
    }
  }))
  const [seconds, after] = [(performance.now() - from) / 1000, spent()]
  const databaseMs = after.database - before.database
  return { ...round, posted, refused, seconds, clientMs: after.all - before.all - databaseMs, databaseMs }
}

const claimOf = (chance: Random, { measures, leftOut = 0, most }: Round, benefitsEach: number): ClaimIntent => ({
  kind: 'realise', benefitId: benefitId(leftOut + 1 + chance.below(measures), chance.below(benefitsEach)), periodId: livePeriods[chance.below(livePeriods.length)] ?? 'L1', amount: BigInt(1 + chance.below(most)), earlyEvidence: 'Statistics', evidence: 'Statistics',
})

/** How many of some claims were posted: one by the act of one claim, more by that of a list. */
async function claim(db: Db, { actor }: FilledLedger, claims: readonly ClaimIntent[]): Promise<number> {
  const [only] = claims
  if (claims.length === 1 && only) return (await postAct(db, actor, only, today)).ok ? 1 : 0
  const done = await claimMany(db, actor, { claims }, today)
  if (!done.ok) throw new Error(`refused: ${done.refusal.code}`)
  return done.value.posted
}
