import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { drawAsk, listPath } from '../scale/asks.ts'
import { press } from './client.ts'
import { memoryOf } from './memory.ts'
import { page, type Row } from './page.ts'
import { openStage } from './stage.ts'

/**
 * Requests per second and p99 at 1, 10, 100 and 1,000 connections beside a bare server of the same framework on the same data;
 * writes docs/benchmarks/load.md:
 *   node bench/load/run.ts [seconds of each burst]
 */
const seconds = Number(process.argv[2] ?? 10)
const begun = loadavg()[0] ?? 0
const levels = [1, 10, 100, 1_000]

const { server, bare, cookies, close } = await openStage()
try {
  const sessions = cookies.map((cookie) => ({ cookie, accept: 'application/json' }))
  const windows = Array.from({ length: 40 }, (_, nth) => listPath(drawAsk(nth, 1_000)))
  const kinds = [
    { name: 'bare: 200 rows, no session, no check', at: bare, people: [{}], path: () => '/rows' },
    { name: 'who is signed in', at: server, people: sessions, path: () => '/api/people/session' },
    { name: 'list: one of 40 windows of 200 rows', at: server, people: sessions, path: (turn: number) => windows[turn % windows.length] ?? '' },
  ]
  for (const { at, people, path } of kinds) await press(at.url, people, 4, 2, path)
  const rows: Row[] = []
  for (const connections of levels)
    for (const { name, at, people, path } of kinds) {
      const measured = await press(at.url, people, connections, seconds, path)
      rows.push({ name, connections, ...measured, memory: memoryOf(at.pid) })
      console.log(`${connections} ${name}: ${measured.perSecond.toFixed(0)}/s, p50 ${measured.p50.toFixed(0)}, p99 ${measured.p99.toFixed(0)} ms, turned away ${measured.turnedAway}, other ${measured.other}, ${memoryOf(at.pid).toFixed(0)} MB`)
    }
  writeFileSync(new URL(process.env['LOAD_PAGE'] ?? '../../docs/benchmarks/load.md', import.meta.url), page({ seconds, people: cookies.length, rows, waiting: (begun + (loadavg()[0] ?? 0)) / 2 }))
} finally {
  await close()
}
