import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { changesPath, cockpitPath, drawAsk, listPath, longAgo } from './asks.ts'
import { startBuiltIn, startPostgres } from './database.ts'
import { askOnce, measure, type Measured } from './load.ts'
import { processorMs } from './processor.ts'
import { page, type Row, type Sheet } from './page.ts'
import { changeOne } from './writes.ts'
import { makeOrganisation, startServer, type Organisation } from './stage.ts'

/**
 * Fills organisations of three sizes, asks the real server as twenty users do, and writes docs/benchmarks/scale.md:
 *   node bench/scale/run.ts [1000,10000,100000]
 * SCALE_SERVER: options of Node for the server, such as `--cpu-prof`. SCALE_THINK: milliseconds to think (1000,0).
 * SCALE_USERS: how many ask at once (20). SCALE_SECONDS: how long each line is measured (20). SCALE_ONLY: the lines whose name has these letters, and nothing is written down.
 * SCALE_KEEP: a folder in which PostgreSQL and what it was filled with stay for the next run. SCALE_BUILT_IN=no: PostgreSQL alone.
 */
const sizes = (process.argv[2] ?? '1000,10000,100000').split(',').map(Number)
const users = Number(process.env['SCALE_USERS'] ?? 20)
const seconds = Number(process.env['SCALE_SECONDS'] ?? 20)
const only = process.env['SCALE_ONLY']
const thinks = (process.env['SCALE_THINK'] ?? '1000,0').split(',').map(Number)
/** Windows that are asked for again and again, as people who work in one room do. */
const knownAsks = 60
const instants = 40
const knownSpans = 10

type Workload = { readonly name: string; readonly path: (turn: number) => string; /** Asked for before it is measured: what the first who asks waits for. */ readonly before: readonly string[]; /** One more user changes an initiative every second. */ readonly writing?: true }

function workloads(initiatives: number): readonly Workload[] {
  let fresh = 100_000
  const ask = (n: number) => drawAsk(n, initiatives)
  const known = Array.from({ length: knownAsks }, (_, n) => listPath(ask(n)))
  const past = Array.from({ length: instants }, (_, n) => longAgo(n, instants))
  const knownPast = Array.from({ length: knownAsks }, (_, n) => listPath(ask(n), past[n % instants]))
  const pastCockpits = past.map((instant) => cockpitPath(instant))
  const spans = Array.from({ length: knownSpans }, (_, n) => changesPath(longAgo(n, knownSpans)))
  const from = (list: readonly string[]) => (turn: number): string => list[(turn * 7919) % list.length] ?? ''
  return [
    { name: 'list, every window new', path: () => listPath(ask(fresh++)), before: [listPath(ask(fresh++))] },
    { name: 'list, every window new, while one user writes every second', path: () => listPath(ask(fresh++)), before: [], writing: true },
    { name: `list, ${knownAsks} windows asked for again`, path: from(known), before: [] },
    { name: 'cockpit', path: () => cockpitPath(), before: [cockpitPath()] },
    { name: 'cockpit, while one user writes every second', path: () => cockpitPath(), before: [], writing: true },
    { name: `list ten years back, every window new, ${instants} instants`, path: () => listPath(ask(fresh++), past[fresh % instants]), before: past.map((instant) => listPath(ask(fresh++), instant)) },
    { name: `list ten years back, ${knownAsks} windows at ${instants} instants asked for again`, path: from(knownPast), before: [] },
    { name: `cockpit ten years back, ${instants} instants asked for again`, path: from(pastCockpits), before: pastCockpits },
    { name: `what changed in a month of ten years back, ${knownSpans} months asked for again`, path: from(spans), before: spans },
    { name: 'list ten years back, every window and every instant new', path: () => listPath(ask(fresh++), longAgo(fresh * 7919, 4001)), before: [] },
  ]
}

async function measureAll(url: string, processes: readonly number[], { cookies, writer }: Organisation, initiatives: number): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { name, path, before, writing } of workloads(initiatives).filter(({ name }) => only === undefined || name.includes(only))) {
    const first: number[] = []
    for (const one of before) first.push(await askOnce(url, cookies[0] ?? '', one))
    for (const thinkMs of thinks) {
      let turn = 0
      const begun = processorMs(processes)
      const measured: Measured = await measure({ url, cookies, thinkMs, seconds, next: () => ({ path: path(turn++) }), ...(writing ? { beside: changeOne(url, writer) } : {}) })
      const processor = (processorMs(processes) - begun) / Math.max(1, measured.requests)
      rows.push({ initiatives, name, thinkMs, ...measured, processor, ...(first.length > 0 ? { firstMs: first.reduce((sum, ms) => sum + ms, 0) / first.length } : {}) })
      console.log(`${initiatives} ${name}, think ${thinkMs} ms: p50 ${measured.p50.toFixed(0)}, p95 ${measured.p95.toFixed(0)}, p99 ${measured.p99.toFixed(0)} ms, ${measured.perSecond.toFixed(0)}/s, processor ${processor.toFixed(1)} ms each${first.length > 0 ? `; asked first ${(first.reduce((sum, ms) => sum + ms, 0) / first.length).toFixed(0)} ms` : ''}`)
    }
  }
  return rows
}

const postgres = startPostgres(process.env['SCALE_KEEP'])
const rows: Row[] = []
const waiting: number[] = []
const filled: Sheet['filled'][number][] = []
try {
  for (const initiatives of sizes) {
    const database = `scale_${initiatives}`
    const organisation = await makeOrganisation(postgres.owner, database, { initiatives, yearsEach: 10, statesEach: 20, publications: 12 }, users, console.log)
    filled.push(organisation.filled)
    waiting.push(loadavg()[0] ?? 0)
    const server = await startServer({ DATABASE_URL: postgres.url(database) })
    try {
      rows.push(...(await measureAll(server.url, [server.pid, postgres.pid], organisation, initiatives)))
    } finally {
      await server.stop()
    }
  }
} finally {
  await postgres.stop()
}

const builtIn: Row[] = []
if (process.env['SCALE_BUILT_IN'] !== 'no' && only === undefined) {
  const cluster = await startBuiltIn()
  const organisation = await makeOrganisation({ ...cluster.owner, database: 'postgres' }, 'scale_built_in', { initiatives: 10_000, yearsEach: 10, statesEach: 20, publications: 12 }, users, console.log)
  const url = `postgresql://${cluster.owner.user}:${encodeURIComponent(cluster.owner.password ?? '')}@localhost:${cluster.owner.port}/scale_built_in?host=${encodeURIComponent(cluster.owner.host)}`
  const server = await startServer({ DATABASE_URL: url })
  try {
    builtIn.push(...(await measureAll(server.url, [server.pid, cluster.pid], organisation, 10_000)))
  } finally {
    await server.stop()
    await cluster.stop()
  }
}

const sheet: Sheet = { users, seconds, database: postgres.name, waiting, settings: postgres.settings, filled, rows, builtIn }
const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
if (only === undefined) writeFileSync(new URL('scale.md', out), page(sheet))

// Within one run, on one machine: what is asked for again costs about the same whatever the size.
for (const name of new Set(rows.filter(({ firstMs }) => firstMs !== undefined).map((row) => row.name))) {
  const [least, most] = [rows.find((row) => row.name === name && row.thinkMs === 1000), rows.findLast((row) => row.name === name && row.thinkMs === 1000)]
  if (least && most && most.p50 > least.p50 * 5 + 20) throw new Error(`${name}: ${most.p50.toFixed(0)} ms at ${most.initiatives} initiatives, ${least.p50.toFixed(0)} ms at ${least.initiatives}; expected at most five times as much`)
}
