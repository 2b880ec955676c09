import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { peopleRoutes as routes } from '@throughline/contract/people'
import { callerWith, cheapServices, onEachDatabase, testApp, type Answer } from '@throughline/testkit/database'
import { createApp } from '../http/index.ts'
import { memoryOutbox } from '../mail/index.ts'
import { rooms } from '../rooms.ts'
import { attemptLimits } from './attempts.ts'
import { standardCost } from './password.ts'

const minuteMs = 60_000
const cookiesOf = ({ headers }: Answer): string => [headers['set-cookie'] ?? []].flat().map((line) => String(line).split(';')[0]).join('; ')
const codeIn = (answer: Answer): unknown => (answer.body as { code?: unknown } | undefined)?.code
const secretIn = (address: string | undefined): string => address?.split('#')[1] ?? ''
const chrome = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36' }
const password = 'copper walrus tidal mosaic'

onEachDatabase('an account', (t) => {
  let now = new Date('2026-01-05T09:00:00Z')
  const outbox = memoryOutbox()
  const app = testApp(t, { now: () => now, accounts: { ...cheapServices, mail: outbox, publicUrl: 'https://line.example.org' } })
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * minuteMs))
  const signIn = (email: string, given: string, headers: Record<string, string> = {}) => app.stranger.call(routes.signIn, { body: { email, password: given } }, headers)
  const lettersTo = async (email: string) => {
    await outbox.settled()
    return outbox.takeFor(email)
  }

  describe('asks again who it is', () => {
    it('for what would help whoever finds an unlocked screen, and goes on under another secret', async () => {
      const { owner } = await app.secondOrganisation()
      const add = { body: { name: 'Nora', email: 'nora@example.org', role: 'viewer', password } } as const
      later(16)
      expect(await owner.refused(routes.addMember, add)).toMatchObject({ status: 403, code: 'sign_in_outdated', values: { minutes: 15 } })
      expect((await owner.call(routes.listUnits, {})).status).toBe(200)
      expect(await owner.refused(routes.proveByPassword, { body: { password: 'not the password' } })).toMatchObject({ code: 'password_wrong' })
      const proved = await owner.call(routes.proveByPassword, { body: { password: owner.password } })
      expect((await owner.call(routes.readSession, {})).status).toBe(401)
      const headers = { cookie: cookiesOf(proved), 'x-csrf-token': (proved.body as { csrf: string }).csrf }
      expect((await app.stranger.call(routes.addMember, add, headers)).status).toBe(201)
    })
  })

  describe('sessions', () => {
    it('are seen with their device, and ended one by one or all others at once', async () => {
      const { viewer } = await app.secondOrganisation()
      const other = await signIn(viewer.email, viewer.password, chrome)
      const third = await signIn(viewer.email, viewer.password)
      const found = await viewer.read(routes.listSessions, {})
      expect(found.map(({ device, current }) => [device, current]).toSorted()).toEqual([['', true], ['Chrome on Linux', false], ['lightMyRequest', false]])
      const chromeId = found.find(({ device }) => device === 'Chrome on Linux')?.id ?? ''
      expect(await app.viewer.refused(routes.endSession, { params: { id: chromeId } })).toMatchObject({ code: 'not_found' })
      await viewer.read(routes.endSession, { params: { id: chromeId } })
      expect((await app.stranger.call(routes.readSession, {}, { cookie: cookiesOf(other) })).status).toBe(401)
      await viewer.read(routes.endOtherSessions, {})
      expect((await app.stranger.call(routes.readSession, {}, { cookie: cookiesOf(third) })).status).toBe(401)
      expect(await viewer.read(routes.listSessions, {})).toHaveLength(1)
    })

    it('of a member are ended by who gives access, but not those of an owner by somebody less', async () => {
      const people = await app.secondOrganisation()
      const administrator = await people.member('administrator')
      expect(await administrator.refused(routes.endMemberSessions, { params: { id: people.owner.actor.accountId } })).toMatchObject({ code: 'role_not_yours_to_give' })
      await administrator.read(routes.endMemberSessions, { params: { id: people.viewer.actor.accountId } })
      expect((await people.viewer.call(routes.readSession, {})).status).toBe(401)
    })

    it('end as soon as the organisation says', async () => {
      const { owner, viewer } = await app.secondOrganisation()
      const policy = await owner.read(routes.readSignInPolicy, {})
      await owner.read(routes.changeSignInPolicy, { body: { ...policy, idleMinutes: 10, longestHours: 1 } })
      expect(await owner.refused(routes.changeSignInPolicy, { body: policy })).toMatchObject({ code: 'version_moved' })
      for (let minutes = 9; minutes < 60; minutes += 9) {
        later(9)
        expect((await viewer.call(routes.readSession, {})).status).toBe(200)
      }
      expect((await owner.call(routes.readSession, {})).status).toBe(401)
      later(9)
      expect((await viewer.call(routes.readSession, {})).status).toBe(401)
    })
  })

  describe('a forgotten password', () => {
    it('is answered alike for every address, by a letter to somebody alone, whose link works once and ends every session', async () => {
      const { viewer } = await app.secondOrganisation()
      const ask = (email: string) => app.stranger.call(routes.forgetPassword, { body: { email } })
      const [known, unknown] = [await ask(viewer.email.toUpperCase()), await ask('nobody@example.org')]
      expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
      expect(await lettersTo('nobody@example.org')).toEqual([])
      const [letter] = await lettersTo(viewer.email)
      expect(letter?.act?.address).toMatch(/^https:\/\/line\.example\.org\/people\/reset#[\w-]{43}$/)
      const secret = secretIn(letter?.act?.address)
      expect(JSON.stringify(await t.owner.selectFrom('password_reset').selectAll().execute())).not.toContain(secret)

      const reset = (given: string, next = password) => app.stranger.call(routes.resetPassword, { body: { secret: given, password: next } })
      expect(codeIn(await reset(secret, 'qwerty123456'))).toBe('password_known')
      expect(codeIn(await reset(secret, viewer.email))).toBe('password_guessable')
      expect(codeIn(await reset('A'.repeat(43)))).toBe('link_over')
      const answers = await Promise.all([reset(secret), reset(secret)])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404])
      expect((await viewer.call(routes.readSession, {})).status).toBe(401)
      expect([(await signIn(viewer.email, viewer.password)).status, (await signIn(viewer.email, password)).status]).toEqual([401, 201])
      expect((await lettersTo(viewer.email)).map(({ subject }) => subject)).toContain('Your password was changed')
    })

    it('has a link for half an hour, and only the letters that somebody can want', async () => {
      const { viewer } = await app.secondOrganisation()
      for (let times = 0; times < attemptLimits.letter + 2; times += 1) expect((await app.stranger.call(routes.forgetPassword, { body: { email: viewer.email } })).status).toBe(202)
      const letters = await lettersTo(viewer.email)
      expect(letters).toHaveLength(attemptLimits.letter)
      later(30)
      expect(codeIn(await app.stranger.call(routes.resetPassword, { body: { secret: secretIn(letters[0]?.act?.address), password } }))).toBe('link_over')
    })

    it('is helped by who gives access, unless the account is of another organisation as well', async () => {
      const [people, others] = [await app.secondOrganisation(), await app.secondOrganisation()]
      const administrator = await people.member('administrator')
      const link = await administrator.read(routes.makePasswordLink, { params: { id: people.editor.actor.accountId } })
      expect(link).toMatchObject({ sent: true, link: null })
      expect(await lettersTo(people.editor.email)).toHaveLength(1)
      expect(await administrator.refused(routes.makePasswordLink, { params: { id: people.owner.actor.accountId } })).toMatchObject({ code: 'role_not_yours_to_give' })
      await others.owner.read(routes.addMember, { body: { name: 'Vera', email: people.viewer.email, role: 'viewer', password } })
      for (const route of [routes.makePasswordLink, routes.removeMemberFactors]) expect(await people.owner.refused(route, { params: { id: people.viewer.actor.accountId } })).toMatchObject({ status: 409, code: 'account_elsewhere' })
    })
  })

  describe('an invitation', () => {
    it('goes by mail, is accepted once, and signs in with the role that was given', async () => {
      const { owner } = await app.secondOrganisation()
      const { invitation, given } = await owner.read(routes.invite, { body: { name: 'Ines', email: 'Ines@Example.org', role: 'editor' } })
      expect([invitation.email, given.sent, given.link]).toEqual(['ines@example.org', true, null])
      const [letter] = await lettersTo('ines@example.org')
      const secret = secretIn(letter?.act?.address)
      expect(await app.stranger.read(routes.readInvitation, { body: { secret } })).toMatchObject({ organisation: 'Globex', name: 'Ines', role: 'editor', known: false })
      expect(await app.stranger.refused(routes.acceptInvitation, { body: { secret, password: 'qwerty123456' } })).toMatchObject({ code: 'password_known' })
      const accepted = await app.stranger.call(routes.acceptInvitation, { body: { secret, password, name: 'Inés' } })
      expect(accepted).toMatchObject({ status: 201, body: { account: { name: 'Inés', email: 'ines@example.org' }, role: 'editor' } })
      expect(await app.stranger.refused(routes.acceptInvitation, { body: { secret, password } })).toMatchObject({ code: 'link_over' })
      expect(await owner.refused(routes.invite, { body: { name: 'Ines', email: 'ines@example.org', role: 'viewer' } })).toMatchObject({ code: 'email_taken' })
    })

    it('is void once it is sent again or withdrawn, and after a week', async () => {
      const { owner } = await app.secondOrganisation()
      const linkTo = async (email: string) => secretIn((await lettersTo(email))[0]?.act?.address)
      const { invitation } = await owner.read(routes.invite, { body: { name: 'Omar', email: 'omar@example.org', role: 'viewer' } })
      const first = await linkTo('omar@example.org')
      await owner.read(routes.inviteAgain, { params: { id: invitation.id } })
      const second = await linkTo('omar@example.org')
      const seen = (secret: string) => app.stranger.call(routes.readInvitation, { body: { secret } })
      expect([codeIn(await seen(first)), (await seen(second)).status]).toEqual(['link_over', 200])
      await owner.read(routes.withdrawInvitation, { params: { id: invitation.id } })
      expect([codeIn(await seen(second)), await owner.read(routes.listInvitations, {})]).toEqual(['link_over', []])
      await owner.read(routes.invite, { body: { name: 'Omar', email: 'omar@example.org', role: 'viewer' } })
      const third = await linkTo('omar@example.org')
      later(7 * 24 * 60)
      expect(codeIn(await seen(third))).toBe('link_over')
    })

    it('to an address that has an account asks for what it has, also where its access was taken away', async () => {
      const [{ owner }, { viewer }] = [await app.secondOrganisation(), await app.secondOrganisation()]
      const accept = async (given: string) => {
        await owner.read(routes.invite, { body: { name: 'Somebody', email: viewer.email, role: 'viewer' } })
        return app.stranger.call(routes.acceptInvitation, { body: { secret: secretIn((await lettersTo(viewer.email))[0]?.act?.address), password: given } })
      }
      expect(codeIn(await accept('a password of mine'))).toBe('credentials_wrong')
      const joined = await accept(viewer.password)
      expect(joined).toMatchObject({ status: 201, body: { account: { id: viewer.actor.accountId, name: 'Vera Viewer' } } })
      await owner.read(routes.removeMember, { params: { id: viewer.actor.accountId } })
      expect((await accept(viewer.password)).status).toBe(201)
    })

    it('to be an owner is an owner’s to give', async () => {
      const administrator = await (await app.secondOrganisation()).member('administrator')
      expect(await administrator.refused(routes.invite, { body: { name: 'Eve', email: 'eve@example.org', role: 'owner' } })).toMatchObject({ code: 'role_not_yours_to_give' })
    })
  })

  describe('is guarded', () => {
    it('without strangers being able to keep its person out: a browser that is known is counted apart, on every server', async () => {
      later(60)
      const { viewer } = await app.secondOrganisation()
      const browser = cookiesOf(await signIn(viewer.email, viewer.password)).split('; ').find((part) => part.startsWith('throughline-browser=')) ?? ''
      const second = await createApp({ db: t.db, rooms, logger: pino({ level: 'silent' }), now: () => now, accounts: cheapServices })
      const elsewhere = callerWith(() => second, {})
      for (let tries = 0; tries <= attemptLimits.account; tries += 1) await (tries % 2 === 0 ? app.stranger : elsewhere).call(routes.signIn, { body: { email: viewer.email, password: 'wrong' } })
      for (const caller of [app.stranger, elsewhere]) expect(codeIn(await caller.call(routes.signIn, { body: { email: viewer.email, password: viewer.password } }))).toBe('rate_limited')
      expect((await elsewhere.call(routes.signIn, { body: { email: viewer.email, password: viewer.password } }, { cookie: browser })).status).toBe(201)
      await second.close()
      expect((await lettersTo(viewer.email)).map(({ subject }) => subject)).not.toContain('A sign-in from a new browser')
    })

    it('by a letter where it is used from a browser that is new', async () => {
      const { viewer } = await app.secondOrganisation()
      await signIn(viewer.email, viewer.password)
      expect(await lettersTo(viewer.email)).toEqual([])
      await signIn(viewer.email, viewer.password)
      expect((await lettersTo(viewer.email)).map(({ subject }) => subject)).toEqual(['A sign-in from a new browser'])
    })
  })
})

