import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes, type Member } from '@throughline/contract/people'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let ada: Person

const password = 'correct horse battery staple'

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour', name: 'Ada Lead', email: 'ada@example.org', password })
  const bridge = await ada.call<InitiativeRow>('POST', demandRoutes.createInitiative.path, { name: 'Bridge' })
  const [lea] = [await ada.call<Member>('POST', peopleRoutes.addMember.path, { name: 'Lea Builder', email: 'lea@example.org', role: 'viewer', password }), await ada.call('POST', peopleRoutes.addMember.path, { name: 'Rae Reader', email: 'rae@example.org', role: 'viewer', password })]
  await ada.call('POST', peopleRoutes.giveRole.path, { memberId: lea.id, role: 'project_manager', initiativeId: bridge.id })
})
afterAll(() => stage?.close())

describe('services of the PMO', () => {
  it('are written down, published, asked for, refused to who is not independent, delivered, and counted by class', async () => {
    const { page } = ada
    await page.goto(`${stage.url}/governance/services`)
    await page.getByRole('button', { name: 'Add a service' }).click()
    const form = page.getByRole('dialog', { name: 'Add a service' })
    for (const [label, text] of [['Name', 'Health check'], ['Offered by', 'Central PMO'], ['Measure', 'Findings closed'], ['Accountable role', 'Head of PMO']] as const) await form.getByLabel(label, { exact: true }).fill(text)
    await form.getByLabel('Class').selectOption('mandated_assurance')
    await form.getByLabel('Owner').selectOption({ label: 'Ada Lead' })
    await isSound(ada)
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: 'Health check' }).click()
    const sheet = page.getByRole('dialog', { name: 'Health check' })
    await sheet.getByText('it cannot be asked for yet').waitFor()
    await isSound(ada)
    await sheet.getByRole('button', { name: 'Publish' }).click()
    await page.getByLabel('Why').fill('The board asked for it')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()

    await page.getByRole('button', { name: 'Ask for Health check' }).click()
    await page.getByLabel('What you need').fill('Before the gate')
    await page.getByText('Choose the initiative that is to be assured').waitFor()
    await page.getByLabel('For the initiative').selectOption({ label: 'Bridge' })
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByRole('button', { name: 'Answer Before the gate' }).click()
    await page.getByLabel('Performed by').selectOption({ label: 'Lea Builder' })
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('Lea Builder is of its team. This was noted.').waitFor()
    // The refusal is an answer like any other, and the browser says so on its console.
    ada.faults.splice(0)
    await page.getByLabel('Performed by').selectOption({ label: 'Rae Reader' })
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.getByText('Refused as not independent: Lea Builder').waitFor()
    await page.getByRole('button', { name: 'Deliver Before the gate' }).click()
    await page.getByLabel('What came of it').fill('Sound, two findings')
    await page.getByLabel('Hours').fill('7.5')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Deliver', exact: true }).click()
    await page.getByText('Sound, two findings').waitFor()
    await isSound(ada, { light: 1440, dark: 900 })

    await page.getByRole('link', { name: 'Service mix' }).first().click()
    await page.getByText('of 7.5 hours').waitFor()
    expect(await page.getByRole('table', { name: 'Shares of hours by class and period, against the target' }).getByRole('button', { name: '100%' }).count()).toBe(2)
    await isSound(ada, { light: 1440, dark: 900 })
  })
})
