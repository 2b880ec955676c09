import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { readXlsx } from '@throughline/exchange/xlsx'
import { loadExample } from './example.ts'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

/** The major projects of the UK: what goes ahead from when, its proof, what few moves bring, and the certificate that anybody checks again. */
let stage: Stage
let ada: Person
let folder: string

/** Longer than a card is wide. */
const tram = 'Harbour tram to the ferry terminal, the market halls and the northern dockyards'
const root = resolve(import.meta.dirname, '../../../..')
const figure = (page: Page, label: string) => page.getByRole('region', { name: 'The roadmap' }).locator('.figure').filter({ hasText: label })
const solved = (page: Page) => page.getByRole('status').filter({ hasText: /^(Proved|Not proved)/ }).first().waitFor()
const card = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })

async function saved(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-roadmap-'))
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Cabinet Office', name: 'Ada Lead', email: 'ada@example.org', password: 'copper walrus tidal mosaic', currency: 'GBP' })
})
afterAll(async () => {
  await stage?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a roadmap, from the first plan to the certificate', () => {
  it('is solved with its bound shown; less money is answered at once', async () => {
    const { page } = ada
    await loadExample(ada, 'uk-gmpp')
    // What runs already stays where it is; this one may wait.
    await ada.call('POST', demandRoutes.createInitiative.path, { name: tram, state: 'case', startOn: '2025-04-01', endOn: '2026-03-31', costMinor: '5000000000', benefitsMinor: '900000000000' })
    await page.setViewportSize({ width: 1440, height: 1000 })
    await page.goto(`${stage.url}/portfolio/roadmap`)
    await solved(page)
    await figure(page, 'Best possible').getByText(/Reached|At most .* more/).waitFor()
    const all = await figure(page, 'Value, discounted').innerText()
    const money = page.getByRole('slider', { name: 'Money without a pot' })
    for (let key = 0; key < 3; key++) await money.press('PageDown')
    await solved(page)
    await expect.poll(() => figure(page, 'Value, discounted').innerText(), { timeout: 60_000 }).not.toBe(all)
  })

  it('a bar is moved by keys and set down with Enter: a pin with its price, which lets go by keys too', async () => {
    const { page } = ada
    const bar = page.getByRole('slider', { name: new RegExp(`^${tram}: `) })
    // The latest start stands last; only rows in sight are there.
    await page.getByRole('group', { name: /^From when/ }).locator('[data-mark][tabindex="0"]').focus()
    await page.keyboard.press('End')
    await expect.poll(() => bar.evaluate((element) => element === document.activeElement)).toBe(true)
    const before = await bar.getAttribute('aria-valuenow')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toContain('not set down yet')
    await page.keyboard.press('Escape')
    await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe(before)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const pin = card(page, 'Pins').getByRole('listitem').filter({ hasText: tram })
    await pin.getByText(/^Held at .* by you\. (Gives up|No better plan)/).waitFor({ timeout: 120_000 })
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBe(Number(before) + 2)
    await isSound(ada)
    await pin.getByRole('button', { name: `Let go of ${tram}` }).press('Enter')
    await card(page, 'Pins').getByText('Nothing is held').waitFor()
  })

  it('says why one stays out and what would let it in; points of both curves open; it stands beside the plan of record', async () => {
    const { page } = ada
    await solved(page)
    await page.getByLabel('Which initiatives').selectOption('out')
    const why = page.getByRole('table', { name: 'Why each initiative is in or out' })
    await why.getByText(/^Would give /).first().waitFor()
    await why.getByRole('row').nth(1).getByRole('button').first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: 'Work it out by solving' }).click()
    await drawer.getByText(/Giving up|No loss of value|cannot go ahead|No roadmap with it/).waitFor()
    await page.keyboard.press('Escape')
    // What was asked by hand took the place of what is worked out by itself, which goes on afterwards.
    await card(page, 'Least disturbance').getByRole('button', { name: /^best found: / }).first().press('Enter', { timeout: 240_000 })
    await drawer.getByRole('button', { name: /^Hold to / }).waitFor()
    await page.keyboard.press('Escape')
    await card(page, 'Efficient frontier').getByRole('button', { name: /^best found: / }).first().press('Enter')
    await drawer.getByRole('table', { name: /^Initiatives that differ/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('Compare with').selectOption('plan')
    await card(page, 'Compare').getByRole('table', { name: 'What the two come to' }).waitFor()
  })

  it('hands out the certificate, which the command line finds again from that alone, and a workbook that opens', async () => {
    const { page } = ada
    await solved(page)
    const certificate = await saved(page, 'Certificate, for check-roadmap (.json)')
    const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'packages/cli/src/main.ts'), 'check-roadmap', certificate])
    expect(stdout).toMatch(/keeps every demand[^]*as the file says[^]*no roadmap is worth more than/)
    const workbook = await readXlsx(new Uint8Array(await readFile(await saved(page, 'Excel workbook (.xlsx)'))), 'roadmap.xlsx')
    expect(workbook.ok && workbook.value.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Plan', 'Limits', 'Certificate']))
  })

  it('hides nothing from a screen reader, in light and in dark', async () => {
    await isSound(ada, { light: 1440, dark: 1024 })
  })
})
