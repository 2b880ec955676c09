import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { random } from '../../packages/engine/src/kernel/index.ts'
import { connect, withOrg, type Db } from '../../packages/server/src/database/index.ts'
import { accountId, balanceAsOf } from '../../packages/server/src/value/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import { claimFrom, type Claimed } from './claiming.ts'
import { fillLedger, livePeriods, poolIdOf, type FilledLedger } from './fill.ts'
import { proveSound } from './soundness.ts'

/**
 * Posts claims into PostgreSQL from four clients on the same pools, one claim in an act and many, the last of them until the pools run
 * out; proves that none is overdrawn, and asks for balances as of any instant; adds its part to docs/benchmarks/ledger.md:
 *   node bench/ledger/posting.ts [measures] [periods] [acts of 50 by each client]
 */
const [measures, periods] = [Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 120)]
const listsEach = Number(process.argv[4] ?? 100)
const [clients, benefitsEach, hot, few] = [4, 5, Math.min(100, measures), Math.min(5, measures)]

const place = await startBuiltIn()
try {
  const filled = await fillLedger(place.owner, { measures, benefitsEach, periods, initiatives: 500 }, (done) => console.log(new Date().toISOString(), done))
  console.log(filled.entries, filled.postings, filled.accounts)
  const connections = Array.from({ length: clients }, () => connect(filled.app, { max: 1 }))
  const at = { filled, connections, databasePid: place.pid, benefitsEach }
  await claimFrom(at, { name: 'to warm up', claimsInAct: 50, actsEach: 4, measures: hot })
  const rounds: Claimed[] = []
  for (const round of [
    { name: 'one claim', claimsInAct: 1, actsEach: 2 * listsEach, measures: hot },
    { name: '50 claims', claimsInAct: 50, actsEach: listsEach, measures: hot },
    { name: '500 claims', claimsInAct: 500, actsEach: Math.ceil(listsEach / 20), measures: hot },
    { name: '50 claims, until nothing is left', claimsInAct: 50, actsEach: Math.ceil(listsEach / 2), measures: few },
  ]) {
    rounds.push(await claimFrom(at, round))
    console.log(rounds.at(-1))
  }
  const [db] = connections
  if (!db) throw new Error('there is a client')
  await proveSound(db, filled)
  const times = await timesOfBalances(db, filled)
  await Promise.all(connections.map((one) => one.destroy()))
  const file = new URL('../../docs/benchmarks/ledger.md', import.meta.url)
  mkdirSync(new URL('.', file), { recursive: true })
  const page = readFileSync(file, 'utf8')
  const engine = page.split('\n## In PostgreSQL')[0]?.trimEnd() ?? ''
  const further = /\n## What an explanation costs[\s\S]*$/.exec(page)?.[0] ?? ''
  writeFileSync(file, `${engine}\n\n${partOf(filled, rounds, times)}${further}`)
} finally {
  await place.stop()
}

/** Milliseconds that balances of accounts taken by chance took, as of instants taken by chance, the quickest first. */
async function timesOfBalances(db: Db, { actor }: FilledLedger): Promise<readonly number[]> {
  const chance = random(9)
  const times: number[] = []
  for (let asked = 0; asked < 2_000; asked += 1) {
    const account = accountId({ code: chance.below(2) === 0 ? 'M10' : 'S20', unit: 'EUR.cash', periodId: `p${chance.below(periods)}`, poolId: poolIdOf(1 + chance.below(measures)) })
    const instant = new Date(Date.UTC(2010, chance.below(periods), 1 + chance.below(28), chance.below(24))).toISOString()
    const begun = performance.now()
    await withOrg(db, actor, (tx) => balanceAsOf(tx, account, instant))
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)
}

function partOf(filled: FilledLedger, rounds: readonly Claimed[], times: readonly number[]): string {
  const [load = 0] = loadavg()
  const share = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  const count = (n: number): string => Math.round(n).toLocaleString('en')
  const decided = ({ posted, refused }: Claimed): number => posted + refused
  const each = (ms: number, round: Claimed): string => (ms / decided(round)).toFixed(2)
  const lines = rounds.map((round) => `| ${round.name} | ${count(decided(round) / round.seconds)} | ${count(round.posted / round.seconds)} | ${each(round.clientMs, round)} + ${each(round.databaseMs, round)} ms | ${count((1000 * decided(round)) / (round.clientMs + round.databaseMs))} | ${count(round.posted)} | ${count(round.refused)} |`)
  return `## In PostgreSQL

Written by \`node bench/ledger/posting.ts\`: the built-in PostgreSQL ${place.version} with ${count(filled.entries)} entries, ${count(filled.postings)} postings and ${count(filled.accounts)} accounts of one organisation, as the server keeps them, with their history and their chain of evidence.
Four clients, each with a connection of its own, claim from the same ${count(hot * livePeriods.length)} pools, the last time from ${count(few * livePeriods.length)}, until these run out. An act is one transaction with one revision, in which each claim is judged on top of those before it. Acts of one organisation follow one another by its clock, so that four clients are no quicker than one, and what counts is what an act costs. The machine has ${availableParallelism()} processors; its load at the end was ${load.toFixed(1)}.

| an act has | claims decided a second | posted a second | processor of a claim, client + database | decided by one processor in a second | posted | refused |
|---|---|---|---|---|---|---|
${lines.join('\n')}

After all of them: pools overdrawn at any instant, shares passed, balances that are not the sum of their postings, entries that do not balance: none.
A balance of an account as of an instant: half within ${share(0.5)} ms, 95 of 100 within ${share(0.95)} ms, 99 within ${share(0.99)} ms.
`
}
