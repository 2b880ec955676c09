import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openProbe, share } from './probe.ts'

type StorageState = BrowserContextOptions['storageState']
const repeats = 6

/** Sets up an organisation with the UK portfolio that ships with the product, and gives the session of its owner. */
export async function signUp(browser: Browser, home: string): Promise<StorageState> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(home)
  await page.getByLabel('Organisation').fill('His Majesty’s Government')
  await page.getByLabel('Your name').fill('Ada Lead')
  await page.getByLabel('Email').fill('ada@example.org')
  await page.getByLabel('Password').fill('correct horse battery staple')
  await page.getByRole('button', { name: 'Create the organisation' }).click()
  await page.getByRole('button', { name: 'Load this portfolio : UK' }).click()
  await cockpit(page).waitFor({ timeout: 240_000 })
  const state = await context.storageState()
  await context.close()
  return state
}

/** The cockpit opened with an empty cache, on a processor `slower` times as slow. Requests to other hosts join `strangers`. */
export async function measureCold(browser: Browser, home: string, storageState: StorageState, slower: number, strangers: Set<string>) {
  const probe = await openProbe(browser, home, { storageState, slower })
  try {
    await probe.page.goto(home)
    await cockpit(probe.page).waitFor()
    await probe.page.waitForLoadState('networkidle')
    await probe.page.evaluate(() => notes.settle())
    const { firstPaintMs, largestPaintMs } = await probe.page.evaluate(() => ({ firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN, largestPaintMs: notes.largestPaint }))
    return { firstPaintMs, largestPaintMs }
  } finally {
    for (const address of probe.strangers) strangers.add(address)
    await probe.close()
  }
}

/** Between pages that were open before, and the palette that was open before: from the input to the end of the paint that shows it. */
export async function measureWarm(browser: Browser, home: string, storageState: StorageState, strangers: Set<string>) {
  const probe = await openProbe(browser, home, { storageState })
  try {
    const { page } = probe
    await page.goto(home)
    await cockpit(page).waitFor()
    const routes: number[] = []
    const palettes: number[] = []
    for (let time = 0; time <= repeats; time++) {
      for (const name of ['Strategy', 'Value', 'Cockpit']) {
        const link = page.getByRole('navigation').getByRole('link', { name, exact: true })
        const paintMs = await inputToPaint(page, () => link.click(), 'main[id=content] h1', name)
        if (time > 0) routes.push(paintMs)
        await page.waitForLoadState('networkidle')
      }
      const paintMs = await inputToPaint(page, () => page.keyboard.press('Control+k'), 'dialog[open] .palette-option')
      if (time > 0) palettes.push(paintMs)
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    return { routeMs: share(routes, 0.5), paletteMs: share(palettes, 0.5) }
  } finally {
    for (const address of probe.strangers) strangers.add(address)
    await probe.close()
  }
}

const cockpit = (page: Page) => page.getByRole('heading', { name: 'Portfolio cockpit' })

/** From an input to the end of the paint that shows the place wanted, on the page titled so. It watches before it acts, as input may overtake it. */
async function inputToPaint(page: Page, act: () => Promise<void>, wanted: string, title = ''): Promise<number> {
  await page.evaluate(([wanted, title]) => {
    notes.shown = new Promise<number>((found, failed) => {
      setTimeout(() => failed(new Error(`${wanted} of ${title || 'the page'} was not shown within 15 s`)), 15_000)
      const begin = (event: Event) => {
        if (event instanceof KeyboardEvent && event.key === 'Control') return
        removeEventListener('click', begin, true)
        removeEventListener('keydown', begin, true)
        const look = () => {
          if (document.title.startsWith(title) && document.querySelector(wanted)) setTimeout(() => found(performance.now() - event.timeStamp))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }
      addEventListener('click', begin, true)
      addEventListener('keydown', begin, true)
    })
  }, [wanted, title] as const)
  await act()
  return page.evaluate(() => notes.shown)
}
