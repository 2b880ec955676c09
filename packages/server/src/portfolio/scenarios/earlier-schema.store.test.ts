import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { migrate, newId } from '../../database/index.ts'
import { migrationsOf, rooms } from '../../rooms.ts'

onEachDatabase('scenarios of the earlier schema', (t) => {
  const [id, org] = [newId(), newId()]
  const created = '2026-03-02T09:30:00.000Z'

  // The schema as it was before scenarios held changes, with a saved selection in it; then the steps that came since.
  beforeAll(async () => {
    const all = migrationsOf(rooms)
    const earlier = all.slice(0, all.findIndex(({ name }) => name === 'portfolio-002-overlays'))
    expect(earlier.at(-1)?.name).toBe('portfolio-001-scenarios')
    await sql.raw('drop schema if exists as_of cascade; drop schema public cascade; create schema public; grant usage on schema public to public').execute(t.owner)
    await migrate(t.owner, earlier)
    await t.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.org_id', ${org}, true)`.execute(tx)
      await sql`insert into scenario (org_id, id, name, note, value_choice, publication_title, currency, input_hash, constraints, chosen, candidates, total_value, total_cost_minor, bound, gap, proved, certificate, created_by, created_at)
        values (${org}, ${id}, 'Spring', 'From before', 'benefits', null, 'EUR', 'abc', '[{"kind":"totalBudget","limit":200}]', '[]', 2, 900, 150, 900, 0, true, '{}', 'Anna Before', ${created})`.execute(tx)
    })
    await migrate(t.owner, all)
  })
  const app = testApp(t)
  const params = { params: { id } }

  /** Writes past row-level security and triggers, as nothing in the product can. */
  const force = (table: string, set: string) => sql.raw(`alter table ${table} no force row level security; alter table ${table} disable trigger user; update ${table} set ${set}; alter table ${table} enable trigger user; alter table ${table} force row level security`).execute(t.owner)

  beforeAll(async () => {
    // The organisation was there before its scenario, as it always is.
    await force('organisation', `believed_from = '${created}'`)
    await force('scenario', `org_id = '${app.owner.actor.orgId}'`)
    await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Since then', costMinor: '100', benefitsMinor: '300', state: 'active' } })
  })

  it('are read by everybody, with who saved them and when', async () => {
    const [found, ...others] = await app.viewer.read(portfolioRoutes.listScenarios, {})
    expect(others).toEqual([])
    expect(found).toMatchObject({ id, name: 'Spring', note: 'From before', state: 'draft', sharing: 'everyone', author: { id: null, name: 'Anna Before' }, createdAt: created, changedAt: created, changes: 0, figures: null, selection: { totalValue: 900, candidates: 2, decides: false, stale: true } })
  })

  it('begin from the plan as it was known when they were migrated: no instant before that is known', async () => {
    const found = await app.viewer.read(portfolioRoutes.readScenario, params)
    expect(found.baseAt > created && Date.now() - Date.parse(found.baseAt) < 600_000).toBe(true)
    expect([found.moved, found.basis.initiatives, found.plan.initiatives, found.differences.items, found.overlay]).toEqual([true, 0, 1, [], []])
  })

  it('belong to every editor, who can go on with them: rebased, changed, shared', async () => {
    const { version, may } = await app.editor.read(portfolioRoutes.readScenario, params)
    expect(may).toMatchObject({ edit: true, share: true, propose: false })
    const { seen } = await app.editor.read(portfolioRoutes.previewRebase, params)
    const rebased = await app.editor.read(portfolioRoutes.rebaseScenario, { ...params, body: { version, seen } })
    expect([rebased.moved, rebased.figures.initiatives]).toEqual([false, 1])
    const hidden = await app.editor.read(portfolioRoutes.shareScenario, { ...params, body: { version: rebased.version, sharing: 'private' } })
    expect([hidden.author.id, await app.viewer.read(portfolioRoutes.listScenarios, {})]).toEqual([app.editor.actor.accountId, []])
  })
})
