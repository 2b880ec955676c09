import type { RoadmapStand } from '@throughline/contract/portfolio'
import { openRoadmapBrowser, type Thread } from './browser.ts'
import type { Keeping } from './kept.ts'
import { table } from './wording.ts'

type Case = { readonly name: string; readonly stand: () => RoadmapStand | null }

/** What is kept of each case; what is not is measured where that is wanted, in one browser. */
export async function threadsOf(cases: readonly Case[], keep: Keeping, isWanted: boolean): Promise<ReadonlyMap<string, Thread | null>> {
  const known = new Map(cases.map(({ name }) => [name, keep<Thread>(name, 'thread', null)]))
  const missing = isWanted ? cases.filter(({ name }) => known.get(name) === null) : []
  if (missing.length === 0) return known
  const browser = await openRoadmapBrowser()
  try {
    for (const { name, stand } of missing) {
      const found = await browser.measure(stand())
      known.set(name, keep(name, 'thread', () => found))
    }
  } finally {
    await browser.close()
  }
  return known
}

type Row = { readonly name: string; readonly thread: Thread | null }

/** Milliseconds that nothing on the page may hold its own thread for. */
const MOST_MS = 50

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

/** Lines for the table of targets, by the clock and by the processor: the clock counts waiting too where the machine has other work. */
export function threadTargets(rows: readonly Row[]): readonly (readonly string[])[] {
  const line = (name: string, what: string, found: number): readonly string[] => [name, what, milliseconds(MOST_MS), milliseconds(found), found <= MOST_MS ? 'met' : `missed by ${milliseconds(found - MOST_MS)}`]
  return rows.flatMap(({ name, thread }) => (thread === null ? [] : [
    line(name, "page's own thread, longest block by the clock", thread.longest),
    line(name, "page's own thread, longest block by the processor", thread.longestCpu),
  ]))
}

/** The part of the page, empty where nothing was measured. */
export function threadPart(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ name, thread }) => (thread === null ? [] : [[name, String(thread.changes), ...[thread.longest, thread.longestCpu, thread.answerP50, thread.answerP95, thread.drawnP50, thread.drawnP95].map(milliseconds)]]))
  return lines.length === 0 ? '' : `
## On the page

The roadmap page of the built app in Chromium, without a graphics card, in front of a server of its own; a generated case takes the place of what the server replies. The first limit is moved down by 1 % with a key, and again once the first answer is drawn; then up again with the key held, 30 times a second; then the last plan is awaited, while what goes deeper begins.
A block is one task of the page's own thread: script, clones of messages, layout, painting. It is read from the browser's own trace, over all of that. "First answer" is from the message to the worker's first plan, "drawn" from the key to the end of the frame that shows it; both by the clock.

${table(['', 'changes', 'longest block, clock', 'longest block, processor', 'first answer, p50', 'first answer, p95', 'drawn, p50', 'drawn, p95'], lines)}
`
}
