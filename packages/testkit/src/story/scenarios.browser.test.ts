import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
/** Decides. */
let ada: Person
/** Thinks a plan through, and proposes it. */
let eve: Person
let bridge: InitiativeRow
/** The address of the scenario. */
let place = ''

const password = 'correct horse battery staple'
const million = '00000000'

/** Wide in light and narrow in dark. */
const widths = { light: 1440, dark: 390 }

const fresh = (id: string) => ada.call<{ row: InitiativeRow }>('GET', `/api/demand/initiatives/${id}`)
const dialog = (page: Page) => page.getByRole('dialog')

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour', name: 'Ada Lead', email: 'ada@example.org', password, currency: 'GBP' })
  await ada.call('POST', peopleRoutes.addMember.path, { name: 'Eve Planner', email: 'eve@example.org', role: 'editor', password })
  const create = (name: string, cost: number, state: string) => ada.call<InitiativeRow>('POST', demandRoutes.createInitiative.path, { name, state, costMinor: `${cost}${million}`, benefitsMinor: `${cost * 3}${million}`, startOn: '2027-01-01', endOn: '2030-01-01' })
  bridge = await create('Bridge', 100, 'active')
  await create('Tunnel', 400, 'idea')
  eve = await enter(stage, peopleRoutes.signIn.path, { email: 'eve@example.org', password })
  await eve.call('POST', portfolioRoutes.forkScenario.path, { name: 'Do without', sharing: 'everyone' })
})
afterAll(() => stage?.close())

