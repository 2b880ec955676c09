import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Decision } from '@throughline/contract/governance'
import { peopleRoutes, type Member } from '@throughline/contract/people'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import type { StrategyVersionDetail, VersionItem } from '@throughline/contract/strategy'
import { loadExample } from './example.ts'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
/** Decides. */
let ada: Person
/** Drafts the next version. */
let eve: Person
/** May look, and judge where she is asked. */
let vic: Person

const password = 'correct horse battery staple'
const dialog = ({ page }: Person) => page.getByRole('dialog')
const versions = () => ada.call<readonly VersionItem[]>('GET', '/api/strategy/versions')
const draftNow = async () => ada.call<StrategyVersionDetail>('GET', `/api/strategy/versions/${(await versions()).find(({ status }) => status === 'draft' || status === 'sent')?.id ?? ''}`)

/** Waits until nothing on the page is being loaded any more: its heading is there before what it is about. */
const isLoaded = ({ page }: Person) => expect.poll(() => page.getByRole('status').filter({ hasText: /^Loading / }).count()).toBe(0)

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'His Majesty’s Government', name: 'Ada Lead', email: 'ada@example.org', password, currency: 'GBP' })
  await loadExample(ada, 'uk-gmpp')
  for (const [name, role] of [['Eve Planner', 'editor'], ['Vic Minister', 'viewer']] as const) expect(await ada.call('POST', peopleRoutes.addMember.path, { name, email: `${name.slice(0, 3).toLowerCase()}@example.org`, role, password })).not.toHaveProperty('code')
  eve = await enter(stage, peopleRoutes.signIn.path, { email: 'eve@example.org', password })
  vic = await enter(stage, peopleRoutes.signIn.path, { email: 'vic@example.org', password })
})
afterAll(() => stage?.close())

describe('a workshop in several browsers', () => {
  it('invites, tells nobody what another gave, and shows all of it to all at once', async () => {
    const members = await ada.call<readonly Member[]>('GET', peopleRoutes.listMembers.path)
    const people = members.filter(({ name }) => name !== 'Ada Lead').map(({ id }) => id)
    const { perspectives } = await ada.call<{ perspectives: readonly { id: string; name: string }[] }>('GET', '/api/strategy')
    await ada.call('POST', '/api/strategy/workshops', { title: 'Weights of the year', method: 'direct', perspectiveId: perspectives[0]?.id, judges: people })
    for (const person of [eve, vic]) {
      await person.page.goto(`${stage.url}/strategy/workshops`)
      await person.page.getByRole('link', { name: 'Weights of the year' }).click()
      await person.page.getByRole('heading', { name: 'Your judgement' }).waitFor()
    }
    const told = async () => (await vic.call<{ notifications: readonly { reason: string; subject: { name: string } }[] }>('GET', '/api/governance/notifications')).notifications.map(({ reason, subject }) => `${reason} ${subject.name}`)
    await expect.poll(told).toContain('asked_to_judge Weights of the year')
    const judge = async ({ page }: Person, first: string) => {
      for (const [at, field] of (await page.getByRole('textbox', { name: /^Points of / }).all()).entries()) {
        await field.fill(at === 0 ? first : '10')
        await field.press('Tab')
        await expect.poll(() => field.inputValue()).toBe(at === 0 ? first : '10')
      }
      await page.getByText('Nobody sees it before all have judged.').waitFor()
      await page.getByRole('button', { name: 'Hand in' }).click()
    }
    await judge(eve, '90')
    await eve.page.getByText('Handed in. Until the workshop is closed').waitFor()
    await vic.page.getByText('1 of 2 have judged').waitFor()
    expect(await vic.page.getByText('What to talk about').count()).toBe(0)
    await isSound(vic)
    await judge(vic, '10')
    for (const person of [vic, eve]) await person.page.getByRole('heading', { name: 'What to talk about' }).waitFor()
    await isSound(eve)
    await eve.page.getByRole('button', { name: 'Judge again' }).click()
    await dialog(eve).getByRole('button', { name: 'Open the next round' }).click()
    await eve.page.getByText('What the round before disagreed on').waitFor()
    await expect.poll(() => eve.page.getByRole('textbox', { name: /^Points of / }).first().inputValue()).toBe('90')
    await isSound(eve)
  })
})

describe('what the strategy was read from', () => {
  it('is cited by keys or by the mouse, and confirmed by who decides', async () => {
    const { page } = eve
    await page.goto(`${stage.url}/strategy/intake`)
    await page.getByRole('button', { name: 'Record a document' }).click()
    await dialog(eve).getByLabel('Title').fill('Plan 2030')
    await dialog(eve).getByLabel('Issued on').fill('2023-11-22')
    await dialog(eve).getByLabel('Text', { exact: true }).fill('Foreword\n\nNobody shall die on our roads. The rivers shall be clean.')
    await dialog(eve).getByRole('button', { name: 'Record' }).click()
    const text = page.getByRole('region', { name: 'Text of Plan 2030' })
    await text.waitFor()
    await page.getByLabel('For the objective').selectOption({ index: 1 })
    await page.getByLabel('Words to cite').fill('Nobody shall  die on our roads.')
    await page.getByLabel('Words to cite').press('Enter')
    await page.getByText('Cited, not reviewed').waitFor()
    await expect.poll(() => text.locator('mark').allInnerTexts()).toEqual(['Nobody shall die on our roads.'])
    // Two presses select the word that is pressed.
    await text.getByText('The rivers').dblclick({ position: { x: 10, y: 10 } })
    await expect.poll(() => page.getByLabel('Words to cite').inputValue()).toBe('The')
    await isSound(eve)
    await ada.page.goto(`${stage.url}/strategy/intake`)
    await ada.page.getByRole('button', { name: /^Cited, not reviewed: why / }).click()
    await isSound(ada)
    await dialog(ada).getByRole('button', { name: 'Confirm the reading' }).click()
    await dialog(ada).getByText('The owner of the strategy confirmed these words').waitFor()
    await dialog(ada).getByRole('button', { name: 'Show in the text' }).click()
    await dialog(ada).waitFor({ state: 'hidden' })
    expect(await ada.page.getByText('PMO reading').count()).toBe(await ada.page.getByRole('button', { name: /^Uncited: why / }).count())
    await isSound(ada)
  })
})

