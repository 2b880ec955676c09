import type { BrowserContext, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, type CustomField, type ImportDraft, type InitiativeRow } from '@throughline/contract/demand'
import { commentRoutes } from '@throughline/contract/governance'
import { accountRoutes, peopleRoutes, type Session, type Unit } from '@throughline/contract/people'
import { portfolioRoutes, type Scenario } from '@throughline/contract/portfolio'
import { strategyRoutes, type Strategy } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { pathOf, type Route } from '@throughline/contract/wire'
import { hostileBody, hostileText } from '../fuzz/hostile-body.ts'
import { addressesOfPages } from './addresses.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let context: BrowserContext
let page: Page
let csrf = ''
let counted = 0
const next = (): number => (counted += 1)
/** What ran, what the policy had to stop, what was loaded or asked because a text said so: all of it is to stay empty. */
const caught: string[] = []
const ids: Record<string, string> = {}

/** Calls a route with every free text hostile; anything but success would leave the pages without it. */
async function make<T>(route: Route, given: Readonly<Record<string, unknown>> = {}, params: Readonly<Record<string, string>> = {}): Promise<T> {
  const body = typeof route.body === 'object' ? { data: hostileBody(route.body, given, next) } : {}
  const answer = await context.request.fetch(stage.url + pathOf(route, params), { method: route.method, headers: { 'x-csrf-token': csrf }, ...body })
  const text = await answer.text()
  expect(answer.status(), `${route.method} ${route.path} ${JSON.stringify(body).slice(0, 500)} → ${text.slice(0, 500)}`).toBeLessThan(300)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** An organisation in which everything that can be written was written by somebody hostile. */
async function build(): Promise<void> {
  csrf = (await make<Session>(peopleRoutes.setUp, { email: 'mallory@example.org', password: 'correct horse battery staple', currency: 'EUR' })).csrf
  const unit = await make<Unit>(peopleRoutes.createUnit, { kind: 'division', parentId: null })
  await make(peopleRoutes.createUnit, { kind: 'team', parentId: unit.id })
  const member = await make<{ id: string }>(peopleRoutes.addMember, { email: 'second@example.org', password: 'correct horse battery staple', role: 'editor' })
  const service = await make<{ id: string }>(peopleRoutes.addService, { role: 'viewer' })
  await make(peopleRoutes.createToken, { role: 'viewer', may: undefined, serviceId: service.id, expiresInDays: 5 })
  await make(peopleRoutes.giveRole, { memberId: member.id, role: 'finance', unitId: unit.id, initiativeId: undefined, lastOn: null })
  await make(accountRoutes.invite, { email: 'third@example.org', role: 'viewer' })

  const fields = await Promise.all((['text', 'choice', 'number'] as const).map((kind) => make<CustomField>(demandRoutes.createField, { kind, choices: kind === 'choice' ? [hostileText(next(), 120)] : undefined, unit: kind === 'number' ? hostileText(next(), 40) : undefined })))
  const one = await make<InitiativeRow>(demandRoutes.createInitiative, { kind: 'project', state: 'active', unitId: unit.id, mandatory: true, startOn: '2025-01-01', endOn: '2027-12-31', costMinor: '500000000', benefitsMinor: '900000000', rating: { scale: 'three_point', level: 'red' } })
  const other = await make<InitiativeRow>(demandRoutes.createInitiative, { kind: 'project', state: 'active', unitId: unit.id, mandatory: false, startOn: '2025-01-01', endOn: '2027-12-31', costMinor: '700000000', benefitsMinor: '100000000', rating: undefined })
  ids['initiativeId'] = one.id
  const custom = fields.map(({ id, kind, choices }) => ({ id: one.id, version: one.version, field: `custom:${id}`, value: kind === 'text' ? hostileText(next(), 300) : kind === 'choice' ? (choices[0] ?? null) : '5' }))
  await make(demandRoutes.changeCells, { changes: custom })
  await make(demandRoutes.createDependency, { fromId: one.id, toId: other.id })
  await make(demandRoutes.createExclusion, { initiativeIds: [one.id, other.id] })
  await make(demandRoutes.createView, { list: 'initiatives', look: {}, sharing: 'shared' })

  await make<Strategy>(strategyRoutes.changeStrategy, { version: (await make<Strategy>(strategyRoutes.readStrategy)).version })
  const perspectiveId = (await make<Strategy>(strategyRoutes.createPerspective)).perspectives.at(-1)?.id ?? ''
  const withObjective = await make<Strategy>(strategyRoutes.createObjective, { perspectiveId, weight: 1, deadline: null, mandatory: true, citations: [{ label: hostileText(next(), 300), url: 'https://example.org/"onmouseover="__x(18)"<script>__x(19)</script>' }] })
  const objectiveId = withObjective.objectives.at(-1)?.id ?? ''
  const withMeasure = await make<Strategy>(strategyRoutes.createMeasure, { objectiveId, unit: 'day', direction: 'lower', aggregation: undefined, frequency: undefined, horizon: undefined, leading: undefined, target: { baseline: '90', baselineOn: '2025-01-01', target: '30', dueOn: '2027-01-01', tolerance: null } })
  await make(strategyRoutes.recordActual, { on: '2025-06-01', value: '75', state: 'provisional' }, { id: withMeasure.measures.at(-1)?.id ?? '' })
  await make(strategyRoutes.changeContribution, { initiativeId: one.id, objectiveId, contribution: 0.5 })
  await make(valueRoutes.recordEntry, { initiativeId: one.id, kind: 'realised', year: 2025, amountMinor: '5000', cashClass: 'cash_releasing' })

  for (const subject of [{ room: 'demand', kind: 'initiative', id: one.id }, { room: 'strategy', kind: 'objective', id: objectiveId }]) await make(commentRoutes.addComment, { subject, threadId: undefined, mentions: undefined, text: `${hostileText(next())} https://example.org/<script>__x(20)</script> javascript:__x(21) http://"onclick=__x(22)` })
  const fork = await make<Scenario>(portfolioRoutes.forkScenario, { from: null, sharing: 'everyone' })
  ids['scenarioId'] = fork.id
  const changed = await make<Scenario>(portfolioRoutes.changeOverlay, { version: fork.version, set: [{ kind: 'initiative', id: one.id, field: 'name', value: hostileText(next(), 200) }], add: undefined, reset: undefined }, { id: fork.id })
  const proposed = await make<Scenario>(portfolioRoutes.proposeScenario, { version: changed.version }, { id: fork.id })
  const second = await make<Scenario>(portfolioRoutes.forkScenario, { from: null, sharing: 'everyone' })
  ids['second'] = second.id
  const decided = await make<Scenario>(portfolioRoutes.rejectScenario, { version: proposed.version, options: undefined }, { id: fork.id })
  ids['decisionId'] = decided.decisionId ?? ''
  const heading = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const csv = [[hostileText(next(), 200), 'Name', 'Cost', hostileText(next(), 200)], ['x', hostileText(next(), 200), hostileText(next(), 200), hostileText(next())]].map((cells) => cells.map(heading).join(',')).join('\n')
  const sent = await context.request.fetch(`${stage.url}${pathOf(demandRoutes.uploadImport, {}, { fileName: `${hostileText(next(), 200)}.csv` })}`, { method: 'POST', headers: { 'x-csrf-token': csrf, 'content-type': 'application/octet-stream' }, data: Buffer.from(csv) })
  ids['importId'] = ((await sent.json()) as ImportDraft).id
}

/** Every address that the web app has a page for, with ids of hostile things in it. */
const addresses = (): readonly string[] => addressesOfPages().map((path) => path.replace('$importId', ids['importId'] ?? '').replace('$initiativeId', ids['initiativeId'] ?? '').replace('$id', (path.startsWith('/governance') ? ids['decisionId'] : ids['scenarioId']) ?? ''))

/** What in a page would be the work of a text: a handler, a script, an address that runs, an element no page of ours has. */
const strangers = () =>
  [...document.querySelectorAll('*')].flatMap((element) => {
    const handler = element.getAttributeNames().find((name) => name.startsWith('on'))
    const address = ['href', 'src', 'action', 'formaction', 'xlink:href'].map((name) => element.getAttribute(name)).find((value) => /^\s*(javascript|data:text|vbscript)/i.test(value ?? ''))
    const isStrange = element.matches('math, iframe, object, embed, base, script:not([src]), style, img[src*=hostile], [srcdoc], b[onclick]')
    return handler || address || isStrange ? [element.outerHTML.slice(0, 200)] : []
  })

/** Opens what can be opened without changing anything, so that what lies folded is shown as well. */
async function unfold(): Promise<void> {
  for (const part of await page.locator('main').locator('[role=tab], summary').all()) await part.click({ timeout: 2_000 }).catch(() => undefined)
  for (const opener of await page.locator('main').getByRole('button', { name: /why|history|details|discussion|activity|more/i }).all()) {
    await opener.click({ timeout: 1_000 }).catch(() => undefined)
    await page.keyboard.press('Escape')
  }
}

beforeAll(async () => {
  stage = await openStage()
  context = await stage.browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', reducedMotion: 'reduce', colorScheme: 'light' })
  await context.exposeFunction('__x', (what: unknown) => void caught.push(`ran: ${String(what)}`))
  await context.exposeFunction('__violated', (what: string) => void caught.push(`stopped by the policy: ${what}`))
  await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => (globalThis as unknown as { __violated(what: string): void }).__violated(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)))
  context.on('request', (request) => {
    const { pathname, hostname } = new URL(request.url())
    if (pathname === '/hostile.gif' || hostname === 'example.org') caught.push(`loaded: ${request.url()}`)
  })
  context.on('dialog', (dialog) => void (caught.push(`asked: ${dialog.message()}`), dialog.dismiss()))
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => caught.push(`error: ${String(error)}`))
  await build()
}, 180_000)
afterAll(() => stage?.close())

