import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStage } from '../../packages/testkit/src/story/stage.ts'
import { weighWeb, weightBudgetsKb } from '../../tools/web-weight.ts'
import { buildWeb, buildWorkloads } from './build.ts'
import { page, row, type Row } from './page.ts'
import { bestOf } from './probe.ts'
import { serveFolder } from './serve.ts'
import { measureCold, measureWarm, signUp } from './shell.ts'
import { measureBubble, measureGrid } from './workloads.ts'

/**
 * Builds the web app and the page of workloads, measures both in a browser, and writes docs/benchmarks/web.md:
 *   node bench/web/run.ts
 */
const TIMES = 3
const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
const stage = await openStage()
try {
  const dist = await buildWeb(folder)
  const app = await serveFolder(dist, stage.url)
  const workloads = await serveFolder(await buildWorkloads(folder))
  try {
    const sections = { weight: weightRows(dist), shell: await shellRows(app.url), grid: await gridRows(workloads.url), bubble: await bubbleRows(workloads.url) }
    const out = new URL('../../docs/benchmarks/', import.meta.url)
    mkdirSync(out, { recursive: true })
    writeFileSync(new URL('web.md', out), page(sections))
  } finally {
    await app.close()
    await workloads.close()
  }
} finally {
  await stage.close()
  await rm(folder, { recursive: true, force: true })
}

function weightRows(dist: string): readonly Row[] {
  const { first, further } = weighWeb(dist)
  const kb = (bytes: number) => bytes / 1_024
  return [
    row('first route, script', 'KB', weightBudgetsKb.firstScript, kb(first.scriptBytes)),
    row('first route, styles', 'KB', weightBudgetsKb.firstStyle, kb(first.styleBytes)),
    row('first route, font', 'KB', weightBudgetsKb.firstFont, kb(first.fontBytes)),
    ...further.map(({ page, scriptBytes }) => row(`${page}, script beyond the first route`, 'KB', weightBudgetsKb.furtherScript, kb(scriptBytes))),
  ]
}

async function shellRows(home: string): Promise<readonly Row[]> {
  const session = await signUp(stage.browser, home)
  const strangers = new Set<string>()
  const plain = await bestOf(TIMES, () => measureCold(stage.browser, home, session, 1, strangers))
  const slow = await bestOf(TIMES, () => measureCold(stage.browser, home, session, 4, strangers))
  const warm = await measureWarm(stage.browser, home, session, strangers)
  return [
    row('requests to other hosts', '', 0, strangers.size),
    row('cockpit, first paint', 'ms', undefined, plain.firstPaintMs),
    row('cockpit, largest paint', 'ms', 1_200, plain.largestPaintMs),
    row('cockpit, first paint, processor slowed down four times', 'ms', undefined, slow.firstPaintMs),
    row('cockpit, largest paint, processor slowed down four times', 'ms', 2_500, slow.largestPaintMs),
    row('change of page, median of 18', 'ms', 150, warm.routeMs),
    row('palette, median of 6', 'ms', 100, warm.paletteMs),
  ]
}

async function gridRows(home: string): Promise<readonly Row[]> {
  const found = await bestOf(TIMES, () => measureGrid(stage.browser, home))
  return [
    row('ready', 'ms', 900, found.readyMs),
    row('scrolling 12,000 px, processor per frame', 'ms', 12, found.scrollCpuMs),
    row('long tasks while scrolling', '', 0, found.longTasks),
    row('edit, key to paint, median', 'ms', undefined, found.editP50Ms),
    row('edit, key to paint, 95th percentile', 'ms', 50, found.editP95Ms),
    row('copy of 3,000 cells', 'ms', undefined, found.copyMs),
    row('paste of 3,000 cells', 'ms', 120, found.pasteMs),
    row('script memory after all that', 'MB', 25, found.heapMb),
  ]
}

async function bubbleRows(home: string): Promise<readonly Row[]> {
  const found = await bestOf(TIMES, () => measureBubble(stage.browser, home))
  return [
    row('ready', 'ms', undefined, found.readyMs),
    row('step of the budget, processor', 'ms', 16, found.stepCpuMs),
    row('step of the budget, key to paint, median', 'ms', undefined, found.stepP50Ms),
    row('step of the budget, key to paint, 95th percentile', 'ms', 64, found.stepP95Ms),
  ]
}
