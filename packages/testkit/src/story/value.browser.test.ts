import { afterAll, beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import type { Job } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { valueRoutes, type Register } from '@throughline/contract/value'
import { enter, type Person } from './person.ts'
import { accessibilityFaults, openStage, showIn, type Stage } from './stage.ts'

let stage: Stage
let ada: Person
let register: Register

async function isSound({ page, faults }: Person): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await showIn(page, theme)
    expect(await accessibilityFaults(page), `${page.url()} in ${theme}`).toEqual([])
  }
  expect(faults.splice(0)).toEqual([])
}

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour Mutual', name: 'Ada Lead', email: 'ada@example.org', password: 'correct horse battery staple' })
  const { jobId } = await ada.call<{ jobId: string }>('POST', demandRoutes.loadExample.path.replace(':key', 'three-years'))
  const state = async () => (await ada.call<Job>('GET', `/api/governance/jobs/${jobId}`)).state
  for (let at = await state(); at !== 'done'; at = await state()) {
    if (at === 'failed' || at === 'cancelled') throw new Error(`the example was not loaded: ${at}`)
    await new Promise((resume) => setTimeout(resume, 300))
  }
  register = await ada.call<Register>('GET', valueRoutes.readRegister.path)
}, 300_000)
afterAll(() => stage?.close())

it('Harbour Mutual: a refused claim with its rule, the entries under a figure, and a restatement as a prior-period adjustment', async () => {
  const { page } = ada
  await page.goto(`${stage.url}/value/ledger?period=2024-Q3&measure=${register.measures.find(({ name }) => name === 'Handling time')?.id}`)
  await page.getByRole('cell', { name: 'V-8: more than its share' }).waitFor()
  await isSound(ada)
  await page.getByRole('link', { name: 'Measured', exact: true }).click()
  await page.getByText('Prior-period adjustment').first().waitFor()
  await page.getByRole('link', { name: /^Line of sight of entry/ }).first().waitFor()
}, 240_000)

it('the network is traced by keyboard, from a benefit to its cause and to its objective', async () => {
  const { page } = ada
  await page.goto(`${stage.url}/value/network?node=${register.benefits.find(({ name }) => name === 'Bills that are paid')?.id}`)
  const node = (name: string) => page.getByRole('group', { name: /^Benefits network/ }).getByRole('button', { name: new RegExp(name) })
  await node('Bills that are paid').first().focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Bills are sent on the day they are due')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('What is owed to us is paid')
  await isSound(ada)
}, 240_000)

it('the last quarter waits for its checklist, and its control totals say of which accounts they are', async () => {
  const { page } = ada
  await page.goto(`${stage.url}/value/periods?period=2025-Q4`)
  await page.getByText('Claims that wait for verification').waitFor()
  expect(await page.getByRole('button', { name: 'Close the period' }).isDisabled()).toBe(true)
  await isSound(ada)
  await page.getByTitle('Why: Realised').first().click()
  await page.getByText('Not verified (R10)').waitFor()
}, 240_000)
