import { describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { writeXlsx } from '@throughline/exchange/xlsx'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

const text = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\n'))
const head = 'Id,Name,Department,Whole-life cost (EUR),Benefits (EUR),Start date,End date,Delivery confidence'
const portfolio = text([head, 'A1,Bridge,DfT,1000,3000,2024-01-01,2026-01-01,Green', 'A2,Tunnel,DFT,2000,,2024-01-01,2025-01-01,Red', 'A3,Harbour,Ports & Docks,Exempt under Section 43,10,2024-01-01,2023-01-01,Amber', 'A1,Bridge,DfT,5,5,,,'])

onEachDatabase('imports', (t) => {
  const app = testApp(t)
  const upload = (fileName: string, body: Uint8Array) => app.editor.read(demandRoutes.uploadImport, { query: { fileName }, body })
  const list = () => app.viewer.read(demandRoutes.listInitiatives, {})
  const rowsOf = async (id: string) => (await app.viewer.read(demandRoutes.listImportRows, { params: { id } })).rows
  const issuesOf = async (id: string) => (await app.viewer.read(demandRoutes.listImportIssues, { params: { id } })).rows

  it('is previewed without writing anything, the same each time', async () => {
    const draft = await upload('portfolio 2024.csv', portfolio)
    expect(draft).toMatchObject({ state: 'preview', title: 'portfolio 2024', counts: { rows: 4, created: 3, updated: 0, refused: 1 } })
    expect((await rowsOf(draft.id)).map(({ name, match }) => [name, match])).toEqual([['Bridge', 'new'], ['Tunnel', 'new'], ['Harbour', 'new'], ['Bridge', 'refused']])
    expect((await issuesOf(draft.id)).map(({ code }) => code)).toEqual(expect.arrayContaining(['DUPLICATE_KEY', 'END_BEFORE_START']))
    expect(await app.editor.read(demandRoutes.readImport, { params: { id: draft.id } })).toEqual(draft)
    expect((await list()).rows).toEqual([])
    const csv = await app.viewer.call(demandRoutes.exportImportIssues, { params: { id: draft.id } })
    expect(csv.bytes.toString('utf8')).toContain('DUPLICATE_KEY')
  })

  it('is applied once, in one transaction, with units by name', async () => {
    const draft = await upload('portfolio.csv', portfolio)
    const { id } = await app.editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { title: 'Spring', asOf: '2024-03-31' } })
    expect(await app.editor.read(demandRoutes.applyImport, { params: { id } })).toMatchObject({ state: 'applied', applied: { title: 'Spring', created: 3, updated: 0, refused: 1 } })
    const { rows, publications } = await list()
    expect(publications).toMatchObject([{ title: 'Spring', asOf: '2024-03-31', rows: 3 }])
    const [bridge, harbour, tunnel] = rows
    expect(bridge).toMatchObject({ name: 'Bridge', cost: { status: 'ok', value: { minor: '100000', currency: 'EUR' } }, ratio: { status: 'ok', value: 3 }, rating: { level: 'green' } })
    expect(harbour).toMatchObject({ cost: { status: 'undefined', reason: 'EXEMPT' }, flags: expect.arrayContaining(['exempt', 'end_before_start']) })
    expect(tunnel).toMatchObject({ benefits: { status: 'undefined', reason: 'NOT_PUBLISHED' }, unitId: bridge?.unitId })
    expect(await app.editor.refused(demandRoutes.applyImport, { params: { id } })).toMatchObject({ code: 'import_closed' })
    const revisions = await app.viewer.read(governanceRoutes.listRevisions, { query: { entityId: bridge?.id ?? '' } })
    expect(revisions).toHaveLength(1)
  })

  it('moves initiatives forward by id and keeps what an older position says as history', async () => {
    const later = await upload('b.csv', text([head, 'A1,Great Bridge,DfT,1500,3000,2024-01-01,2027-01-01,Amber']))
    await app.editor.read(demandRoutes.changeImport, { params: { id: later.id }, body: { title: 'Autumn', asOf: '2024-09-30', scope: 'whole' } })
    expect(await app.editor.read(demandRoutes.applyImport, { params: { id: later.id } })).toMatchObject({ applied: { created: 0, updated: 1, changed: 1, left: 2 } })
    const older = await upload('c.csv', text([head, 'A1,Small Bridge,DfT,1,1,2024-01-01,2025-01-01,Red']))
    await app.editor.read(demandRoutes.changeImport, { params: { id: older.id }, body: { title: 'Before', asOf: '2023-09-30' } })
    await app.editor.read(demandRoutes.applyImport, { params: { id: older.id } })
    const { rows } = await list()
    expect(rows.map(({ name, current }) => [name, current])).toEqual([['Great Bridge', true], ['Harbour', false], ['Tunnel', false]])
    const bridge = rows[0]
    expect(bridge).toMatchObject({ reports: 3, previousRating: { level: 'green' }, cost: { value: { minor: '150000' } } })
    const detail = await app.viewer.read(demandRoutes.readInitiative, { params: { id: bridge?.id ?? '' } })
    expect(detail.reports.map(({ asOf, name }) => [asOf, name])).toEqual([['2023-09-30', 'Small Bridge'], ['2024-03-31', 'Bridge'], ['2024-09-30', 'Great Bridge']])
    expect(detail.costProfile.total.why.source).toMatchObject({ kind: 'published', publication: 'Autumn', cell: 'D2', asPublished: '1500' })
  })

  it('keeps what a person has entered after the date of the position', async () => {
    const tunnel = (await list()).rows.find(({ name }) => name === 'Tunnel')
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: tunnel?.id ?? '' }, body: { version: tunnel?.version ?? 0, costMinor: '777' } })
    const draft = await upload('d.csv', text([head, 'A2,Tunnel,DfT,9000,,2024-01-01,2025-01-01,Amber']))
    await app.editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { title: 'Winter', asOf: '2025-01-31', scope: 'whole' } })
    await app.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })
    expect((await list()).rows.find(({ name }) => name === 'Tunnel')).toMatchObject({ cost: { value: { minor: '777' } }, rating: { level: 'amber' } })
  })

  it('can be discarded, and then not be applied', async () => {
    const { id } = await upload('e.csv', portfolio)
    await app.editor.read(demandRoutes.discardImport, { params: { id } })
    expect(await app.editor.refused(demandRoutes.applyImport, { params: { id } })).toMatchObject({ code: 'import_closed' })
    expect(await app.viewer.refused(demandRoutes.discardImport, { params: { id } })).toMatchObject({ code: 'role_insufficient' })
  })

  describe('of files that are not a portfolio', () => {
    const zipHead = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])
    it.each([
      ['empty', 'a.csv', new Uint8Array(0), 'EMPTY_FILE'],
      ['binary', 'a.csv', Buffer.from([0x00, 0x01, 0x02, 0xff, 0xfe, 0x00, 0x10]), 'BINARY_FILE'],
      ['PDF', 'a.csv', Buffer.from('%PDF-1.7 rest'), 'UNKNOWN_FORMAT'],
      ['cut short', 'a.xlsx', zipHead, 'TRUNCATED_ARCHIVE'],
      ['headings alone', 'a.csv', Buffer.from(head), 'NO_TABLE'],
    ])('%s is refused with what was found and expected', async (_, fileName, body, reason) => {
      const before = await list()
      const problem = await app.editor.refused(demandRoutes.uploadImport, { query: { fileName }, body })
      expect(problem).toMatchObject({ status: 422, code: 'file_unreadable', values: { reason, fileName } })
      expect(problem.detail).toContain(fileName)
      expect(await list()).toEqual(before)
    })

    it('without a column of names can be corrected, and is not applied before', async () => {
      const draft = await upload('names.csv', text(['What,Whole-life cost', 'Ferry,12', 'Quay,13']))
      expect((await issuesOf(draft.id))[0]).toMatchObject({ code: 'NO_NAME_COLUMN', severity: 'error' })
      expect(await app.editor.refused(demandRoutes.applyImport, { params: { id: draft.id } })).toMatchObject({ code: 'import_incomplete' })
      const changed = await app.editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { asOf: '2025-03-31', scope: 'part', fields: [{ column: 1, field: 'name' }] } })
      expect((await rowsOf(changed.id)).map(({ name }) => name)).toEqual(['Ferry', 'Quay'])
      expect(await app.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })).toMatchObject({ applied: { created: 2 } })
    })

    it('with NUL characters and text that looks like a formula is taken as text', async () => {
      const draft = await upload('odd.csv', text([head, `A9,"=HYPERLINK(""x"")",DfT,1,1,,,`, 'A8,Pi\u0000er,DfT,1,1,,,']))
      await app.editor.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { asOf: '2025-03-31', title: 'Odd', scope: 'part' } })
      await app.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })
      expect((await list()).rows.map(({ name }) => name)).toEqual(expect.arrayContaining(['=HYPERLINK("x")', 'Pier']))
    })
  })

  it.each(['csv', 'xlsx'] as const)('reads its own export as %s without a change', async (format) => {
    const file = await app.viewer.call(demandRoutes.exportInitiatives, { query: { format } })
    const before = await list()
    const draft = await upload(`export.${format}`, file.bytes)
    expect(draft.counts).toMatchObject({ rows: before.rows.length, created: 0, refused: 0, updated: before.rows.length })
  })

  it('takes the sheet that is chosen of two', async () => {
    const columns = ['Name', 'Department'].map((label) => ({ label, kind: 'text' as const }))
    const plan = await upload('plan.xlsx', await writeXlsx([{ name: 'Plan', columns, rows: [['Lock', 'DfT'], ['Weir', 'DfT']] }, { name: 'Ideas', columns, rows: [['Jetty', 'DfT']] }]))
    expect(plan).toMatchObject({ format: 'xlsx', sheets: [{ name: 'Plan', rows: 3 }, { name: 'Ideas', rows: 2 }], sheet: 'Plan', counts: { rows: 2 } })
    expect((await issuesOf(plan.id)).map(({ code }) => code)).toContain('OTHER_SHEET')
    expect(await app.editor.refused(demandRoutes.changeImport, { params: { id: plan.id }, body: { sheet: 'Other' } })).toMatchObject({ code: 'file_unreadable' })
    expect(await app.editor.read(demandRoutes.changeImport, { params: { id: plan.id }, body: { sheet: 'Ideas' } })).toMatchObject({ sheet: 'Ideas', counts: { rows: 1 } })
    expect(await rowsOf(plan.id)).toMatchObject([{ name: 'Jetty' }])
  })
})
