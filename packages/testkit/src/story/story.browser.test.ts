import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSound } from './sound.ts'
import { collectFaults, openStage, type Stage } from './stage.ts'

let stage: Stage
let page: Page
let faults: string[]

beforeAll(async () => {
  stage = await openStage()
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  faults = collectFaults(page)
})
afterAll(() => stage?.close())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const open = async (name: string) => {
  const pages = page.getByRole('navigation')
  const folded = pages.getByRole('button', { expanded: false })
  while ((await folded.count()) > 0) await folded.first().click()
  await pages.getByRole('link', { name, exact: true }).click()
}
const dialog = () => page.getByRole('dialog')
const confirm = (name: string) => dialog().getByRole('button', { name, exact: true }).click()

describe('a portfolio lead who has never seen it', () => {
  it('creates the organisation and loads one of the real portfolios', async () => {
    await page.goto(stage.url)
    await page.getByLabel('Organisation').fill('His Majesty’s Government')
    await page.getByLabel('Your name').fill('Ada Lead')
    await page.getByLabel('Email').fill('ada@example.org')
    await page.getByLabel('Password').fill('correct horse battery staple')
    await isSound({ page, faults })
    await button('Create the organisation').click()
    await heading(/begin with/).waitFor()
    await isSound({ page, faults })
    await button(/Load this portfolio.*UK Government/).click()
    await heading('Portfolio cockpit').waitFor({ timeout: 100_000 })
    await page.getByText('227 initiatives').first().waitFor()
  })

  it('sees the cockpit, and why a figure is what it is', async () => {
    for (const title of ['Health by department', 'What moved', 'Needs a decision', 'Objectives funded']) await heading(new RegExp(title)).first().waitFor()
    await isSound({ page, faults })
    await button(/£448bn|Whole-life cost/).first().click()
    await page.getByText(/have no figure and are left out/).first().waitFor()
    await page.keyboard.press('Escape')
    const movements = page.getByRole('list', { name: 'Movements' }).getByRole('link')
    await expect.poll(() => movements.count(), { timeout: 120_000 }).toBe(100)
    for (const shown of [200, 300, 315]) {
      await page.getByRole('list', { name: 'Movements' }).getByRole('button', { name: 'Show more' }).click()
      await expect.poll(() => movements.count(), { timeout: 120_000 }).toBe(shown)
    }
  })

  it('opens the strategy, adds an objective and is told that the weights no longer sum', async () => {
    await open('Strategy')
    await heading(/United Kingdom government priorities/).waitFor()
    await page.getByText('Our reading of published priorities').first().waitFor()
    await isSound({ page, faults })
    await page.getByRole('button', { name: 'Objective', exact: true }).click()
    await dialog().getByLabel('Statement').fill(newObjective)
    await fillAndLeave(dialog().getByLabel('Weight'), '10')
    await isSound({ page, faults })
    await confirm('Add objective')
    await page.getByText('The weights sum to 110%, not 100%').waitFor()
    await isSound({ page, faults })
  })

  it('measures the objective, and records what was measured', async () => {
    await page.getByRole('button', { name: new RegExp(newObjective) }).first().click()
    await page.getByRole('region', { name: 'Measures' }).getByRole('button', { name: 'Add' }).click()
    await dialog().getByLabel('Name').fill('Days from request to decision')
    for (const [label, entered] of [['Baseline', '90'], ['Baseline on', '2024-04-01'], ['Target', '30'], ['Target due on', '2028-03-31']] as const) await fillAndLeave(dialog().getByLabel(label, { exact: true }), entered)
    await dialog().getByLabel('Direction').selectOption({ label: 'Lower is better' })
    await confirm('Add measure')
    await page.getByText('Nothing measured yet.').waitFor()
    await button('Record actual for Days from request to decision').click()
    await dialog().getByLabel('On', { exact: true }).fill('2025-04-01')
    await fillAndLeave(dialog().getByLabel('Value'), '75')
    await dialog().getByLabel('Source').fill('Register of decisions')
    await confirm('Record')
    await page.getByText(/Latest\s+75/).waitFor()
    await page.getByText('What was measured, and by whom (1)').click()
    await page.getByText(/provisional · Register of decisions/).waitFor()
    await isSound({ page, faults })
  })

  it('sets the weights so that they sum again', async () => {
    await button('Set the weights').click()
    await dialog().getByText('10% too much').waitFor()
    await confirm('Scale to 100%')
    await dialog().getByText('Sums to 100%').waitFor()
    await confirm('Save weights')
    await page.getByText('The weights sum to').waitFor({ state: 'detached' })
    await isSound({ page, faults })
  })

  it('sorts, filters and groups every initiative in a grid', async () => {
    await open('Initiatives')
    await page.getByRole('grid').waitFor()
    await isSound({ page, faults })
    await page.getByRole('columnheader', { name: /^Cost/ }).click()
    await page.getByRole('columnheader', { name: /^Cost/ }).click()
    const written = await page.locator(`[role=gridcell][aria-colindex="${await placeOf('Cost')}"]`).allInnerTexts()
    const costs = written.map((text) => Number(text.replaceAll(',', '')))
    expect(costs.length).toBeGreaterThan(10)
    expect(costs).toEqual(costs.toSorted((a, b) => b - a))
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill('hospital')
    await expect.poll(() => cell(/Hospital/).count()).toBeGreaterThan(0)
    await cell('Universal Credit Programme').waitFor({ state: 'detached' })
    await page.getByLabel('Group by').selectOption({ label: 'Group by department' })
    await page.getByRole('treegrid').getByText('DHSC').first().waitFor()
    await isSound({ page, faults })
    await page.getByLabel('Group by').selectOption({ label: 'No grouping' })
  })

  it('edits a cell, and finds it kept after a reload', async () => {
    const category = async () => {
      await page.getByRole('searchbox', { name: 'Filter rows' }).fill('New Hospital Programme')
      await cell('New Hospital Programme').first().waitFor()
      return page.getByRole('row').filter({ hasText: 'New Hospital Programme' }).locator(`[aria-colindex="${await placeOf('Category')}"]`)
    }
    await (await category()).dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Hospitals')
    const kept = page.waitForResponse((reply) => reply.url().endsWith('/initiatives-cells'))
    await page.keyboard.press('Enter')
    expect((await kept).status()).toBe(200)
    await page.reload()
    await expect.poll(async () => (await category()).innerText(), { timeout: 120_000 }).toBe('Hospitals')
    await page.getByRole('searchbox', { name: 'Filter rows' }).fill('')
    await isSound({ page, faults })
  })

  it('sees every initiative as a picture', async () => {
    await open('Initiatives')
    await page.getByRole('tab', { name: /Picture/ }).or(button(/Picture/)).first().click()
    await page.getByText(/delivery confidence/i).first().waitFor()
    await isSound({ page, faults })
  })

  const cost = () => page.getByLabel('The best portfolio').innerText()
  it('selects the provably best portfolio, and moves the budget', async () => {
    await open('Select')
    await page.getByText('Proved: no better portfolio exists').waitFor()
    await page.getByText(/on the table|same portfolio/).first().waitFor()
    await isSound({ page, faults })
    const before = await cost()
    await page.getByRole('slider', { name: 'Total budget' }).focus()
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft')
    await expect.poll(cost).not.toBe(before)
    await page.getByText('Proved: no better portfolio exists').waitFor()
  })

  it('pins an initiative and reads what it gives up, caps a department, and saves the scenario', async () => {
    await page.getByLabel('Pin an initiative').fill('Law Enforcement Data')
    await page.getByRole('list', { name: 'Found' }).getByRole('button').first().click()
    await dialog().getByLabel('Who says so, and why').fill('Ministerial commitment, March 2026')
    await isSound({ page, faults })
    await confirm('Must be in')
    await page.getByText(/Must be in: Ministerial commitment/).waitFor()
    await page.getByText(/gives up/).waitFor()
    await isSound({ page, faults })
    const pinned = await cost()
    await page.getByRole('tab', { name: 'Departments' }).click()
    await fillAndLeave(page.getByLabel('Cap of MOD'), '1000000000')
    await expect.poll(cost).not.toBe(pinned)
    await page.getByText('Proved: no better portfolio exists').waitFor()
    await isSound({ page, faults })
    await button('Save scenario').first().click()
    await dialog().getByLabel('Name').fill('Less money')
    await confirm('Save scenario')
    await heading('Less money').waitFor()
    await isSound({ page, faults })
  })

  it('opens an initiative and sees its history across all publications', async () => {
    await open('Initiatives')
    await page.goto(`${stage.url}/demand/initiatives/${await idOf('Universal Credit')}`)
    await heading(/Universal Credit/).first().waitFor()
    await page.getByText('Annual report 2014').first().waitFor()
    await isSound({ page, faults })
  })

  it('follows its cost down to the published cell', async () => {
    await page.getByRole('region', { name: 'Figures of the initiative' }).getByTitle('Why: Whole-life cost').click()
    await page.getByText(/cell [A-Z]+\d+, as published/).first().waitFor()
    await isSound({ page, faults })
    await page.keyboard.press('Escape')
  })

  it('opens value: realised is undefined, and says why', async () => {
    await open('Value')
    await heading('From promised to realised').first().waitFor()
    await page.getByText('It is not zero').first().waitFor()
    await isSound({ page, faults })
  })

  it('records a realised benefit, and sees the waterfall close with it', async () => {
    await button('Record value').first().click()
    await dialog().getByLabel('Find an initiative').fill('Universal Credit')
    await dialog().getByLabel('Initiative', { exact: true }).selectOption({ index: 1 })
    await fillAndLeave(dialog().getByLabel('Amount'), '125000000')
    await dialog().getByLabel('Cash class').selectOption({ label: 'Benefits, cash class not stated' })
    await dialog().getByLabel('Evidence').fill('Audited savings, annual report, page 41')
    await isSound({ page, faults })
    await confirm('Record')
    await page.getByText('Audited savings, annual report, page 41').waitFor()
    const book = page.getByRole('region', { name: 'Benefits, cash class not stated' })
    await book.locator('[data-mark=realised][aria-label="Realised: £125m"]').waitFor()
    expect(await book.locator('[data-mark$=-gap]').count()).toBe(0)
    expect(await book.getByText('no figure').count()).toBe(0)
    expect(await book.getByText('The steps do not add up').count()).toBe(0)
    await isSound({ page, faults })
  })

  it('brings a publication, sees what it holds and what is odd in it, and puts it away', async () => {
    await open('Import')
    await page.locator('input[type=file]').setInputFiles(join(import.meta.dirname, '../../../../examples/uk-gmpp/raw/gmpp_2023_24.csv'))
    await page.getByLabel('Title').waitFor()
    await isSound({ page, faults })
    await correct(page.getByLabel('Title'), 'Mid-year position')
    await correct(page.getByLabel('Date of the position'), '2024-09-30')
    await page.getByText('Becomes the latest: current figures move to it').waitFor()
    await page.getByRole('tab', { name: /Columns/ }).click()
    await isSound({ page, faults })
    await page.getByRole('tab', { name: /Issues/ }).click()
    await page.getByRole('table', { name: 'Issues of the file' }).getByText(/^[A-Z]+\d+$/).first().waitFor()
    await isSound({ page, faults })
    await button('Discard').click()
    await confirm('Discard import')
    await page.getByText('Drop portfolio files here').waitFor()
    await isSound({ page, faults })
    await open('Initiatives')
    await page.getByText('Annual report 2023-24').first().waitFor()
  })

  it.each([['Import', /Import/], ['Scenarios', /Scenarios/], ['Access', /Access/], ['History', /History/]])('finds %s in order', async (name, title) => {
    await open(name)
    await heading(title).first().waitFor()
    await isSound({ page, faults })
  })

  it('goes back to an earlier publication: every page shows it, with the date in sight, and nothing can be changed', async () => {
    await button(/Which moment the pages show/).click()
    await dialog().getByLabel('Publication', { exact: true }).selectOption({ label: 'Annual report 2018, position of 30 Sept 2017' })
    await isSound({ page, faults })
    await confirm('Show')
    await page.getByText('The position of 30 Sept 2017 (Annual report 2018), as it is known today.').waitFor()
    await open('Cockpit')
    await page.getByText('133 initiatives').first().waitFor()
    await isSound({ page, faults })
    await open('Initiatives')
    await page.getByText('133 initiatives').first().waitFor()
    await page.getByText('Nothing can be changed here').waitFor()
    expect(await button('Undo').count()).toBe(0)
    await open('Value')
    await page.getByText('The position of 30 Sept 2017').first().waitFor()
    await page.reload()
    await page.getByText('The position of 30 Sept 2017').first().waitFor()
  })

  it('asks what changed since, sees causes that close, and comes back to now', async () => {
    await page.getByRole('link', { name: 'What changed since' }).click()
    await heading('What changed').first().waitFor()
    await page.getByRole('heading', { name: 'By cause', exact: true }).waitFor()
    await page.getByRole('cell', { name: 'Joined' }).or(page.getByRole('rowheader', { name: 'Joined' })).first().waitFor()
    expect(await page.getByText('Not explained').count()).toBe(0)
    await isSound({ page, faults })
    await button('Back to now').click()
    await page.getByText('As of now').waitFor()
    await open('Cockpit')
    await page.getByText(/22[78] initiatives/).first().waitFor()
    expect(await page.getByText('Nothing can be changed here').count()).toBe(0)
  })

  it('goes anywhere from the keyboard, and signs out', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or type a command' }).waitFor()
    await page.keyboard.type('value')
    await page.keyboard.press('Enter')
    await heading('Value').first().waitFor()
    const reply = await page.request.get(`${stage.url}/api/demand/initiatives`)
    expect(reply.status()).toBe(200)
    await page.context().clearCookies()
    expect((await page.request.get(`${stage.url}/api/demand/initiatives`)).status()).toBe(401)
    await page.goto(`${stage.url}/value`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  })
})

const newObjective = 'Decisions are made in weeks'

const cell = (name: string | RegExp): Locator => page.getByRole('gridcell', { name })

/** Place of a column among those that are shown, counted from one. */
async function placeOf(column: string): Promise<string> {
  return (await page.getByRole('columnheader', { name: new RegExp(`^${column}`) }).getAttribute('aria-colindex')) ?? ''
}

/** Enters a figure; it counts once the field is left. */
async function fillAndLeave(field: Locator, entered: string): Promise<void> {
  await field.fill(entered)
  await field.blur()
}

/** Corrects how a file is read, and waits until it was read again. */
async function correct(field: Locator, entered: string): Promise<void> {
  const read = page.waitForResponse((reply) => reply.request().method() !== 'GET' && reply.url().includes('/import'))
  await fillAndLeave(field, entered)
  expect((await read).ok()).toBe(true)
}

async function idOf(name: string): Promise<string> {
  const { rows } = (await (await page.request.get(`${stage.url}/api/demand/initiatives`)).json()) as { rows: { id: string; name: string }[] }
  return rows.find((row) => row.name.includes(name))?.id ?? ''
}
