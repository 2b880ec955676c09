import { Readable } from 'node:stream'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes, importLimitBytes, type ImportDraft } from '@throughline/contract/demand'
import { pathOf } from '@throughline/contract/wire'
import { crc32 } from '@throughline/exchange/zip'
import { writeXlsx } from '@throughline/exchange/xlsx'
import { onEachDatabase, testApp, type People } from '@throughline/testkit/database'
import { withOrg } from '../database/index.ts'
import { startWorker, type Worker } from '../jobs/index.ts'
import { demandRoom } from './index.ts'

const patience = 120_000
/** Rows that are read and applied by a job. */
const manyRows = 6_000
const prose = 'Renews one part of the network with works on site, and replaces what is past its life there.'
const longFile = (rows = manyRows, cost = 0): Uint8Array => Buffer.from(['Id,Name,Department,Whole-life cost (EUR),Sponsor,Description', ...Array.from({ length: rows }, (_, at) => `P-${at + 1},Renewal of the network in part number ${at + 1},Department ${at % 20},${1_000 + at + cost},A sponsor with quite a long name and title ${at % 50},${prose}`)].join('\n'))

onEachDatabase('large and hostile files', (t) => {
  const app = testApp(t)
  let worker: Worker | undefined
  const work = (): Worker => startWorker({ db: t.db, kinds: demandRoom.jobs ?? [], pollMs: 20, leaseSeconds: 10, onError: (error) => expect.fail(String(error)) })
  beforeAll(() => {
    worker = work()
  })
  afterAll(() => worker?.stop(0))

  const upload = ({ editor }: People, fileName: string, body: Uint8Array) => editor.read(demandRoutes.uploadImport, { query: { fileName }, body })
  const read = ({ editor }: People, id: string) => editor.read(demandRoutes.readImport, { params: { id } })
  const until = async (people: People, { id }: Pick<ImportDraft, 'id'>, holds: (draft: ImportDraft) => boolean): Promise<ImportDraft> => {
    for (;;) {
      const draft = await read(people, id)
      if (holds(draft)) return draft
      await new Promise((resume) => setTimeout(resume, 20))
    }
  }
  const settled = (people: People, draft: Pick<ImportDraft, 'id'>) => until(people, draft, ({ state }) => !['reading', 'applying', 'undoing'].includes(state))
  const knows = ({ owner }: People): Promise<unknown> =>
    withOrg(t.db, owner.actor, async (tx) => {
      const counted = async (table: string) => (await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(tx)).rows[0]?.count
      return { initiatives: await counted('initiative'), publications: await counted('publication'), reports: await counted('report'), units: await counted('org_unit') }
    })

  it('are read by a job, paged, applied by a job, and say nothing new the second time', async () => {
    const people = await app.secondOrganisation()
    await worker?.stop(0)
    const brought = await upload(people, 'large 2024-03-31.csv', longFile())
    expect(brought).toMatchObject({ state: 'reading', counts: { rows: 0 } })
    expect(await people.editor.refused(demandRoutes.applyImport, { params: { id: brought.id } })).toMatchObject({ code: 'import_busy' })
    worker = work()
    const draft = await settled(people, brought)
    expect(draft).toMatchObject({ state: 'preview', counts: { rows: manyRows, created: manyRows }, effect: { units: 20 } })
    const page = await people.viewer.read(demandRoutes.listImportRows, { params: { id: draft.id }, query: { from: manyRows - 3, limit: 50 } })
    expect([page.total, page.rows.map(({ number }) => number)]).toEqual([manyRows, [manyRows - 2, manyRows - 1, manyRows]])
    expect(await people.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })).toMatchObject({ state: 'applying' })
    expect(await settled(people, draft)).toMatchObject({ state: 'applied', applied: { created: manyRows, publications: 1 } })
    const again = await settled(people, await upload(people, 'large 2024-03-31.csv', longFile()))
    expect(again.positions).toMatchObject([{ standing: 'same' }])
    const before = await knows(people)
    await people.editor.read(demandRoutes.applyImport, { params: { id: again.id } })
    expect(await settled(people, again)).toMatchObject({ applied: { nothingNew: true, unchanged: manyRows } })
    expect(await knows(people)).toEqual(before)
  }, patience)

  it('are cancelled while they are read, and while they are applied, without a trace', async () => {
    const people = await app.secondOrganisation()
    const first = await upload(people, 'a 2024-03-31.csv', longFile(20_000))
    await people.editor.read(demandRoutes.cancelImport, { params: { id: first.id } })
    expect((await settled(people, first)).state).toBe('cancelled')
    expect((await people.viewer.read(demandRoutes.listImportRows, { params: { id: first.id } })).total).toBe(0)
    const nothing = await knows(people)
    const draft = await settled(people, await upload(people, 'b 2024-03-31.csv', longFile()))
    await people.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })
    await people.editor.read(demandRoutes.cancelImport, { params: { id: draft.id } })
    const after = await settled(people, draft)
    // A job that was done before it heard has been done: then there is nothing to see here.
    if (after.state === 'preview') expect(await knows(people)).toEqual(nothing)
    else expect(after.state).toBe('applied')
    expect(await people.editor.refused(demandRoutes.cancelImport, { params: { id: draft.id } })).toMatchObject({ code: 'import_closed' })
  }, patience)

  it('go on after the server was killed between preview and apply, and in the middle of applying', async () => {
    const people = await app.secondOrganisation()
    const draft = await settled(people, await upload(people, 'a 2024-03-31.csv', longFile()))
    await worker?.stop(0)
    await people.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })
    expect((await read(people, draft.id)).state).toBe('applying')
    worker = work()
    await until(people, draft, ({ state, jobId }) => state !== 'applying' || jobId !== null)
    await worker.stop(0)
    worker = work()
    expect(await settled(people, draft)).toMatchObject({ state: 'applied', applied: { created: manyRows } })
    expect(await knows(people)).toMatchObject({ initiatives: manyRows, reports: manyRows, publications: 1, units: 20 })
  }, patience)

  it('are undone by a job', async () => {
    const people = await app.secondOrganisation()
    const draft = await settled(people, await upload(people, 'a 2024-03-31.csv', longFile()))
    await people.editor.read(demandRoutes.applyImport, { params: { id: draft.id } })
    await settled(people, draft)
    expect(await people.editor.read(demandRoutes.undoImport, { params: { id: draft.id } })).toMatchObject({ state: 'undoing' })
    expect(await settled(people, draft)).toMatchObject({ state: 'undone', undone: { removed: manyRows, units: 20, conflictsInAll: 0 } })
    expect((await people.viewer.read(demandRoutes.listInitiatives, {})).rows).toEqual([])
  }, patience)

  it('applied by two at once: one is told that the other did', async () => {
    const people = await app.secondOrganisation()
    const draft = await upload(people, 'two 2024-03-31.csv', longFile(300))
    const answers = await Promise.all([people.editor, people.owner].map((person) => person.call(demandRoutes.applyImport, { params: { id: draft.id } })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'import_closed', detail: expect.stringContaining('This import was applied') })
    expect(await knows(people)).toMatchObject({ initiatives: 300, publications: 1 })
  })

  describe('that are too large or not what they say', () => {
    it('announced with 200 MB: refused before anything is taken, with found and limit', async () => {
      const problem = await app.editor.call(demandRoutes.uploadImport, { query: { fileName: 'big.csv' }, body: Buffer.from('Name\n') }, { 'content-length': String(200 * 1024 * 1024) })
      expect([problem.status, problem.body]).toMatchObject([413, { code: 'file_too_large', values: { fileName: 'big.csv', found: 209_715_200, limit: importLimitBytes } }])
    })
    it('sent with 200 MB without saying so: refused once the limit is passed', async () => {
      let sent = 0
      const piece = Buffer.alloc(1024 * 1024, 'a')
      const endless = Readable.from((function* () {
        for (; sent < 200; sent++) yield piece
      })())
      const response = await app.app.inject({ method: 'POST', url: pathOf(demandRoutes.uploadImport, undefined, { fileName: 'endless.csv' }), headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': 'application/octet-stream' }, payload: endless })
      expect([response.statusCode, response.json<unknown>()]).toMatchObject([413, { code: 'file_too_large', values: { fileName: 'endless.csv', found: `more than ${importLimitBytes}`, limit: importLimitBytes } }])
    }, patience)

    const refusedAs = async (fileName: string, body: Uint8Array): Promise<unknown> => {
      const people = app
      const before = await knows(people)
      const answer = await people.editor.call(demandRoutes.uploadImport, { query: { fileName }, body })
      const draft = answer.status < 300 ? await settled(people, answer.body as ImportDraft) : undefined
      expect(await knows(people)).toEqual(before)
      return draft ? { state: draft.state, ...draft.problem } : answer.body
    }
    it('a zip that unpacks to a gigabyte', async () => {
      const sheet = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 9 })
      expect(await refusedAs('bomb.xlsx', zipOf([['[Content_Types].xml', Buffer.from('<Types/>'), 8], ['xl/workbook.xml', Buffer.from('<workbook/>'), 11], ['xl/worksheets/sheet1.xml', sheet, 300 * 1024 * 1024]]))).toMatchObject({ code: 'file_unreadable', detail: expect.stringContaining('bomb.xlsx') })
    }, patience)
    it('a million rows', async () => {
      expect(await refusedAs('million.csv', Buffer.from(`Name,Cost\n${'A,1\n'.repeat(1_000_000)}`))).toMatchObject({ state: 'refused', code: 'file_unreadable', detail: expect.stringMatching(/million\.csv is too large: found at least 300001 rows/) })
    }, patience)
    it('a workbook with entities, and one cut short', async () => {
      const workbook = await writeXlsx([{ name: 'Plan', columns: [{ label: 'Name', kind: 'text' }], rows: [['Bridge']] }])
      expect(await refusedAs('cut.xlsx', workbook.slice(0, workbook.length - 40))).toMatchObject({ code: 'file_unreadable' })
      expect(await refusedAs('entities.xlsx', zipOf([['xl/workbook.xml', deflateRawSync(Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>')), 60]]))).toMatchObject({ code: 'file_unreadable' })
    })
    it('formulas and NUL are text', async () => {
      const draft = await upload(app, 'odd 2024-03-31.csv', Buffer.from('Id,Name,Cost\nA1,"=cmd|\' /C calc\'!A0",1\nA2,Pi\u0000er,2\n'))
      const { rows } = await app.viewer.read(demandRoutes.listImportRows, { params: { id: draft.id } })
      expect(rows.map(({ name }) => name)).toEqual(["=cmd|' /C calc'!A0", 'Pier'])
    })
  })

  describe('a file with bytes changed at will', () => {
    const good = Buffer.from(['Id,Name,Department,Whole-life cost (EUR),Start date,End date,Delivery confidence', ...Array.from({ length: 12 }, (_, at) => `A${at},Bridge ${at},"Dep, ${at % 3}",${at * 1000},2024-01-0${1 + (at % 9)},2026-01-01,Green`)].join('\n'))
    const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255), how: fc.constantFrom('set', 'insert', 'delete', 'cut', 'repeat') })
    const mutated = fc.array(change, { minLength: 1, maxLength: 12 }).map((changes) => changes.reduce((bytes, { at, byte, how }) => {
      const place = Math.min(at, bytes.length)
      const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)]
      switch (how) {
        case 'set':
          return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)])
        case 'insert':
          return Buffer.concat([before, Buffer.from([byte]), after])
        case 'delete':
          return Buffer.concat([before, after.subarray(1 + (byte % 20))])
        case 'cut':
          return bytes.length > 200 ? bytes.subarray(0, Math.max(100, bytes.length - byte)) : bytes
        default:
          return Buffer.concat([before, before.subarray(Math.max(0, place - byte)), after])
      }
    }, good as Buffer))

    it('is refused by name or applied whole, never by half', async () => {
      const people = await app.secondOrganisation()
      await fc.assert(fc.asyncProperty(mutated, async (bytes) => {
        const before = await knows(people)
        const answer = await people.editor.call(demandRoutes.uploadImport, { query: { fileName: 'mutated 2024-03-31.csv' }, body: bytes })
        expect(await knows(people)).toEqual(before)
        if (answer.status >= 300) {
          expect([answer.status, answer.body]).toMatchObject([422, { code: 'file_unreadable' }])
          return
        }
        const { id } = answer.body as ImportDraft
        await people.editor.call(demandRoutes.changeImport, { params: { id }, body: { scope: 'part' } })
        const applied = await people.editor.call(demandRoutes.applyImport, { params: { id } })
        if (applied.status >= 300) {
          expect((applied.body as { code: string }).code).toMatch(/^import_/)
          expect(await knows(people)).toEqual(before)
          return
        }
        const { applied: result, counts } = applied.body as ImportDraft
        expect((result?.created ?? 0) + (result?.updated ?? 0) + (result?.nothingNew ? (result.unchanged ?? 0) : 0) + (result?.refused ?? 0)).toBe(counts.rows)
        const { rows } = await withOrg(t.db, people.owner.actor, (tx) => sql<{ rows: number; reports: number }>`select p.rows, count(r.id)::int as reports from publication p left join report r on r.org_id = p.org_id and r.publication_id = p.id group by p.id, p.rows`.execute(tx))
        expect(rows.filter((one) => one.rows !== one.reports)).toEqual([])
      }), { numRuns: 200 })
    }, 240_000)
  })
})

/** A container of deflated parts that says of each how large it unpacks. */
function zipOf(parts: readonly (readonly [path: string, packed: Buffer, inflated: number])[]): Uint8Array {
  const heads: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [path, packed, inflated] of parts) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(packed), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(inflated, 18)
    common.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, name]))
    heads.push(head)
    offset += head.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...heads, directory, end])
}
