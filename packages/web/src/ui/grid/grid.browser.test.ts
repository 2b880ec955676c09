import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launch } from '../../../../../tools/browser.ts'

const web = resolve(import.meta.dirname, '../../..')
const home = 'http://localhost'
let folder: string
let browser: Browser
let page: Page
let keys: CDPSession
/** Keeps the code of what the grid does beyond typing from coming, until it resolves. */
let late: Promise<void> = Promise.resolve()

/** The gallery as it would be built, answered from its folder: no server, and a secure place for the clipboard. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-grid-'))
  await build({ root: web, configFile: join(web, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true, reportCompressedSize: false, rollupOptions: { input: join(web, 'gallery.html') } } })
  browser = await launch()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', hasTouch: true, permissions: ['clipboard-read', 'clipboard-write'] })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  keys = await context.newCDPSession(page)
  await page.route(`${home}/**`, async (route) => {
    const path = join(folder, new URL(route.request().url()).pathname)
    if (!existsSync(path)) return route.fulfill({ status: 404 })
    if (path.endsWith('.js') && (await readFile(path, 'utf8')).includes('left out beyond the last')) await late
    return route.fulfill({ path })
  })
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})
const open = async () => {
  await page.goto('about:blank')
  await page.goto(`${home}/gallery.html#grid`, { waitUntil: 'commit' })
  await page.getByRole('grid').waitFor()
}
beforeEach(open)

/** What becomes so within a while, on a machine that has other work too. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 60_000 })
const cell = (line: number, column: number) => page.locator(`[data-line="${line}"] [data-c="${column}"]`)
const text = (line: number, column: number) => cell(line, column).innerText()
const shows = (line: number, at: number, words: string) => soon(() => text(line, at)).toBe(words)
const columnShows = (at: number, lines: readonly number[], words: readonly string[]) => soon(() => column(at, lines)).toEqual(words)
const column = (index: number, lines: readonly number[]) => Promise.all(lines.map((line) => text(line, index)))
const press = (...list: readonly string[]) => list.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
const says = (words: string | RegExp) => page.locator('.grid-foot').getByText(words).waitFor()
const called = (words: string) => page.getByText(`last call: ${words}`, { exact: true }).waitFor()
const settled = () => soon(() => page.locator('[data-edit=saving]').count()).toBe(0)
const select = async (top: number, left: number, bottom: number, right: number) => {
  await cell(top, left).click()
  await cell(bottom, right).click({ modifiers: ['Shift'] })
}
const [budget, remarks, months] = [6, 8, 9]

describe('entries', () => {
  test('a double click opens the entry of the cell under it', async () => {
    await cell(1, remarks).dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('By mouse')
    await page.keyboard.press('Enter')
    await shows(1, remarks, 'By mouse')
    await settled()
    expect(await text(1, remarks)).toBe('By mouse')
  })

  test('typing replaces, Tab goes on, Enter comes back below the first', async () => {
    await cell(0, months).click()
    await page.keyboard.type('11')
    await press('Tab')
    await page.keyboard.type('12')
    await press('Enter')
    await page.keyboard.type('21')
    await press('Enter')
    await soon(async () => [await text(0, months), await text(0, months + 1), await text(1, months)]).toEqual(['11', '12', '21'])
    await settled()
  })
  test('a refused cell rolls back, carries the words for readers, and is found from the list', async () => {
    const before = await text(2, budget)
    await cell(2, budget).click()
    await page.keyboard.type('12000')
    await press('Enter')
    await page.getByRole('button', { name: '1 refused' }).click()
    await page.getByRole('dialog', { name: 'Refused cells' }).getByRole('button', { name: /Budget/ }).click()
    await shows(2, budget, before)
    await soon(() => cell(2, budget).getAttribute('aria-invalid')).toBe('true')
    const words = await cell(2, budget).getAttribute('aria-describedby')
    expect(await page.locator(`[id="${words}"]`).textContent()).toContain('12000 is above it')
    await soon(() => cell(2, budget).getAttribute('data-active')).toBe('true')
  })
  test('an input method composes over the cell and loses no sign', async () => {
    await cell(3, 1).click()
    await keys.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    await soon(() => page.locator('.grid-catcher').getAttribute('data-composing')).toBe('')
    await keys.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 })
    await keys.send('Input.insertText', { text: '日本' })
    await page.keyboard.type('語')
    await press('Enter')
    await shows(3, 1, '日本語')
  })
  test('a letter of a dead key starts the entry whole', async () => {
    await cell(4, 1).click()
    await keys.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 })
    await keys.send('Input.insertText', { text: 'é' })
    await page.keyboard.type('tude')
    await press('Enter')
    await shows(4, 1, 'étude')
  })
  test('Space turns a yes into a no, Ctrl Enter enters into all selected cells', async () => {
    const before = await text(1, 7)
    await cell(1, 7).click()
    await press('Space')
    await shows(1, 7, before === 'Yes' ? 'No' : 'Yes')
    await select(1, months, 3, months + 1)
    await page.keyboard.type('5')
    await press('Control+Enter')
    await called('fill of 6')
    await columnShows(months, [1, 2, 3], ['5', '5', '5'])
  })
})

describe('the clipboard', () => {
  const read = () => page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item?.getType(type))?.text() ?? ''))
  })
  const put = (plain: string, html?: string) => page.evaluate(([plain, html]) => navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain ?? '', ...(html ? { 'text/html': html } : {}) })]), [plain, html] as const)
  test('carries text and a table with types, and a block goes round unchanged in one call', async () => {
    await select(0, 5, 3, remarks)
    const before = await Promise.all([5, 6, 7, 8].map((at) => column(at, [0, 1, 2, 3])))
    await press('Control+c')
    await says('16 cells copied')
    const [plain = '', html = ''] = await read()
    expect(plain.split('\n')[0]?.split('\t')).toHaveLength(4)
    expect(html).toMatch(/data-kind="date" data-value="20\d\d-\d\d-\d\d"/)
    await cell(10, 5).click()
    await press('Control+v')
    await soon(() => Promise.all([5, 6, 7, 8].map((at) => column(at, [10, 11, 12, 13])))).toEqual(before)
    await page.getByText(/^last call: paste of/).waitFor()
  })
  test('reads what a spreadsheet copies: quoted lines, brackets, a closing line break, one value for many cells', async () => {
    await put('(1,234.50)\t"two\r\nlines and ""quotes"""\r\n')
    await cell(5, budget).click()
    await press('Control+v')
    await shows(5, budget, '−1,234.5')
    await put('9')
    await select(5, months, 7, months + 1)
    await press('Control+v')
    await called('paste of 6')
    await says('6 cells changed')
  })
  test('what is pressed before the code for it has come is done in order, where it was pressed', async () => {
    let come = () => undefined as void
    late = new Promise((resolve) => (come = resolve))
    try {
      await open()
      const name = await text(5, 0)
      await put('1234')
      await cell(5, budget).click()
      await press('Control+v')
      await put('9')
      await cell(6, months).click()
      await press('Control+v', 'Control+z')
      await page.getByRole('searchbox').fill(name)
      await shows(0, 0, name)
      come()
      await called('undo of 1')
      await shows(0, budget, '1,234')
      await says(/^Undone: paste, 1 cell$/)
    } finally {
      come()
    }
  })
  test('what is cut before the code for it has come is emptied as well, once it is copied', async () => {
    let come = () => undefined as void
    late = new Promise((resolve) => (come = resolve))
    try {
      await open()
      const before = await column(months, [0, 1])
      await select(0, months, 1, months)
      await press('Control+x')
      come()
      await called('cut of 2')
      await columnShows(months, [0, 1], ['', ''])
      await cell(3, months).click()
      await press('Control+v')
      await columnShows(months, [3, 4], before)
    } finally {
      come()
    }
  })
  test('good cells stand, unreadable and refused ones are told, what lies beyond is left out', async () => {
    await put('5000\tYes\n99999\tmaybe')
    await cell(0, budget).click()
    await press('Control+v')
    await page.getByRole('button', { name: '2 refused' }).waitFor()
    await shows(0, budget, '5,000')
    await put('1\t2\t3')
    await cell(0, 19).click()
    await press('Control+v')
    await says(/2 columns left out beyond the last/)
  })
  test('cut empties what it copied, and undo brings it back', async () => {
    const before = await column(months, [0, 1])
    await select(0, months, 1, months)
    await press('Control+x')
    await called('cut of 2')
    await columnShows(months, [0, 1], ['', ''])
    await press('Control+z')
    await called('undo of 2')
    await columnShows(months, [0, 1], before)
  })
})

describe('filling, and taking back', () => {
  const draw = async (to: number, release = true) => {
    const handle = await page.locator('.fill-handle').boundingBox()
    const target = await cell(to, months).boundingBox()
    await page.mouse.move((handle?.x ?? 0) + 4, (handle?.y ?? 0) + 4)
    await page.mouse.down()
    await page.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 12, { steps: 6 })
    if (release) await page.mouse.up()
  }
  const begin = async () => {
    await cell(0, months).click()
    for (const entry of ['10', '20']) {
      await page.keyboard.type(entry)
      await press('Enter')
    }
    await settled()
    await select(0, months, 1, months)
  }
  test('dragging the handle goes on with the series, in one step that is undone and done again', async () => {
    await begin()
    const before = await column(months, [2, 3, 4])
    await draw(4)
    await called('fill of 3')
    await columnShows(months, [2, 3, 4], ['30', '40', '50'])
    await press('Control+z')
    await called('undo of 3')
    await columnShows(months, [2, 3, 4], before)
    await says(/^Undone: fill, 3 cells$/)
    await press('Control+y')
    await called('redo of 3')
    await columnShows(months, [2, 3, 4], ['30', '40', '50'])
  })
  test('Escape gives the drag up', async () => {
    await begin()
    const before = await text(2, months)
    await draw(4, false)
    await press('Escape')
    await page.mouse.up()
    await says('Nothing filled')
    expect(await text(2, months)).toBe(before)
  })
  test('a finger draws the handle too', async () => {
    await begin()
    const handle = await page.locator('.fill-handle').boundingBox()
    const target = await cell(3, months).boundingBox()
    const at = (box: { x: number; y: number } | null) => [{ x: (box?.x ?? 0) + 4, y: (box?.y ?? 0) + 4 }]
    await keys.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(handle) })
    await keys.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(target) })
    await keys.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await called('fill of 2')
    await columnShows(months, [2, 3], ['30', '40'])
  })
  test('keys alone do it: F8 and arrows for a series, Ctrl D for copies', async () => {
    await begin()
    await press('F8', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter')
    await called('fill of 2')
    await columnShows(months, [2, 3], ['30', '40'])
    await select(0, months, 3, months)
    await press('Control+d')
    await called('fill of 3')
    await columnShows(months, [1, 2, 3], ['10', '10', '10'])
  })
  test('one value for all selected rows, in one call, after saying how many', async () => {
    await select(0, 3, 4, 3)
    await page.getByRole('button', { name: 'Change…' }).click()
    await page.getByLabel('New value').selectOption({ label: 'Closed' })
    await page.getByRole('dialog').getByText(/^Stage changes on \d initiatives/).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByText(/^last call: bulk of \d$/).waitFor()
    await columnShows(3, [0, 1, 2, 3, 4], ['Closed', 'Closed', 'Closed', 'Closed', 'Closed'])
  })
})

describe('a million rows behind the page', () => {
  beforeEach(async () => {
    await page.getByRole('button', { name: 'windowed' }).click()
    await page.getByRole('grid', { name: 'A million initiatives' }).waitFor()
    await soon(() => text(0, 0)).toBe('P-1')
  })
  test('the last row is reached, first waiting, then there, and so is the first again', async () => {
    await cell(0, 0).click()
    // A row that waits may do so for less than a look takes, so the page itself keeps that it saw one.
    const waited = await page.evaluateHandle(() => {
      const seen = { row: false }
      new MutationObserver(() => (seen.row ||= document.querySelector('[role=row][aria-busy=true]') !== null)).observe(document, { subtree: true, childList: true, attributes: true })
      return seen
    })
    await press('Control+End')
    await soon(() => waited.evaluate(({ row }) => row)).toBe(true)
    await soon(() => text(999_999, 0)).toBe('P-1000000')
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('1000001')
    await press('Control+Home')
    await soon(() => text(0, 0)).toBe('P-1')
  })
  test('rows that are not here are fetched to be copied, and told while they come', async () => {
    await cell(0, 0).click()
    await page.locator('.grid-frame').evaluate((frame) => { frame.scrollTop = 12_000 * 32 })
    await soon(async () => Number(await page.locator('.grid-row').nth(14).getAttribute('data-line'))).toBeGreaterThan(11_000)
    const line = await page.locator('.grid-row').nth(14).getAttribute('data-line')
    await soon(() => page.locator(`[data-line="${line}"][aria-busy]`).count()).toBe(0)
    await page.locator(`[data-line="${line}"] [data-c="0"]`).click({ modifiers: ['Shift'] })
    await press('Control+c')
    await says(/^Fetching/)
    await says(/cells copied$/)
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines).toHaveLength(Number(line) + 1)
    expect([lines[0], lines.at(-1)]).toEqual(['P-1', `P-${Number(line) + 1}`])
  })
})

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing in %s, with a range, a refusal and a focused cell', async (theme) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1000, height: 640 })
    await cell(2, budget).click()
    await page.keyboard.type('12000')
    await press('Enter')
    await page.getByRole('button', { name: '1 refused' }).waitFor()
    await select(4, 2, 6, budget)
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))).toEqual([])
  })
  test('Tab enters the grid once and leaves it again', async () => {
    await page.getByRole('button', { name: 'Columns' }).focus()
    const inside = () => page.evaluate(() => document.activeElement?.classList.contains('grid-catcher'))
    await press('Tab')
    await soon(inside).toBe(true)
    await press('Shift+Tab')
    await soon(() => page.getByRole('button', { name: 'Columns' }).evaluate((button) => button === document.activeElement)).toBe(true)
    await press('Tab')
    await soon(inside).toBe(true)
    await press('Tab')
    await soon(() => page.evaluate(() => document.activeElement?.closest('.grid-box') ?? null)).toBe(null)
  })
  test('the selection is told with what it adds up to', async () => {
    await select(0, months, 2, months)
    const sum = (await column(months, [0, 1, 2])).reduce((sum, each) => sum + Number(each), 0)
    await page.locator('.grid-foot [role=status]').getByText(`3 cells selected, sum ${sum.toLocaleString('en-GB')} days`).waitFor()
  })
})
