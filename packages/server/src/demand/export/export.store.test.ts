import { expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow, type InitiativesExport } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { random } from '@throughline/engine/kernel'
import { readSheets } from '@throughline/exchange/formats'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('an export', (t) => {
  const app = testApp(t)
  const create = (name: string, more: object = {}) => app.editor.read(demandRoutes.createInitiative, { body: { name, ...more } })
  const give = (row: InitiativeRow, field: string, value: string) => app.editor.read(demandRoutes.changeCells, { body: { changes: [{ id: row.id, version: row.version, field: `custom:${field}`, value }] } })
  const bytesOf = (query: InitiativesExport) => app.viewer.read(demandRoutes.exportInitiatives, { query })
  const sheetsOf = async (query: InitiativesExport) => {
    const read = await readSheets(await bytesOf(query), `x.${query.format}`)
    if (!read.ok) throw new Error(read.refusal.code)
    return read.value.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(({ text }) => text)) }))
  }

  it('of nothing has its headings', async () => expect((await sheetsOf({ format: 'csv' }))[0]?.rows).toEqual([['Id', 'Name', 'Department', 'Category', 'Status', 'Sponsor', 'Delivery confidence', 'Rated on', 'Start date', 'End date', 'Whole-life cost (EUR)', 'Benefits (EUR)', 'Budget of the year (EUR)', 'Forecast of the year (EUR)', 'Benefits over cost']]))

  it('of a list has its conditions, order and columns; the key comes first where nobody asked for it', async () => {
    const field = await app.editor.read(demandRoutes.createField, { body: { name: 'Carbon cost', kind: 'money' } })
    const [bridge] = [await create('Bridge', { costMinor: '100050', sponsor: '=cmd|x', startOn: '2026-01-01', rating: { scale: 'five_point', level: 'amber_red' } }), await create('Tunnel', { costMinor: '250000' }), await create('Canal', { costMinor: '5' })]
    await give(bridge, field.id, '-307')
    const ask = JSON.stringify({ filters: [{ field: 'cost', op: 'at_least', values: ['100'] }], sort: [{ field: 'cost', descending: true }], from: 1, limit: 1 })
    const [sheet] = await sheetsOf({ format: 'csv', ask, columns: `name,custom:${field.id},cost,sponsor,rating,startOn,nothing` })
    expect(sheet?.rows).toEqual([
      ['Id', 'Name', 'Carbon cost', 'Whole-life cost (EUR)', 'Sponsor', 'Delivery confidence', 'Start date'],
      ['I-0002', 'Tunnel', '', '2500.00', '', '', ''],
      ['I-0001', 'Bridge', '-3.07', '1000.50', '=cmd|x', 'Amber/Red', '2026-01-01'],
    ])
    expect(Buffer.from(await bytesOf({ format: 'csv', columns: 'sponsor' })).toString('utf8')).not.toMatch(/(^|[,\n"])=cmd/)
  })

  it('as a workbook adds up by formulas, and says on a sheet of its own what it holds', async () => {
    const ask = JSON.stringify({ filters: [{ field: 'cost', op: 'at_least', values: ['100'] }] })
    const [sheet, notes] = await sheetsOf({ format: 'xlsx', ask, columns: 'key,name,cost', view: 'Board' })
    expect(sheet?.rows.at(-1)).toEqual(['Total', '', '3500.5'])
    const said = new Map(notes?.rows.map(([label, text]) => [label, text]))
    expect(said.get('What')).toBe('Initiatives, as in the view Board')
    expect(said.get('Conditions')).toContain('Whole-life cost (EUR) at least 100')
    expect([said.get('Initiatives'), said.get('Organisation'), said.get('Order')]).toEqual(['2', 'Acme', 'Name'])
    expect(said.get('As of')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
    const answer = await app.viewer.call(demandRoutes.exportInitiatives, { query: { format: 'xlsx', view: 'Größter Überblick / 2026' } })
    expect(answer.headers['content-disposition']).toContain('gro-ter-u-berblick-2026.xlsx')
  })

  it('that cannot be asked is refused as the list is', async () =>
    expect(await app.viewer.refused(demandRoutes.exportInitiatives, { query: { format: 'csv', ask: '{"filters":[{"field":"colour"}]}' } })).toMatchObject({ status: 400, code: 'list_invalid' }))

  it.each(['csv', 'xlsx'] as const)('as %s that is imported again changes nothing', async (format) => {
    const file = await bytesOf({ format })
    const draft = await app.editor.read(demandRoutes.uploadImport, { query: { fileName: `again.${format}` }, body: file })
    const compared = await app.editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { title: 'Again', asOf: '2026-03-31', scope: 'part' } })
    expect({ counts: compared.counts, effect: compared.effect, changes: compared.changes }).toMatchObject({ counts: { rows: 3, created: 0, refused: 0, errors: 0 }, effect: { changed: 0, unchanged: 3 }, changes: [] })
  })

  it('is what the window of the same ask shows, in its order, whatever is asked', async () => {
    const [agency, office] = [await app.editor.read(peopleRoutes.createUnit, { body: { code: 'AG', name: 'Agency', kind: 'department' } }), await app.editor.read(peopleRoutes.createUnit, { body: { code: 'OF', name: 'Office', kind: 'team' } })]
    const field = await app.editor.read(demandRoutes.createField, { body: { name: 'Region', kind: 'text' } })
    const { next } = random(11)
    const one = <T>(among: readonly T[]): T => among[Math.floor(next() * among.length)] as T
    const words = ['Bridge', 'bridge', 'Ärmel', 'Zoo', 'Port', 'North port']
    for (let at = 0; at < 24; at++) {
      const row = await create(`${one(words)} ${at % 5}`, { unitId: one([agency.id, office.id, null]), category: one(['Roads', 'roads', null]), kind: one(['project', 'programme']), ...(next() < 0.7 ? { costMinor: String(100 * Math.floor(next() * 6)) } : {}), ...(next() < 0.5 ? { endOn: one(['2026-01-31', '2027-03-31']) } : {}) })
      if (next() < 0.6) await give(row, field.id, one(['East', 'West', 'east']))
    }
    const custom = `custom:${field.id}`
    const filters = [{ field: 'cost', op: 'at_least', values: ['200'] }, { field: 'cost', op: 'absent', values: [] }, { field: 'unit', op: 'within', values: [agency.id] }, { field: custom, op: 'any_of', values: ['East'] }, { field: custom, op: 'absent', values: [] }, { field: 'name', op: 'contains', values: ['PORT'] }, { field: 'kind', op: 'none_of', values: ['programme'] }, { field: 'endOn', op: 'present', values: [] }]
    const sortable = ['name', 'cost', 'unit', 'category', 'endOn', 'key', custom]
    for (let at = 0; at < 40; at++) {
      const groups = next() < 0.5 ? [] : [...new Set([one(['unit', 'category', 'kind', custom]), one(['kind', 'unit'])])]
      const ask = { filters: next() < 0.3 ? [] : [one(filters), ...(next() < 0.3 ? [one(filters)] : [])], sort: [...new Set([one(sortable), one(sortable)])].map((key) => ({ field: key, descending: next() < 0.5 })), groups, ...(next() < 0.3 ? { search: one(['port', 'br 1', 'nothing at all']) } : {}), ...(next() < 0.3 ? { current: true } : {}) }
      const window = await app.viewer.read(demandRoutes.readWindow, { query: { ask: JSON.stringify({ ...ask, limit: 200 }) } })
      const [sheet] = await sheetsOf({ format: 'csv', ask: JSON.stringify({ ...ask, from: 3, limit: 5 }), columns: `key,name,${custom}` })
      expect({ ask, rows: sheet?.rows.slice(1) }).toEqual({ ask, rows: window.rows.map(({ key, name, custom: own }) => [key, name, own[field.id] ?? '']) })
    }
  })
})
