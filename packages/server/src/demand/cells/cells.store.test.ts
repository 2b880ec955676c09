import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes, type CellChange } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { newId, withOrg } from '../../database/index.ts'

onEachDatabase('cells', (t) => {
  const app = testApp(t)
  const create = (name: string, more: object = {}) => app.editor.read(demandRoutes.createInitiative, { body: { name, ...more } })
  const send = (changes: CellChange[], why?: string) => app.editor.read(demandRoutes.changeCells, { body: { changes, ...(why === undefined ? {} : { why }) } })
  const cell = ({ id, version }: { id: string; version: number }, field: string, value: string | null): CellChange => ({ id, version, field, value })

  it('of every kind are written, each initiative with one revision and the reason', async () => {
    const [unit] = await app.owner.read(peopleRoutes.createUnit, { body: { code: 'FIN', name: 'Finance', kind: 'department' } }).then((made) => [made])
    const row = await create('Claims')
    const { rows, changed, issues } = await send(
      [cell(row, 'name', ' Faster claims '), cell(row, 'kind', 'programme'), cell(row, 'state', 'approved'), cell(row, 'unit', unit?.id ?? ''), cell(row, 'category', 'IT'), cell(row, 'sponsor', 'Ada'), cell(row, 'mandatory', 'yes'),
        cell(row, 'rating', 'amber_red'), cell(row, 'startOn', '2026-01-01'), cell(row, 'endOn', '2027-01-01'), cell(row, 'cost', '1200050'), cell(row, 'benefits', '-0')],
      'Agreed at the board',
    )
    expect([changed, issues]).toEqual([12, []])
    expect(rows).toMatchObject([{ version: 2, name: 'Faster claims', kind: 'programme', state: 'approved', unit: 'Finance', category: 'IT', sponsor: 'Ada', mandatory: true, rating: { scale: 'five_point', level: 'amber_red' }, startOn: '2026-01-01', endOn: '2027-01-01', cost: { value: { minor: '1200050' } }, benefits: { value: { minor: '0' } } }])
    const { revisions, costProfile } = await app.viewer.read(demandRoutes.readInitiative, { params: { id: row.id } })
    expect(revisions).toMatchObject([{ act: 'demand.change-cells', why: 'Agreed at the board', changes: expect.arrayContaining([{ field: 'sponsor', before: null, after: 'Ada' }, { field: 'costMinor', before: null, after: '1200050' }]) }, { act: 'demand.create-initiative' }])
    expect(costProfile.total.why).toMatchObject({ source: { kind: 'entered', by: app.editor.actor.name } })
  })

  it.each([
    ['name', ' ', 'value_wrong'], ['state', 'dreaming', 'value_wrong'], ['unit', '00000000-0000-4000-8000-000000000000', 'unit_not_found'], ['mandatory', 'maybe', 'value_wrong'], ['startOn', '2026-02-30', 'value_wrong'], ['cost', '12.5', 'value_wrong'],
    ['category', 'x'.repeat(121), 'value_wrong'], ['sponsor', 'x'.repeat(201), 'value_wrong'], ['alignment', '1', 'field_not_editable'], ['colour', 'red', 'field_unknown'], ['custom:nonsense', 'x', 'field_unknown'], ['rating', 'amber_green', 'value_wrong'],
  ])('refuse %s as %j: %s, and the good cell beside it stands', async (field, value, code) => {
    const row = await create(`Odd ${newId()}`, { rating: { scale: 'three_point', level: 'red' } })
    const outcome = await send([cell(row, field, value), cell(row, field === 'sponsor' ? 'category' : 'sponsor', 'Grace')])
    expect(outcome).toMatchObject({ changed: 1, issues: [{ id: row.id, field, code, found: expect.any(String), expected: expect.any(String), message: expect.stringContaining('expected') }], rows: [{ version: 2 }] })
  })

  it('that hold the value already change nothing, not even the version', async () => {
    const row = await create('Still', { sponsor: 'Ada', costMinor: '5', rating: { scale: 'three_point', level: 'red' } })
    expect(await send([cell(row, 'sponsor', 'Ada'), cell(row, 'cost', '5'), cell(row, 'rating', 'red')])).toEqual({ rows: [], changed: 0, issues: [] })
    expect((await app.viewer.read(demandRoutes.readInitiative, { params: { id: row.id } })).revisions).toHaveLength(1)
  })

  it('that would end before the start are refused, judged as the whole row will be', async () => {
    const row = await create('Dates', { startOn: '2026-06-01', endOn: '2026-12-01' })
    expect(await send([cell(row, 'endOn', '2026-01-01'), cell(row, 'sponsor', 'Ada')])).toMatchObject({ changed: 1, issues: [{ field: 'endOn', code: 'end_before_start', found: '2026-01-01' }] })
    expect(await send([cell({ id: row.id, version: 2 }, 'endOn', '2025-12-01'), cell({ id: row.id, version: 2 }, 'startOn', '2025-01-01')])).toMatchObject({ changed: 2, issues: [], rows: [{ startOn: '2025-01-01', endOn: '2025-12-01' }] })
  })

  it('name a cell that comes twice and an initiative that is gone', async () => {
    const [row, gone] = [await create('Twice'), await create('Gone')]
    await app.editor.read(demandRoutes.removeInitiative, { params: { id: gone.id } })
    expect(await send([cell(row, 'sponsor', 'A'), cell(row, 'sponsor', 'B'), cell(gone, 'sponsor', 'C')])).toMatchObject({ changed: 1, rows: [{ sponsor: 'A' }], issues: [{ code: 'cell_twice' }, { code: 'not_found', id: gone.id }] })
  })

  it('of a row that somebody else changed are refused and told by whom, with the row as it is now', async () => {
    const row = await create('Shared')
    await app.owner.read(demandRoutes.changeInitiative, { params: { id: row.id }, body: { version: row.version, sponsor: 'Olga' } })
    const outcome = await send([cell(row, 'sponsor', 'Eddie')])
    expect(outcome).toMatchObject({ changed: 0, issues: [{ code: 'version_moved', found: 'version 1', expected: 'version 2', message: `${app.owner.actor.name} changed this row since you saw it.` }], rows: [{ id: row.id, sponsor: 'Olga', version: 2 }] })
  })

  it('of another organisation are not reached', async () => {
    const row = await create('Ours')
    const { editor } = await app.secondOrganisation()
    expect(await editor.read(demandRoutes.changeCells, { body: { changes: [cell(row, 'name', 'Theirs')] } })).toMatchObject({ changed: 0, rows: [], issues: [{ code: 'not_found' }] })
    expect((await app.viewer.read(demandRoutes.readInitiative, { params: { id: row.id } })).row.name).toBe('Ours')
  })

  it('by fifty editors of one initiative at once: nothing is lost, and the history tells every step', async () => {
    const row = await create('Crowded')
    const fields = await Promise.all(Array.from({ length: 50 }, (_, index) => app.editor.read(demandRoutes.createField, { body: { name: `Crowd ${index}`, kind: 'number' } })))
    const write = async (field: string, value: string): Promise<void> => {
      for (let version = row.version; ; ) {
        const { issues, rows } = await send([cell({ id: row.id, version }, `custom:${field}`, value)])
        if (issues.length === 0) return
        expect(issues[0]?.code).toBe('version_moved')
        version = rows[0]?.version ?? 0
      }
    }
    await Promise.all(fields.map(({ id }, index) => write(id, String(index))))
    const { row: after } = await app.viewer.read(demandRoutes.readInitiative, { params: { id: row.id } })
    expect(after.custom).toEqual(Object.fromEntries(fields.map(({ id }, index) => [id, String(index)])))
    expect(after.version).toBe(51)
    const steps = await withOrg(t.db, app.viewer.actor, (tx) => sql<{ after: Record<string, string> }>`select after from revision where entity_id = ${row.id} and act = 'demand.change-cells'`.execute(tx))
    expect(Object.assign({}, ...steps.rows.map(({ after: told }) => told))).toEqual(Object.fromEntries(fields.map(({ name }, index) => [name, String(index)])))
  }, 60_000)

  it('in thousands are one transaction of a few statements', async () => {
    const many = 500
    const ids = Array.from({ length: many }, () => newId())
    await t.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.org_id', ${app.editor.actor.orgId}, true)`.execute(tx)
      await sql`insert into initiative (org_id, id, key, name, kind, state, description, mandatory, sources, flags) select current_org(), id, 'M-' || n, 'Many ' || n, 'project', 'idea', '', false, '{}', '{}' from unnest(${ids}::uuid[]) with ordinality as u(id, n)`.execute(tx)
    })
    const field = await app.editor.read(demandRoutes.createField, { body: { name: 'Wave', kind: 'text' } })
    const changes = ids.flatMap((id, index) => ['sponsor', 'category', 'startOn', 'cost', 'state', `custom:${field.id}`].map((name) => cell({ id, version: 1 }, name, { startOn: '2026-01-01', cost: String(index), state: 'case' }[name] ?? `${name.slice(0, 8)} ${index}`)))
    const outcome = await send(changes)
    expect([outcome.changed, outcome.issues, outcome.rows.length]).toEqual([3000, [], many])
    const stored = await withOrg(t.db, app.viewer.actor, (tx) => sql<{ n: number }>`select count(*)::int as n from revision where act = 'demand.change-cells' and entity_id = any(${ids})`.execute(tx))
    expect(stored.rows).toEqual([{ n: many }])
  }, 60_000)
})
