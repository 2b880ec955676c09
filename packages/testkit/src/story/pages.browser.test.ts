import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Job } from '@throughline/contract/governance'
import { peopleRoutes, type Session } from '@throughline/contract/people'
import { pathOf, type Route } from '@throughline/contract/wire'
import { addressesOfPages } from './addresses.ts'
import { isSound } from './sound.ts'
import { collectFaults, openStage, type Stage } from './stage.ts'

let stage: Stage
let page: Page
let faults: string[]
let csrf = ''

async function call<T>(route: Route, data?: unknown, params: Readonly<Record<string, string>> = {}): Promise<T> {
  const answer = await page.context().request.fetch(stage.url + pathOf(route, params), { method: route.method, headers: { 'x-csrf-token': csrf }, ...(data === undefined ? {} : { data }) })
  const text = await answer.text()
  expect(answer.status(), `${route.method} ${route.path} ${text.slice(0, 300)}`).toBeLessThan(300)
  return JSON.parse(text) as T
}

/** Opens an address and waits until nothing on it waits any more. */
async function open(address: string): Promise<void> {
  await page.goto(stage.url + address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true], main .skeleton') === null)
}

/** Pages that are the same whatever is recorded: of those who are not signed in. */
const apart = (address: string): boolean => address.startsWith('/people/') && /sign|reset|invitation|set-?up/.test(address)

beforeAll(async () => {
  stage = await openStage()
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', reducedMotion: 'reduce', colorScheme: 'light' })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  faults = collectFaults(page)
  csrf = (await call<Session>(peopleRoutes.setUp, { organisationName: 'Larkfield', currency: 'GBP', name: 'Olga Owner', email: 'olga@example.org', password: 'correct horse battery staple' })).csrf
}, 180_000)
afterAll(() => stage?.close())

describe('every page of the navigation', () => {
  const plain = addressesOfPages().filter((address) => !address.includes('$') && !apart(address))

  it('has something to say before anything is recorded', { timeout: 300_000 }, async () => {
    for (const address of plain) {
      await open(address)
      expect((await page.locator('main').innerText()).length, address).toBeGreaterThan(40)
      expect(faults.splice(0), address).toEqual([])
    }
  })

  it('is sound over an example of three years, in both themes, wide and narrow', { timeout: 600_000 }, async () => {
    const { jobId } = await call<{ jobId: string }>(demandRoutes.loadExample, {}, { key: 'three-years' })
    await expect.poll(async () => (await call<Job>(governanceRoutes.readJob, undefined, { id: jobId })).state, { timeout: 120_000, interval: 500 }).toBe('done')
    for (const address of plain) {
      await open(address)
      await isSound({ page, faults }, { light: 1440, dark: 1024 })
    }
  })
})
