import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { BrokenInvariant, ok, refuse } from '@throughline/engine/kernel'
import { onEachDatabase } from '@throughline/testkit/database'
import { createOrganisation } from '../people/index.ts'
import { expectVersion, newId, withOrg, writeAs, type Actor, type Tx } from './index.ts'

onEachDatabase('an act', (t) => {
  let actor: Actor
  beforeAll(async () => {
    const outcome = await createOrganisation(t.db, { organisationName: 'Acme', currency: 'EUR', name: 'Olga', email: 'olga@example.org', passwordHash: 'none' })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    actor = outcome.value.owner
  })
  const addUnit = (tx: Tx, id: string) => tx.insertInto('org_unit').values({ org_id: actor.orgId, id, code: id, name: 'Unit', parent_id: null, kind: 'team' }).execute()
  const units = (id: string) => withOrg(t.db, actor, (tx) => tx.selectFrom('org_unit').select('id').where('id', '=', id).execute())
  const revisions = (id: string) => withOrg(t.db, actor, (tx) => tx.selectFrom('revision').selectAll().where('entity_id', '=', id).execute())

  it('writes the change with who, in which act, from what to what', async () => {
    const id = newId()
    const outcome = await writeAs(t.db, actor, 'people.try', async (tx, record) => {
      await addUnit(tx, id)
      await record({ room: 'people', kind: 'unit', id, before: null, after: { amountMinor: 12345678901234567890n }, why: 'budget round' })
      return ok('done')
    })
    expect(outcome).toEqual(ok('done'))
    expect(await revisions(id)).toMatchObject([{ act: 'people.try', actor_name: 'Olga', account_id: actor.accountId, before: null, after: { amountMinor: '12345678901234567890' }, why: 'budget round' }])
  })

  it('leaves nothing behind where it is refused', async () => {
    const id = newId()
    const outcome = await writeAs(t.db, actor, 'people.try', async (tx, record) => {
      await addUnit(tx, id)
      await record({ room: 'people', kind: 'unit', id, before: null, after: {} })
      return refuse({ code: 'not_found' as const })
    })
    expect(outcome).toEqual(refuse({ code: 'not_found' }))
    expect([await units(id), await revisions(id)]).toEqual([[], []])
  })

  it('leaves nothing behind where it changes without a record', async () => {
    const id = newId()
    const act = writeAs(t.db, actor, 'people.try', async (tx) => {
      await addUnit(tx, id)
      return ok(undefined)
    })
    await expect(act).rejects.toBeInstanceOf(BrokenInvariant)
    expect(await units(id)).toEqual([])
  })

  it('never alters a revision', async () => {
    for (const change of ['update revision set why = null', 'delete from revision']) await expect(sql.raw(change).execute(t.db)).rejects.toMatchObject({ code: '42501' })
  })

  it('names who moved the version', async () => {
    const id = newId()
    await writeAs(t.db, { ...actor, name: 'Paula' }, 'people.try', async (_, record) => {
      await record({ room: 'people', kind: 'unit', id, before: null, after: {} })
      return ok(undefined)
    })
    const check = (row: { version: number } | undefined, version: number) => withOrg(t.db, actor, (tx) => expectVersion(tx, row, { room: 'people', kind: 'unit', id, version }))
    expect(await check({ version: 3 }, 3)).toEqual(ok({ version: 3 }))
    expect(await check({ version: 4 }, 3)).toMatchObject({ refusal: { code: 'version_moved', values: { by: 'Paula', found: 3, expected: 4 } } })
    expect(await check(undefined, 3)).toMatchObject({ refusal: { code: 'not_found', values: { what: 'unit', id } } })
  })

  it('keeps days, decimals and instants as text', async () => {
    const { rows } = await sql`select date '2024-03-31' as day, 12345678901234567890.10::numeric as amount, 9007199254740993::int8 as count,
      timestamptz '2024-03-31 23:30:00+02' as at, array[1.10::numeric] as amounts, array[date '2024-02-29'] as days`.execute(t.db)
    expect(rows).toEqual([{ day: '2024-03-31', amount: '12345678901234567890.10', count: '9007199254740993', at: '2024-03-31T21:30:00.000Z', amounts: ['1.10'], days: ['2024-02-29'] }])
  })
})
