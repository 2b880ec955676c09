import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp, type People } from '@throughline/testkit/database'
import { withOrg } from '../database/index.ts'
import { putAwayImports } from './store/imports.ts'
import { sourcesOf } from './store/sources.ts'

const head = 'Id,Name,Agency,Bureau,Whole-life cost (EUR),Delivery confidence'
const csv = (lines: readonly string[]): Uint8Array => Buffer.from([head, ...lines].join('\n'))

onEachDatabase('undoing an import', (t) => {
  const app = testApp(t)

  /** What an organisation knows, ids of reports and the count of versions apart: equal states are equal texts. */
  const stateOf = ({ owner }: People): Promise<string> =>
    withOrg(t.db, owner.actor, async (tx) => {
      const { rows: initiatives } = await sql`select i.key, i.name, u.name as unit, i.category, i.sponsor, i.description, i.rating_level, i.rating_as_of, i.start_on, i.end_on, i.cost_minor, i.cost_reason, i.benefits_minor, i.benefits_reason, i.flags, i.position_on, i.sources
        from initiative i left join org_unit u on u.org_id = i.org_id and u.id = i.unit_id where i.removed_at is null order by i.key`.execute(tx)
      const { rows: reports } = await sql`select p.title, p.as_of, p.rows, p.scope, r.id, r.name, r.cost from publication p join report r on r.org_id = p.org_id and r.publication_id = p.id where p.superseded_at is null and r.superseded_at is null order by p.as_of, p.title, r.name, r.id`.execute(tx)
      const { rows: units } = await sql`select code, name from org_unit order by code`.execute(tx)
      // What a figure comes from is one thing, however it is stored.
      const told = (initiatives as { sources: unknown }[]).map((row) => ({ ...row, sources: sourcesOf(row.sources) }))
      return JSON.stringify({ initiatives: told, reports, units }, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part), 1)
    })

  const bring = async ({ editor }: People, fileName: string, asOf: string, lines: readonly string[], scope: 'whole' | 'part' = 'whole'): Promise<ImportDraft> => {
    const { id } = await editor.read(demandRoutes.uploadImport, { query: { fileName }, body: csv(lines) })
    await editor.read(demandRoutes.changeImport, { params: { id }, body: { asOf, title: fileName, scope } })
    return editor.read(demandRoutes.applyImport, { params: { id } })
  }
  const undo = ({ editor }: People, { id }: Pick<ImportDraft, 'id'>) => editor.read(demandRoutes.undoImport, { params: { id } })
  const spring = ['A1,Bridge,DfT,Roads,1000,Green', 'A2,Tunnel,DfT,Rail,2000,Red', 'A3,Harbour,Ports,,3000,Amber']
  const summer = ['A1,Great Bridge,DfT,Roads,1500,Amber', 'A3,Harbour,Ports,,3000,Amber', 'A4,Canal,Waterways,,400,Green']

  it('works when the file is put away: so many days after the last that was done with it the bytes and rows go, and what it did stays', async () => {
    const people = await app.secondOrganisation()
    const before = await stateOf(people)
    const applied = await bring(people, 'spring.csv', '2024-03-31', spring)
    const open = await people.editor.read(demandRoutes.uploadImport, { query: { fileName: 'open.csv' }, body: csv(summer) })
    const age = (id: string, days: number) => sql`update portfolio_import set created_at = created_at - make_interval(days => ${days}), applied_at = applied_at - make_interval(days => ${days}) where id = ${id}`.execute(t.owner)
    const kept = async () => (await sql<{ id: string }>`select import_id as id from import_chunk where import_id in (${applied.id}, ${open.id}) union select import_id from import_piece where import_id in (${applied.id}, ${open.id})`.execute(t.owner)).rows.length
    for (const { id } of [applied, open]) await age(id, 29)
    await putAwayImports(t.db, 30)
    expect(await kept()).toBe(2)
    for (const { id } of [applied, open]) await age(id, 2)
    await putAwayImports(t.db, 30)
    expect([await kept(), await putAwayImports(t.db, 30)]).toEqual([0, 0])
    expect(await people.editor.read(demandRoutes.readImport, { params: { id: applied.id } })).toMatchObject({ state: 'applied', fileGoneAt: expect.any(String) as unknown, applied: { created: 3 } })
    expect(await people.editor.read(demandRoutes.listImportRows, { params: { id: applied.id } })).toMatchObject({ total: 0 })
    expect(await people.editor.read(demandRoutes.readImport, { params: { id: open.id } })).toMatchObject({ state: 'discarded' })
    expect(await people.editor.refused(demandRoutes.applyImport, { params: { id: open.id } })).toMatchObject({ code: 'import_closed' })
    expect(await undo(people, applied)).toMatchObject({ state: 'undone', undone: { removed: 3 } })
    expect(await stateOf(people)).toBe(before)
  })

  it('takes back everything of the only import: initiatives, publications, units', async () => {
    const people = await app.secondOrganisation()
    const before = await stateOf(people)
    const applied = await bring(people, 'spring.csv', '2024-03-31', spring)
    expect(applied).toMatchObject({ state: 'applied', applied: { created: 3, units: 4, publications: 1 } })
    expect((await people.viewer.read(peopleRoutes.listUnits, {})).map(({ name }) => name)).toEqual(expect.arrayContaining(['DfT', 'Roads', 'Rail', 'Ports']))
    expect(await undo(people, applied)).toMatchObject({ state: 'undone', undone: { removed: 3, restored: 0, publications: 1, units: 4, conflicts: [], by: people.editor.actor.name } })
    expect(await stateOf(people)).toBe(before)
  })

  it('puts back what a later import changed, and whose publication it replaced', async () => {
    const people = await app.secondOrganisation()
    await bring(people, 'a.csv', '2024-03-31', spring)
    const before = await stateOf(people)
    const corrected = await bring(people, 'a.csv', '2024-03-31', summer)
    expect(corrected).toMatchObject({ applied: { created: 1, changed: 1, unchanged: 1 } })
    expect((await people.viewer.read(demandRoutes.listInitiatives, {})).publications).toHaveLength(1)
    expect(await undo(people, corrected)).toMatchObject({ undone: { removed: 1, restored: 1, reinstated: 1, units: 1, conflictsInAll: 0 } })
    expect(await stateOf(people)).toBe(before)
  })

  it('is refused twice, before applying, and while a later import stands upon it', async () => {
    const people = await app.secondOrganisation()
    const first = await bring(people, 'first.csv', '2024-03-31', spring)
    const second = await bring(people, 'second.csv', '2024-06-30', summer)
    const refused = (draft: ImportDraft) => people.editor.refused(demandRoutes.undoImport, { params: { id: draft.id } })
    expect(await refused(first)).toMatchObject({ status: 409, code: 'import_built_upon', values: { later: 'second.csv', laterId: second.id, shared: 2 } })
    await undo(people, second)
    expect(await refused(second)).toMatchObject({ code: 'import_closed', detail: expect.stringContaining('This import was undone') })
    await undo(people, first)
    const open = await people.editor.read(demandRoutes.uploadImport, { query: { fileName: 'open 2024.csv' }, body: csv(spring) })
    expect(await refused(open)).toMatchObject({ code: 'import_closed', detail: expect.stringContaining('apply it first') })
  })

  it('in any order where two have nothing in common', async () => {
    const people = await app.secondOrganisation()
    const roads = await bring(people, 'roads.csv', '2024-03-31', ['R1,Road,DfT,,1,Green'], 'part')
    const before = await stateOf(people)
    const rails = await bring(people, 'rails.csv', '2024-03-31', ['R2,Rail,Treasury,,2,Green'], 'part')
    await undo(people, roads)
    await undo(people, rails)
    expect(await stateOf(people)).not.toBe(before)
    expect((await people.viewer.read(demandRoutes.listInitiatives, {})).rows).toEqual([])
  })

  it('keeps what somebody changed since, and lists it by field with who and what it would have been', async () => {
    const people = await app.secondOrganisation()
    await bring(people, 'a.csv', '2024-03-31', spring)
    const later = await bring(people, 'b.csv', '2024-06-30', summer)
    const { rows } = await people.viewer.read(demandRoutes.listInitiatives, {})
    const row = (name: string) => rows.find((one) => one.name === name)
    await people.owner.read(demandRoutes.changeInitiative, { params: { id: row('Great Bridge')?.id ?? '' }, body: { version: row('Great Bridge')?.version ?? 0, costMinor: '777', sponsor: 'Ada' } })
    await people.owner.read(demandRoutes.changeInitiative, { params: { id: row('Canal')?.id ?? '' }, body: { version: row('Canal')?.version ?? 0, sponsor: 'Grace' } })
    const { undone } = await undo(people, later)
    const owner = people.owner.actor.name
    expect(undone?.conflicts).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'initiative', name: 'Great Bridge', field: 'cost', found: '7.77 EUR', before: '1000.00 EUR', by: owner }),
      expect.objectContaining({ kind: 'initiative', name: 'Canal', field: null, by: owner }),
    ]))
    const after = (await people.viewer.read(demandRoutes.listInitiatives, {})).rows
    expect(after.map(({ name }) => name).sort()).toEqual(['Bridge', 'Canal', 'Harbour', 'Tunnel'])
    expect(after.find(({ name }) => name === 'Bridge')).toMatchObject({ cost: { value: { minor: '777' } }, sponsor: 'Ada', rating: { level: 'green' } })
  })

  it('is in the history, and reading as of before shows the import still', async () => {
    const people = await app.secondOrganisation()
    const applied = await bring(people, 'a.csv', '2024-03-31', spring)
    const between = new Date(Date.parse(applied.appliedAt ?? '') + 1).toISOString()
    await new Promise((resume) => setTimeout(resume, 20))
    const { undone } = await undo(people, applied)
    expect((undone?.at ?? '') > between).toBe(true)
    const then = await people.viewer.call(demandRoutes.listInitiatives, { query: { asOf: between } as never })
    expect((then.body as { rows: { name: string }[] }).rows.map(({ name }) => name).sort()).toEqual(['Bridge', 'Harbour', 'Tunnel'])
    const { rows } = await withOrg(t.db, people.owner.actor, (tx) => sql<{ act: string; kind: string }>`select act, kind from revision where act = 'demand.undo-import'`.execute(tx))
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['import', 'initiative', 'initiative', 'initiative', 'publication', 'unit', 'unit', 'unit', 'unit'])
  })

  describe('law', () => {
    const line = fc.record({ id: fc.integer({ min: 1, max: 5 }), cost: fc.integer({ min: 0, max: 3 }), name: fc.constantFrom('Bridge', 'Tunnel'), rating: fc.constantFrom('Green', 'Red', ''), unit: fc.constantFrom('DfT', 'MoD', '') })
    const file = fc.record({ kind: fc.constant('import' as const), title: fc.constantFrom('A', 'B'), asOf: fc.constantFrom('2024-03-31', '2024-06-30', '2023-12-31'), scope: fc.constantFrom('whole' as const, 'part' as const), lines: fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }) })
    const edit = fc.record({ kind: fc.constant('edit' as const), which: fc.nat(4), cost: fc.integer({ min: 10, max: 12 }) })
    const linesOf = (lines: readonly { id: number; cost: number; name: string; rating: string; unit: string }[]) => lines.map(({ id, cost, name, rating, unit }) => `P${id},${name} ${id},${unit},,${cost},${rating}`)

    it('after imports and edits in any order, the last import undone leaves the state without it', async () => {
      await fc.assert(fc.asyncProperty(fc.array(fc.oneof(file, edit), { minLength: 1, maxLength: 4 }), file, async (steps, last) => {
        const people = await app.secondOrganisation()
        for (const step of steps) {
          if (step.kind === 'import') await bring(people, step.title, step.asOf, linesOf(step.lines), step.scope)
          else {
            const { rows } = await people.viewer.read(demandRoutes.listInitiatives, {})
            const row = rows[step.which % Math.max(1, rows.length)]
            if (row) await people.editor.read(demandRoutes.changeInitiative, { params: { id: row.id }, body: { version: row.version, costMinor: String(step.cost) } })
          }
        }
        const before = await stateOf(people)
        const applied = await bring(people, last.title, last.asOf, linesOf(last.lines), last.scope)
        if (applied.applied?.nothingNew) expect(await stateOf(people)).toBe(before)
        const { undone } = await undo(people, applied)
        expect(undone?.conflicts).toEqual([])
        expect(await stateOf(people)).toBe(before)
      }), { numRuns: 12 })
    }, 120_000)
  })
})
