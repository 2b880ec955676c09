import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { verifyEvidence } from '../evidence/verify.ts'

onEachDatabase('the erasure of a person', (t) => {
  const app = testApp(t)
  /** Every table with a row in which one of the words stands, in whatever column. */
  const naming = async (...words: readonly string[]): Promise<readonly string[]> => {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(t.owner)
    const found: string[] = []
    for (const { name } of rows) for (const word of words) if ((await sql`select 1 from ${sql.table(name)} t where position(lower(${word}) in lower(t::text)) > 0 limit 1`.execute(t.owner)).rows.length > 0) found.push(`${name}: ${word}`)
    return found
  }
  const erase = (by: Person, person: { readonly accountId: string; readonly name: string }) => by.call(governanceRoutes.erasePerson, { body: { accountId: person.accountId, name: person.name } })

  it('leaves neither name nor address in any table, keeps every figure and who did what, and the chain and the seals hold', async () => {
    const { owner } = app
    const ada = await app.member('editor', 'Ada “Countess” O’Lovelace (née Byron)')
    const { name } = ada.actor
    const bridge = await ada.read(demandRoutes.createInitiative, { body: { name: 'Bridge', costMinor: '999999999999999999', benefitsMinor: '5', sponsor: name } })
    const changed = await ada.read(demandRoutes.changeInitiative, { params: { id: bridge.id }, body: { version: bridge.version, description: `Ask ${name} <${ada.email.toUpperCase()}>`, why: `${name} said so` } })
    await owner.read(demandRoutes.changeInitiative, { params: { id: bridge.id }, body: { version: changed.version, sponsor: 'Annexe' } })
    const about = { room: 'demand', kind: 'initiative', id: bridge.id } as const
    await owner.read(governanceRoutes.addComment, { body: { subject: about, text: `@${name} please look` } })
    await ada.read(governanceRoutes.addComment, { body: { subject: about, text: 'Done.' } })
    const strategy = await ada.read(strategyRoutes.readStrategy, {})
    await ada.read(strategyRoutes.changeStrategy, { body: { version: strategy.version, mission: 'Deliver' } })
    await ada.read(peopleRoutes.createToken, { body: { name: `of ${name}`, role: 'viewer' } })
    const seal = await owner.read(governanceRoutes.addSeal, { body: { kind: 'plan', title: 'Plan' } })
    // What a server holds in memory of the list is asked for before and after, of now and of then.
    await owner.read(demandRoutes.createInitiative, { body: { name: `Led by ${name}`, sponsor: name } })
    const then = new Date().toISOString()
    const list = async () => JSON.stringify(await Promise.all([{}, { asOf: then }].map((query) => owner.read(demandRoutes.readWindow, { query: { ...query, ask: JSON.stringify({ from: 0, limit: 20 }) } }))))
    expect(await list()).toContain('Countess')
    expect((await naming(name, ada.email)).length).toBeGreaterThan(8)
    const acts = async () => (await owner.read(governanceRoutes.listActivity, { query: { by: ada.actor.accountId, limit: 200 } })).entries.map(({ id, act }) => [id, act])
    const before = await acts()

    const answer = await erase(owner, ada.actor)
    expect(answer).toMatchObject({ status: 201, body: { accountErased: true, seals: 1 } })
    const { pseudonym } = answer.body as { pseudonym: string }
    expect(pseudonym).toMatch(/^Person [0-9A-F]{8}$/)
    expect(await naming(name, ada.email)).toEqual([])

    expect(await list()).not.toContain('Countess')
    expect(await acts()).toEqual(before)
    const entries = (await owner.read(governanceRoutes.listActivity, { query: { by: ada.actor.accountId, limit: 200 } })).entries
    expect(new Set(entries.map(({ by }) => by.name))).toEqual(new Set([pseudonym]))
    const detail = await owner.read(demandRoutes.readInitiative, { params: { id: bridge.id } })
    expect(JSON.stringify(detail)).toContain('999999999999999999')
    expect(JSON.stringify(detail)).toContain('Annexe')
    expect((await ada.call(demandRoutes.listInitiatives, {})).status).toBe(401)
    expect((await app.stranger.call(peopleRoutes.signIn, { body: { email: ada.email, password: ada.password } })).status).toBe(401)
    expect(await verifyEvidence(t.db, owner.actor)).toMatchObject({ holds: true, faults: [] })
    const after = (await owner.read(governanceRoutes.listSeals, {})).find(({ id }) => id === seal.id)
    expect(after).toMatchObject({ brokenAt: null, restatedAt: expect.any(String) as string })
    const document = (await owner.read(governanceRoutes.readSealed, { params: { id: seal.id } })).toString()
    expect([document.includes(pseudonym), document.includes('Countess'), Buffer.byteLength(document)]).toEqual([true, false, after?.bytes])
  })

  it('destroys the salts of the digests of what was erased, and of nothing else', async () => {
    const { rows } = await sql<{ table: string; gone: number; kept: number }>`
      select table_name as table, count(*) filter (where salt is null and digest is not null)::integer as gone, count(*) filter (where salt is not null)::integer as kept from chain_mark, unnest(digests, salts) u(digest, salt) where org_id = ${app.owner.actor.orgId} group by 1`.execute(t.owner)
    const of = (table: string) => rows.find((row) => row.table === table)
    expect(of('revision')?.gone).toBeGreaterThan(4)
    expect(of('revision')?.kept).toBeGreaterThan(4)
    expect(of('organisation')?.gone).toBe(0)
  })

  it('leaves an account alone that another organisation has, and is refused by name', async () => {
    const { owner, editor } = app
    const bo = await app.member('viewer', 'Bo Diaz')
    const { owner: other } = await app.secondOrganisation()
    await other.read(peopleRoutes.addMember, { body: { name: 'Bo Diaz', email: bo.email, role: 'viewer', password: 'a long enough password' } })
    expect((await erase(owner, { accountId: bo.actor.accountId, name: 'Bo Dias' })).body).toMatchObject({ code: 'name_differs' })
    expect((await erase(owner, owner.actor)).body).toMatchObject({ code: 'person_kept' })
    expect((await erase(editor, bo.actor)).body).toMatchObject({ code: 'role_insufficient' })
    expect((await erase(other, app.viewer.actor)).body).toMatchObject({ code: 'not_found' })
    expect(await erase(owner, bo.actor)).toMatchObject({ status: 201, body: { accountErased: false } })
    expect((await other.read(peopleRoutes.listMembers, {})).map(({ name }) => name)).toContain('Bo Diaz')
    expect(JSON.stringify((await owner.read(governanceRoutes.listRevisions, {})))).not.toContain('Bo Diaz')
    expect(await verifyEvidence(t.db, owner.actor)).toMatchObject({ holds: true })
    expect(await verifyEvidence(t.db, other.actor)).toMatchObject({ holds: true })
  })
})
