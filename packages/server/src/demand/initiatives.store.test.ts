import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('initiatives', (t) => {
  const app = testApp(t)
  const create = (name: string, more: object = {}) => app.editor.read(demandRoutes.createInitiative, { body: { name, ...more } })

  it('get a key of ours or the one given, which nobody else has', async () => {
    expect(await create('Canal')).toMatchObject({ key: 'I-0001', state: 'idea', cost: { status: 'missing' }, alignment: { status: 'missing' }, current: true, reports: 0 })
    expect(await create('Lock', { key: 'LOCK-1', costMinor: '500' })).toMatchObject({ key: 'LOCK-1', cost: { status: 'ok', value: { minor: '500' } } })
    expect(await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Other', key: 'lock-1' } })).toMatchObject({ status: 409, code: 'key_taken' })
    expect(await create('Weir')).toMatchObject({ key: 'I-0002' })
  })

  it('refuse an end before the start, and a unit that is not there', async () => {
    expect(await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Late', startOn: '2025-01-02', endOn: '2025-01-01' } })).toMatchObject({ code: 'end_before_start' })
    expect(await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Lost', unitId: '00000000-0000-4000-8000-000000000000' } })).toMatchObject({ code: 'unit_not_found' })
  })

  it.each([['name', 'Da\u0000m'], ['description', '\u0000'], ['costMinor', '9'.repeat(19)], ['costMinor', '1.5']])('refuse a %s that cannot be stored', async (field, value) => {
    expect(await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Odd', [field]: value } })).toMatchObject({ status: 400, code: 'input_invalid', issues: [{ path: expect.stringContaining(field) }] })
  })

  it('are changed by the version that was seen: the second of two editors is told who was first', async () => {
    const { id, version } = await create('Dam')
    const changed = await app.owner.read(demandRoutes.changeInitiative, { params: { id }, body: { version, endOn: '2030-01-01', costMinor: '36500', startOn: '2029-01-01', why: 'Agreed' } })
    expect(changed).toMatchObject({ version: version + 1, endOn: '2030-01-01' })
    expect(await app.editor.refused(demandRoutes.changeInitiative, { params: { id }, body: { version, name: 'Great Dam' } })).toMatchObject({ status: 409, code: 'version_moved', values: { by: app.owner.actor.name } })
    const detail = await app.viewer.read(demandRoutes.readInitiative, { params: { id } })
    expect(detail.row.name).toBe('Dam')
    expect(detail.costProfile).toMatchObject({ total: { why: { source: { kind: 'entered', by: app.owner.actor.name } } }, lines: [{ amount: { minor: '36500' }, derived: true }] })
    expect(detail.benefitProfile.lines).toEqual([])
    expect(detail.revisions.map(({ act, why }) => [act, why])).toEqual([['demand.change-initiative', 'Agreed'], ['demand.create-initiative', null]])
  })

  it('refuse a dependency that closes a circle, and name it', async () => {
    const [a, b, c] = [await create('Alpha'), await create('Beta'), await create('Gamma')]
    await app.editor.read(demandRoutes.createDependency, { body: { fromId: a.id, toId: b.id } })
    const { dependencies } = await app.editor.read(demandRoutes.createDependency, { body: { fromId: b.id, toId: c.id, reason: 'Ground' } })
    const problem = await app.editor.refused(demandRoutes.createDependency, { body: { fromId: c.id, toId: a.id } })
    expect(problem).toMatchObject({ status: 422, code: 'dependency_cycle', values: { cycle: 'Gamma needs Alpha needs Beta needs Gamma' } })
    expect(await app.editor.refused(demandRoutes.createDependency, { body: { fromId: a.id, toId: b.id } })).toMatchObject({ code: 'dependency_exists' })
    const second = dependencies.find(({ fromName }) => fromName === 'Beta')
    await app.editor.read(demandRoutes.removeDependency, { params: { id: second?.id ?? '' } })
    expect((await app.editor.read(demandRoutes.createDependency, { body: { fromId: c.id, toId: a.id } })).dependencies).toHaveLength(2)
    const ties = await app.editor.read(demandRoutes.createExclusion, { body: { name: 'One of', initiativeIds: [a.id, b.id] } })
    expect(ties.exclusions).toMatchObject([{ name: 'One of', initiatives: expect.arrayContaining([{ id: a.id, name: 'Alpha' }]) }])
  })

  it('that are removed are gone from the list and keep their revisions', async () => {
    const { id } = await create('Gone')
    await app.editor.read(demandRoutes.removeInitiative, { params: { id } })
    expect((await app.viewer.read(demandRoutes.listInitiatives, {})).rows.some((row) => row.id === id)).toBe(false)
    expect(await app.viewer.refused(demandRoutes.readInitiative, { params: { id } })).toMatchObject({ code: 'not_found' })
  })

  it('of another organisation do not show', async () => {
    const { viewer } = await app.secondOrganisation()
    expect(await viewer.read(demandRoutes.listInitiatives, {})).toEqual({ rows: [], publications: [] })
  })

  it.each(['0001-01-01', '0000-01-01', '9999-12-31', '2026-02-30'])('refuses %s, so that one slip never breaks the figures of all', async (startOn) => {
    const problem = await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Slip', startOn } })
    expect(problem).toMatchObject({ code: 'input_invalid', issues: [{ path: '/startOn', found: startOn, expected: expect.stringContaining('a date from 1900 to 2299') }] })
  })
})
