import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { newId, withOrg } from '../../database/index.ts'
import { readCustomValues } from './store.ts'

onEachDatabase('fields of an organisation', (t) => {
  const app = testApp(t)
  const add = (name: string, more: object = {}) => app.editor.read(demandRoutes.createField, { body: { name, kind: 'text', ...more } as { name: string; kind: 'text' } })
  const initiative = (name: string) => app.editor.read(demandRoutes.createInitiative, { body: { name } })
  const give = async (id: string, fieldId: string, value: string | null) => {
    const { row } = await app.editor.read(demandRoutes.readInitiative, { params: { id } })
    return app.editor.read(demandRoutes.changeCells, { body: { changes: [{ id, version: row.version, field: `custom:${fieldId}`, value }] } })
  }

  it('are added by an editor and listed for all, in the order in which they were added', async () => {
    await add('Horizon', { kind: 'choice', choices: ['H1', 'H2'] })
    await add('Effort', { kind: 'number', unit: 'FTE', note: 'At its peak' })
    expect(await app.viewer.read(demandRoutes.listFields, {})).toMatchObject([{ name: 'Horizon', kind: 'choice', unit: null, choices: ['H1', 'H2'], values: 0, version: 1 }, { name: 'Effort', kind: 'number', unit: 'FTE', note: 'At its peak' }])
  })

  it('have names that differ by more than case; a removed name is free again', async () => {
    const first = await add('Owner in IT')
    expect(await app.editor.refused(demandRoutes.createField, { body: { name: 'owner in it', kind: 'text' } })).toMatchObject({ status: 409, code: 'field_name_taken', values: { name: 'Owner in IT' } })
    const other = await add('Vendor')
    expect(await app.editor.refused(demandRoutes.changeField, { params: { id: other.id }, body: { version: 1, name: 'OWNER IN IT' } })).toMatchObject({ code: 'field_name_taken' })
    expect(await app.editor.read(demandRoutes.changeField, { params: { id: first.id }, body: { version: 1, name: 'Owner In IT' } })).toMatchObject({ name: 'Owner In IT', version: 2 })
    await app.editor.read(demandRoutes.removeField, { params: { id: first.id } })
    expect(await add('Owner in IT')).toMatchObject({ version: 1 })
  })

  it.each([
    ['a choice without choices', { kind: 'choice' }, 'no choices'],
    ['a number with choices', { kind: 'number', choices: ['1'] }, 'choices for a field of the kind number'],
    ['a text with a unit', { kind: 'text', unit: 'km' }, 'the unit km'],
    ['one choice twice', { kind: 'choice', choices: ['Low', 'low'] }, 'the choice low twice'],
  ])('refuse %s', async (_, more, found) => {
    expect(await app.editor.refused(demandRoutes.createField, { body: { name: `Odd ${found}`, ...more } as { name: string; kind: 'text' } })).toMatchObject({ status: 422, code: 'field_form_wrong', values: { found: expect.stringContaining(found) } })
  })

  it('keep a choice that is in use, and say in how many initiatives', async () => {
    const field = await add('Risk', { kind: 'choice', choices: ['High', 'Low', 'None'] })
    for (const name of ['Alpha', 'Beta']) await give((await initiative(name)).id, field.id, 'high')
    const refused = await app.editor.refused(demandRoutes.changeField, { params: { id: field.id }, body: { version: 1, choices: ['Low'] } })
    expect(refused).toMatchObject({ status: 409, code: 'choice_in_use', values: { choice: 'High', name: 'Risk', count: 2 } })
    expect(await app.editor.read(demandRoutes.changeField, { params: { id: field.id }, body: { version: 1, choices: ['Medium', 'High'] } })).toMatchObject({ choices: ['Medium', 'High'], values: 2 })
  })

  it('hold values in one form, show them in the row, and keep each change in the history', async () => {
    const [field, cost] = [await add('Tonnes', { kind: 'number', unit: 'tCO2e' }), await add('Carbon cost', { kind: 'money' })]
    const { id } = await initiative('Heat pumps')
    expect((await give(id, field.id, '007.50')).rows).toMatchObject([{ version: 2, custom: { [field.id]: '7.5' } }])
    await give(id, cost.id, '1250')
    await give(id, field.id, null)
    const detail = await app.viewer.read(demandRoutes.readInitiative, { params: { id } })
    expect(detail.row).toMatchObject({ version: 4, custom: { [cost.id]: '1250' } })
    expect(detail.row.custom).not.toHaveProperty(field.id)
    expect(detail.revisions.slice(0, 3).map(({ changes }) => changes)).toEqual([[{ field: 'Tonnes', before: '7.5', after: null }], [{ field: 'Carbon cost minor', before: null, after: '1250' }], [{ field: 'Tonnes', before: null, after: '7.5' }]])
    expect((await app.viewer.read(demandRoutes.listInitiatives, {})).rows.find((row) => row.id === id)?.custom).toEqual({ [cost.id]: '1250' })
  })

  it('that are removed show no value any more, though none is lost', async () => {
    const field = await add('Passing')
    const { id } = await initiative('Passing thing')
    await give(id, field.id, 'kept')
    await app.editor.read(demandRoutes.removeField, { params: { id: field.id } })
    expect((await app.viewer.read(demandRoutes.readInitiative, { params: { id } })).row.custom).toEqual({})
    const stored = await withOrg(t.db, app.viewer.actor, (tx) => tx.selectFrom('custom_value').select('value').where('field_id', '=', field.id).execute())
    expect(stored).toEqual([{ value: 'kept' }])
    expect((await give(id, field.id, 'again')).issues).toMatchObject([{ code: 'field_unknown' }])
  })

  it('of another organisation are not there', async () => {
    const field = await add('Ours alone')
    const { id } = await initiative('Ours')
    await give(id, field.id, 'secret')
    const { editor } = await app.secondOrganisation()
    expect(await editor.read(demandRoutes.listFields, {})).toEqual([])
    expect(await editor.refused(demandRoutes.removeField, { params: { id: field.id } })).toMatchObject({ code: 'not_found' })
    expect(await withOrg(t.db, editor.actor, (tx) => readCustomValues(tx))).toEqual(new Map())
    expect(await editor.refused(demandRoutes.changeField, { params: { id: newId() }, body: { version: 1 } })).toMatchObject({ code: 'not_found' })
  })

  it('are not added by a viewer', async () => expect(await app.viewer.refused(demandRoutes.createField, { body: { name: 'No', kind: 'text' } })).toMatchObject({ code: 'role_insufficient' }))
})
