import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type FrameworkElement } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('frameworks', (t) => {
  const start = Date.parse('2026-03-01T23:58:00Z')
  let clock = start
  const app = testApp(t, { now: () => new Date(clock++) })
  const gate = (key: string, more: Partial<FrameworkElement> = {}): FrameworkElement => ({ key, kind: 'gate', name: key, says: '', link: '', lifecycle: 'Predictive', neededFrom: null, serviceId: null, ...more })

  it('two people migrate one initiative once, services that are not there are named by nobody, and each step stands in the history of the initiative', async () => {
    const { owner, editor, viewer } = app
    const body = { name: 'Delivery', about: '', elements: [gate('G1')] }
    expect(await editor.refused(governanceRoutes.addFramework, { body: { ...body, elements: [gate('G1', { serviceId: '01890a5d-ac96-774b-bcce-b302099a8057' })] } })).toMatchObject({ code: 'not_found' })
    const id = (await editor.read(governanceRoutes.addFramework, { body })).frameworks[0]?.id ?? ''
    const at = { params: { id } }
    await editor.read(governanceRoutes.publishFramework, { ...at, body: { version: 1, effectiveOn: '2026-03-01', reason: 'First' } })
    expect(await editor.refused(governanceRoutes.publishFramework, { ...at, body: { version: 1, effectiveOn: '2026-03-01', reason: 'Again' } })).toMatchObject({ code: 'version_moved' })
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge' } })
    const adopted = await editor.read(governanceRoutes.adoptFramework, { params: { id: bridge.id }, body: { frameworkId: id, lifecycle: 'Predictive', reason: 'It fits', after: null } })
    expect(adopted.adoptions).toMatchObject([{ initiative: { name: 'Bridge' }, edition: 1, running: true }])
    await editor.read(governanceRoutes.changeFramework, { ...at, body: { version: 2, elements: [gate('G1', { neededFrom: 'active' })] } })
    await editor.read(governanceRoutes.publishFramework, { ...at, body: { version: 3, effectiveOn: '2026-03-02', reason: 'Second' } })
    const migrate = { ...at, body: { edition: 2, adoptionIds: [adopted.adoptions[0]?.id ?? ''], reason: 'Time to move' } }
    expect(await owner.refused(governanceRoutes.migrateInitiatives, migrate)).toMatchObject({ code: 'edition_not_in_force' })
    clock = start + 180_000
    expect((await viewer.read(governanceRoutes.previewMigration, at)).adoptions).toMatchObject([{ newlyNeeded: ['G1'], lifecycleThere: true, changes: [{ change: 'changed', fields: [{ field: 'neededFrom', before: null, after: 'active' }] }] }])
    expect((await owner.read(governanceRoutes.migrateInitiatives, migrate)).adoptions).toMatchObject([{ edition: 2 }])
    expect(await owner.refused(governanceRoutes.migrateInitiatives, migrate)).toMatchObject({ code: 'adoption_moved', detail: expect.stringContaining('Bridge follows edition 2') as unknown })
    const { entries } = await owner.read(governanceRoutes.readActivity, { query: { room: 'demand', kind: 'initiative', id: bridge.id } })
    expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['governance.migrate-initiatives', 'governance.adopt-framework']))
  })
})
