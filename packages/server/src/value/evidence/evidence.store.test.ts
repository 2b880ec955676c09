import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes } from '@throughline/contract/strategy'
import { fileReference, valueRoutes, type EvidenceFile } from '@throughline/contract/value'
import { openArchive } from '@throughline/exchange/archive'
import { checkEvidence } from '@throughline/exchange/evidence'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { digestOf } from './take-in.ts'

const text = (value: string): Buffer => Buffer.from(value)
/** More than one piece, and a last one that is not full. */
const long = text(`%PDF-1.7\n${'Ten of a hundred days. '.repeat(20_000)}`)

onEachDatabase('files as evidence', (t) => {
  const app = testApp(t)
  let [owner, clerk, guest]: Person[] = []
  let [benefitId, measureId] = ['', '']
  const attach = (by: Person | undefined, fileName: string, bytes: Uint8Array) => by?.call(valueRoutes.attachToBenefit, { params: { id: benefitId }, query: { fileName }, body: bytes })
  const attached = async (fileName: string, bytes: Uint8Array): Promise<EvidenceFile> => (await attach(clerk, fileName, bytes))?.body as EvidenceFile
  const list = async (by: Person | undefined, query: object = {}) => (await by?.read(valueRoutes.listEvidence, { query }))?.files.map(({ fileName, used }) => [fileName, used])
  const pieces = async (sha256: string) => (await t.owner.selectFrom('evidence_piece').select('number').where('sha256', '=', sha256).execute()).length
  const promise = (by: Person | undefined, evidence: string) => by?.call(valueRoutes.promiseBenefit, { body: { benefitId, lines: [{ period: '2020-10', amount: '100' }], evidence } })

  beforeAll(async () => {
    ;[owner, clerk, guest] = [app.owner, await app.member('benefit_owner', 'Bea Owner'), await app.member('resource_manager', 'Rita Resources')]
    const { perspectives } = await owner.read(strategyRoutes.createPerspective, { body: { name: 'Customers' } })
    const { objectives } = await owner.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives.at(-1)?.id ?? '', statement: 'Answer faster', weight: 1 } })
    const { measures } = await owner.read(strategyRoutes.createMeasure, { body: { objectiveId: objectives.at(-1)?.id ?? '', name: 'Handling time', definition: 'Mean minutes of a call', unit: 'count', direction: 'lower' } })
    measureId = measures.at(-1)?.id ?? ''
    const { id } = await owner.read(demandRoutes.createInitiative, { body: { name: 'Chatbot' } })
    await owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2020-10', from: '2020-10-01', to: '2020-11-01' }] } })
    await owner.read(valueRoutes.registerMeasure, { body: { measureId, unit: 'GBP.noncash' } })
    benefitId = (await owner.read(valueRoutes.addBenefit, { body: { name: 'Minutes saved', initiativeId: id, unit: 'GBP.noncash', measureId, ownerId: clerk.actor.accountId } })).id
  }, 120_000)

  it('are kept byte for byte, and go out as downloads alone, to who may see what they are of', async () => {
    const file = await attached('Sample.pdf', long)
    expect(file).toMatchObject({ fileName: 'Sample.pdf', mediaType: 'application/pdf', bytes: long.length, sha256: digestOf(long), benefitId, by: 'Bea Owner', used: false, withdrawn: null })
    const got = await app.viewer.call(valueRoutes.readEvidence, { params: { id: file.id } })
    expect([got.bytes.equals(long), got.headers['content-disposition'], got.headers['x-content-type-options'], got.headers['cache-control']]).toEqual([true, expect.stringMatching(/^attachment; filename="Sample\.pdf"/), 'nosniff', 'no-store'])
    expect(got.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox$/)
    const actual = await clerk?.read(valueRoutes.attachToMeasure, { params: { id: measureId }, query: { fileName: 'calls.csv' }, body: text('day;minutes\n1;8,2\n') })
    expect([await list(guest), await list(app.viewer), await list(app.viewer, { measureId })]).toEqual([[['calls.csv', false]], [['calls.csv', false], ['Sample.pdf', false]], [['calls.csv', false]]])
    expect((await guest?.refused(valueRoutes.readEvidence, { params: { id: file.id } }))?.code).toBe('amounts_withheld')
    expect((await guest?.call(valueRoutes.readEvidence, { params: { id: actual?.id ?? '' } }))?.status).toBe(200)
    for (const by of [guest, app.viewer as Person]) expect((await attach(by, 'a.txt', text('a')))?.body).toMatchObject({ code: 'role_insufficient' })
  })

  it('stay once they are named, by an entry or by an actual, and are not named where they are not there', async () => {
    const [one, two] = [await attached('one.txt', text('one')), await attached('two.txt', text('two'))]
    expect((await promise(clerk, fileReference(benefitId)))?.body).toMatchObject({ code: 'evidence_file_unknown' })
    expect((await promise(clerk, `Minutes of the board, ${fileReference(one.id)}`))?.body).toMatchObject({ files: [{ id: one.id, fileName: 'one.txt' }] })
    await clerk?.read(strategyRoutes.recordActual, { params: { id: measureId }, body: { on: '2020-10-31', value: '8.2', source: fileReference(two.id) } })
    const withdraw = (id: string) => clerk?.refused(valueRoutes.withdrawEvidence, { params: { id }, body: { reason: 'Wrong file' } })
    expect([(await withdraw(one.id))?.detail, (await withdraw(two.id))?.detail]).toEqual(['one.txt is named by the entry 1: it stays as long as that does.', 'two.txt is named by an actual of Handling time: it stays as long as that does.'])
    expect((await list(clerk, { benefitId }))?.filter(([name]) => name !== 'Sample.pdf')).toEqual([['two.txt', true], ['one.txt', true]])
  })

  it('are withdrawn with a reason while nothing names them; bytes that another file has stay', async () => {
    const [mine, same] = [await attached('private.txt', text('not for here')), await attached('again.txt', text('not for here'))]
    expect([mine.sha256 === same.sha256, await pieces(mine.sha256)]).toEqual([true, 1])
    const gone = await clerk?.read(valueRoutes.withdrawEvidence, { params: { id: mine.id }, body: { reason: 'Of another benefit' } })
    expect([gone?.withdrawn, await pieces(mine.sha256)]).toMatchObject([{ by: 'Bea Owner', reason: 'Of another benefit' }, 1])
    await clerk?.read(valueRoutes.withdrawEvidence, { params: { id: same.id }, body: { reason: 'As well' } })
    expect(await pieces(mine.sha256)).toBe(0)
    expect([(await clerk?.refused(valueRoutes.readEvidence, { params: { id: mine.id } }))?.code, (await clerk?.refused(valueRoutes.withdrawEvidence, { params: { id: mine.id }, body: { reason: 'Twice' } }))?.code]).toEqual(['not_found', 'not_found'])
    expect((await promise(clerk, fileReference(mine.id)))?.body).toMatchObject({ code: 'evidence_file_unknown' })
    expect((await list(clerk, { withdrawn: true }))?.map(([name]) => name)).toEqual(expect.arrayContaining(['private.txt', 'again.txt']))
    await expect(sql`update evidence_piece set bytes = ''`.execute(t.db)).rejects.toThrow(/permission denied/)
  })

  it('are in the archive, come back whole, and the chain answers for their bytes', async () => {
    const saved = async () => {
      const bytes = await app.owner.read(governanceRoutes.saveArchive, {})
      const opened = openArchive(bytes, 'archive.zip')
      if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
      return { bytes, faults: checkEvidence(opened.value).faults.map(({ table, fault }) => [table, fault]) }
    }
    const { bytes, faults } = await saved()
    expect(faults).toEqual([])
    const { owner: other } = await app.secondOrganisation()
    await other.read(governanceRoutes.restoreArchive, { body: bytes })
    const { files } = await other.read(valueRoutes.listEvidence, { query: {} })
    const restored = files.find(({ fileName }) => fileName === 'Sample.pdf')
    expect((await other.call(valueRoutes.readEvidence, { params: { id: restored?.id ?? '' } })).bytes.equals(long)).toBe(true)
    await sql`update evidence_piece set bytes = convert_to('forged', 'UTF8') where sha256 = ${digestOf(text('one'))}`.execute(t.owner)
    expect((await saved()).faults).toEqual([['evidence_piece', expect.any(String)]])
  })
})
