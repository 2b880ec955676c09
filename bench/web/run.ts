import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openStage } from '../../packages/testkit/src/story/stage.ts'
import { launch } from '../../tools/browser.ts'
import { weighWeb, weightBudgetsKb } from '../../tools/web-weight.ts'
import { buildWeb, buildWorkloads } from './build.ts'
import { gridPart, page, row, withGridPart, type Row } from './page.ts'
import { bestOf } from './probe.ts'
import { serveFolder } from './serve.ts'
import { measureCold, measureWarm, signUp } from './shell.ts'
import { measureBubble, measureGrid, measureMany } from './workloads.ts'

/**
 * Builds the web app and the page of workloads, measures both in a browser, and writes docs/benchmarks/web.md:
 *   node bench/web/run.ts          all of it
 *   node bench/web/run.ts grid     the part about the grid alone, which needs no server
 */
const TIMES = 3
const report = new URL('../../docs/benchmarks/web.md', import.meta.url)
const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
try {
  const workloads = await serveFolder(await buildWorkloads(folder))
  try {
    if (process.argv[2] === 'grid') await gridAlone(workloads.url)
    else await everything(workloads.url)
  } finally {
    await workloads.close()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function gridAlone(home: string): Promise<void> {
  const browser = await launch()
  try {
    writeFileSync(report, withGridPart(readFileSync(report, 'utf8'), gridPart(await gridSections(browser, home))))
  } finally {
    await browser.close()
  }
}

async function everything(home: string): Promise<void> {
  const stage = await openStage()
  try {
    const dist = await buildWeb(folder)
    const app = await serveFolder(dist, stage.url)
    try {
      const sections = { weight: weightRows(dist), shell: await shellRows(stage.browser, app.url), ...(await gridSections(stage.browser, home)), bubble: await bubbleRows(stage.browser, home) }
      mkdirSync(new URL('.', report), { recursive: true })
      writeFileSync(report, page(sections))
    } finally {
      await app.close()
    }
  } finally {
    await stage.close()
  }
}

function weightRows(dist: string): readonly Row[] {
  const { first, further, furtherStyleBytes } = weighWeb(dist)
  const kb = (bytes: number) => bytes / 1_024
  return [
    row('first route, script', 'KB', weightBudgetsKb.firstScript, kb(first.scriptBytes)),
    row('first route, styles', 'KB', weightBudgetsKb.firstStyle, kb(first.styleBytes)),
    row('first route, font', 'KB', weightBudgetsKb.firstFont, kb(first.fontBytes)),
    row('all styles beyond the first route', 'KB', weightBudgetsKb.furtherStyle, kb(furtherStyleBytes)),
    ...further.map(({ page, scriptBytes }) => row(`${page}, script beyond the first route`, 'KB', weightBudgetsKb.furtherScript, kb(scriptBytes))),
  ]
}

async function shellRows(browser: Browser, home: string): Promise<readonly Row[]> {
  const session = await signUp(browser, home)
  const strangers = new Set<string>()
  const plain = await bestOf(TIMES, () => measureCold(browser, home, session, 1, strangers))
  const slow = await bestOf(TIMES, () => measureCold(browser, home, session, 4, strangers))
  const warm = await measureWarm(browser, home, session, strangers)
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

async function gridSections(browser: Browser, home: string) {
  const some = await bestOf(TIMES, () => measureGrid(browser, home, 'grid=10000'))
  const many = await bestOf(TIMES, () => measureGrid(browser, home, 'grid=100000'))
  const behind = await bestOf(TIMES, () => measureGrid(browser, home, 'window=100000'))
  const { rowsMb, rowsReadyMs, sortMs } = await bestOf(TIMES, () => measureMany(browser, home))
  return {
    grid: gridRows(some, 900, 25),
    many: [...gridRows(many, 1_000, undefined), row('ready with the rows made and no grid', 'ms', undefined, rowsReadyMs), row('script memory of the rows, without a grid', 'MB', undefined, rowsMb), row('sort by a column of text, to the paint', 'ms', undefined, sortMs)],
    behind: gridRows(behind, 1_000, 25),
  }
}

type GridFound = Awaited<ReturnType<typeof measureGrid>>
function gridRows(found: GridFound, readyBudgetMs: number, heapBudgetMb: number | undefined): readonly Row[] {
  return [
    row('ready', 'ms', readyBudgetMs, found.readyMs),
    row('scrolling 12,000 px, processor per frame', 'ms', 12, found.scrollCpuMs),
    row('long tasks while scrolling', '', 0, found.longTasks),
    row('longest task while scrolling, processor', 'ms', 50, found.longestMs),
    row('edit, key to paint, median', 'ms', undefined, found.editP50Ms),
    row('edit, key to paint, 95th percentile', 'ms', 50, found.editP95Ms),
    row('copy of 3,000 cells', 'ms', undefined, found.copyMs),
    row('paste of 3,000 cells', 'ms', 120, found.pasteMs),
    row('script memory after all that', 'MB', heapBudgetMb, found.heapMb),
  ]
}

async function bubbleRows(browser: Browser, home: string): Promise<readonly Row[]> {
  const found = await bestOf(TIMES, () => measureBubble(browser, home))
  return [
    row('ready', 'ms', undefined, found.readyMs),
    row('step of the budget, processor', 'ms', 16, found.stepCpuMs),
    row('step of the budget, key to paint, median', 'ms', undefined, found.stepP50Ms),
    row('step of the budget, key to paint, 95th percentile', 'ms', 64, found.stepP95Ms),
  ]
}
