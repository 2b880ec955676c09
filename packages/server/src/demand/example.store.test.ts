import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { withOrg } from '../database/index.ts'
import { loadExample, readPublications, readReports } from './index.ts'

const watched = { progress: () => undefined, cancelled: () => false }
const panelFile = new URL('../../../../examples/uk-gmpp/panel-2014-2024.csv', import.meta.url)

onEachDatabase('the UK example', (t) => {
  const app = testApp(t)
  beforeAll(async () => {
    const loaded = await loadExample(t.db, app.owner.actor, 'uk-gmpp', watched, new Date())
    expect(loaded).toMatchObject({ ok: true, value: { publications: 11, objectives: 16 } })
  })

  it('has as many rows in each publication as the panel', async () => {
    const dates = (await readFile(panelFile, 'utf8')).match(/^\d{4},\d{4}-\d\d-\d\d,/gm) ?? []
    const counts = Map.groupBy(dates, (line) => line.slice(5, 15))
    const publications = await withOrg(t.db, app.owner.actor, readPublications)
    expect(publications.map(({ asOf, rows }) => [asOf, rows])).toEqual([...counts].sort().map(([asOf, lines]) => [asOf, lines.length]))
  })

  it('has the ratings of the latest publication', async () => {
    const { rows } = await app.viewer.read(demandRoutes.listInitiatives, { query: { current: true } })
    const levels = Map.groupBy(rows, ({ rating }) => rating?.level ?? 'none')
    expect(rows).toHaveLength(227)
    expect(Object.fromEntries([...levels].map(([level, of]) => [level, of.length]))).toEqual({ amber: 163, red: 27, green: 25, none: 12 })
  })

  it('follows a project through its publications, with the cell of every figure', async () => {
    const { rows } = await app.viewer.read(demandRoutes.listInitiatives, {})
    const universalCredit = rows.find(({ name }) => name === 'Universal Credit Programme')
    expect(universalCredit).toMatchObject({ unit: 'DWP', reports: 11, current: true })
    const detail = await app.viewer.read(demandRoutes.readInitiative, { params: { id: universalCredit?.id ?? '' } })
    expect(detail.reports).toHaveLength(11)
    expect(detail.costProfile.total.why.source).toMatchObject({ kind: 'published', publication: 'Annual report 2023-24' })
    const { metric } = detail.costProfile.total
    const whole = metric.status === 'ok' ? BigInt(metric.value.minor) : -1n
    expect(detail.costProfile.lines.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n)).toBe(whole)
    expect(detail.revisions.length).toBeGreaterThan(1)
    expect(detail.reports.at(-1)?.narratives.length).toBeGreaterThan(2)
  })

  it('brings a strategy in force whose weights sum to 1 and that something works against', async () => {
    const strategy = await app.viewer.read(strategyRoutes.readStrategy, {})
    expect(strategy).toMatchObject({ weightTotal: 1, origin: 'our_reading', unserved: [] })
    expect(strategy.perspectives).toHaveLength(4)
    expect(strategy.objectives.find(({ key }) => key === 'emissions')?.hurtBy).toBeGreaterThan(5)
    expect(strategy.orphans.length).toBeGreaterThan(0)
    expect(strategy.measures.map(({ status }) => status)).toContain('complete')
  })

  it('is refused to an organisation that is not empty', async () => {
    expect(await app.editor.refused(demandRoutes.loadExample, { params: { key: 'uk-gmpp' } })).toMatchObject({ status: 409, code: 'organisation_not_empty' })
  })

  describe('imported again', () => {
    it('supersedes the same position without a second row', async () => {
      const bytes = await readFile(new URL('../../../../examples/uk-gmpp/raw/gmpp_2023_24.csv', import.meta.url))
      const before = await app.viewer.read(demandRoutes.listInitiatives, {})
      const draft = await app.editor.read(demandRoutes.uploadImport, { query: { fileName: 'gmpp_2023_24.csv' }, body: bytes })
      expect(draft.counts).toMatchObject({ rows: 227, created: 0, updated: 227, refused: 0 })
      await app.editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { title: 'Annual report 2023-24', asOf: '2024-03-31' } })
      await app.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })
      const after = await app.viewer.read(demandRoutes.listInitiatives, {})
      expect(after.rows).toEqual(before.rows)
      expect(after.publications.map(({ rows }) => rows)).toEqual(before.publications.map(({ rows }) => rows))
      const reports = await withOrg(t.db, app.owner.actor, (tx) => readReports(tx))
      expect(new Set(reports.map(({ publicationId, initiativeId }) => `${publicationId} ${initiativeId}`)).size).toBe(reports.length)
      expect(reports).toHaveLength(1954)
    })
  })

  it('leaves no trace where it is cancelled', async () => {
    const { owner } = await app.secondOrganisation()
    let asked = 0
    const cancelled = await loadExample(t.db, owner.actor, 'uk-gmpp', { ...watched, cancelled: () => (asked += 1) > 2 }, new Date())
    expect(cancelled).toMatchObject({ ok: false, refusal: { code: 'job_cancelled' } })
    expect(await owner.read(demandRoutes.listInitiatives, {})).toEqual({ rows: [], publications: [] })
    expect(await owner.read(strategyRoutes.readStrategy, {})).toMatchObject({ objectives: [], version: 1 })
  })
})
