import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core'

/** A page under measure, with the session that reads the browser's own counters. */
export type Probe = { readonly page: Page; readonly cdp: CDPSession; readonly strangers: readonly string[]; close(): Promise<void> }

/** What the page notes about itself; installed before its own code runs. */
type Notes = { keyPaints: number[]; longTasks: number; largestPaint: number; shown: Promise<number>; settle(): Promise<void> }
declare global {
  var notes: Notes
}

/** Opens an empty page with an empty cache, slowed down `slower` times. `strangers` collects requests to other hosts. */
export async function openProbe(browser: Browser, home: string, options: BrowserContextOptions & { readonly slower?: number } = {}): Promise<Probe> {
  const { slower = 1, ...contextOptions } = options
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...contextOptions })
  const page = await context.newPage()
  const strangers: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(home)) strangers.push(request.url())
  })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (slower > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(takeNotes)
  return { page, cdp, strangers, close: () => context.close() }
}

/** Runs in the page. Event Timing reports keys from 16 ms on, in steps of 8 ms. */
function takeNotes(): void {
  const paintEnd = () => new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted)))
  globalThis.notes = { keyPaints: [], longTasks: 0, largestPaint: 0, shown: Promise.resolve(Number.NaN), settle: async () => { await paintEnd(); await paintEnd() } }
  const watch = (type: string, note: (entry: PerformanceEntry) => void, more: PerformanceObserverInit = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more })
  watch('event', (entry) => { if (entry.name === 'keydown') notes.keyPaints.push(entry.duration) }, { durationThreshold: 16 } as PerformanceObserverInit)
  watch('longtask', () => { notes.longTasks += 1 })
  watch('largest-contentful-paint', (entry) => { notes.largestPaint = entry.startTime })
}

/** Milliseconds of processor the page's main thread used while `work` ran. */
export async function cpuMs({ cdp }: Probe, work: () => Promise<unknown>): Promise<number> {
  const before = await metric(cdp, 'TaskDuration')
  await work()
  return (await metric(cdp, 'TaskDuration') - before) * 1_000
}

/** The longest single task of the page while `work` ran, in milliseconds of processor: what other work on the machine cannot stretch. */
export async function longestTaskMs(browser: Browser, probe: Probe, work: () => Promise<unknown>): Promise<number> {
  return (await longestTask(browser, probe, work)).byProcessor
}

type TraceEvent = { readonly name: string; readonly ph: string; readonly pid: number; readonly tid: number; readonly dur?: number; readonly tdur?: number; readonly args?: { readonly name?: string } }

/** The longest single task of the page's own thread while `work` ran, in milliseconds by the clock and of processor; workers are not counted. */
export async function longestTask(browser: Browser, { page }: Probe, work: () => Promise<unknown>): Promise<{ readonly byClock: number; readonly byProcessor: number }> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  await work()
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  const own = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && own.has(`${pid} ${tid}`))
  const longest = (of: (task: TraceEvent) => number | undefined): number => tasks.reduce((most, task) => Math.max(most, (of(task) ?? 0) / 1_000), 0)
  return { byClock: longest(({ dur }) => dur), byProcessor: longest(({ tdur }) => tdur) }
}

/** Live script memory in MB after a collection. */
export async function heapMb({ cdp }: Probe): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  return (await metric(cdp, 'JSHeapUsedSize')) / 1_048_576
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN
}

/** Presses keys one by one, each after the paint of the one before, and gives each key's time to paint in ms. */
export async function keyPaints({ page }: Probe, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => { notes.keyPaints = [] })
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.evaluate(() => notes.settle())
  }
  await page.waitForTimeout(100)
  const seen = await page.evaluate(() => notes.keyPaints)
  return [...seen, ...Array.from({ length: Math.max(0, keys.length - seen.length) }, () => 16)]
}

/** The value below which a share of the numbers lies: 0.5 is the median. */
export function share(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}

/** The least disturbed of several runs, figure by figure. */
export async function bestOf<K extends string>(times: number, run: () => Promise<Readonly<Record<K, number>>>): Promise<Readonly<Record<K, number>>> {
  const runs: Readonly<Record<K, number>>[] = []
  for (let time = 0; time < times; time++) runs.push(await run())
  const names = Object.keys(runs[0] ?? {}) as K[]
  return Object.fromEntries(names.map((name) => [name, Math.min(...runs.map((each) => each[name]))])) as Record<K, number>
}
