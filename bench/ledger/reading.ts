import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, ensureAppRole, onConnection } from '../../packages/server/src/database/index.ts'
import { beginSession, csrfOf } from '../../packages/server/src/people/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import { askOnce } from '../scale/load.ts'
import { startServer } from '../scale/stage.ts'
import { benefitId, fillLedger, type FilledLedger } from './fill.ts'
import { liveThrough } from './lived.ts'
import { readingPart, type ReadRow } from './reading-page.ts'

/**
 * Times what the pages of value read from the real server over a ledger in PostgreSQL: each read after a claim, so that nothing of it was
 * kept, and asked again. Adds its part to docs/benchmarks/ledger.md:
 *   node bench/ledger/reading.ts [measures] [periods] [--kept folder] [--turns 12]
 * A folder keeps the database: what it has is not filled again.
 */
const { values: { kept, turns: said = '12' }, positionals } = parseArgs({ args: process.argv.slice(2), options: { kept: { type: 'string' }, turns: { type: 'string' } }, allowPositionals: true })
const [measures = 200, periods = 36] = positionals.map(Number)
const [turns, size] = [Number(said), { measures, benefitsEach: 5, periods, initiatives: 100 }]
const closed = Math.max(1, periods - 12)
/** A read that takes long is asked less often: no longer than so many seconds, but so many times at least. */
const [secondsEach, fewestTurns] = [15, 3]

const place = await startBuiltIn(kept)
const noted = kept === undefined ? undefined : join(kept, 'lived.json')
const say = (done: string): void => console.log(new Date().toISOString(), done)
try {
  const owner = { ...place.owner, database: 'ledger' }
  const filled = await filledLedger()
  const app = await ensureAppRole(owner)
  const db = connect(app, { max: 2 })
  const [cookie, writer] = [`throughline=${await beginSession(db, filled.actor, new Date())}`, await beginSession(db, filled.actor, new Date())]
  await db.destroy()
  const counted = await onConnection(owner, async (client) => (await client.query<{ entries: number; postings: number; accounts: number }>('select (select count(*)::int from ledger_entry) as entries, (select count(*)::int from ledger_posting) as postings, (select count(*)::int from ledger_account) as accounts')).rows[0])
  const server = await startServer({ DATABASE_URL: `postgresql://${owner.user}:${encodeURIComponent(owner.password ?? '')}@localhost:${owner.port}/ledger?host=${encodeURIComponent(owner.host)}` })
  try {
    const claim = async (turn: number): Promise<void> => {
      const sent = await fetch(`${server.url}/api/value/ledger/claims`, { method: 'POST', headers: { cookie: `throughline=${writer}`, 'x-csrf-token': csrfOf(writer), 'content-type': 'application/json' }, body: JSON.stringify({ benefitId: benefitId(1 + (turn % measures), 0), period: 'L1', amount: '1', earlyEvidence: 'Statistics', evidence: 'Statistics' }) })
      if (sent.status !== 201) throw new Error(`a claim was answered ${sent.status}: ${await sent.text()}`)
    }
    const rows: ReadRow[] = []
    let claims = 0
    for (const [name, path] of reads()) {
      const [fresh, again]: [number[], number[]] = [[], []]
      await askOnce(server.url, cookie, path)
      const begun = performance.now()
      for (let turn = 0; turn < turns && (turn < fewestTurns || performance.now() - begun < secondsEach * 1000); turn += 1) {
        await claim(claims++)
        fresh.push(await askOnce(server.url, cookie, path))
        again.push(await askOnce(server.url, cookie, path))
      }
      const row = { name, fresh: fresh.sort((a, b) => a - b), again: again.sort((a, b) => a - b) }
      rows.push(row)
      console.log(name, row.fresh.map(Math.round), row.again.map(Math.round))
    }
    const file = new URL('../../docs/benchmarks/ledger.md', import.meta.url)
    const [load = 0] = loadavg()
    const page = readFileSync(file, 'utf8').replace(/\n## What the pages of value read[\s\S]*?(?=\n## |$)/, '').trimEnd()
    writeFileSync(file, `${page}\n\n${readingPart({ version: place.version, processors: availableParallelism(), load, counted: counted ?? { entries: 0, postings: 0, accounts: 0 }, size, closed, turns, rows })}`)
  } finally {
    await server.stop()
  }
} finally {
  await place.stop()
}

async function filledLedger(): Promise<FilledLedger> {
  if (noted !== undefined && existsSync(noted)) return JSON.parse(readFileSync(noted, 'utf8')) as FilledLedger
  const [filled] = await fillLedger(place.owner, size, 1, say)
  if (!filled) throw new Error('there is an organisation')
  await liveThrough({ ...place.owner, database: 'ledger' }, filled, size, closed, say)
  if (noted !== undefined) writeFileSync(noted, JSON.stringify(filled))
  return filled
}

/** What the pages of value ask for, by what it is. */
function reads(): readonly (readonly [string, string])[] {
  const [benefit, measure] = [benefitId(7, 2), `00000000-0000-7004-8000-${(7).toString(16).padStart(12, '0')}`]
  return [
    ['ledger, newest entries', '/api/value/ledger?lines=40'], ['ledger, entries of a benefit', `/api/value/ledger?benefitId=${benefit}&lines=40`], ['ledger, entries of a measure in a period', `/api/value/ledger?measureId=${measure}&period=p7&lines=40`],
    ['ledger, what was verified in a period', '/api/value/ledger?period=p7&codes=R20&lines=40'], ['ledger, all that was verified', '/api/value/ledger?unit=EUR.cash&codes=R20,R30&lines=40'],
    ['reconciliation, the page of it', '/api/value/ledger/reconciliation?limit=50&changes=true'], ['reconciliation of all', '/api/value/ledger/reconciliation'], ['reconciliation of a measure', `/api/value/ledger/reconciliation?measureId=${measure}`], ['reconciliation of a period', '/api/value/ledger/reconciliation?period=p7'],
    ['promise-keeping of all', '/api/value/ledger/keeping'], ['promise-keeping of a benefit', `/api/value/ledger/keeping?benefitId=${benefit}`],
    ['verification backlog', '/api/value/backlog'], ['claims to verify', '/api/value/ledger/waiting'], ['to look at', '/api/value/attention'], ['value under objectives', '/api/value/by-objective'],
    ['period, with its checklist', '/api/value/ledger/period?period=p7'], ['register', '/api/value/register'], ['value overview', '/api/value'],
  ]
}
