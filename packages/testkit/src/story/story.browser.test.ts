import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults, collectFaults, openStage, showIn, type Stage } from './stage.ts'

let stage: Stage
let page: Page
let faults: string[]

beforeAll(async () => {
  stage = await openStage()
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })
  page = await context.newPage()
  page.setDefaultTimeout(30_000)
  faults = collectFaults(page)
})
afterAll(() => stage?.close())

const button = (name: string | RegExp) => page.getByRole('button', { name })
const heading = (name: string | RegExp) => page.getByRole('heading', { name })
const open = async (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true }).click()

/** The page in both themes, without a fault of accessibility in either and without an error on its console. */
async function isSound(): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await showIn(page, theme)
    expect(await accessibilityFaults(page), `${page.url()} in ${theme}`).toEqual([])
  }
  await showIn(page, 'light')
  expect(faults.splice(0)).toEqual([])
}

describe('a portfolio lead who has never seen it', () => {
  it('creates the organisation and loads a real portfolio within a minute', async () => {
    await page.goto(stage.url)
    await page.getByLabel('Organisation').fill('His Majesty’s Government')
    await page.getByLabel('Your name').fill('Ada Lead')
    await page.getByLabel('Email').fill('ada@example.org')
    await page.getByLabel('Password').fill('correct horse battery staple')
    await isSound()
    await button('Create the organisation').click()
    await heading(/begin with/).waitFor()
    await isSound()
    await button('Load this portfolio').click()
    await heading('Portfolio cockpit').waitFor({ timeout: 60_000 })
    await page.getByText('227 initiatives').first().waitFor()
  })

  it('sees the cockpit, and why a figure is what it is', async () => {
    for (const title of ['Health by department', 'What moved', 'Needs a decision', 'Objectives funded']) await heading(new RegExp(title)).first().waitFor()
    await isSound()
    await button(/£448bn|Whole-life cost/).first().click()
    await page.getByText(/have no figure and are left out/).first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('opens the strategy, adds an objective and is told that the weights no longer sum', async () => {
    await open('Strategy')
    await heading(/United Kingdom government priorities/).waitFor()
    await page.getByText('Our reading of published priorities').first().waitFor()
    await isSound()
  })

  it('finds every initiative in a grid and as a picture', async () => {
    await open('Initiatives')
    await page.getByRole('grid').waitFor()
    await isSound()
    await page.getByRole('tab', { name: /Picture/ }).or(button(/Picture/)).first().click()
    await page.getByText(/delivery confidence/i).first().waitFor()
    await isSound()
  })

  it('selects the provably best portfolio, moves the budget, pins and saves a scenario', async () => {
    await open('Select')
    await page.getByText('Proved: no better portfolio exists').waitFor()
    await page.getByText(/on the table|same portfolio/).first().waitFor()
    await isSound()
    const cost = () => page.getByLabel('The best portfolio').innerText()
    const before = await cost()
    await page.getByRole('slider', { name: 'Total budget' }).focus()
    for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft')
    await expect.poll(cost).not.toBe(before)
    await page.getByText('Proved: no better portfolio exists').waitFor()
    await button('Save scenario').first().click()
    await page.getByRole('dialog').getByLabel('Name').fill('Less money')
    await page.getByRole('dialog').getByRole('button', { name: 'Save scenario' }).click()
    await heading('Less money').waitFor()
    await isSound()
  })

  it('opens an initiative and sees its history across all publications', async () => {
    await open('Initiatives')
    await page.goto(`${stage.url}/demand/initiatives/${await idOf('Universal Credit')}`)
    await heading(/Universal Credit/).first().waitFor()
    await page.getByText('Annual report 2014').first().waitFor()
    await isSound()
  })

  it('opens value: realised is undefined, and says why', async () => {
    await open('Value')
    await heading('From promised to realised').first().waitFor()
    await page.getByText('It is not zero').first().waitFor()
    await isSound()
  })

  it.each([['Import', /Import/], ['Scenarios', /Scenarios/], ['Access', /Access/], ['History', /History/]])('finds %s in order', async (name, title) => {
    await open(name)
    await heading(title).first().waitFor()
    await isSound()
  })

  it('goes anywhere from the keyboard, and signs out', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('value')
    await page.keyboard.press('Enter')
    await heading('Value').first().waitFor()
    const reply = await page.request.get(`${stage.url}/api/demand/initiatives`)
    expect(reply.status()).toBe(200)
    await page.context().clearCookies()
    expect((await page.request.get(`${stage.url}/api/demand/initiatives`)).status()).toBe(401)
    await page.goto(`${stage.url}/value`)
    await button('Sign in').waitFor()
  })
})

async function idOf(name: string): Promise<string> {
  const { rows } = (await (await page.request.get(`${stage.url}/api/demand/initiatives`)).json()) as { rows: { id: string; name: string }[] }
  return rows.find((row) => row.name.includes(name))?.id ?? ''
}