describe('a scenario, from the first thought to the decision', () => {
  it('begins from the rows that were selected', async () => {
    const { page } = eve
    await page.goto(`${stage.url}/portfolio`)
    await page.getByRole('gridcell', { name: 'Bridge' }).or(page.getByRole('rowheader', { name: 'Bridge' })).first().click()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Change these in a scenario…' }).click()
    await dialog(page).getByText('It opens with the 1 selected initiative.').waitFor()
    await dialog(page).getByLabel('Name').fill('A wider bridge')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'A wider bridge', level: 1 }).waitFor()
    await page.getByText('1 initiative chosen of 2').waitFor()
    place = page.url().replace(/\?.*/, '')
    await isSound(eve, widths)
  })

  it('is changed by keyboard: a cell, a year, a tie; and each is taken back alone', async () => {
    const { page } = eve
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('gridcell', { name: '100', exact: true }).first().click()
    await page.keyboard.type('120')
    await page.keyboard.press('Enter')
    const list = page.getByRole('table', { name: 'Fields that the scenario sets' })
    await list.getByText('£120m').waitFor()
    await page.getByRole('gridcell', { name: 'Bridge' }).or(page.getByRole('rowheader', { name: 'Bridge' })).first().click()
    await page.getByRole('button', { name: 'Of the chosen row' }).click()
    await page.keyboard.press('Enter')
    await dialog(page).getByText('Cost: £0 given of £120m').waitFor()
    await isSound(eve, widths)
    const year = dialog(page).getByLabel(/^Cost 2028, /)
    await year.fill('70')
    await year.press('Tab')
    await dialog(page).getByText('Cost: £70m given of £120m').waitFor()
    await dialog(page).getByRole('button', { name: 'Set' }).click()
    await list.getByRole('cell', { name: 'Cost 2028', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Add a dependency' }).click()
    await dialog(page).getByLabel('This initiative').selectOption({ label: 'Bridge' })
    await dialog(page).getByLabel('Needs this one').selectOption({ label: 'Tunnel' })
    await isSound(eve, widths)
    await dialog(page).getByRole('button', { name: 'Add', exact: true }).click()
    await list.getByRole('rowheader', { name: 'Bridge needs Tunnel' }).waitFor()
    await list.getByRole('button', { name: /^Take back ?: Bridge needs Tunnel/ }).press('Enter')
    await list.getByRole('rowheader', { name: 'Bridge needs Tunnel' }).waitFor({ state: 'detached' })
    await isSound(eve, widths)
  })

  it('is compared with the plan and with another, and says what its sums are over', async () => {
    const { page } = eve
    await page.getByRole('link', { name: 'Compare with the plan' }).click()
    await page.getByLabel('Add a plan').selectOption({ label: 'Do without' })
    const money = page.getByRole('table', { name: 'Figures of each plan' })
    await money.getByRole('columnheader', { name: 'Do without' }).waitFor()
    expect(await money.getByRole('row', { name: /^Cost of funded work/ }).getByRole('cell').allInnerTexts()).toEqual(['£100m', '£120m', '£100m'])
    expect(await money.getByRole('row', { name: /^Cost of everything current/ }).getByRole('cell').allInnerTexts()).toEqual(['£500m', '£520m', '£500m'])
    await page.getByText('Its totals are other ones').waitFor()
    expect(await page.getByRole('img', { name: /^2028, A wider bridge: £70m/ }).count()).toBe(1)
    await isSound(eve, widths)
    // On paper the whole comparison stands across A4, without the shell.
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'screen' })
  })

  it('is brought up to date: what conflicts waits for an answer, by arrow keys', async () => {
    await ada.call('PATCH', `/api/demand/initiatives/${bridge.id}`, { version: (await fresh(bridge.id)).row.version, costMinor: `110${million}` })
    const { page } = eve
    await page.goto(place)
    await page.getByText('1 change conflicts with it.').waitFor()
    await page.getByRole('button', { name: 'See what moved' }).click()
    const answers = page.getByRole('radiogroup', { name: 'Bridge, Cost' })
    await answers.getByText('£110m').waitFor()
    await isSound(eve, widths)
    await answers.getByRole('radio').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await answers.getByRole('radio', { name: /The scenario/ }).getAttribute('aria-checked')).toBe('true')
    await page.getByRole('button', { name: 'Bring up to date' }).click()
    await page.getByText('On the plan of now').waitFor()
  })

  it('is proposed by one and approved by another, with its reason and what it was chosen between', async () => {
    await eve.page.getByRole('button', { name: 'Propose' }).click()
    await dialog(eve.page).getByLabel('Why').fill('Two lanes are too few.')
    await dialog(eve.page).getByRole('button', { name: 'Propose' }).click()
    await eve.page.getByText('Proposed by Eve Planner:').waitFor()
    expect(await eve.page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true)
    const { page } = ada
    await page.goto(place)
    await page.getByRole('button', { name: 'Approve' }).click()
    await dialog(page).getByText('1 thing changes').waitFor()
    await dialog(page).getByLabel('Why this is decided').fill('It pays for itself.')
    await dialog(page).getByLabel('What is expected to follow').fill('No more queues.')
    await dialog(page).getByRole('checkbox', { name: /Do without/ }).check()
    await isSound(ada, widths)
    await dialog(page).getByRole('button', { name: 'Approve' }).click()
    await page.getByRole('link', { name: 'Read the decision' }).click()
    await page.getByText('It pays for itself.').waitFor()
    await page.getByText('No more queues.').waitFor()
    expect(await page.getByRole('table', { name: 'Options' }).getByRole('rowheader').allInnerTexts()).toEqual(['The plan as it was', 'A wider bridge, chosen', 'Do without'])
    await page.getByText('Read again: the same figures').waitFor()
    await isSound(ada, widths)
    expect((await fresh(bridge.id)).row.cost).toMatchObject({ value: { minor: `120${million}` } })
    await page.getByRole('link', { name: 'The plan before the decision' }).click()
    await page.waitForURL(/asOf=/)
    await page.getByText('£510m').first().waitFor()
  })

  it('or is rejected, and that is a decision too', async () => {
    const { page } = eve
    await page.goto(`${stage.url}/portfolio/scenarios`)
    await page.getByRole('link', { name: 'Do without' }).click()
    await page.getByRole('tab', { name: 'Change it' }).click()
    await page.getByRole('gridcell', { name: 'Bridge' }).or(page.getByRole('rowheader', { name: 'Bridge' })).first().click()
    await page.getByRole('button', { name: 'Of the chosen row' }).click()
    await page.getByRole('menuitem', { name: 'Take it out of the scenario' }).click()
    await page.getByRole('table', { name: 'Fields that the scenario sets' }).getByRole('cell', { name: 'In the plan', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Propose' }).click()
    await dialog(page).getByRole('button', { name: 'Propose' }).click()
    await page.getByText('Proposed', { exact: true }).waitFor()
    await ada.page.goto(page.url().replace(/\?.*/, ''))
    await ada.page.getByRole('button', { name: 'Reject' }).click()
    await dialog(ada.page).getByLabel('Why this is decided').fill('The bridge stays.')
    await dialog(ada.page).getByRole('button', { name: 'Reject' }).click()
    await ada.page.getByRole('link', { name: 'Read the decision' }).click()
    await ada.page.getByRole('heading', { name: 'What it would have changed in the plan' }).waitFor()
    await isSound(ada, widths)
  })
})
