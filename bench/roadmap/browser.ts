import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { portfolioRoutes, type RoadmapStand } from '@throughline/contract/portfolio'
import { openStage } from '../../packages/testkit/src/story/stage.ts'
import { buildWeb } from '../web/build.ts'
import { longestTask, openProbe } from '../web/probe.ts'
import { serveFolder } from '../web/serve.ts'
import { signUp } from '../web/shell.ts'
import { quantile } from './ours.ts'

/** What moving a limit does to the page's own thread, in milliseconds: its longest task by the clock and by the processor, from the message to the first answer, and from the key to the answer drawn. */
export type Thread = { readonly changes: number; readonly longest: number; readonly longestCpu: number; readonly answerP50: number; readonly answerP95: number; readonly drawnP50: number; readonly drawnP95: number }

/** Changes that wait for their answer, and changes as quick as a held key repeats. */
const CHANGES = 20
const REPEAT_MS = 33
const RESTS_MS = 600_000

/** The roadmap page of the built app in front of a server of its own. Given a stand, the page gets it in place of the server's; else the UK portfolio as it was imported. */
export type RoadmapBrowser = { readonly measure: (stand: RoadmapStand | null) => Promise<Thread>; readonly close: () => Promise<void> }

export async function openRoadmapBrowser(): Promise<RoadmapBrowser> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const dist = await buildWeb(folder)
  const stage = await openStage()
  opened.defer(() => stage.close())
  const app = await serveFolder(dist, stage.url)
  opened.defer(() => app.close())
  const session = await signUp(stage.browser, app.url)
  const kept = opened.move()
  return { measure: (stand) => measured(stage.browser, app.url, session, stand), close: () => kept.disposeAsync() }
}

type Session = Awaited<ReturnType<typeof signUp>>
/** Moves the first limit of the page: key by key with each answer awaited, then held down, then left alone until the last plan has come. */
export async function measured(browser: Browser, home: string, storageState: Session, stand: RoadmapStand | null): Promise<Thread> {
  const probe = await openProbe(browser, home, { storageState })
  try {
    const { page } = probe
    await page.addInitScript(followAsks)
    const isCase = ({ pathname }: URL): boolean => pathname === portfolioRoutes.readRoadmapCase.path
    if (stand !== null) await page.route(isCase, (route) => route.fulfill({ json: stand }))
    await page.goto(`${home}/portfolio/roadmap`)
    await rested(page)
    let answers: readonly Asked[] = []
    const { byClock, byProcessor } = await longestTask(browser, probe, async () => {
      await page.locator('input[type=range]').first().focus()
      answers = await oneByOne(page)
      await allAtOnce(page)
      await rested(page)
    })
    const of = (figure: (asked: Asked) => number, share: number): number => quantile(answers.map(figure), share)
    return { changes: answers.length, longest: byClock, longestCpu: byProcessor, answerP50: of(answerMs, 0.5), answerP95: of(answerMs, 0.95), drawnP50: of(drawnMs, 0.5), drawnP95: of(drawnMs, 0.95) }
  } finally {
    await probe.close()
  }
}

/** Instants of one change, in milliseconds of the page's clock. */
type Asked = { readonly pressed: number; readonly sent: number; readonly answered: number; readonly drawn: number }
const answerMs = ({ sent, answered }: Asked): number => answered - sent
const drawnMs = ({ pressed, drawn }: Asked): number => drawn - pressed

/** The cases that the page sent its worker, the newest last. */
type Sent = { readonly sent: number; answered: number }
declare global {
  var asks: { readonly sent: Sent[]; pressed: number }
}

/** Runs in the page before its own code: notes when a case goes to a worker and when its first plan comes back. */
function followAsks(): void {
  globalThis.asks = { sent: [], pressed: Number.NaN }
  addEventListener('keydown', ({ timeStamp }) => { asks.pressed = timeStamp }, true)
  const open = new Map<unknown, Sent>()
  const Plain = Worker
  globalThis.Worker = class extends Plain {
    constructor(...from: ConstructorParameters<typeof Worker>) {
      super(...from)
      this.addEventListener('message', ({ data }) => {
        const ask = data?.kind === 'answer' ? open.get(data.id) : undefined
        if (ask && Number.isNaN(ask.answered)) ask.answered = performance.now()
      })
    }
    override postMessage(message: { readonly id?: number; readonly case?: unknown }): void {
      if (message.id !== undefined && message.case !== undefined) {
        const ask = { sent: performance.now(), answered: Number.NaN }
        open.set(message.id, ask)
        asks.sent.push(ask)
      }
      super.postMessage(message)
    }
  }
}

/** Until the last plan has come. */
const rested = (page: Page): Promise<void> => page.getByRole('status').filter({ hasText: /^(Proved|Not proved)/ }).first().waitFor({ timeout: RESTS_MS })

/** Presses a key of the slider in hand, and the next once the first answer is drawn. */
async function oneByOne(page: Page): Promise<readonly Asked[]> {
  const found: Asked[] = []
  for (let change = 0; change < CHANGES; change++) {
    const before = await page.evaluate(() => asks.sent.length)
    await page.keyboard.press('ArrowLeft')
    found.push(await page.evaluate(drawnAfter, before))
  }
  return found
}

/** Runs in the page: waits until the newest case is answered and no older plan is shown, and for the end of that frame. */
async function drawnAfter(before: number): Promise<Asked> {
  const isDrawn = (): boolean => asks.sent.length > before && !Number.isNaN(asks.sent.at(-1)?.answered) && ![...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent.startsWith('Solving anew'))
  while (!isDrawn()) await new Promise(requestAnimationFrame)
  await new Promise<void>((over) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => over()
    port2.postMessage(0)
  }))
  const { sent, answered } = asks.sent.at(-1)!
  return { pressed: asks.pressed, sent, answered, drawn: performance.now() }
}

/** Back to where it began, as quick as keys repeat, whatever is still being answered. */
async function allAtOnce(page: Page): Promise<void> {
  for (let change = 0; change < CHANGES; change++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(REPEAT_MS)
  }
}
