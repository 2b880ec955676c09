import { beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type ActDone } from '@throughline/contract/governance'
import { onEachDatabase, testApp, type People } from '@throughline/testkit/database'

const { listActivity, listDone } = governanceRoutes

onEachDatabase('what was done', (t) => {
  const app = testApp(t)
  let people: People
  const all = async (query: object = {}): Promise<readonly ActDone[]> => (await people.viewer.read(listDone, { query: { limit: 200, ...query } })).acts
  beforeAll(async () => {
    people = await app.secondOrganisation()
    const { id } = await people.editor.read(demandRoutes.uploadImport, { query: { fileName: 'spring 2024.csv' }, body: Buffer.from('Id,Name,Agency\nA1,Bridge,DfT\nA2,Tunnel,DfT\nA3,Harbour,Ports') })
    await people.editor.read(demandRoutes.changeImport, { params: { id }, body: { asOf: '2024-03-31', title: 'Spring', scope: 'whole' } })
    await people.editor.read(demandRoutes.applyImport, { params: { id } })
    await people.owner.read(demandRoutes.createInitiative, { body: { name: 'By hand' } })
  })

  it('is one act each, newest first, by what it is named for and how much it changed', async () => {
    const [byHand, applied, changed, brought] = await all()
    expect(byHand).toMatchObject({ entry: { act: 'demand.create-initiative', subject: { name: 'By hand' }, by: { name: people.owner.actor.name } }, counts: [{ kind: 'initiative', count: 1 }], more: false })
    expect(applied).toMatchObject({ entry: { act: 'demand.apply-import', subject: { kind: 'import', name: 'spring 2024.csv' } }, kind: 'import', counts: [{ kind: 'initiative', count: 3 }, { kind: 'unit', count: 2 }, { kind: 'import', count: 1 }, { kind: 'publication', count: 1 }] })
    expect([changed?.entry.act, brought?.entry.act]).toEqual(['demand.change-import', 'demand.upload-import'])
  })

  it('leaves nothing out: page by page each act once, and in each as much as was changed', async () => {
    const paged: ActDone[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { acts, next }: { acts: ActDone[]; next: string | null } = await people.viewer.read(listDone, { query: { limit: 2, ...(cursor ? { cursor } : {}) } })
      paged.push(...acts)
      cursor = next
    }
    expect(paged).toEqual(await all())
    const { entries } = await people.viewer.read(listActivity, { query: { limit: 200 } })
    expect(paged.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0)).toBe(entries.length)
    expect(new Set(entries.map(({ at }) => at)).size).toBe(paged.length)
    // What an act changed is found by its instant.
    const { at } = paged[1]!.entry
    expect((await people.viewer.read(listActivity, { query: { from: at, until: new Date(Date.parse(at) + 1).toISOString() } })).entries).toHaveLength(7)
  })

  it('is narrowed down before it is counted', async () => {
    const units = await all({ kind: 'unit' })
    expect(units).toMatchObject([{ entry: { act: 'demand.apply-import', subject: { kind: 'unit' } }, counts: [{ kind: 'unit', count: 2 }] }])
    expect(await all({ by: people.owner.actor.accountId, room: 'demand' })).toHaveLength(1)
    expect(await all({ until: '2020-01-01T00:00:00Z' })).toEqual([])
  })
})
