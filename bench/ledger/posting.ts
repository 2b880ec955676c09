import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, getPriority, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { random } from '../../packages/engine/src/kernel/index.ts'
import { connect, ensureAppRole, withOrg, type Db } from '../../packages/server/src/database/index.ts'
import { accountId, balanceAsOf } from '../../packages/server/src/value/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import { claimFrom, type Claimed, type Client } from './claiming.ts'
import { fillLedger, liveMovement, poolIdOf, type FilledLedger } from './fill.ts'
import { bareInserts, makeBare } from './floor.ts'
import { partOf, type Measured } from './page.ts'
import { proveSound } from './soundness.ts'

/**
 * Posts claims into PostgreSQL from four clients on the same pools, one claim in an act and many, the last of them until the pools run
 * out, and from four clients of an organisation each; beside bare inserts of as many rows. Proves that no pool is overdrawn, and asks for
 * balances as of any instant; adds its part to docs/benchmarks/ledger.md:
 *   node bench/ledger/posting.ts [measures] [periods] [acts of 50 by each client] [--kept folder]
 * A folder keeps the database and what was measured: what it has is neither filled nor measured again.
 */
const { values: { kept }, positionals } = parseArgs({ args: process.argv.slice(2), options: { kept: { type: 'string' } }, allowPositionals: true })
const [measures = 2_000, periods = 120, listsEach = 100] = positionals.map(Number)
/** Measures that are claimed from, and so few that nothing is left of them in the end. Claims are small where pools are to last, and large where they are to run out. */
const [clients, benefitsEach, hot, few] = [4, 5, Math.min(100, measures), Math.min(5, measures)]
const [small, large] = [liveMovement / 500, liveMovement / 50]
const instants = 2_000

if (kept !== undefined) mkdirSync(kept, { recursive: true })
const rowsFile = kept === undefined ? undefined : join(kept, 'measured.jsonl')
const known = new Map<string, unknown>((rowsFile !== undefined && existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8').split('\n').filter((line) => line !== '') : []).map((line) => {
  const { name, figures } = JSON.parse(line) as { readonly name: string; readonly figures: unknown }
  return [name, figures]
}))

/** What was measured under a name before, or is now. */
async function once<T>(name: string, measure: () => Promise<T>): Promise<T> {
  const before = known.get(name)
  if (before !== undefined) return before as T
  const figures = await measure()
  if (rowsFile !== undefined) appendFileSync(rowsFile, `${JSON.stringify({ name, figures })}\n`)
  console.log(new Date().toISOString(), JSON.stringify({ name, figures }).slice(0, 300))
  return figures
}

const place = await startBuiltIn(kept)
try {
  const filled = await once('filled', () => fillLedger(place.owner, { measures, benefitsEach, periods, initiatives: 500 }, clients, (done) => console.log(new Date().toISOString(), done)))
  const owner = { ...place.owner, database: 'ledger' }
  const app = await ensureAppRole(owner)
  const [own] = filled
  if (!own) throw new Error('there is an organisation')
  const together = Array.from({ length: clients }, (): Client => ({ db: connect(app, { max: 1 }), filled: own }))
  const apart = together.map(({ db }, at): Client => ({ db, filled: filled[at] ?? own }))
  const bench = { databasePid: place.pid, benefitsEach }
  await claimFrom({ ...bench, clients: apart }, { name: 'to warm up', claimsInAct: 50, actsEach: 10, measures: hot, most: small })
  await claimFrom({ ...bench, clients: together }, { name: 'to warm up', claimsInAct: 1, actsEach: 20, measures: hot, most: small })
  await makeBare(owner)
  const rounds: Measured[] = []
  const each = (claims: number): number => Math.ceil(listsEach * Math.min(4, 50 / claims))
  for (const { of, ...round } of [
    { name: 'one claim', claimsInAct: 1, actsEach: each(1), measures: hot, most: small, of: together },
    { name: 'one claim, four organisations', claimsInAct: 1, actsEach: each(1), measures: hot, most: small, of: apart },
    { name: '50 claims', claimsInAct: 50, actsEach: each(50), measures: hot, most: small, of: together },
    { name: '500 claims', claimsInAct: 500, actsEach: each(500), measures: hot, most: small, of: together },
    ...(measures > hot ? [{ name: '500 claims, nearly each the first of its benefit in the period', claimsInAct: 500, actsEach: each(500), measures: measures - hot, leftOut: hot, most: small, of: together }] : []),
    { name: '500 claims, four organisations', claimsInAct: 500, actsEach: each(500), measures: hot, most: small, of: apart },
    { name: '50 claims, until nothing is left', claimsInAct: 50, actsEach: each(50), measures: few, most: large, of: together },
  ]) rounds.push({ ...(await once<Claimed>(round.name, () => claimFrom({ ...bench, clients: of }, round))), bare: await once(`bare inserts of ${round.name}`, () => bareInserts(owner, clients, round.claimsInAct, Math.ceil(round.actsEach / 2))) })
  for (const { db, filled: one } of apart) await proveSound(db, one)
  const [first] = together
  const times = first ? await once('balances', () => timesOfBalances(first)) : []
  await Promise.all(together.map(({ db }) => db.destroy()))
  const file = new URL('../../docs/benchmarks/ledger.md', import.meta.url)
  const page = readFileSync(file, 'utf8')
  const engine = page.split('\n## In PostgreSQL')[0]?.trimEnd() ?? ''
  const further = /\n## What an explanation costs[\s\S]*$/.exec(page)?.[0] ?? ''
  const [load = 0] = loadavg()
  writeFileSync(file, `${engine}\n\n${partOf({ version: place.version, processors: availableParallelism(), load, ahead: getPriority() < 0, filled: own, hot, few, rounds, times })}${further}`)
} finally {
  await place.stop()
}

/** Milliseconds that balances of accounts taken by chance took, as of instants taken by chance, the quickest first. */
async function timesOfBalances({ db, filled: { actor } }: { readonly db: Db; readonly filled: FilledLedger }): Promise<readonly number[]> {
  const chance = random(9)
  const times: number[] = []
  for (let asked = 0; asked < instants; asked += 1) {
    const account = accountId({ code: chance.below(2) === 0 ? 'M10' : 'S20', unit: 'EUR.cash', periodId: `p${chance.below(periods)}`, poolId: poolIdOf(1 + chance.below(measures)) })
    const instant = new Date(Date.UTC(2010, chance.below(periods), 1 + chance.below(28), chance.below(24))).toISOString()
    const begun = performance.now()
    await withOrg(db, actor, (tx) => balanceAsOf(tx, account, instant))
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)
}
