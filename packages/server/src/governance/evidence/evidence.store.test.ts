import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ok } from '@throughline/engine/kernel'
import { checkEvidence } from '@throughline/exchange/evidence'
import { openArchive, type Archive } from '@throughline/exchange/archive'
import { onEachDatabase, type TestDatabase } from '@throughline/testkit/database'
import { migrate, newId, withOrg, writeAs, type Actor, type Migration, type Tx } from '../../database/index.ts'
import { createOrganisation } from '../../people/index.ts'
import { migrationsOf, rooms } from '../../rooms.ts'
import { restoreArchive } from '../archive/acts/restore-archive.ts'
import { saveArchive } from '../archive/save.ts'
import { readHead, verifyEvidence } from './verify.ts'

/** Organisations that live, and what is done to them behind the server’s back. */
function working(t: TestDatabase) {
  const found = async (): Promise<Actor> => {
    const outcome = await createOrganisation(t.db, { organisationName: 'Acme', currency: 'EUR', name: 'Olga Owner', email: `${newId()}@example.org`, passwordHash: 'none' })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.owner
  }
  const act = (actor: Actor, name: string, write: (tx: Tx) => Promise<unknown>, id: string) =>
    writeAs(t.db, actor, `people.${name}`, async (tx, record) => {
      await write(tx)
      await record({ room: 'people', kind: 'unit', id, before: null, after: { name, amountMinor: 123_456_789_012_345_678n, share: 0.1 + 0.2, tiny: 1e-9, huge: 1e21, note: 'Brücke “漢字” \\ \n' } })
      return ok(undefined)
    })
  const add = (actor: Actor, id = newId()) => act(actor, 'add-unit', (tx) => tx.insertInto('org_unit').values({ org_id: actor.orgId, id, code: id, name: `Unit ${id}`, parent_id: null, kind: 'team' }).execute(), id).then(() => id)
  const rename = (actor: Actor, id: string, name: string) => act(actor, 'change-unit', (tx) => tx.updateTable('org_unit').set({ name }).where('id', '=', id).execute(), id)
  const remove = (actor: Actor, id: string) => act(actor, 'remove-unit', (tx) => tx.deleteFrom('org_unit').where('id', '=', id).execute(), id)
  /** Two units, one renamed twice, one removed again. */
  const lived = async (): Promise<{ actor: Actor; one: string; two: string }> => {
    const actor = await found()
    const [one, two, gone] = [await add(actor), await add(actor), await add(actor)]
    await rename(actor, one, 'renamed')
    await rename(actor, one, 'renamed again')
    await remove(actor, gone)
    return { actor, one, two }
  }
  const faultsOf = async (actor: Actor) => (await verifyEvidence(t.db, actor)).faults.map(({ fault, table, key, seq }) => [fault, table ?? seq, ...(key === null ? [] : [key])])
  const tamper = (actor: Actor, text: string) => sql.raw(text.replaceAll('$org', `'${actor.orgId}'`)).execute(t.owner)
  const archived = async (actor: Actor): Promise<{ bytes: Uint8Array; archive: Archive }> => {
    const pieces: Uint8Array[] = []
    for await (const piece of saveArchive(t.db, actor, new Date())) pieces.push(piece)
    const bytes = Buffer.concat(pieces)
    const opened = openArchive(bytes, 'a.zip')
    if (!opened.ok) throw new Error(opened.refusal.code)
    return { bytes, archive: opened.value }
  }
  return { found, add, rename, remove, lived, faultsOf, tamper, archived }
}

