import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { valueRoutes } from '@throughline/contract/value'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let ada: Person

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour', name: 'Ada Lead', email: 'ada@example.org', password: 'correct horse battery staple', currency: 'GBP' })
  const { id: initiativeId } = await ada.call<InitiativeRow>('POST', demandRoutes.createInitiative.path, { name: 'Letters' })
  await ada.call('POST', valueRoutes.addBenefit.path, { name: 'Cheaper stamps', initiativeId, unit: 'GBP.cash' })
})
afterAll(() => stage?.close())

describe('the business plan', () => {
  it('is written down, loaded as a list, and linked to what delivers it', async () => {
    const { page } = ada
    await page.goto(`${stage.url}/value/business-plan`)
    await page.getByRole('button', { name: 'Add a line' }).click()
    const form = page.getByRole('dialog', { name: 'Add a line' })
    await form.getByLabel('Name').fill('Postage')
    await form.getByLabel('First day, period 1').fill('2027-01-01')
    await form.getByLabel('Last day, period 1').fill('2027-12-31')
    for (const [label, amount] of [['Baseline, period 1', '1000'], ['Planned, period 1', '800']] as const) {
      await form.getByLabel(label).fill(amount)
      await page.keyboard.press('Tab')
    }
    await isSound(ada, { light: 1440, dark: 900 })
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('heading', { name: 'Postage' }).waitFor()

    await page.getByRole('button', { name: 'Paste or load a list' }).click()
    await page.getByLabel('Paste from Excel').fill('Line\tKind\tFrom\tTo\tPlanned\nAgents\theadcount\t2027-01-01\t2027-12-31\t34\nRent\tloss\t2027-01-01\t2027-12-31\t1')
    await page.getByText('adds 1 line and 1 period').waitFor()
    await page.getByText('Found “loss”').waitFor()
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('1 period without a baseline, in no figure').waitFor()

    await page.getByRole('button', { name: 'Link Cheaper stamps to a plan line' }).click()
    await page.getByLabel('Plan line', { exact: true }).selectOption({ label: 'Postage (cost, GBP, cash)' })
    await page.getByRole('button', { name: 'Link', exact: true }).click()
    await page.getByText('Letters, linked by Ada Lead').waitFor()
    const table = page.getByRole('table', { name: 'Postage by period' })
    expect(await table.getByRole('button', { name: '£200' }).count()).toBe(2)
    await isSound(ada, { light: 1440, dark: 900 })
    await table.getByRole('button', { name: '0%' }).click()
    await page.getByText('Covered / ambition').waitFor()

    await page.goto(`${stage.url}/value/ledger?view=benefits`)
    await page.getByRole('link', { name: 'Delivers Postage' }).click()
    await page.getByRole('button', { name: 'Show all lines' }).waitFor()
  })
})
