import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { peopleRoutes } from '@throughline/contract/people'
import { addressesOfPages } from './addresses.ts'
import { loadExample } from './example.ts'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let olga: Person

/** Opens an address and waits until nothing on it waits any more. */
async function open(address: string): Promise<void> {
  const { page } = olga
  await page.goto(stage.url + address)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy=true], main .skeleton') === null)
}

/** Pages that are the same whatever is recorded: of those who are not signed in. */
const apart = (address: string): boolean => address.startsWith('/people/') && /sign|reset|invitation|set-?up/.test(address)

beforeAll(async () => {
  stage = await openStage()
  olga = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Larkfield', currency: 'GBP', name: 'Olga Owner', email: 'olga@example.org', password: 'correct horse battery staple' })
}, 180_000)
afterAll(() => stage?.close())

describe('every page of the navigation', () => {
  const plain = addressesOfPages().filter((address) => !address.includes('$') && !apart(address))

  it('has something to say before anything is recorded', { timeout: 300_000 }, async () => {
    for (const address of plain) {
      await open(address)
      expect((await olga.page.locator('main').innerText()).length, address).toBeGreaterThan(40)
      expect(olga.faults.splice(0), address).toEqual([])
    }
  })

  it('is sound over an example of three years, in both themes, wide and narrow', { timeout: 600_000 }, async () => {
    await loadExample(olga, 'three-years')
    for (const address of plain) {
      await open(address)
      await isSound(olga, { light: 1440, dark: 1024 })
    }
  })
})
