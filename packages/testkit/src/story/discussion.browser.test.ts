import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { commentRoutes, eventsPath, type Comment } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let ada: Person
let vera: Person
let bridge: InitiativeRow

const password = 'correct horse battery staple'

const placeOf = ({ id }: InitiativeRow) => `${stage.url}/demand/initiatives/${id}`
const subject = () => ({ room: 'demand', kind: 'initiative', id: bridge.id })

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour', name: 'Ada Lead', email: 'ada@example.org', password })
  await ada.call('POST', peopleRoutes.addMember.path, { name: 'Vera Reader', email: 'vera@example.org', role: 'viewer', password })
  bridge = await ada.call('POST', demandRoutes.createInitiative.path, { name: 'Bridge' })
  vera = await enter(stage, peopleRoutes.signIn.path, { email: 'vera@example.org', password })
})
afterAll(() => stage?.close())

describe('two people at one initiative', () => {
  it('hear of each other without loading a page anew, through one stream for all tabs', async () => {
    let streams = 0
    vera.context.on('request', (request) => void (streams += request.url().endsWith(eventsPath) ? 1 : 0))
    await vera.page.goto(placeOf(bridge))
    const other = await vera.context.newPage()
    await other.goto(`${stage.url}/governance/history`)
    await vera.page.getByRole('heading', { name: 'Bridge', level: 1 }).waitFor()
    await expect.poll(() => streams).toBe(1)
    // The stream is open once a change of the other comes in by itself.
    for (let n = 1, seen = false; !seen && n < 20; n += 1) {
      const { row } = await ada.call<{ row: InitiativeRow }>('GET', `/api/demand/initiatives/${bridge.id}`)
      await ada.call('PATCH', `/api/demand/initiatives/${bridge.id}`, { version: row.version, name: `Bridge ${n}` })
      seen = await vera.page.getByRole('heading', { name: `Bridge ${n}`, level: 1 }).waitFor({ timeout: 3_000 }).then(() => true, () => false)
    }
    await vera.page.getByText('Updated by Ada Lead').first().waitFor()
    await other.getByText(/Ada Lead changed Bridge/).first().waitFor()
    expect(streams).toBe(1)
    await other.close()
  })

  it('talk: a name is offered by keyboard, and what looks like markup is shown as it was written', async () => {
    const { page } = ada
    await page.goto(placeOf(bridge))
    await page.getByRole('button', { name: 'Discuss' }).click()
    const drawer = page.getByRole('dialog', { name: 'Discussion' })
    const field = drawer.getByLabel('Your comment')
    await field.pressSequentially('Fine by you, @ver')
    await drawer.getByRole('option', { name: 'Vera Reader' }).waitFor()
    expect(await field.getAttribute('aria-activedescendant')).toBe(await drawer.getByRole('option').first().getAttribute('id'))
    await isSound(ada)
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('Fine by you, @Vera Reader ')
    await field.pressSequentially('? <img src=x onerror="window.pwned=1"> javascript:alert(1) https://example.org/a')
    await field.press('Control+Enter')
    await drawer.getByRole('article').getByText('<img src=x onerror="window.pwned=1"> javascript:alert(1)').waitFor()
    expect(await drawer.getByRole('link').evaluateAll((links) => links.map((link) => [link.getAttribute('href'), link.getAttribute('rel')]))).toEqual([['https://example.org/a', 'noopener noreferrer nofollow']])
    for (const text of ['<script>window.pwned=1</script>', '<svg onload=window.pwned=1>', '"><iframe srcdoc="<script>parent.pwned=1</script>">', '\u202eevil\u202c [x](javascript:window.pwned=1)', 'مرحبا 👋🏽 @Ada Lead']) await ada.call<Comment>('POST', commentRoutes.addComment.path, { subject: subject(), text })
    await drawer.getByRole('article').getByText('<svg onload=window.pwned=1>').waitFor()
    expect(await drawer.locator('article script, article img, article svg[onload], article iframe').count()).toBe(0)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    await isSound(ada)
  })

  it('are told: the bell counts by itself, and leads to what was said', async () => {
    const { page } = vera
    await page.getByRole('button', { name: /Notifications, 6 unread/ }).click()
    const drawer = page.getByRole('dialog', { name: 'Notifications' })
    await drawer.getByText('Ada Lead mentioned you').waitFor()
    await drawer.getByText('What I am told').click()
    await isSound(vera)
    await drawer.getByRole('link').first().click()
    const discussion = page.getByRole('dialog', { name: 'Discussion' })
    await discussion.getByText(/Fine by you/).waitFor()
    expect(page.url()).toContain(`discuss=initiative.${bridge.id}`)
    await page.locator('[aria-label="Notifications, 5 unread"]').waitFor({ state: 'attached' })
  })

  it('answer, take back and settle, while the other looks on', async () => {
    const drawer = vera.page.getByRole('dialog', { name: 'Discussion' })
    const thread = drawer.getByRole('article').filter({ hasText: 'Fine by you' })
    await thread.getByRole('button', { name: 'Reply' }).click()
    await thread.getByLabel('Reply to Ada Lead').fill('Yes.')
    await thread.getByRole('button', { name: 'Reply', exact: true }).click()
    const seen = ada.page.getByRole('dialog', { name: 'Discussion' }).getByRole('article').filter({ hasText: 'Fine by you' })
    await seen.getByText('Yes.').waitFor()
    await seen.getByRole('button', { name: 'Settle' }).click()
    await thread.getByText('Settled by Ada Lead').waitFor()
    await thread.getByRole('button', { name: 'Take back' }).click()
    await thread.getByRole('group').getByRole('button', { name: 'Take back' }).click()
    await seen.getByText('This comment was taken back.').waitFor()
    await drawer.getByRole('tab', { name: 'Activity' }).click()
    await drawer.getByText(/changed it/).first().waitFor()
    await isSound(vera)
  })

  it('find it all in the history, narrowed down and in words', async () => {
    const { page } = ada
    await page.goto(`${stage.url}/governance/history`)
    await page.getByText(/Ada Lead changed Bridge/).first().waitFor()
    await page.getByLabel('Room').selectOption({ label: 'Governance' })
    await page.getByLabel('Act').selectOption({ label: 'Remove comment' })
    await page.getByText(/took back a comment on/).first().waitFor()
    await page.getByText(/Ada Lead changed Bridge/).first().waitFor({ state: 'detached' })
    expect(page.url()).toContain('act=governance.remove-comment')
    await isSound(ada)
  })
})
