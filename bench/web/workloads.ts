import type { Browser } from 'playwright-core'
import { cpuMs, heapMb, keyPaints, longestTaskMs, openProbe, share, type Probe } from './probe.ts'

const frames = 120
const stepPx = 100
const edits = 12

/** Scrolling, editing, copying and pasting in a grid of 20 columns; `what` says how many rows, and whether all are in the page. */
export async function measureGrid(browser: Browser, home: string, what: 'grid=10000' | 'grid=100000' | 'window=100000') {
  const probe = await openProbe(browser, home)
  try {
    const readyMs = await ready(probe, `${home}/#${what}`)
    await probe.page.evaluate(() => notes.settle().then(() => { notes.longTasks = 0 }))
    const scrollCpuMs = (await cpuMs(probe, () => scroll(probe))) / frames
    const longTasks = await probe.page.evaluate(() => notes.longTasks)
    const longestMs = await longestTaskMs(browser, probe, () => scroll(probe))
    const paints = await editCells(probe)
    const { copyMs, pasteMs } = await copyAndPaste(probe)
    return { readyMs, scrollCpuMs, longTasks, longestMs, editP50Ms: share(paints, 0.5), editP95Ms: share(paints, 0.95), copyMs, pasteMs, heapMb: await heapMb(probe) }
  } finally {
    await probe.close()
  }
}

/** The memory of 100,000 rows without a grid and the time to make them, and how long it takes to sort them by a column of text. */
export async function measureMany(browser: Browser, home: string) {
  const probe = await openProbe(browser, home)
  try {
    const rowsReadyMs = await ready(probe, `${home}/#rows=100000`)
    const rowsMb = await heapMb(probe)
    await probe.page.goto('about:blank')
    await ready(probe, `${home}/#grid=100000`)
    const sortMs = await probe.page.evaluate(async () => {
      const start = performance.now()
      document.querySelector<HTMLElement>('.head-cell[data-c="1"]')?.click()
      await new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted)))
      return performance.now() - start
    })
    return { rowsMb, rowsReadyMs, sortMs }
  } finally {
    await probe.close()
  }
}

/** Moving the budget of 1,000 candidates, key by key. */
export async function measureBubble(browser: Browser, home: string) {
  const probe = await openProbe(browser, home)
  try {
    const readyMs = await ready(probe, `${home}/#bubble`)
    await probe.page.getByRole('slider').focus()
    const keys = Array.from({ length: 24 }, (_, index) => (index < 12 ? 'ArrowRight' : 'ArrowLeft'))
    await keyPaints(probe, keys)
    let paints: readonly number[] = []
    const cpu = await cpuMs(probe, async () => { paints = await keyPaints(probe, keys) })
    return { readyMs, stepCpuMs: cpu / keys.length, stepP50Ms: share(paints, 0.5), stepP95Ms: share(paints, 0.95) }
  } finally {
    await probe.close()
  }
}

/** From the start of the navigation to the frame after the first picture. */
async function ready({ page }: Probe, address: string): Promise<number> {
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0)
  return page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? Number.NaN)
}

async function scroll({ page }: Probe): Promise<void> {
  await page.evaluate(async ([count, px]) => {
    const frame = document.querySelector('.grid-frame')
    if (!frame) throw new Error('There is no grid')
    for (let step = 0; step < count; step++) {
      await new Promise(requestAnimationFrame)
      frame.scrollTop += px
    }
    await notes.settle()
  }, [frames, stepPx] as const)
}

/** Types a number into cells one below the other: a digit opens the editor, Enter keeps it. Fails where a key is lost. */
async function editCells(probe: Probe): Promise<readonly number[]> {
  const { page } = probe
  await page.evaluate(() => { document.querySelector('.grid-frame')?.scrollTo(0, 0) })
  await page.evaluate(() => notes.settle())
  await page.locator('[data-line="2"] [data-c="6"]').click()
  const paints = await keyPaints(probe, Array.from({ length: edits }, () => ['4', '2', 'Enter']).flat())
  const kept = await page.evaluate((count) => Array.from({ length: count }, (_, index) => document.querySelector(`[data-line="${2 + index}"] [data-c="6"]`)?.textContent).filter((text) => text === '42').length, edits)
  if (kept !== edits) throw new Error(`${kept} of ${edits} quick edits arrived`)
  return paints
}

/** 500 rows by 6 columns: the copy event and the paste event, each to the end of the next paint. */
async function copyAndPaste({ page }: Probe): Promise<{ readonly copyMs: number; readonly pasteMs: number }> {
  await page.locator('[data-line="2"] [data-c="5"]').click()
  await page.evaluate(() => { document.querySelector('.grid-frame')?.scrollTo(0, 500 * 32) })
  await page.locator('[data-line="501"]:not([aria-busy]) [data-c="10"]').click({ modifiers: ['Shift'] })
  return page.evaluate(async () => {
    const frame = document.querySelector('.grid-frame')
    const shown = () => document.querySelector('[data-line="501"] [data-c="10"]')?.textContent
    const timed = async (event: Event, done: () => boolean) => {
      const start = performance.now()
      frame?.dispatchEvent(event)
      do await new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted)))
      while (!done() && performance.now() - start < 10_000)
      return performance.now() - start
    }
    const clipboardData = new DataTransfer()
    const copyMs = await timed(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }), () => true)
    const text = clipboardData.getData('text/plain')
    if (text.split('\t').length - 1 !== 500 * 5) throw new Error('The copy does not hold 3,000 cells')
    const pasted = new DataTransfer()
    pasted.setData('text/plain', text.replace(/\d+/g, '7'))
    const pasteMs = await timed(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }), () => shown() === '7')
    await notes.settle()
    if (shown() !== '7') throw new Error('The paste did not arrive')
    return { copyMs, pasteMs }
  })
}