onEachDatabase('an account without mail', (t) => {
  const app = testApp(t)
  it('is given its link by hand, shown once', async () => {
    expect(await app.stranger.read(routes.readSetup, {})).toMatchObject({ mail: false })
    const { invitation, given } = await app.owner.read(routes.invite, { body: { name: 'Ines', email: 'ines@example.org', role: 'viewer' } })
    expect(given).toMatchObject({ sent: false, link: expect.stringMatching(/^\/people\/invitation#[\w-]{43}$/) as string })
    expect(JSON.stringify(await app.owner.read(routes.listInvitations, {}))).not.toContain(secretIn(given.link ?? ''))
    expect((await app.owner.read(routes.inviteAgain, { params: { id: invitation.id } })).link).not.toBe(given.link)
    const link = await app.owner.read(routes.makePasswordLink, { params: { id: app.viewer.actor.accountId } })
    await app.stranger.read(routes.resetPassword, { body: { secret: secretIn(link.link ?? ''), password } })
    expect((await app.stranger.call(routes.forgetPassword, { body: { email: app.viewer.email } })).status).toBe(202)
  })
})

onEachDatabase('the hash of a password', (t) => {
  const app = testApp(t, { accounts: { ...cheapServices, cost: standardCost } })
  it('is made anew at today’s cost when the password is next given', async () => {
    const { viewer } = app
    const hashOf = async () => (await t.owner.selectFrom('account').select('password_hash').where('id', '=', viewer.actor.accountId).executeTakeFirstOrThrow()).password_hash
    const signIn = () => app.stranger.call(routes.signIn, { body: { email: viewer.email, password: viewer.password } })
    expect(await hashOf()).toMatch(/^scrypt\$2\$/)
    await signIn()
    const renewed = await hashOf()
    expect(renewed).toMatch(/^scrypt\$131072\$8\$1\$/)
    expect([(await signIn()).status, await hashOf()]).toEqual([201, renewed])
  })
})
