import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { peopleRoutes } from '@throughline/contract/people'
import { isSound } from './sound.ts'
import { collectFaults, openStage, type Stage } from './stage.ts'

let stage: Stage
let page: Page
let faults: string[]

beforeAll(async () => {
  stage = await openStage()
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })
  await context.request.post(stage.url + peopleRoutes.setUp.path, { data: { organisationName: 'Harbour', name: 'Ada Lead', email: 'ada@example.org', password: 'correct horse battery staple' } })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  faults = collectFaults(page)
})
afterAll(() => stage?.close())

it('a webhook is added, its secret shown once, a test sent, and the log says why it did not arrive', async () => {
  await page.goto(`${stage.url}/people/webhooks`)
  await page.getByText('No address is told of anything').waitFor()
  await page.getByRole('button', { name: 'Add webhook' }).click()
  const form = page.getByRole('dialog', { name: 'Add webhook' })
  await form.getByLabel('Name').fill('Warehouse')
  await form.getByLabel('Address').fill('https://localhost/hook')
  await form.getByLabel('Told of').fill('demand, strategy.objective')
  await form.getByRole('button', { name: 'Add webhook' }).click()
  const secret = page.getByRole('dialog', { name: 'The secret of this webhook' })
  await secret.getByText(/^whsec_/).waitFor()
  await isSound({ page, faults })
  await secret.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Deliveries: Warehouse' }).click()
  const log = page.getByRole('dialog', { name: 'Deliveries to Warehouse' })
  await log.getByRole('button', { name: 'Send a test' }).click()
  await expect.poll(async () => {
    await log.getByRole('button', { name: 'Read again' }).click()
    return log.getByText(/not on the open internet/).count()
  }, { timeout: 60_000, interval: 500 }).toBeGreaterThan(0)
  await isSound({ page, faults })
  expect(faults).toEqual([])
})
