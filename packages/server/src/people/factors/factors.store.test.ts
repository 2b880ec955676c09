import { describe, expect, it } from 'vitest'
import { peopleRoutes as routes } from '@throughline/contract/people'
import { callerWith, cheapServices, onEachDatabase, testApp, type Answer, type Caller } from '@throughline/testkit/database'
import { newAuthenticator, type Authenticator } from '@throughline/testkit/identity'
import { withOrg } from '../../database/index.ts'
import { memoryOutbox } from '../../mail/index.ts'
import { attemptLimits } from '../attempts.ts'
import { beginSession, csrfOf, sealWith } from '../index.ts'
import { codeOf, fromBase32, stepOf } from './totp.ts'

const minuteMs = 60_000
const cookiesOf = ({ headers }: Answer): string => [headers['set-cookie'] ?? []].flat().map((line) => String(line).split(';')[0]).join('; ')
const codeIn = (answer: Answer): unknown => (answer.body as { code?: unknown } | undefined)?.code

onEachDatabase('a second factor', (t) => {
  let now = new Date('2026-01-05T09:00:00Z')
  const outbox = memoryOutbox()
  const app = testApp(t, { now: () => now, accounts: { ...cheapServices, seal: sealWith(Buffer.alloc(32, 1)), mail: outbox } })
  const later = (minutes: number) => (now = new Date(now.getTime() + minutes * minuteMs))
  const codeNow = (secret: string, steps = 0) => codeOf(fromBase32(secret), stepOf(now) + steps)
  const signIn = (person: { email: string; password: string }, code?: string) => app.stranger.call(routes.signIn, { body: { email: person.email, password: person.password, ...(code === undefined ? {} : { code }) } })
  /** Signs in, and sends what a browser would with each request from then on. */
  const inBrowser = async (person: { email: string; password: string }, code?: string) => {
    const answer = await signIn(person, code)
    expect([answer.status, codeIn(answer)]).toEqual([201, undefined])
    return { cookie: cookiesOf(answer), 'x-csrf-token': (answer.body as { csrf: string }).csrf }
  }

  it('is set up with a code, asked for from then on, and each code counts once', async () => {
    const { viewer: person } = await app.secondOrganisation()
    const { secret, address } = await person.read(routes.beginApp, {})
    expect(address).toContain(`secret=${secret}`)
    expect((await signIn(person)).status).toBe(201)
    expect(await person.refused(routes.confirmApp, { body: { code: '000000' } })).toMatchObject({ code: 'second_factor_wrong' })
    const confirmed = await person.call(routes.confirmApp, { body: { code: codeNow(secret) } })
    const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] }
    expect([confirmed.status, new Set(recoveryCodes).size]).toEqual([200, 10])
    // The session can do more than before, and so goes on under another secret.
    expect((await person.call(routes.readSession, {})).status).toBe(401)
    expect((await app.stranger.call(routes.readFactors, {}, { cookie: cookiesOf(confirmed) })).body).toMatchObject({ app: { since: now.toISOString() }, recoveryCodesLeft: 10 })

    const asked = await signIn(person)
    expect(asked).toMatchObject({ status: 401, body: { code: 'second_factor_needed', values: { app: true, passkey: false } } })
    expect(codeIn(await signIn({ ...person, password: 'not the password' }, codeNow(secret, 1)))).toBe('credentials_wrong')
    expect(codeIn(await signIn(person, codeNow(secret)))).toBe('second_factor_wrong')
    later(1)
    const code = codeNow(secret)
    const answers = await Promise.all([signIn(person, code), signIn(person, code)])
    expect(answers.map(codeIn).toSorted()).toEqual(['second_factor_wrong', undefined])
    const [first = ''] = recoveryCodes
    expect((await signIn(person, first.toUpperCase().replace('-', ' '))).status).toBe(201)
    expect(codeIn(await signIn(person, first))).toBe('second_factor_wrong')
    await outbox.settled()
    expect(outbox.takeFor(person.email).map(({ subject }) => subject)).toContain('A second factor was added')
  })

  it('is not guessed: a few codes, and then none for a quarter of an hour, not even the right one', async () => {
    const { viewer: person } = await app.secondOrganisation()
    const { secret } = await person.read(routes.beginApp, {})
    await person.read(routes.confirmApp, { body: { code: codeNow(secret) } })
    later(1)
    for (let tries = 0; tries < attemptLimits.factor; tries += 1) expect(codeIn(await signIn(person, '000000'))).toBe('second_factor_wrong')
    expect(codeIn(await signIn(person, codeNow(secret)))).toBe('rate_limited')
    later(15)
    expect((await signIn(person, codeNow(secret))).status).toBe(201)
  })

  it('asked for by the organisation holds everything back until there is one, and the last one stays', async () => {
    const { owner, editor } = await app.secondOrganisation()
    const policy = await owner.read(routes.readSignInPolicy, {})
    const changed = await owner.read(routes.changeSignInPolicy, { body: { ...policy, secondFactor: 'required' } })
    expect(changed).toEqual({ ...policy, secondFactor: 'required', version: policy.version + 1 })
    for (const person of [owner, editor]) expect(await person.refused(routes.listUnits, {})).toMatchObject({ status: 403, code: 'second_factor_required' })
    expect(await editor.read(routes.readSession, {})).toMatchObject({ mustAddFactor: true })
    const { secret } = await editor.read(routes.beginApp, {})
    const confirmed = await editor.call(routes.confirmApp, { body: { code: codeNow(secret) } })
    const headers = { cookie: cookiesOf(confirmed), 'x-csrf-token': (confirmed.body as { csrf: string }).csrf }
    expect((await app.stranger.call(routes.listUnits, {}, headers)).status).toBe(200)
    expect((await app.stranger.call(routes.readSession, {}, headers)).body).toMatchObject({ mustAddFactor: false })
    expect(codeIn(await app.stranger.call(routes.removeApp, {}, headers))).toBe('factor_last')
    later(1)
    expect((await app.stranger.call(routes.listUnits, {}, await inBrowser(editor, codeNow(secret)))).status).toBe(200)
  })

  it('is removed by its person, and by who gives access where it was lost', async () => {
    const { owner, viewer, editor } = await app.secondOrganisation()
    const added = await viewer.read(routes.beginApp, {})
    await viewer.read(routes.confirmApp, { body: { code: codeNow(added.secret) } })
    later(1)
    const headers = await inBrowser(viewer, codeNow(added.secret))
    expect((await app.stranger.call(routes.removeApp, {}, headers)).status).toBe(204)
    expect((await app.stranger.call(routes.readFactors, {}, headers)).body).toEqual({ app: null, passkeys: [], recoveryCodesLeft: 0, required: false })
    expect((await signIn(viewer)).status).toBe(201)

    const { secret } = await editor.read(routes.beginApp, {})
    await editor.read(routes.confirmApp, { body: { code: codeNow(secret) } })
    const params = { id: editor.actor.accountId }
    expect((await owner.read(routes.listMemberStandings, {})).find(({ id }) => id === params.id)).toMatchObject({ secondFactor: true, sessions: 1 })
    expect(await owner.refused(routes.removeMemberFactors, { params: { id: owner.actor.accountId } })).toMatchObject({ code: 'role_not_yours_to_give' })
    await owner.read(routes.removeMemberFactors, { params })
    expect((await owner.read(routes.listMemberStandings, {})).find(({ id }) => id === params.id)).toMatchObject({ secondFactor: false, sessions: 0 })
    expect((await signIn(editor)).status).toBe(201)
  })

  describe('in the database', () => {
    it('is sealed, and shown to its own account alone', async () => {
      const { viewer, editor } = await app.secondOrganisation()
      const { secret } = await viewer.read(routes.beginApp, {})
      await viewer.read(routes.confirmApp, { body: { code: codeNow(secret) } })
      const kept = await t.owner.selectFrom('app_factor').select('secret').where('account_id', '=', viewer.actor.accountId).executeTakeFirstOrThrow()
      expect(kept.secret).toMatch(/^sealed\./)
      for (const table of ['app_factor', 'recovery_code', 'known_device', 'passkey', 'password_reset'] as const) expect([table, await withOrg(t.db, editor.actor, (tx) => tx.selectFrom(table).selectAll().where('account_id', '=', viewer.actor.accountId).execute())]).toEqual([table, []])
    })
  })

  describe('by passkey', () => {
    it('is refused where the answer is made up, was asked of another, or comes late', async () => {
      const { viewer } = await app.secondOrganisation()
      const { options } = await viewer.read(routes.beginPasskey, {})
      expect(options).toMatchObject({ rp: { id: 'localhost' }, user: { name: viewer.email }, authenticatorSelection: { userVerification: 'required' } })
      for (const response of [{}, { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} }, { id: 5 }]) {
        expect(await viewer.refused(routes.addPasskey, { body: { name: 'Key', response } })).toMatchObject({ status: 422, code: 'passkey_refused' })
        expect(await app.stranger.refused(routes.signInWithPasskey, { body: { response } })).toMatchObject({ status: 422, code: 'passkey_refused' })
        expect(await viewer.refused(routes.proveByPasskey, { body: { response } })).toMatchObject({ status: 422, code: 'passkey_refused' })
      }
    })

    it('opens the organisation in which it was made, whatever else its account joins, leaves or joined before', async () => {
      const [first, second] = [await app.secondOrganisation(), await app.secondOrganisation()]
      const { viewer } = first
      const signedIn = async (key: Authenticator) => app.stranger.call(routes.signInWithPasskey, { body: { response: key.answer((await app.stranger.read(routes.passkeySignInOptions, {})).options) } })
      const entered = ({ body }: Answer) => (body as { readonly organisation?: { readonly id: string } }).organisation?.id
      const add = async (person: Caller, name: string) => {
        const key = newAuthenticator('http://localhost:80')
        return { key, added: await person.call(routes.addPasskey, { body: { name, response: key.make((await person.read(routes.beginPasskey, {})).options) } }) }
      }
      // Whoever answers for its people at the first organisation could be the one who adds this.
      const early = await add(viewer, 'Early')
      expect(early.added).toMatchObject({ status: 201, body: { passkey: { name: 'Early', opensHere: true } } })
      const atFirst = await signedIn(early.key)
      expect(atFirst.status).toBe(201)
      await second.owner.read(routes.addMember, { body: { name: 'Vera', email: viewer.email, role: 'viewer', password: 'copper walrus tidal mosaic' } })
      expect(entered(await signedIn(early.key))).toBe(entered(atFirst))

      const secret = await beginSession(t.db, { ...viewer.actor, orgId: second.owner.actor.orgId }, now)
      const there = callerWith(() => app.app, { cookie: `throughline=${secret}`, 'x-csrf-token': csrfOf(secret) })
      expect((await there.read(routes.readFactors, {})).passkeys).toMatchObject([{ name: 'Early', opensHere: false }])
      const { options } = await app.stranger.read(routes.passkeySignInOptions, {})
      expect(await there.refused(routes.proveByPasskey, { body: { response: early.key.answer(options) } })).toMatchObject({ code: 'passkey_refused', values: { reason: 'it opens another organisation' } })
      const late = await add(there, 'Late')
      expect(entered(await signedIn(late.key))).not.toBe(entered(atFirst))

      await first.owner.read(routes.removeMember, { params: { id: viewer.actor.accountId } })
      expect(await signedIn(early.key)).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
      expect((await signedIn(late.key)).status).toBe(201)
    })
  })

  it('and all that surrounds an account is no matter of an API token', async () => {
    const { secret } = await (await app.secondOrganisation()).owner.read(routes.createToken, { body: { name: 'ci', role: 'viewer' } })
    const token = app.withToken(secret)
    for (const route of [routes.beginApp, routes.renewRecoveryCodes, routes.beginPasskey, routes.endOtherSessions, routes.removeApp]) expect([route.path, (await token.refused(route, {})).code]).toEqual([route.path, 'session_needed'])
  })
})
