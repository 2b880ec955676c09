import { expect, it } from 'vitest'
import { demandRoutes, type View } from '@throughline/contract/demand'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { withOrg } from '../../database/index.ts'

onEachDatabase('saved views', (t) => {
  const app = testApp(t)
  const list = (person: Person) => person.read(demandRoutes.listViews, { query: { list: 'initiatives' } })
  const save = (person: Person, name: string, sharing: View['sharing'] = 'private', look: View['look'] = { sort: [{ key: 'cost', descending: true }] }) => person.read(demandRoutes.createView, { body: { list: 'initiatives', name, look, sharing } })
  const names = async (person: Person) => (await list(person)).map(({ name }) => name)

  it('keep a look as it was, for their owner alone until they are shared', async () => {
    const view = await save(app.editor, 'By cost')
    expect(view).toMatchObject({ look: { sort: [{ key: 'cost', descending: true }] }, mine: true, owner: app.editor.actor.name, version: 1 })
    expect([await names(app.editor), await names(app.viewer), await names(app.owner)]).toEqual([['By cost'], [], []])
    expect(await app.owner.refused(demandRoutes.removeView, { params: { id: view.id } })).toMatchObject({ code: 'not_found' })
    expect(await app.editor.read(demandRoutes.changeView, { params: { id: view.id }, body: { version: 1, sharing: 'shared' } })).toMatchObject({ sharing: 'shared', version: 2 })
    expect(await list(app.viewer)).toMatchObject([{ name: 'By cost', mine: false, owner: app.editor.actor.name }])
    await app.editor.read(demandRoutes.removeView, { params: { id: view.id } })
    expect(await names(app.viewer)).toEqual([])
  })

  it('that are private show to nobody else even where a query forgets to ask whose they are', async () => {
    const { id } = await save(app.viewer, 'Mine alone')
    const seenBy = (person: Person) => withOrg(t.db, person.actor, (tx) => tx.selectFrom('list_view').select('id').where('id', '=', id).execute())
    expect([await seenBy(app.viewer), await seenBy(app.owner)]).toEqual([[{ id }], []])
    const told = await withOrg(t.db, app.owner.actor, (tx) => tx.selectFrom('revision').select('after').where('entity_id', '=', id).execute())
    expect(told).toEqual([{ after: { sharing: 'private' } }])
  })

  it('that are shared are changed by their owner or an owner of the organisation, who cannot hide them', async () => {
    const { id } = await save(app.editor, 'Board', 'shared')
    expect(await app.viewer.refused(demandRoutes.changeView, { params: { id }, body: { version: 1, name: 'Mine' } })).toMatchObject({ status: 403, code: 'view_not_yours', values: { name: 'Board', owner: app.editor.actor.name } })
    expect(await app.viewer.refused(demandRoutes.removeView, { params: { id } })).toMatchObject({ code: 'view_not_yours' })
    expect(await app.owner.read(demandRoutes.changeView, { params: { id }, body: { version: 1, name: 'The board', look: { groups: ['unit'] } } })).toMatchObject({ name: 'The board', mine: false, version: 2, look: { groups: ['unit'] } })
    expect(await app.owner.refused(demandRoutes.changeView, { params: { id }, body: { version: 2, sharing: 'private' } })).toMatchObject({ code: 'view_not_yours' })
  })

  it('have one name for each owner, whatever its case; two people may use the same', async () => {
    await save(app.editor, 'Late')
    const other = await save(app.editor, 'Early')
    expect(await app.editor.refused(demandRoutes.createView, { body: { list: 'initiatives', name: 'LATE', look: {}, sharing: 'private' } })).toMatchObject({ status: 409, code: 'view_name_taken' })
    expect(await app.editor.refused(demandRoutes.changeView, { params: { id: other.id }, body: { version: 1, name: 'late' } })).toMatchObject({ code: 'view_name_taken' })
    expect(await save(app.viewer, 'Late')).toMatchObject({ name: 'Late', mine: true })
  })

  it('are changed by the version that was seen, and bounded in size', async () => {
    const { id } = await save(app.editor, 'Versions')
    await app.editor.read(demandRoutes.changeView, { params: { id }, body: { version: 1, look: {} } })
    expect(await app.editor.refused(demandRoutes.changeView, { params: { id }, body: { version: 1, name: 'Old' } })).toMatchObject({ status: 409, code: 'version_moved' })
    expect(await app.editor.refused(demandRoutes.changeView, { params: { id }, body: { version: 2, look: { order: 'x'.repeat(20_000) } } })).toMatchObject({ status: 422, code: 'view_too_large' })
  })

  it('of another organisation do not show', async () => {
    await save(app.editor, 'Ours', 'shared')
    const { viewer } = await app.secondOrganisation()
    expect(await names(viewer)).toEqual([])
  })
})
