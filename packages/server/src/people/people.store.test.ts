import { describe, expect, it } from 'vitest'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { peopleRoutes as routes, type Unit } from '@throughline/contract/people'
import { withOrg } from '../database/index.ts'

onEachDatabase('people', (t) => {
  const app = testApp(t)
  const unit = (code: string, parentId: string | null = null): Promise<Unit> => app.editor.read(routes.createUnit, { body: { code, name: `Unit ${code}`, kind: 'team', parentId } })

  it('tells who is signed in and what they may do', async () => {
    const session = await app.editor.read(routes.readSession, {})
    expect(session).toMatchObject({ role: 'editor', can: { edit: true, administer: false }, csrf: app.editor.csrf, empty: true, organisation: { name: 'Acme', currency: 'EUR', version: 1 } })
  })

  describe('the organisation', () => {
    it('changes what is named and nothing else, one version at a time', async () => {
      const before = await app.owner.read(routes.readOrganisation, {})
      const calendar = { startMonth: 4, startDay: 1, label: 'span' } as const
      expect(await app.owner.read(routes.changeOrganisation, { body: { version: before.version, calendar } })).toEqual({ ...before, calendar, version: before.version + 1 })
      expect(await app.owner.refused(routes.changeOrganisation, { body: { version: before.version, name: 'Late' } })).toMatchObject({ code: 'version_moved', values: { found: 1, expected: 2, by: app.owner.actor.name } })
    })
  })

  describe('units', () => {
    it('form a tree in which no unit is below itself', async () => {
      const top = await unit('T')
      const below = await unit('L', (await unit('M', top.id)).id)
      const move = { params: { id: top.id }, body: { version: 1, parentId: below.id } }
      expect(await app.editor.refused(routes.changeUnit, move)).toMatchObject({ code: 'unit_cycle', values: { unit: 'Unit T', parent: 'Unit L' } })
      expect(await app.editor.refused(routes.changeUnit, { ...move, body: { version: 1, parentId: top.id } })).toMatchObject({ code: 'unit_cycle' })
      expect(await app.editor.read(routes.changeUnit, { params: { id: below.id }, body: { version: 1, parentId: null, name: 'Free' } })).toMatchObject({ parentId: null, name: 'Free', code: 'L', version: 2 })
      expect(await app.editor.read(routes.changeUnit, move)).toMatchObject({ parentId: below.id, version: 2 })
    })

    it('cannot close a circle by two moves at once', async () => {
      const [one, two] = [await unit('C1'), await unit('C2')]
      const answers = await Promise.all([app.editor.call(routes.changeUnit, { params: { id: one.id }, body: { version: 1, parentId: two.id } }), app.editor.call(routes.changeUnit, { params: { id: two.id }, body: { version: 1, parentId: one.id } })])
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
    })

    it('have codes of their own, whatever the case', async () => {
      await unit('fin')
      expect(await app.editor.refused(routes.createUnit, { body: { code: 'FIN', name: 'Again', kind: 'team' } })).toMatchObject({ status: 409, code: 'code_taken' })
    })

    it('are placed below units of this organisation alone', async () => {
      const theirs = await (await app.secondOrganisation()).owner.read(routes.createUnit, { body: { code: 'X', name: 'Theirs', kind: 'team' } })
      expect(await app.editor.refused(routes.createUnit, { body: { code: 'Y', name: 'Ours', kind: 'team', parentId: theirs.id } })).toMatchObject({ code: 'not_found', values: { what: 'unit' } })
    })
  })

  describe('members', () => {
    const password = 'a long enough one'

    it('are given access once, under one email', async () => {
      const added = await app.owner.read(routes.addMember, { body: { name: 'Nora', email: 'Nora@Example.org', role: 'editor', password } })
      expect(added).toMatchObject({ name: 'Nora', email: 'nora@example.org', role: 'editor', version: 1 })
      expect(await app.owner.refused(routes.addMember, { body: { name: 'Nora', email: 'nora@example.org', role: 'viewer', password } })).toMatchObject({ code: 'email_taken' })
      expect((await app.viewer.read(routes.listMembers, {})).map(({ email }) => email)).toContain('nora@example.org')
    })

    it('lose every session and token with their access', async () => {
      const people = await app.secondOrganisation()
      const { secret } = await people.editor.read(routes.createToken, { body: { name: 'ci', role: 'viewer' } })
      const token = app.withToken(secret)
      await token.read(routes.readSession, {})
      await people.owner.read(routes.removeMember, { params: { id: people.editor.actor.accountId } })
      for (const caller of [people.editor, token]) expect(await caller.refused(routes.readSession, {})).toMatchObject({ code: 'session_required' })
    })

    it('are not left without an owner, not even by two who leave at once', async () => {
      const people = await app.secondOrganisation()
      const id = people.owner.actor.accountId
      expect(await people.owner.refused(routes.removeMember, { params: { id } })).toMatchObject({ code: 'last_owner' })
      expect(await people.owner.refused(routes.changeMember, { params: { id }, body: { version: 1, role: 'viewer' } })).toMatchObject({ code: 'last_owner' })
      const second = await people.owner.read(routes.changeMember, { params: { id: people.editor.actor.accountId }, body: { version: 1, role: 'owner' } })
      const answers = await Promise.all([id, second.id].map((one) => people.owner.call(routes.removeMember, { params: { id: one } })))
      expect(answers.filter(({ status }) => status === 204).length).toBe(1)
    })

    it('keep a role that was changed at once, in the session they have', async () => {
      const people = await app.secondOrganisation()
      await people.owner.read(routes.changeMember, { params: { id: people.editor.actor.accountId }, body: { version: 1, role: 'viewer' } })
      expect(await people.editor.refused(routes.createUnit, { body: { code: 'A', name: 'A', kind: 'team' } })).toMatchObject({ code: 'role_insufficient', values: { needed: 'arrange units', role: 'viewer' } })
    })
  })

  it('never writes a password, its hash or a secret into a revision', async () => {
    const { secret } = await app.owner.read(routes.createToken, { body: { name: 'ci', role: 'viewer' } })
    const revisions = await withOrg(t.db, app.owner.actor, (tx) => tx.selectFrom('revision').selectAll().execute())
    expect(new Set(revisions.map(({ act }) => act))).toContain('people.create-token')
    const text = JSON.stringify(revisions)
    expect(text).not.toMatch(/scrypt|password|hash/i)
    expect(text).not.toContain(secret.slice(-43))
  })
})