onEachDatabase('the evidence', (t) => {
  const { found, add, rename, remove, lived, faultsOf, tamper, archived } = working(t)

  it('holds after acts, refusals and reading; each act is one link, numbered without a gap', async () => {
    const { actor } = await lived()
    await writeAs(t.db, actor, 'people.refused', () => Promise.resolve({ ok: false as const, refusal: 'no' }))
    const report = await verifyEvidence(t.db, actor)
    expect(report).toMatchObject({ holds: true, faults: [], more: false, acts: 7 })
    expect(report.tables).toBeGreaterThan(30)
    expect(report.rows).toBeGreaterThan(10)
  })

  it('is one order under writers at once', async () => {
    const actor = await found()
    const ids = await Promise.all(Array.from({ length: 24 }, () => add(actor)))
    await Promise.all(ids.flatMap((id) => [rename(actor, id, 'a'), rename(actor, id, 'b')]))
    expect(await verifyEvidence(t.db, actor)).toMatchObject({ holds: true, acts: 73 })
  })

  it('law: holds under any acts, here and in an archive read without a server', async () => {
    const actor = await found()
    const units: string[] = []
    const step = fc.tuple(fc.constantFrom('add', 'rename', 'remove'), fc.nat(), fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text.replaceAll('\u0000', '')}`))
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const [what, at, name] of steps) {
        const id = units[at % Math.max(1, units.length)]
        if (what === 'add' || id === undefined) units.push(await add(actor))
        else if (what === 'rename') await rename(actor, id, name)
        else await remove(actor, id).then(() => units.splice(units.indexOf(id), 1))
      }
      expect(await faultsOf(actor)).toEqual([])
    }), { numRuns: 12 })
    const { archive } = await archived(actor)
    const head = await withOrg(t.db, actor, readHead)
    expect(checkEvidence(archive, head)).toMatchObject({ faults: [], absent: [], head: { seq: head.seq, hash: head.hash } })
  })

  describe('names what was done behind the server’s back', () => {
    const revision = (actor: Actor, position: number) => `(select id from revision where org_id = '${actor.orgId}' order by at limit 1 offset ${position})`
    const idOf = async (actor: Actor, position: number) => (await sql<{ id: string }>`select ${sql.raw(revision(actor, position))} as id`.execute(t.owner)).rows[0]?.id ?? ''

    it('a row changed, removed, brought in, exchanged', async () => {
      const { actor, one, two } = await lived()
      await tamper(actor, `update org_unit set name = 'other' where id = '${one}'`)
      expect(await faultsOf(actor)).toEqual([['changed', 'org_unit', one]])
      await tamper(actor, `update org_unit set name = 'renamed again' where id = '${one}'`)
      expect(await faultsOf(actor)).toEqual([])
      await tamper(actor, `delete from org_unit where id = '${two}'`)
      expect(await faultsOf(actor)).toEqual([['removed', 'org_unit', two]])
      const brought = newId()
      await tamper(actor, `insert into org_unit (org_id, id, code, name, kind) values ($org, '${brought}', 'z', 'brought in', 'team')`)
      expect((await faultsOf(actor)).toSorted()).toEqual([['inserted', 'org_unit', brought], ['removed', 'org_unit', two]].toSorted())
    })

    it('two rows exchanged', async () => {
      const { actor, one, two } = await lived()
      await tamper(actor, `update org_unit u set name = o.name from org_unit o where u.org_id = $org and o.org_id = $org and u.id <> o.id and u.id in ('${one}', '${two}') and o.id in ('${one}', '${two}')`)
      expect((await faultsOf(actor)).toSorted()).toEqual([one, two].map((id) => ['changed', 'org_unit', id]).toSorted())
    })

    it('the past: a former state changed, removed or invented', async () => {
      const { actor, one } = await lived()
      const past = (await sql<{ key: string }>`select jsonb_build_array(id::text, past_no::text)::text as key from org_unit_past where id = ${one} order by past_no`.execute(t.owner)).rows.map(({ key }) => key)
      expect(past).toHaveLength(2)
      await tamper(actor, `update org_unit_past set name = 'never so' where id = '${one}' and name = 'renamed'`)
      expect(await faultsOf(actor)).toEqual([['changed', 'org_unit_past', past[1]]])
      await tamper(actor, `delete from org_unit_past where id = '${one}' and name like 'Unit%'`)
      expect((await faultsOf(actor)).toSorted()).toEqual([['changed', 'org_unit_past', past[1]], ['removed', 'org_unit_past', past[0]]].toSorted())
      await tamper(actor, `insert into org_unit_past (org_id, id, code, name, kind, version, believed_from, replaced_at) select org_id, id, code, 'invented', kind, version, believed_from, now() from org_unit where id = '${one}'`)
      expect((await faultsOf(actor)).filter(([fault]) => fault === 'inserted')).toHaveLength(1)
    })

    it('the history: a revision changed in any field, removed, brought in, exchanged', async () => {
      const whole = await lived()
      const changes = [`account_id = '${newId()}'`, `actor_name = 'Somebody'`, `act = 'people.other'`, `after = '{}'`, `why = 'because'`, `room = 'other'`, `before = '{"a": null}'`, `entity_id = 'x'`]
      const ids = await Promise.all(changes.map((_, position) => idOf(whole.actor, position)))
      for (const [position, change] of changes.entries()) await tamper(whole.actor, `update revision set ${change} where id = '${ids[position]}'`)
      expect((await faultsOf(whole.actor)).toSorted()).toEqual(ids.map((id) => ['changed', 'revision', id]).toSorted())
      const { actor } = await lived()
      const [first, second] = [await idOf(actor, 2), await idOf(actor, 3)]
      await tamper(actor, `update revision r set at = o.at from revision o where r.id in ('${first}', '${second}') and o.id in ('${first}', '${second}') and r.id <> o.id`)
      expect((await faultsOf(actor)).toSorted()).toEqual([first, second].map((id) => ['changed', 'revision', id]).toSorted())
      await tamper(actor, `delete from revision where id = '${first}'`)
      expect((await faultsOf(actor)).toSorted()).toEqual([['changed', 'revision', second], ['removed', 'revision', first]].toSorted())
      const brought = newId()
      await tamper(actor, `insert into revision (org_id, id, at, account_id, actor_name, act, room, kind, entity_id, after) values ($org, '${brought}', now(), '${actor.accountId}', 'x', 'people.x', 'people', 'unit', 'x', '{}')`)
      expect(await faultsOf(actor)).toContainEqual(['inserted', 'revision', brought])
    })

    it('the history emptied', async () => {
      const { actor } = await lived()
      await tamper(actor, `delete from revision where org_id = $org`)
      expect((await faultsOf(actor)).filter(([fault]) => fault === 'removed')).toHaveLength(8)
    })

    it('the chain: a link changed, taken out, exchanged, marks changed, taken out or mended to fit', async () => {
      const each: readonly (readonly [string, readonly unknown[]])[] = [
        [`update chain_link set account_id = gen_random_uuid() where org_id = $org and seq = 4`, [['link_changed', 4]]],
        [`update chain_link set at = at + interval '1 second' where org_id = $org and seq = 4`, [['link_changed', 4], ['marks_changed', 4], ['act_without_revision', 4], ['unlinked', 'org_unit'], ['unlinked', 'revision']]],
        [`delete from chain_link where org_id = $org and seq = 4`, [['link_missing', 5], ['unlinked', 'org_unit'], ['unlinked', 'revision']]],
        [`delete from chain_link where org_id = $org and seq = 7`, [['tail_missing', 7], ['unlinked', 'org_unit'], ['unlinked', 'org_unit_past'], ['unlinked', 'revision']]],
        [`update chain_link set seq = case seq when 4 then -5 else -4 end where org_id = $org and seq in (4, 5); update chain_link set seq = -seq where org_id = $org and seq < 0`, [['link_changed', 4], ['link_missing', 4], ['link_changed', 5], ['link_missing', 5], ['link_missing', 6]]],
        [`update chain_head set seq = 9 where org_id = $org`, [['tail_missing', 9]]],
      ]
      for (const [text, expected] of each) {
        const { actor } = await lived()
        await tamper(actor, text)
        expect([text, (await faultsOf(actor)).toSorted()]).toEqual([text, [...expected].toSorted()])
      }
    })

    it('a row changed with the mark that would give it away', async () => {
      const { actor, one } = await lived()
      await tamper(actor, `select set_config('app.org_id', $org, false); update org_unit set name = 'by hand' where id = '${one}'; select set_config('app.org_id', '', false)`)
      expect((await faultsOf(actor)).toSorted()).toEqual([['unlinked', 'org_unit'], ['unlinked', 'org_unit_past']])
      const other = await lived()
      await tamper(other.actor, `delete from chain_mark where org_id = $org and table_name = 'org_unit' and keys = '{${other.two}}'; delete from org_unit where id = '${other.two}'`)
      expect(await faultsOf(other.actor)).toEqual([['marks_changed', 3]])
    })

    it('the tail cut off without a trace here: the head that was kept elsewhere gives it away', async () => {
      const { actor } = await lived()
      const head = await withOrg(t.db, actor, readHead)
      const rowsOf = async (text: string) => tamper(actor, text)
      await rowsOf(`delete from revision where org_id = $org and at = (select at from chain_link where org_id = $org and seq = 7)`)
      await rowsOf(`insert into org_unit (org_id, id, code, name, parent_id, kind, version, believed_from) select org_id, id, code, name, parent_id, kind, version, believed_from from org_unit_past where org_id = $org and replaced_at = (select at from chain_link where org_id = $org and seq = 7)`)
      await rowsOf(`delete from org_unit_past where org_id = $org and replaced_at = (select at from chain_link where org_id = $org and seq = 7)`)
      await rowsOf(`delete from chain_mark where org_id = $org and at = (select at from chain_link where org_id = $org and seq = 7)`)
      await rowsOf(`delete from chain_link where org_id = $org and seq = 7`)
      await rowsOf(`update chain_head h set seq = 6, hash = l.hash from chain_link l where h.org_id = $org and l.org_id = $org and l.seq = 6`)
      expect(await faultsOf(actor)).toEqual([])
      expect(await verifyEvidence(t.db, actor, { head })).toMatchObject({ holds: false, faults: [{ fault: 'head_missing', seq: 7 }] })
      await add(actor)
      expect(await verifyEvidence(t.db, actor, { head })).toMatchObject({ holds: false, faults: [{ fault: 'head_differs', seq: 7 }] })
      expect(checkEvidence((await archived(actor)).archive, head).faults).toMatchObject([{ fault: 'head_differs', seq: 7 }])
    })

    it('in an archive as in the database', async () => {
      const { actor, one } = await lived()
      const head = await withOrg(t.db, actor, readHead)
      await tamper(actor, `update org_unit set name = 'other' where id = '${one}'; update chain_link set act = 'people.x' where org_id = $org and seq = 3`)
      expect(checkEvidence((await archived(actor)).archive, head).faults.map(({ fault, table, key, seq }) => [fault, key === null ? seq : table, key])).toEqual([['link_changed', 3, null], ['changed', 'org_unit', one]])
    })
  })

  it('begins anew where an archive is restored, with the head of the old chain', async () => {
    const { actor } = await lived()
    const head = await withOrg(t.db, actor, readHead)
    const { bytes } = await archived(actor)
    const other = await found()
    const restored = await restoreArchive(t.db, other, bytes, () => Promise.resolve(false))
    expect(restored.ok).toBe(true)
    expect(await verifyEvidence(t.db, other)).toMatchObject({ holds: true, acts: 2 })
    const [, link] = await withOrg(t.db, other, (tx) => tx.selectFrom('chain_link').select(['seq', 'origin']).orderBy('seq').execute())
    expect(link).toEqual({ seq: 2, origin: `${actor.orgId} ${head.seq} ${head.hash}` })
  })
})

onEachDatabase('the evidence of two organisations', (t) => {
  const { lived, rename, tamper, faultsOf } = working(t)

  it('goes on over schema steps, which hide nothing that was wrong before them', async () => {
    const { actor, one, two } = await lived()
    await tamper(actor, `update org_unit set name = 'other' where id = '${two}'`)
    const step: Migration = { name: 'tried-900-step', up: (run) => run(`alter table org_unit add colour text not null default 'grey'; update org_unit set colour = 'red' where id = '${one}'; create table tried_late (org_id uuid not null, id uuid not null, primary key (org_id, id)); alter table tried_late enable row level security; insert into tried_late values ('${actor.orgId}', '${one}')`) }
    await migrate(t.owner, [...migrationsOf(rooms), step])
    expect(await faultsOf(actor)).toEqual([['changed', 'org_unit', two]])
    await rename(actor, one, 'goes on')
    await tamper(actor, `delete from tried_late where org_id = $org; update org_unit set colour = 'blue' where id = '${one}'`)
    expect((await faultsOf(actor)).toSorted()).toEqual([['changed', 'org_unit', one], ['changed', 'org_unit', two], ['removed', 'tried_late', one]].toSorted())
  })
})

onEachDatabase('the evidence of many rows', (t) => {
  const { lived, rename, tamper, faultsOf } = working(t)

  it('takes up a table of many rows in parts, and answers for each of them', async () => {
    const { actor, one } = await lived()
    const step: Migration = { name: 'tried-901-many', up: (run) => run(`create table tried_many (org_id uuid not null, id integer not null, primary key (org_id, id)); alter table tried_many enable row level security; insert into tried_many select '${actor.orgId}', i from generate_series(1, 20001) i`) }
    await migrate(t.owner, [...migrationsOf(rooms), step])
    const parts = await sql<{ rows: number }>`select cardinality(keys) as rows from chain_mark where org_id = ${actor.orgId} and table_name = 'tried_many' order by no`.execute(t.owner)
    expect(parts.rows.map(({ rows }) => rows)).toEqual([10_000, 10_000, 1])
    expect(await faultsOf(actor)).toEqual([])
    await rename(actor, one, 'goes on')
    await tamper(actor, `delete from tried_many where org_id = $org and id in (1, 20001)`)
    expect((await faultsOf(actor)).toSorted()).toEqual([['removed', 'tried_many', '["1"]'], ['removed', 'tried_many', '["20001"]']])
  })
})

onEachDatabase('the evidence over schema steps', (t) => {
  const { lived, tamper, faultsOf } = working(t)
  const steps: Migration[] = []
  /** Does one more step; how often it was begun, and the tables that were stated anew by it. */
  const migrated = async (actor: Actor, text: string) => {
    let begun = 0
    const name = `tried-${steps.length + 902}`
    steps.push({ name, up: (run) => ((begun += 1), run(text)) })
    await migrate(t.owner, [...migrationsOf(rooms), ...steps])
    const { rows } = await sql<{ name: string }>`select distinct m.table_name as name from chain_link l join chain_mark m on m.org_id = l.org_id and m.at = l.at where l.org_id = ${actor.orgId} and l.act = ${`schema.${name}`} order by 1`.execute(t.owner)
    return [begun, rows.map((row) => row.name)]
  }

  it('looks at the tables alone that a step touches, by whatever way', async () => {
    const { actor, one, two } = await lived()
    await tamper(actor, `update org_unit set name = 'other' where id = '${two}'`)
    expect(await migrated(actor, 'create index tried_kind on org_unit (kind); create function tried() returns integer language sql return 1')).toEqual([1, []])
    expect(await migrated(actor, `do $$ begin execute 'update org_' || 'unit set version = version + 1'; end $$`)).toEqual([2, ['org_unit']])
    expect(await migrated(actor, 'alter table org_unit alter name type text using upper(name)')).toEqual([2, ['org_unit']])
    expect(await migrated(actor, 'alter table org_unit rename version to edition')).toEqual([2, ['org_unit', 'org_unit_past']])
    expect(await migrated(actor, `alter table org_unit disable trigger user; delete from org_unit where id = '${one}'; alter table org_unit enable trigger user`)).toEqual([2, ['org_unit']])
    expect(await faultsOf(actor)).toEqual([['changed', 'org_unit', two]])
  })

  it('tells a row as it is written as a check tells it, whatever its columns hold', async () => {
    const { actor } = await lived()
    const kinds = 'org_id uuid not null, name text not null, no bigint not null, a uuid, bb text, dd integer, e smallint, large bigint, part numeric, yes boolean, day date, at timestamptz, more jsonb, list text[], ids uuid[], near double precision, file bytea, primary key (org_id, name, no)'
    expect(await migrated(actor, `create table tried_kinds (${kinds}); alter table tried_kinds enable row level security`)).toEqual([1, []])
    await tamper(actor, `select set_config('app.org_id', $org, false); insert into tried_kinds select $org, t.name, t.no, $org, t.name, -7, 3, 9223372036854775807, 0.10, t.no > 1, t.day::date, t.day::timestamptz + interval '1 microsecond', jsonb_build_object('b', t.name, 'aa', array[1, 2.50]), array[t.name, null], '{}', 1e-9, convert_to(t.name, 'UTF8')
      from (values ('plain', 1, '2026-02-28'), (e'"quoted"\\n\\t\\\\ \\u0007 漢字 </x>', 2, '-infinity'), ('', 3, 'infinity')) t(name, no, day);
      insert into tried_kinds (org_id, name, no) values ($org, 'nothing', -4); select set_config('app.org_id', '', false)`)
    expect(await faultsOf(actor)).toEqual([['unlinked', 'tried_kinds']])
    await tamper(actor, `update tried_kinds set bb = 'by hand' where no = 2`)
    expect((await faultsOf(actor)).map(([fault, table]) => [fault, table]).toSorted()).toEqual([['changed', 'tried_kinds'], ['unlinked', 'tried_kinds']])
  })
})
