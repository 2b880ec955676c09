import { afterAll, beforeAll, expect, it } from 'vitest'
import { peopleRoutes, type Session } from '@throughline/contract/people'
import { strategyRoutes, type Strategy } from '@throughline/contract/strategy'
import { fileReference, valueRoutes, type Register, type Waiting } from '@throughline/contract/value'
import { loadExample } from './example.ts'
import { enter, type Person } from './person.ts'
import { isSound } from './sound.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let ada: Person
let register: Register
let fay: Person
const password = 'correct horse battery staple'

beforeAll(async () => {
  stage = await openStage()
  ada = await enter(stage, peopleRoutes.setUp.path, { organisationName: 'Harbour Mutual', name: 'Ada Lead', email: 'ada@example.org', password })
  await ada.call('POST', peopleRoutes.addMember.path, { name: 'Fay Finance', email: 'fay@example.org', role: 'owner', password })
  await loadExample(ada, 'three-years')
  register = await ada.call<Register>('GET', valueRoutes.readRegister.path)
  fay = await enter(stage, peopleRoutes.signIn.path, { email: 'fay@example.org', password })
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

it('promise-keeping is a way that closes, and a bar of it leads to the entries under it', async () => {
  const { page } = ada
  await page.goto(`${stage.url}/value/keeping`)
  await page.getByRole('heading', { name: /not cash/ }).first().waitFor()
  await isSound(ada)
  await page.getByRole('button', { name: /^Verified/ }).first().press('Enter')
  await page.waitForURL(/view=entries/)
  await page.getByRole('cell', { name: 'Verified' }).first().waitFor()
}, 240_000)

it('what waits is chosen by keyboard, its evidence opened, and verified at once with what came of each', async () => {
  const benefit = register.benefits.find(({ name }) => name === 'Bills that are paid')
  const waiting = () => fay.call<Waiting>('GET', valueRoutes.listWaiting.path)
  const bills = (await waiting()).claims.find(({ benefitId }) => benefitId === benefit?.id)
  await fay.call('POST', valueRoutes.disallowClaim.path, { benefitId: bills?.benefitId, period: bills?.period, amount: bills?.amount, version: bills?.version, reason: 'Shown by no file' })
  const { csrf } = await ada.call<Session>('GET', peopleRoutes.readSession.path)
  const kept = await ada.context.request.post(`${stage.url}${valueRoutes.attachToBenefit.path.replace(':id', benefit?.id ?? '')}?fileName=bills.csv`, { headers: { 'x-csrf-token': csrf, 'content-type': 'application/octet-stream' }, data: Buffer.from('bill,paid\n1,yes\n') })
  await ada.call('POST', valueRoutes.claimBenefit.path, { benefitId: bills?.benefitId, period: bills?.period, amount: bills?.amount, evidence: `Ten days, ${fileReference(((await kept.json()) as { id: string }).id)}` })
  const { page } = fay
  const before = await waiting()
  await page.goto(`${stage.url}/value/verify`)
  const [opened] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'bills.csv' }).click()])
  expect(opened.suggestedFilename()).toBe('bills.csv')
  await page.getByRole('checkbox', { name: new RegExp(before.claims[0]?.benefit ?? '') }).first().press('Space')
  await page.keyboard.press('Control+a')
  await page.getByText(`${before.claims.length} of ${before.claims.length} chosen`).waitFor()
  await isSound(fay)
  await page.getByRole('button', { name: /^Verify \d+ claim/ }).click()
  await page.getByLabel('Which sample was looked at').fill('Ten of ninety days')
  await page.getByRole('dialog').getByRole('button', { name: /^Verify/ }).click()
  await page.getByRole('table', { name: 'What came of the decision' }).getByText('Verified').first().waitFor()
  await isSound(fay)
  expect((await waiting()).claims).toEqual([])
}, 240_000)

it('a column out of a spreadsheet is pasted into what is asked of me, and recorded', async () => {
  const { measures } = await ada.call<Strategy>('GET', strategyRoutes.readStrategy.path)
  const { account } = await ada.call<Session>('GET', peopleRoutes.readSession.path)
  for (const { id, version, settings } of measures.slice(0, 2)) await ada.call('PATCH', strategyRoutes.changeMeasure.path.replace(':id', id), { version, settings: { ...settings, reporterId: account.id } })
  const { page } = ada
  await page.goto(`${stage.url}/strategy/updates`)
  await page.getByRole('textbox', { name: /^Value of/ }).first().evaluate((field) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '8.4\n12.5\n')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await page.getByRole('button', { name: 'Record 2 values' }).click()
  await page.getByText('Recorded 2 actuals').waitFor()
  expect(ada.faults.splice(0)).toEqual([])
}, 240_000)

it('a period is closed with a sealed pack, and refuses a promise after it', async () => {
  const { page } = ada
  await ada.call('POST', valueRoutes.openPeriods.path, { periods: [{ code: '2026-Q1', from: '2026-01-05', to: '2026-04-06' }] })
  await page.goto(`${stage.url}/value/periods?period=2026-Q1`)
  await page.getByRole('button', { name: 'Close the period' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the period' }).click()
  await page.getByRole('table', { name: 'Sealed packs of the period' }).getByText('Ada Lead').waitFor()
  await page.goto(`${stage.url}/value/ledger?view=benefits`)
  await page.getByRole('button', { name: 'Acts on Shorter calls' }).click()
  await page.getByRole('menuitem', { name: 'Promise' }).click()
  await page.getByRole('button', { name: 'Add a line' }).click()
  await page.getByLabel('Period, line 1').selectOption('2026-Q1')
  await page.getByLabel('Amount, line 1').fill('100')
  await page.keyboard.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Promise' }).click()
  await page.getByRole('alert').getByText('The period is closed').waitFor()
}, 240_000)
