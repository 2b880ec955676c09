import { afterAll, beforeAll, expect, it } from 'vitest'
import { demandRoutes, type ImportDraft } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { withOrg } from '../database/index.ts'
import { startWorker, type Worker } from '../jobs/index.ts'
import { jobRows } from './acts/apply-import.ts'
import { demandRoom } from './index.ts'

const patience = 120_000
const head = 'Id,Name,Agency,Whole-life cost (EUR),Delivery confidence'
/** A file of so many rows, none of which is in another of a different `mark`. */
const csv = (rows: number, mark: string): Uint8Array => Buffer.from([head, ...Array.from({ length: rows }, (_, n) => `${mark}${n},${mark} ${n},DfT,1000,Green`)].join('\n'))

onEachDatabase('of an import are told', (t) => {
  const app = testApp(t)
  let worker: Worker | undefined
  beforeAll(() => {
    worker = startWorker({ db: t.db, kinds: demandRoom.jobs ?? [], pollMs: 20, leaseSeconds: 20, onError: (error) => expect.fail(String(error)) })
  })
  afterAll(() => worker?.stop(0))

  const settled = async ({ id }: Pick<ImportDraft, 'id'>): Promise<ImportDraft> => {
    for (;;) {
      const draft = await app.viewer.read(demandRoutes.readImport, { params: { id } })
      if (!['reading', 'applying', 'undoing'].includes(draft.state)) return draft
      await new Promise((resume) => setTimeout(resume, 20))
    }
  }
  const upload = async (by: Person, fileName: string, body: Uint8Array): Promise<ImportDraft> => settled(await by.read(demandRoutes.uploadImport, { query: { fileName }, body }))
  const apply = async (by: Person, draft: ImportDraft): Promise<ImportDraft> => {
    await by.read(demandRoutes.changeImport, { params: { id: draft.id }, body: { asOf: '2024-03-31', title: draft.fileName, scope: 'part' } })
    await settled(draft)
    return settled(await by.read(demandRoutes.applyImport, { params: { id: draft.id } }))
  }
  /** Everything that anybody was told of an import. */
  const toldOf = async ({ id }: Pick<ImportDraft, 'id'>) => {
    const members = await app.owner.read(peopleRoutes.listMembers, {})
    const all = await Promise.all(members.map((member) => withOrg(t.db, { ...app.owner.actor, accountId: member.id }, (tx) => tx.selectFrom('notification').selectAll().where('subject_id', '=', id).execute())))
    return all.flat().toSorted((a, b) => a.created_at.localeCompare(b.created_at) || a.account_id.localeCompare(b.account_id)).map((one) => [one.account_id, one.reason, one.words])
  }
  const idOf = ({ actor }: Person) => actor.accountId

  it('who applied a small one, when somebody else takes it back; whoever waits for the answer is not', async () => {
    const own = await apply(app.editor, await upload(app.editor, 'own.csv', csv(2, 'own')))
    const others = await apply(app.editor, await upload(app.owner, 'others.csv', csv(2, 'others')))
    expect([own.state, others.state]).toEqual(['applied', 'applied'])
    await app.editor.read(demandRoutes.undoImport, { params: { id: own.id } })
    await app.owner.read(demandRoutes.undoImport, { params: { id: others.id } })
    expect(await toldOf(own)).toEqual([])
    expect(await toldOf(others)).toEqual([[idOf(app.editor), 'import_undone', 'others.csv']])
    expect(await app.owner.refused(demandRoutes.undoImport, { params: { id: others.id } })).toMatchObject({ code: 'import_closed' })
    expect(await toldOf(others)).toHaveLength(1)
    const [told] = (await app.editor.read(governanceRoutes.listNotifications, {})).notifications
    expect(told).toMatchObject({ by: app.owner.actor.name, subject: { name: 'others.csv', place: `/demand/import/${others.id}` } })
  }, patience)

  it('who asked for a large one, once, when its job has applied it; and of its undoing also who had applied it', async () => {
    const large = await apply(app.editor, await upload(app.editor, 'large.csv', csv(jobRows + 1, 'large')))
    expect(large.state).toBe('applied')
    expect((await toldOf(large)).filter(([, reason]) => reason !== 'job_done')).toEqual([[idOf(app.editor), 'import_finished', 'large.csv']])
    await settled(await app.owner.read(demandRoutes.undoImport, { params: { id: large.id } }))
    const undone = (await toldOf(large)).filter(([, reason]) => reason === 'import_undone')
    expect(undone).toEqual([idOf(app.owner), idOf(app.editor)].toSorted().map((who) => [who, 'import_undone', 'large.csv']))
  }, patience)

  it('who brought one that cannot be read, with the way to it', async () => {
    const broken = await upload(app.editor, 'broken.xlsx', Buffer.alloc(1024 * 1024 + 1, 7))
    expect(broken.state).toBe('refused')
    expect(await toldOf(broken)).toEqual([[idOf(app.editor), 'job_failed', '']])
    const [told] = (await app.editor.read(governanceRoutes.listNotifications, {})).notifications
    expect(told).toMatchObject({ reason: 'job_failed', act: 'demand.read-import', subject: { kind: 'import', name: 'broken.xlsx', place: `/demand/import/${broken.id}` } })
  }, patience)
})
