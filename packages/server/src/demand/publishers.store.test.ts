import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp, type People } from '@throughline/testkit/database'

/** Files of other publishers: cuts that ship with the product, and the whole files where a folder with them is given. */
const examples = new URL('../../../../examples/', import.meta.url)
const whole = [process.env['THROUGHLINE_PORTFOLIOS']].find((folder) => folder !== undefined && existsSync(`${folder}/nyc-capital`))

onEachDatabase('files of other publishers', (t) => {
  const app = testApp(t)

  const bring = async ({ editor }: People, path: string | URL): Promise<ImportDraft> => {
    const fileName = String(path).replace(/^.*\//, '')
    const draft = await editor.read(demandRoutes.uploadImport, { query: { fileName }, body: await readFile(path) })
    return draft.asOf === null ? editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { asOf: '2011-12-31' } }) : draft
  }
  const apply = ({ editor }: People, { id }: ImportDraft) => editor.read(demandRoutes.applyImport, { params: { id } })
  const inCurrency = async (currency: string): Promise<People> => {
    const people = await app.secondOrganisation()
    const { version } = await people.owner.read(peopleRoutes.readOrganisation, {})
    await people.owner.read(peopleRoutes.changeOrganisation, { body: { version, currency } })
    return people
  }
  const history = async ({ viewer }: People, key: string) => {
    const { rows } = await viewer.read(demandRoutes.listInitiatives, {})
    const found = await Promise.all(rows.map(({ id }) => viewer.read(demandRoutes.readInitiative, { params: { id } })))
    return found.find(({ reports }) => reports.some(({ publishedId }) => publishedId === key))
  }

  it('US IT Dashboard: agencies become the organisation, each project one initiative', async () => {
    const people = await inCurrency('USD')
    const draft = await bring(people, new URL('us-it-dashboard-2011/projects.csv', examples))
    expect(draft).toMatchObject({ counts: { rows: 60, created: 60, refused: 0 }, positions: [{ rows: 60, standing: 'first' }] })
    expect(draft.effect.units).toBeGreaterThan(0)
    expect(draft.units.length).toBe(draft.effect.units)
    const { applied } = await apply(people, draft)
    expect(applied).toMatchObject({ created: 60, units: draft.effect.units })
    const units = await people.viewer.read(peopleRoutes.listUnits, {})
    expect(units.map(({ name }) => name)).toContain('Department of Agriculture')
    const { rows } = await people.viewer.read(demandRoutes.listInitiatives, {})
    expect(rows.filter(({ unitId }) => unitId === null)).toEqual([])
  })

  it('Canada: what was first said and what is said now are the history of one initiative, and the yearly lists continue it', async () => {
    const people = await inCurrency('CAD')
    const draft = await bring(people, new URL('canada-large-it/gc-it-projects-combined-2022.csv', examples))
    expect(draft.positions.length).toBeGreaterThan(1)
    const { applied } = await apply(people, draft)
    expect(applied).toMatchObject({ created: 60, publications: draft.positions.length })
    expect((await people.viewer.read(demandRoutes.listInitiatives, {})).rows).toHaveLength(60)
    const yearly = await bring(people, new URL('canada-large-it/gc-it-projects-2022.csv', examples))
    expect(yearly.counts.updated).toBeGreaterThan(0)
    expect(yearly.counts.created + yearly.counts.updated).toBe(40)
  })

  it('New York: every change of budget and date is a report of the same initiative, in the order of its date', async () => {
    const people = await inCurrency('USD')
    const draft = await bring(people, new URL('nyc-capital/change-history.csv', examples))
    const keys = new Set((await readFile(new URL('nyc-capital/change-history.csv', examples), 'utf8')).split('\n').slice(1).flatMap((line) => /^[^,]+,(\d+),/.exec(line)?.[1] ?? []))
    const { applied } = await apply(people, draft)
    expect(applied).toMatchObject({ created: keys.size, publications: draft.positions.length, updated: 0 })
    const bowery = await history(people, '7')
    const dates = bowery?.reports.map(({ asOf }) => asOf) ?? []
    expect(dates.length).toBeGreaterThan(2)
    expect(dates).toEqual([...dates].sort())
    expect(bowery?.reports.slice(0, 2).map(({ cost }) => cost.metric.status === 'ok' && cost.metric.value.minor)).toEqual(['5349300000', '5801800000'])
    expect(await people.editor.read(demandRoutes.undoImport, { params: { id: draft.id } })).toMatchObject({ undone: { removed: keys.size, publications: draft.positions.length, conflicts: [] } })
    expect((await people.viewer.read(demandRoutes.listInitiatives, {})).rows).toEqual([])
  })

  it.skipIf(whole === undefined).each([['us-it-dashboard-2011/projects.csv', 'USD', 1657, 1], ['canada-large-it/gc-it-projects-combined-2022.csv', 'CAD', 729, 3], ['nyc-capital/change-history.csv', 'USD', 249, 15]] as const)(
    `the whole of %s${whole === undefined ? ' (skipped: set THROUGHLINE_PORTFOLIOS to a folder with it)' : ''}`,
    async (path, currency, initiatives, positions) => {
      const people = await inCurrency(currency)
      const draft = await bring(people, `${whole ?? ''}/${path}`)
      expect([draft.counts.created, draft.positions.length]).toEqual([initiatives, positions])
      const { applied } = await apply(people, draft)
      expect(applied).toMatchObject({ created: initiatives, publications: positions })
      const again = await bring(people, `${whole ?? ''}/${path}`)
      expect(again.positions.every(({ standing }) => standing === 'same')).toBe(true)
      expect((await apply(people, again)).applied).toMatchObject({ nothingNew: true, created: 0, changed: 0 })
    },
    120_000,
  )

})
