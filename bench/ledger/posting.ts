import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { sql } from 'kysely'
import { random } from '../../packages/engine/src/kernel/index.ts'
import { connect, withOrg } from '../../packages/server/src/database/index.ts'
import { accountId, balanceAsOf, claimMany, type ClaimIntent } from '../../packages/server/src/value/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import { processorMs } from '../scale/processor.ts'
import { benefitId, fillLedger, liveMovement, livePeriods, liveShare, poolIdOf } from './fill.ts'

/**
 * Posts claims into PostgreSQL from four clients on the same pools until these run out, proves that none is overdrawn, and asks for
 * balances as of any instant; adds its part to docs/benchmarks/ledger.md:
 *   node bench/ledger/posting.ts [measures] [periods] [lists of each client]
 */
const [measures, periods] = [Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 120)]
const listsEach = Number(process.argv[4] ?? 20)
const [clients, claimsEach, benefitsEach, hot] = [4, 500, 5, Math.min(100, measures)]

const place = await startBuiltIn()
try {
  const filled = await fillLedger(place.owner, { measures, benefitsEach, periods, initiatives: 500 }, (done) => console.log(new Date().toISOString(), done))
  console.log(filled.entries, filled.postings, filled.accounts)

  const outcomes = { posted: 0, refused: 0 }
  const connections = Array.from({ length: clients }, () => connect(filled.app, { max: 1 }))
  const spent = (): number => processorMs([process.pid, place.pid]) / 1000
  const [from, before] = [performance.now(), spent()]
  await Promise.all(connections.map(async (db, client) => {
    const chance = random(client + 1)
    for (let list = 0; list < listsEach; list += 1) {
      const claims = Array.from({ length: claimsEach }, (): ClaimIntent => ({ kind: 'realise', benefitId: benefitId(1 + chance.below(hot), chance.below(benefitsEach)), periodId: livePeriods[chance.below(livePeriods.length)] ?? 'L1', amount: BigInt(1 + chance.below(2 * liveMovement / 100)), earlyEvidence: 'Statistics', evidence: 'Statistics' }))
      const { posted, outcomes: each } = await claimMany(db, filled.actor, claims, '2026-11-21')
      outcomes.posted += posted
      outcomes.refused += each.length - posted
    }
  }))
  const seconds = (performance.now() - from) / 1000
  const processor = spent() - before
  const [db] = connections
  if (!db) throw new Error('there is a client')
  const wrong = await withOrg(db, filled.actor, async (tx) => (await sql<{ why: string }>`
    select 'overdrawn' as why from ledger_account a join lateral (select balance from ledger_posting p where p.org_id = a.org_id and p.account_id = a.id order by seq desc limit 1) last on true where a.period like 'L%' and a.code = 'M10' and last.balance < 0
    union all select 'above its share' from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id where a.period like 'L%' and a.code = 'R10' group by a.pool_id, a.period, a.initiative_id having sum(p.amount) > ${(liveMovement * liveShare) / 1_000_000}
    union all select 'balance that is not the sum' from (select p.balance, sum(p.amount) over (partition by p.account_id order by p.seq) as summed from ledger_posting p join ledger_account a on a.org_id = p.org_id and a.id = p.account_id where a.period like 'L%') b where b.balance <> b.summed
    union all select 'entry that does not balance' from ledger_posting p join ledger_entry e on e.org_id = p.org_id and e.id = p.entry_id where e.recorded_at > '2026-01-01' group by p.entry_id having sum(p.amount) <> 0`.execute(tx)).rows)
  if (wrong.length > 0) throw new Error(`found ${wrong.length} faults: ${wrong[0]?.why}`)

  const chance = random(9)
  const times: number[] = []
  for (let at = 0; at < 2_000; at += 1) {
    const measure = 1 + chance.below(measures)
    const period = `p${chance.below(periods)}`
    const account = accountId(chance.below(2) === 0 ? { code: 'M10', unit: 'EUR.cash', periodId: period, poolId: poolIdOf(measure) } : { code: 'S20', unit: 'EUR.cash', periodId: period, poolId: poolIdOf(measure) })
    const instant = new Date(Date.UTC(2010, chance.below(periods), 1 + chance.below(28), chance.below(24))).toISOString()
    const begun = performance.now()
    await withOrg(db, filled.actor, (tx) => balanceAsOf(tx, account, instant))
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  const share = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  const count = (n: number): string => n.toLocaleString('en')
  await Promise.all(connections.map((one) => one.destroy()))

  const [load = 0] = loadavg()
  const file = new URL('../../docs/benchmarks/ledger.md', import.meta.url)
  mkdirSync(new URL('.', file), { recursive: true })
  const page = readFileSync(file, 'utf8')
  const engine = page.split('\n## In PostgreSQL')[0]?.trimEnd() ?? ''
  const further = /\n## What an explanation costs[\s\S]*$/.exec(page)?.[0] ?? ''
  writeFileSync(file, `${engine}

## In PostgreSQL

Written by \`node bench/ledger/posting.ts\`: the built-in PostgreSQL ${place.version} with ${count(filled.entries)} entries, ${count(filled.postings)} postings and ${count(filled.accounts)} accounts of one organisation, as the server keeps them, with their history and their chain of evidence.
Four clients, each with a connection of its own, claim from the same ${count(hot * livePeriods.length)} pools in lists of ${claimsEach} until these run out; a list is one transaction, in which each claim is posted or refused by itself. The machine has ${availableParallelism()} processors, which did other work as well: its load at the end was ${load.toFixed(1)}.

| | |
|---|---|
| claims decided a second | ${count(Math.round((outcomes.posted + outcomes.refused) / seconds))} |
| of these posted, a second | ${count(Math.round(outcomes.posted / seconds))} |
| processor time of a claim, clients and database together; claims that one processor decides in a second | ${((processor * 1000) / (outcomes.posted + outcomes.refused)).toFixed(2)} ms; ${count(Math.round((outcomes.posted + outcomes.refused) / processor))} |
| posted, refused since nothing was left | ${count(outcomes.posted)}, ${count(outcomes.refused)} |
| pools overdrawn, shares passed, balances that are not the sum of their postings, entries that do not balance | none |
| balance of an account as of an instant, half, 95 and 99 of 100 within | ${share(0.5)} ms, ${share(0.95)} ms, ${share(0.99)} ms |
${further}`)
  console.log({ ...outcomes, seconds, processor, perSecond: outcomes.posted / seconds, decided: (outcomes.posted + outcomes.refused) / seconds, p95: share(0.95), load })
} finally {
  await place.stop()
}
