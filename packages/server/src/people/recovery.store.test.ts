import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { withOrg } from '../database/index.ts'
import { forgetEnded, recoverAccess } from './index.ts'

const day = 86_400_000

onEachDatabase('access that was lost', (t) => {
  const now = new Date('2026-03-02T09:00:00Z')
  const app = testApp(t, { now: () => now })
  const next = 'a password nobody knew before'

  it('of an owner is given back by whoever runs the installation: once, for half an hour, for all to see', async () => {
    const { owner, stranger } = app
    const begun = await owner.read(peopleRoutes.beginApp, {})
    expect(begun.secret).not.toBe('')
    const recovered = await recoverAccess(t.db, ` ${owner.email.toUpperCase()} `, now)
    if (!recovered.ok) throw new Error(recovered.refusal.code)
    expect(recovered.value).toMatchObject({ name: owner.actor.name, expiresAt: new Date(now.getTime() + day / 48) })
    expect((await owner.call(peopleRoutes.readSession, {})).status).toBe(401)
    const secret = recovered.value.path.split('#')[1] ?? ''
    const reset = (link: string) => stranger.call(peopleRoutes.resetPassword, { body: { secret: link, password: next } })
    expect([(await reset(secret)).status < 300, (await reset(secret)).status]).toEqual([true, 404])
    expect((await stranger.call(peopleRoutes.signIn, { body: { email: owner.email, password: next } })).status).toBe(201)
    const { entries } = await app.viewer.read(governanceRoutes.listActivity, { query: { act: 'people.recover-access' } })
    expect(entries).toHaveLength(1)
  })

  it('of nobody else: an administrator, a stranger, and who is not known get nothing', async () => {
    const administrator = await app.member('administrator')
    for (const email of [administrator.email, app.viewer.email, 'nobody@example.org', '']) expect(await recoverAccess(t.db, email, now)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })

  it('is not found again in what is over: sessions, links and browsers are forgotten, those in force stay', async () => {
    const person = await app.member('editor')
    const sessions = () => withOrg(t.db, app.viewer.actor, async (tx) => (await tx.selectFrom('session').select('last_seen_at').where('account_id', '=', person.actor.accountId).execute()).length)
    const before = await sessions()
    expect(before).toBeGreaterThan(0)
    await forgetEnded(t.db, now)
    expect(await sessions()).toBe(before)
    expect((await person.call(peopleRoutes.readSession, {})).status).toBe(200)
    expect(await forgetEnded(t.db, new Date(now.getTime() + 8 * day))).toBeGreaterThan(0)
    expect(await sessions()).toBe(0)
    await sql`select forget_ended(now())`.execute(t.db)
  })
})
