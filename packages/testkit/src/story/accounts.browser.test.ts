import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { peopleRoutes } from '@throughline/contract/people'
import { codeOf, fromBase32, stepOf } from '@throughline/server/people'
import { isSound } from './sound.ts'
import { accessibilityFaults, collectFaults, openStage, type Stage } from './stage.ts'

let stage: Stage
let origin: string
let context: BrowserContext
let page: Page
let faults: string[]

const [email, password] = ['ada@example.org', 'copper walrus tidal mosaic']

/** An authenticator of Chromium's own making, that verifies its person: what a laptop's fingerprint reader is. */
async function addAuthenticator(): Promise<CDPSession> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  return devtools
}

const signOut = async () => {
  await context.clearCookies()
  await page.goto(origin)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}
const enterPassword = async () => {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
/** What an organisation with nothing in it shows first. */
const isInside = () => page.getByRole('heading', { name: 'What should Harbour begin with?' }).waitFor()

beforeAll(async () => {
  stage = await openStage()
  // Passkeys need a host with a name.
  origin = stage.url.replace('127.0.0.1', 'localhost')
  context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })
  await context.request.post(origin + peopleRoutes.setUp.path, { data: { organisationName: 'Harbour', name: 'Ada Lead', email, password } })
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  faults = collectFaults(page)
})
afterAll(() => stage?.close())

describe('an account in a browser', () => {
  let secret = ''
  let recovery = ''

  it('gets an authenticator app, with recovery codes that are shown once', async () => {
    await page.goto(`${origin}/people/account`)
    await page.getByRole('button', { name: 'Add an app' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add an authenticator app' })
    await dialog.getByRole('img', { name: /Picture to scan/ }).waitFor()
    secret = ((await dialog.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).textContent()) ?? '').replaceAll(' ', '')
    await isSound({ page, faults })
    await dialog.getByLabel('Code').fill(codeOf(fromBase32(secret), stepOf(new Date())))
    await dialog.getByLabel('Code').press('Enter')
    const codes = page.getByRole('dialog', { name: 'Keep these recovery codes' })
    recovery = (await codes.getByRole('listitem').first().textContent()) ?? ''
    expect([await codes.getByRole('listitem').count(), recovery]).toEqual([10, expect.stringMatching(/^[a-z2-9]{5}-[a-z2-9]{5}$/)])
    await isSound({ page, faults })
    await codes.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText(/^In use since/).waitFor()
    await page.getByText('10 recovery codes are left', { exact: false }).waitFor()
    await isSound({ page, faults })
  })

  it('is then asked for a code after the password, and a recovery code helps once', async () => {
    await signOut()
    await isSound({ page, faults })
    await enterPassword()
    await page.getByRole('heading', { name: 'Second factor' }).waitFor()
    faults.splice(0)
    await isSound({ page, faults })
    await page.getByLabel('Code').fill('000000')
    await page.getByLabel('Code').press('Enter')
    await page.getByRole('alert').getByText('This code is not accepted').waitFor()
    faults.splice(0)
    await page.getByLabel('Code').fill(recovery)
    await page.getByLabel('Code').press('Enter')
    await isInside()
  })

  it('gets a passkey, and is signed in to with it alone', async () => {
    const devtools = await addAuthenticator()
    await page.goto(`${origin}/people/account`)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a passkey' })
    await dialog.getByLabel('Name').fill('Work laptop')
    await dialog.getByLabel('Name').press('Enter')
    await page.getByText('Work laptop').waitFor()
    await page.getByText(/^Passkey.*added/).waitFor()
    await signOut()
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await isInside()
    await page.goto(`${origin}/people/account`)
    await page.getByText(/^Passkey.*last used/).waitFor()
    await page.getByText('(this one)').waitFor()
    await isSound({ page, faults })
    await devtools.detach()
  })

  it('is left where it was signed in to elsewhere', async () => {
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('row').count()).toBe(2)
  })

  it('invites another, who joins by the link and is asked for a second factor where the organisation wants one', async () => {
    await page.goto(`${origin}/people/sign-in`)
    await page.getByRole('button', { name: 'Invite' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite a person' })
    await dialog.getByLabel('Name').fill('Ben Okafor')
    await dialog.getByLabel('Email').fill('ben@example.org')
    await dialog.getByRole('button', { name: 'Invite' }).click()
    const link = await page.getByLabel('Link for ben@example.org').inputValue()
    expect(link).toMatch(/\/people\/invitation#[\w-]{43}$/)
    await page.getByRole('button', { name: 'I have copied it' }).click()
    await page.getByLabel('Ask everybody for a second factor').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: 'Ben Okafor' }).waitFor()
    await isSound({ page, faults })

    const own = await stage.browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
    const ben = await own.newPage()
    ben.setDefaultTimeout(60_000)
    await ben.goto(link)
    await ben.getByRole('heading', { name: 'Join Harbour' }).waitFor()
    expect(ben.url()).not.toContain('#')
    expect(await accessibilityFaults(ben)).toEqual([])
    await ben.getByLabel('Password').fill('another walrus tidal mosaic')
    await ben.getByRole('button', { name: 'Accept and sign in' }).click()
    await ben.getByRole('heading', { name: 'Add a second factor' }).waitFor()
    expect(await accessibilityFaults(ben)).toEqual([])
    await own.close()
  })

  it('that is forgotten is helped by who gives access, where there is no mail', async () => {
    await signOut()
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByText('This server sends no mail', { exact: false }).waitFor()
    faults.splice(0)
    await isSound({ page, faults })
  })
})