describe('an organisation whose every text is hostile', () => {
  it('shows it on every page as the text it is: nothing runs, nothing is stopped, nothing is loaded', { timeout: 400_000 }, async () => {
    const silent: string[] = []
    for (const address of addresses()) {
      const opened = await page.goto(stage.url + address)
      isClosed(opened)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await unfold()
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      expect(await page.evaluate(strangers), address).toEqual([])
      expect(caught.splice(0), address).toEqual([])
      if (!/__x\(|hostile\.gif/.test(await page.locator('body').innerText())) silent.push(address)
    }
    // A page without any of it would prove nothing; these show none of what people write.
    expect(silent.filter((address) => !['/people/sign-in', '/people/sign-on'].includes(address))).toEqual([])
  })

  it('prints it as text', { timeout: 120_000 }, async () => {
    for (const address of ['/', `/demand/initiatives/${ids['initiativeId']}`]) {
      await page.goto(stage.url + address)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.emulateMedia({ media: 'print' })
      expect((await page.pdf()).subarray(0, 4).toString('latin1')).toBe('%PDF')
      await page.emulateMedia({ media: 'screen' })
      expect([...caught.splice(0), ...(await page.evaluate(strangers))], address).toEqual([])
    }
  })

  it('comes to no harm by addresses that are made up', { timeout: 240_000 }, async () => {
    const bad = encodeURIComponent(`"><img src=/hostile.gif onerror=__x(30)><script>__x(31)</script>`)
    const places = ['/?asOf=', '/?position=', '/?sign-on=', '/portfolio?view=', '/portfolio/select?scenario=', '/portfolio/compare?ids=', '/portfolio/changes?from=', '/demand/initiatives/', '/no/such/', '/people/reset#', '/people/invitation#', `/portfolio/scenarios/${ids['scenarioId']}?part=`].map((place) => place + bad)
    for (const address of [...places, '/?return=javascript:__x(32)', '/#javascript:__x(33)', '//example.org/%2f..']) {
      const opened = await page.goto(stage.url + address)
      isClosed(opened)
      await page.waitForLoadState('networkidle').catch(() => undefined)
      expect(await page.evaluate(strangers), address).toEqual([])
      expect(caught.splice(0), address).toEqual([])
      expect(new URL(page.url()).origin, address).toBe(stage.url)
    }
  })

  it('leaves in files whose cells no spreadsheet runs, and in answers that no browser shows as pages', async () => {
    const csv = await context.request.get(`${stage.url}${demandRoutes.exportInitiatives.path}?format=csv`)
    const text = await csv.text()
    expect(text).toContain('__x(')
    expect(text.split(/\r?\n/).filter((line) => /(^|,)"?[=+@\t\r]/.test(line))).toEqual([])
    expect(csv.headers()).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment;/) as unknown, 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/) as unknown })
    for (const path of ['/api/people/session', '/api/demand/initiatives', `/api/nothing/${encodeURIComponent('<script>__x(40)</script>')}`]) {
      const opened = await page.goto(stage.url + path)
      expect(opened?.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/) as unknown })
      expect(opened?.headers()['content-type']).not.toMatch(/html/)
    }
    for (const path of ['/api/reference', '/problems']) isClosed(await page.goto(stage.url + path))
    expect(caught.splice(0)).toEqual([])
  })

  it('cannot name an address that runs where an address is asked for', async () => {
    const answer = await context.request.fetch(stage.url + strategyRoutes.createObjective.path, { method: 'POST', headers: { 'x-csrf-token': csrf }, data: { perspectiveId: ids['initiativeId'], statement: 'S', weight: 0, citations: [{ label: 'l', url: 'javascript:__x(50)' }] } })
    expect(answer.status()).toBe(400)
  })
})

/** A page takes scripts from this host alone, none that stands in it, and has none standing in it. */
function isClosed(opened: Response | null): void {
  const policy = opened?.headers()['content-security-policy'] ?? ''
  expect(policy, opened?.url()).toMatch(/(^|;)script-src 'self';/)
  expect(policy.replace(/style-src-attr 'unsafe-inline'/, ''), opened?.url()).not.toMatch(/unsafe|\*|nonce/)
}
