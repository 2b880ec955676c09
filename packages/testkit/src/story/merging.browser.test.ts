import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type InitiativeDetail, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let ada: Person
let ben: Person
let bridge: InitiativeRow

const password = 'correct horse battery staple'

const detail = () => ada.call<InitiativeDetail>('GET', `/api/demand/initiatives/${bridge.id}`)
/** Opens the form of the initiative. */
async function open({ page }: Person): Promise<void> {
  await page.goto(`${stage.url}/demand/initiatives/${bridge.id}`)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('dialog', { name: 'Change the initiative' }).waitFor()
}
const field = ({ page }: Person, name: string) => page.getByRole('dialog', { name: 'Change the initiative' }).getByLabel(name, { exact: true })
const save = ({ page }: Person) => page.getByRole('dialog', { name: 'Change the initiative' }).getByRole('button', { name: 'Save' }).click()

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour', name: 'Ada Lead', email: 'ada@example.org', password })
  await ada.call('POST', peopleRoutes.addMember.path, { name: 'Ben Editor', email: 'ben@example.org', role: 'editor', password })
  bridge = await ada.call('POST', demandRoutes.createInitiative.path, { name: 'Bridge', sponsor: 'Ann' })
  ben = await enter(stage, peopleRoutes.signIn.path, { email: 'ben@example.org', password })
})
afterAll(() => stage?.close())

describe('two people with one form open', () => {
  it('who change different fields both have their way, and are not asked', async () => {
    await open(ada)
    await open(ben)
    await field(ada, 'Sponsor').fill('Cleo')
    await field(ben, 'Category').fill('Roads')
    await save(ada)
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' })
    await save(ben)
    await ben.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect((await detail()).row).toMatchObject({ sponsor: 'Cleo', category: 'Roads', version: 3 })
  })

  it('who change the same field are asked which stands, by keyboard as well, in light and dark', async () => {
    await open(ada)
    await open(ben)
    await field(ada, 'Name').fill('Bridge of Ada')
    await field(ada, 'Sponsor').fill('Dora')
    await field(ben, 'Name').fill('Bridge of Ben')
    await save(ada)
    await ada.page.getByRole('dialog').waitFor({ state: 'detached' })
    await save(ben)
    const asked = ben.page.getByRole('dialog', { name: 'Somebody else changed it as well' })
    await asked.waitFor()
    for (const words of ['Ada Lead saved first', 'Bridge of Ada', 'Bridge of Ben', 'Before: Bridge', 'Sponsor: Cleo is now Dora']) await asked.getByText(words).first().waitFor()
    // That it was refused stands on its console.
    await isSound({ page: ben.page, faults: [] })
    expect((await detail()).row.name).toBe('Bridge of Ada')
    // Theirs is chosen at first; one arrow further is mine, and Enter saves.
    await asked.getByRole('radio', { name: /Theirs, by Ada Lead/ }).focus()
    await ben.page.keyboard.press('ArrowDown')
    expect(await asked.getByRole('radio', { name: /Mine/ }).isChecked()).toBe(true)
    await ben.page.keyboard.press('Enter')
    await ben.page.getByRole('dialog').first().waitFor({ state: 'detached' })
    expect((await detail()).row).toMatchObject({ name: 'Bridge of Ben', sponsor: 'Dora' })
    expect([...ada.faults, ...ben.faults.filter((fault) => !fault.includes('409'))]).toEqual([])
  })
})