describe('the strategy of 2024 becomes that of the later year', () => {
  it('shows live what a weight changes, and sends what was chosen', async () => {
    const { page } = eve
    await page.goto(`${stage.url}/strategy/recalibrate`)
    const proposals = page.getByRole('table', { name: 'Proposals' })
    // How sure it is comes last: until it is there, what is shown still changes by itself.
    const isSettled = () => proposals.getByTitle(/^In the best portfolio in /).first().waitFor()
    await isSettled()
    const shown = () => proposals.innerText()
    const before = await shown()
    const weight = page.getByRole('slider').first()
    for (let step = 0; step < 20; step++) await weight.press('ArrowRight')
    await page.getByText('Not saved yet').waitFor()
    await expect.poll(async () => (await shown()) !== before).toBe(true)
    await page.getByRole('button', { name: 'Put back' }).click()
    await page.getByText('Not saved yet').waitFor({ state: 'hidden' })
    await expect.poll(shown).toBe(before)
    await isSound(eve)
    await proposals.getByRole('checkbox').first().click()
    await page.getByText('1 is ticked').waitFor()
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await dialog(eve).getByLabel('What there is to say').fill('As published')
    await dialog(eve).getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('Waits for a decision').waitFor()
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  })

  it('is refused to who may not decide, and where the plan of record moved meanwhile', async () => {
    const sent = await draftNow()
    expect(await vic.call('POST', `/api/strategy/versions/${sent.id}/approve`, { version: sent.version, seen: '', rationale: 'No' })).toMatchObject({ code: 'role_insufficient' })
    const { row } = await ada.call<{ row: InitiativeRow }>('GET', demandRoutes.readInitiative.path.replace(':id', sent.actions[0]?.initiativeId ?? ''))
    await ada.call('PATCH', demandRoutes.changeInitiative.path.replace(':id', row.id), { version: row.version, endOn: '2041-03-31' })
    await ada.page.goto(`${stage.url}/strategy/recalibrate`)
    await ada.page.getByRole('button', { name: 'Approve' }).click()
    await dialog(ada).getByRole('alert').getByText(`${row.name}: its end changed since.`).waitFor()
    await dialog(ada).getByText('It cannot be approved yet.').waitFor()
    await dialog(ada).getByRole('button', { name: 'Cancel' }).click()
    await dialog(ada).waitFor({ state: 'hidden' })
    await eve.page.reload()
    await eve.page.getByRole('button', { name: 'Bring up to date' }).click()
    await dialog(eve).getByText(`${row.name}: its end changed since.`).waitFor()
    await isSound(eve)
    await dialog(eve).getByRole('button', { name: 'Bring up to date' }).click()
    await dialog(eve).waitFor({ state: 'hidden' })
    await eve.page.getByRole('button', { name: 'Send for approval' }).click()
    await dialog(eve).getByRole('button', { name: 'Send', exact: true }).click()
    await eve.page.getByText('Waits for a decision').waitFor()
  })

  it('is approved by another in one act, with its decision record, and the clock says how long it took', async () => {
    const { page } = ada
    await page.reload()
    await page.getByRole('button', { name: 'Approve' }).click()
    await dialog(ada).getByText(/in the plan of record: /).waitFor()
    await isSound(ada)
    await dialog(ada).getByLabel('Why').fill('Growth and clean power first')
    await dialog(ada).getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Nothing is about to change').waitFor()
    await isSound(ada)
    const [latest] = await versions()
    expect(latest).toMatchObject({ no: 2, status: 'in_force', approvedBy: { name: 'Ada Lead' } })
    expect(await ada.call<Decision>('GET', `/api/governance/decisions/${latest?.decisionId ?? ''}`)).toMatchObject({ rationale: 'Growth and clean power first', proposer: { name: 'Eve Planner' } })
    await page.getByText('First effect').first().waitFor()
  })

  it('is undone as a new draft that goes on from the earlier version', async () => {
    const { page } = eve
    await page.reload()
    await page.getByRole('button', { name: 'Begin the next version' }).click()
    await dialog(eve).getByLabel('Name').fill('Back to 2024')
    await dialog(eve).getByLabel('Why the strategy changes').fill('It was a mistake')
    await dialog(eve).getByLabel('Goes on from').selectOption({ index: 1 })
    await dialog(eve).getByRole('button', { name: 'Begin' }).click()
    await page.getByText('Version 3 beside version 2').waitFor()
    expect(await draftNow()).toMatchObject({ no: 3, status: 'draft' })
  })

  it('has its goals and its units on pages of their own', async () => {
    for (const [path, title] of [['goals', 'Goals'], ['units', 'Unit strategies'], ['map', 'Strategy map']] as const) {
      await eve.page.goto(`${stage.url}/strategy/${path}`)
      await eve.page.getByRole('heading', { name: title, level: 1 }).waitFor()
      await isLoaded(eve)
      await isSound(eve)
    }
  })
})
