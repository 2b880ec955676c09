import { describe, expect, it } from 'vitest'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes as routes, permissionsOfRole } from '@throughline/contract/people'
import { enterOrg, withOrg, writeAs } from '../../database/index.ts'
import { readStanding } from './rights-store.ts'

const dayMs = 86_400_000

onEachDatabase('rights', (t) => {
  const evening = new Date('2026-03-02T22:00:00Z')
  let now = evening
  const app = testApp(t, { now: () => now })
  const newInitiative = async (name: string) => app.owner.read(demandRoutes.createInitiative, { body: { name } })

  it('come with the session: everything, and what may be done in part', async () => {
    const { member, owner } = app
    const manager = await member('viewer')
    const bridge = await newInitiative('Bridge')
    await owner.read(routes.giveRole, { body: { memberId: manager.actor.accountId, role: 'project_manager', initiativeId: bridge.id } })
    const session = await manager.read(routes.readSession, {})
    expect(session).toMatchObject({ role: 'viewer', can: { edit: true, administer: false }, may: permissionsOfRole.viewer.toSorted((a, b) => session.may.indexOf(a) - session.may.indexOf(b)) })
    expect(session.mayInPart.filter((permission) => !session.may.includes(permission))).toEqual(['edit_initiative', 'edit_money'])
    const other = await newInitiative('Tunnel')
    const window = await manager.read(demandRoutes.readWindow, { query: { ask: '{"sort":[{"field":"name","descending":false}]}' } })
    expect(window.rows.filter(({ id }) => id === bridge.id || id === other.id).map(({ name, may }) => [name, may])).toEqual([['Bridge', ['edit_initiative', 'edit_money']], ['Tunnel', []]])
    expect((await manager.read(demandRoutes.listInitiatives, {})).rows.filter(({ may }) => may?.includes('edit_initiative')).map(({ name }) => name)).toEqual(['Bridge'])
    const { rows } = await manager.read(demandRoutes.changeCells, { body: { changes: [{ id: bridge.id, version: bridge.version, field: 'category', value: 'Roads' }] } })
    expect(rows.map(({ may }) => may)).toEqual([['edit_initiative', 'edit_money']])
  })

  describe('given', () => {
    it('hold in a unit and everything below it, also below what is moved there later', async () => {
      const manager = await app.member('viewer')
      const unit = (code: string, parentId?: string) => app.owner.read(routes.createUnit, { body: { code, name: code, kind: 'division', ...(parentId ? { parentId } : {}) } })
      const [top, other] = [await unit('TOP'), await unit('OTHER')]
      const below = await unit('BELOW', other.id)
      await app.owner.read(routes.giveRole, { body: { memberId: manager.actor.accountId, role: 'finance', unitId: top.id } })
      const { id } = await app.owner.read(demandRoutes.createInitiative, { body: { name: 'Lock', unitId: below.id } })
      const years = (version: number) => manager.call(demandRoutes.setYears, { params: { id }, body: { version, lines: [{ year: 2026, kind: 'cost' as const, amountMinor: '5' }] } })
      expect((await years(1)).status).toBe(403)
      await app.owner.read(routes.changeUnit, { params: { id: other.id }, body: { version: 1, parentId: top.id } })
      expect((await years(1)).status).toBe(200)
    })

    it('end after their last day, by themselves, and say so', async () => {
      const stand = await app.member('viewer')
      const given = await app.owner.read(routes.giveRole, { body: { memberId: stand.actor.accountId, role: 'editor', lastOn: '2026-03-02', note: 'For the closing' } })
      expect(given).toMatchObject({ standing: 'in_force', lastOn: '2026-03-02', scope: { kind: 'organisation', id: null }, note: 'For the closing', may: ['end'] })
      const tryIt = async (at: string, code: string) => {
        now = new Date(at)
        return (await stand.call(routes.createUnit, { body: { code, name: code, kind: 'team' } })).status
      }
      expect([await tryIt('2026-03-02T23:59:59Z', 'IN-TIME'), await tryIt('2026-03-03T00:00:01Z', 'LATE')]).toEqual([201, 403])
      expect((await app.owner.read(routes.listRoles, {})).find(({ id }) => id === given.id)).toMatchObject({ standing: 'over' })
      now = evening
    })

    it('are in the history, and as they were at an earlier moment', async () => {
      const one = await app.member('viewer')
      const given = await app.owner.read(routes.giveRole, { body: { memberId: one.actor.accountId, role: 'finance' } })
      const { rows } = await withOrg(t.db, app.owner.actor, async (tx) => ({ rows: await tx.selectFrom('revision').select(['act', 'after']).where('entity_id', '=', given.id).execute() }))
      expect(rows).toMatchObject([{ act: 'people.give-role', after: { role: 'finance', scope: 'organisation' } }])
    })

    it('are not given by an administrator to themselves, nor is an owner made, changed or removed by one', async () => {
      const [administrator, other] = [await app.member('administrator'), await app.member('viewer')]
      const give = (memberId: string, role: 'finance') => administrator.call(routes.giveRole, { body: { memberId, role } })
      expect([(await give(administrator.actor.accountId, 'finance')).status, (await give(other.actor.accountId, 'finance')).status]).toEqual([403, 201])
      for (const attempt of [
        administrator.refused(routes.changeMember, { params: { id: other.actor.accountId }, body: { version: 1, role: 'owner' } }),
        administrator.refused(routes.changeMember, { params: { id: app.owner.actor.accountId }, body: { version: 1, role: 'viewer' } }),
        administrator.refused(routes.removeMember, { params: { id: app.owner.actor.accountId } }),
      ])
        expect(await attempt).toMatchObject({ code: 'role_not_yours_to_give' })
    })

    it('by the administrator of a unit hold in it and are given nowhere else', async () => {
      const [local, other] = [await app.member('viewer'), await app.member('viewer')]
      const unit = await app.owner.read(routes.createUnit, { body: { code: 'LOCAL', name: 'Local', kind: 'division' } })
      await app.owner.read(routes.giveRole, { body: { memberId: local.actor.accountId, role: 'administrator', unitId: unit.id } })
      const give = (unitId?: string) => local.call(routes.giveRole, { body: { memberId: other.actor.accountId, role: 'sponsor', ...(unitId ? { unitId } : {}) } })
      expect([(await give(unit.id)).status, (await give()).status]).toEqual([201, 403])
      expect((await local.call(routes.changeMember, { params: { id: other.actor.accountId }, body: { version: 1, role: 'editor' } })).status).toBe(403)
    })
  })

  it('delegated hold while they are held, are shown, and are no way on', async () => {
    const [lead, deputy, third] = [await app.member('portfolio_lead'), await app.member('viewer'), await app.member('viewer')]
    const lastOn = new Date(now.getTime() + 9 * dayMs).toISOString().slice(0, 10)
    const given = await lead.read(routes.delegateRole, { body: { memberId: deputy.actor.accountId, role: 'portfolio_lead', lastOn, note: 'Away' } })
    expect((await deputy.read(routes.readSession, {})).may).toContain('decide')
    expect(await deputy.refused(routes.delegateRole, { body: { memberId: third.actor.accountId, role: 'portfolio_lead', lastOn } })).toMatchObject({ code: 'role_not_held' })
    expect((await third.read(routes.listRoles, {})).find(({ id }) => id === given.id)).toMatchObject({ delegatedBy: { name: lead.actor.name }, lastOn, may: [] })
    expect(await third.refused(routes.endRole, { params: { id: given.id } })).toMatchObject({ code: 'role_insufficient' })
    await app.owner.read(routes.changeMember, { params: { id: lead.actor.accountId }, body: { version: 1, role: 'viewer' } })
    expect((await deputy.read(routes.readSession, {})).may).not.toContain('decide')
    expect((await deputy.read(routes.listRoles, {})).find(({ id }) => id === given.id)).toMatchObject({ standing: 'lapsed', may: ['end'] })
    await deputy.read(routes.endRole, { params: { id: given.id } })
  })

  it('are asked for again by the transaction that writes: taken away in between, nothing is written', async () => {
    const editor = await app.member('editor')
    const actor = { ...editor.actor, permit: async () => ({ code: 'role_insufficient' }) }
    const outcome = await writeAs(t.db, actor, 'people.try', async (_, record) => {
      await record({ room: 'people', kind: 'unit', id: 'none', before: null, after: {} })
      return { ok: true as const, value: 1 }
    })
    expect(outcome).toEqual({ ok: false, refusal: { code: 'role_insufficient' } })
  })

  describe('of tokens', () => {
    it('are those it names, never more than its person has by then', async () => {
      const editor = await app.member('editor')
      const { token, secret } = await editor.read(routes.createToken, { body: { name: 'units', may: ['read', 'edit_units'] } })
      expect(token).toMatchObject({ role: null, may: ['read', 'edit_units'], owner: { name: editor.actor.name, service: false } })
      const program = app.withToken(secret)
      await program.read(routes.createUnit, { body: { code: 'P1', name: 'By program', kind: 'team' } })
      expect(await program.refused(demandRoutes.createInitiative, { body: { name: 'No' } })).toMatchObject({ code: 'role_insufficient' })
      await app.owner.read(routes.changeMember, { params: { id: editor.actor.accountId }, body: { version: 1, role: 'viewer' } })
      expect(await program.refused(routes.createUnit, { body: { code: 'P2', name: 'By program', kind: 'team' } })).toMatchObject({ code: 'role_insufficient' })
    })

    it('read and change nothing where nothing was said, and cannot be widened by themselves', async () => {
      const editor = await app.member('editor')
      const { secret, token } = await editor.read(routes.createToken, { body: { name: 'report' } })
      expect(token.may).toEqual(['read', 'see_money', 'see_people'])
      const report = app.withToken(secret)
      expect((await report.read(routes.listMembers, {})).length).toBeGreaterThan(3)
      expect(await report.refused(routes.createToken, { body: { name: 'more' } })).toMatchObject({ code: 'role_insufficient' })
    })

    it('are made for a service by who gives access, and end with it', async () => {
      const administrator = await app.member('administrator')
      const service = await administrator.read(routes.addService, { body: { name: 'Nightly', role: 'viewer' } })
      expect(await administrator.refused(routes.createToken, { body: { name: 'a', role: 'editor', serviceId: service.id } })).toMatchObject({ code: 'token_role_above_own' })
      expect(await administrator.refused(routes.createToken, { body: { name: 'a', serviceId: app.viewer.actor.accountId } })).toMatchObject({ code: 'not_found' })
      expect(await app.editor.refused(routes.createToken, { body: { name: 'a', serviceId: service.id } })).toMatchObject({ code: 'role_insufficient' })
      const { secret, token } = await administrator.read(routes.createToken, { body: { name: 'a', role: 'viewer', serviceId: service.id } })
      expect(await app.withToken(secret).read(routes.readSession, {})).toMatchObject({ account: { name: 'Nightly' }, role: 'viewer' })
      expect((await administrator.read(routes.listTokens, { query: { whose: 'all' } })).find(({ id }) => id === token.id)).toMatchObject({ owner: { name: 'Nightly', service: true } })
      expect((await app.editor.read(routes.listTokens, { query: { whose: 'all' } })).filter(({ owner }) => owner.id !== app.editor.actor.accountId)).toEqual([])
      await administrator.read(routes.removeMember, { params: { id: service.id } })
      expect(await app.withToken(secret).refused(routes.readSession, {})).toMatchObject({ code: 'session_required' })
    })

    it('are revoked by who gives access, whosever they are', async () => {
      const { secret, token } = await app.viewer.read(routes.createToken, { body: { name: 'lost', role: 'viewer' } })
      await app.owner.read(routes.revokeToken, { params: { id: token.id } })
      expect(await app.withToken(secret).refused(routes.readSession, {})).toMatchObject({ code: 'session_required' })
    })
  })

  it('withhold emails and since when from who may not see people’s details', async () => {
    const [manager, sponsor] = [await app.member('resource_manager'), await app.member('sponsor')]
    const [seen, withheld] = [await manager.read(routes.listMembers, {}), await sponsor.read(routes.listMembers, {})]
    expect(seen.every(({ email, createdAt }) => email !== null && createdAt !== null)).toBe(true)
    expect(withheld.filter(({ email }) => email !== null).map(({ id }) => id)).toEqual([sponsor.actor.accountId])
  })

  it('are those of nobody who is no member, and of no other organisation', async () => {
    const theirs = await app.secondOrganisation()
    const standing = await t.db.transaction().execute(async (tx) => {
      await enterOrg(tx, app.owner.actor)
      return readStanding(tx, { orgId: app.owner.actor.orgId, accountId: theirs.owner.actor.accountId }, now)
    })
    expect(standing).toBeUndefined()
  })
})
