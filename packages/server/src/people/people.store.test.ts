import { expect, it } from 'vitest'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { peopleRoutes as routes } from '@throughline/contract/people'

onEachDatabase('people', (t) => {
  const app = testApp(t)

  it('tells who is signed in and what they may do', async () => {
    const session = await app.editor.read(routes.readSession, {})
    expect(session).toMatchObject({ role: 'editor', can: { edit: true, administer: false }, csrf: app.editor.csrf, organisation: { name: 'Acme', currency: 'EUR', version: 1 } })
  })
})
