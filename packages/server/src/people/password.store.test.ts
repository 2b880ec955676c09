import { expect, it } from 'vitest'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('one’s own password', (t) => {
  const app = testApp(t)
  const next = 'another long password'

  it('is changed by who knows it, ends the other sessions, and is the one that signs in', async () => {
    const { editor, stranger } = app
    const other = await stranger.call(peopleRoutes.signIn, { body: { email: editor.email, password: editor.password } })
    expect(other.status).toBe(201)
    expect(await editor.refused(peopleRoutes.changePassword, { body: { current: 'not it at all', next } })).toMatchObject({ code: 'password_wrong' })
    expect((await editor.call(peopleRoutes.changePassword, { body: { current: editor.password, next } })).status).toBe(204)
    expect((await editor.call(peopleRoutes.readSession, {})).status).toBe(200)
    const cookie = String(other.headers['set-cookie']).split(';')[0] ?? ''
    expect((await stranger.call(peopleRoutes.readSession, {}, { cookie })).status).toBe(401)
    expect(await stranger.refused(peopleRoutes.signIn, { body: { email: editor.email, password: editor.password } })).toMatchObject({ code: 'credentials_wrong' })
    expect((await stranger.call(peopleRoutes.signIn, { body: { email: editor.email, password: next } })).status).toBe(201)
  })

  it('is not changed by an API token', async () => {
    const { secret } = await app.viewer.read(peopleRoutes.createToken, { body: { name: 'nightly', role: 'viewer' } })
    expect(await app.withToken(secret).refused(peopleRoutes.changePassword, { body: { current: app.viewer.password, next } })).toMatchObject({ code: 'password_needs_session' })
  })

  it('of another account cannot be changed, by the database itself', async () => {
    const { accountId } = app.viewer.actor
    await t.db.transaction().execute(async (tx) => {
      const changed = await tx.updateTable('account').set({ password_hash: 'stolen' }).where('id', '=', accountId).executeTakeFirst()
      expect(changed.numUpdatedRows).toBe(0n)
    })
  })
})
