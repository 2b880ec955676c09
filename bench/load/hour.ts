import { loadavg } from 'node:os'
import { writeFileSync } from 'node:fs'
import { drawAsk, listPath } from '../scale/asks.ts'
import { changeOne } from '../scale/writes.ts'
import { press } from './client.ts'
import { hourPage, type Minute } from './hour-page.ts'
import { memoryOf } from './memory.ts'
import { openStage } from './stage.ts'

/**
 * An hour of people at work: ten connections read windows and the cockpit, each after a pause, and one writes every second. Memory of the
 * server is read after each minute; writes docs/benchmarks/soak.md after each as well, so that a run that is ended early still tells what it saw:
 *   node bench/load/hour.ts [minutes] [milliseconds of the pause]
 */
const minutes = Number(process.argv[2] ?? 60)
const pauseMs = Number(process.argv[3] ?? 1_000)
const place = new URL(process.env['SOAK_PAGE'] ?? '../../docs/benchmarks/soak.md', import.meta.url)

const { server, cookies, writer, close } = await openStage()
try {
  const sessions = cookies.map((cookie) => ({ cookie, accept: 'application/json' }))
  const write = changeOne(server.url, writer)
  const all: Minute[] = []
  let [turn, waiting] = [0, 0]
  for (let minute = 1; minute <= minutes; minute += 1) {
    let [written, refused] = [0, 0]
    const writing = setInterval(() => void write((turn += 1) % 1_000).then(() => (written += 1), () => (refused += 1)), 1_000)
    // every window is another one, so that nothing kept can answer for long
    const { done, turnedAway, other, p99 } = await press(server.url, sessions, 10, 60, (nth) => (nth % 10 === 0 ? '/api/portfolio/cockpit' : listPath(drawAsk(minute * 10_000 + nth, 1_000))), pauseMs)
    clearInterval(writing)
    waiting += loadavg()[0] ?? 0
    all.push({ minute, megabytes: memoryOf(server.pid), done, turnedAway, other, written, refused, p99 })
    writeFileSync(place, hourPage(all, { pauseMs, waiting: waiting / minute }))
    console.log(`minute ${minute}: ${memoryOf(server.pid).toFixed(0)} MB, ${done} read, ${written} written, ${turnedAway + other + refused} not answered`)
  }
} finally {
  await close()
}
