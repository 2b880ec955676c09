import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type NewMethodItem } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the method library', (t) => {
  const app = testApp(t)
  const item = (name: string, more: Partial<NewMethodItem> = {}): NewMethodItem => ({ name, kind: 'technique', whenToUse: 'Before approval', whenNot: '', guidance: '', examples: [], templates: [], themes: [], elements: [], serviceIds: [], ...more })

  it('refuses who has no right on the initiative, keeps two writers apart, links what is there, and loses what was removed', async () => {
    const { owner, editor, viewer } = app
    const framework = (await editor.read(governanceRoutes.addFramework, { body: { name: 'Delivery', about: '', elements: [{ key: 'G1', kind: 'gate', name: 'Approval', says: '', link: '', lifecycle: 'Predictive', neededFrom: 'approved', serviceId: null }] } })).frameworks[0]
    const frameworkId = framework?.id ?? ''
    expect(await viewer.refused(governanceRoutes.addMethodItem, { body: item('Pre-mortem') })).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(governanceRoutes.addMethodItem, { body: item('Pre-mortem', { elements: [{ frameworkId, key: 'G2' }] }) })).toMatchObject({ code: 'not_found', detail: expect.stringContaining('G2') as unknown })
    expect(await editor.refused(governanceRoutes.addMethodItem, { body: item('Pre-mortem', { templates: [{ name: 'Form', link: 'javascript:alert(1)', text: '' }] }) })).toMatchObject({ code: 'input_invalid' })
    const { id } = await editor.read(governanceRoutes.addMethodItem, { body: item('Pre-mortem', { elements: [{ frameworkId, key: 'G1' }], themes: ['Risk', 'risk '], guidance: 'Imagine that it failed' }) })
    const at = { params: { id } }
    await owner.read(governanceRoutes.publishMethodItem, { ...at, body: { version: 1, reason: 'Proved' } })
    expect(await editor.refused(governanceRoutes.changeMethodItem, { ...at, body: { version: 1, guidance: 'Another' } })).toMatchObject({ code: 'version_moved', detail: expect.stringContaining(owner.actor.name) as unknown })
    const sheet = await viewer.read(governanceRoutes.readMethodItem, at)
    expect(sheet).toMatchObject({ themes: ['risk'], guidance: 'Imagine that it failed', elements: [{ key: 'G1', framework: 'Delivery', name: 'Approval' }], published: { by: owner.actor.name } })

    // An element that its framework lost since may stay named: whoever changes the guidance is not refused for it. The history keeps the text of a template.
    await editor.read(governanceRoutes.changeFramework, { params: { id: frameworkId }, body: { version: framework?.version ?? 0, elements: [] } })
    const said = { version: 2, elements: [{ frameworkId, key: 'G1' }], guidance: 'Imagine that it failed, and why', templates: [{ name: 'Form', link: '', text: 'What went wrong?' }] }
    expect(await editor.read(governanceRoutes.changeMethodItem, { ...at, body: said })).toMatchObject({ guidance: 'Imagine that it failed, and why', elements: [{ key: 'G1', name: null }] })
    const history = await owner.read(governanceRoutes.readActivity, { query: { room: 'governance', kind: 'method_item', id } })
    expect(JSON.stringify(history)).toContain('What went wrong?')
    expect(JSON.stringify(history)).toContain('Delivery G1')

    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge' } })
    const using = (initiativeId: string, more: object = {}) => ({ params: { id: initiativeId }, body: { itemId: id, begunOn: '2026-01-05', purpose: 'The gate in March', ...more } })
    expect(await viewer.refused(governanceRoutes.useMethodItem, using(bridge.id))).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(governanceRoutes.useMethodItem, using(bridge.id, { begunOn: '2299-01-05' }))).toMatchObject({ code: 'use_misdated' })
    const used = await editor.read(governanceRoutes.useMethodItem, using(bridge.id))
    const use = { params: { id: bridge.id, useId: used.uses[0]?.id ?? '' } }
    const end = { ...use, body: { version: 1, on: '2026-02-05', verdict: 'helped' as const, words: 'Two risks nobody had seen' } }
    expect((await editor.read(governanceRoutes.endMethodUse, end)).uses).toMatchObject([{ ended: { verdict: 'helped', words: 'Two risks nobody had seen' } }])
    expect(await owner.refused(governanceRoutes.endMethodUse, end)).toMatchObject({ code: 'version_moved' })
    expect(await owner.refused(governanceRoutes.endMethodUse, { ...end, body: { ...end.body, version: 2 } })).toMatchObject({ code: 'method_unfit', detail: expect.stringContaining('over since 2026-02-05') as unknown })

    // One rating for each person; a second word stands instead of the first.
    await viewer.read(governanceRoutes.rateMethodItem, { ...at, body: { rating: 2, words: 'Long' } })
    const rated = await viewer.read(governanceRoutes.rateMethodItem, { ...at, body: { rating: 4, words: 'Long, and worth it' } })
    expect([rated.ratings.rated, rated.rated.map(({ rating, own }) => [rating, own])]).toEqual([1, [[4, true]]])
    expect((await owner.read(governanceRoutes.readMethodItem, at)).rated).toMatchObject([{ own: false }])
    expect((await viewer.read(governanceRoutes.removeMethodRating, at)).ratings.rated).toBe(0)

    // What was offered long ago and used by nobody is named; a removed initiative uses nothing, and is named nowhere.
    const unused = async () => (await viewer.read(governanceRoutes.readMethodLibrary, { query: { unusedDays: 0 } })).unused.map(({ name }) => name)
    expect(await unused()).toEqual([])
    await editor.read(demandRoutes.removeInitiative, { params: { id: bridge.id } })
    expect(await unused()).toEqual(['Pre-mortem'])
    expect((await viewer.call(governanceRoutes.readMethodItem, at)).bytes.toString('utf8')).not.toContain('Bridge')
    expect(await editor.refused(governanceRoutes.useMethodItem, using(bridge.id))).toMatchObject({ code: 'not_found' })

    const preview = await editor.read(governanceRoutes.previewMethods, { query: { fileName: 'list.csv' }, body: Buffer.from('Name,Kind,When to use\nKanban board,tool,Work that flows\nPre-mortem,technique,Always\nFoo,way,Now\n') })
    expect([preview.items.map(({ name }) => name), preview.issues.map(({ line, column }) => [line, column])]).toEqual([['Kanban board', 'Pre-mortem'], [[4, 'Kind']]])
    expect(await editor.read(governanceRoutes.importMethods, { body: { items: preview.items } })).toMatchObject({ added: 1, skipped: [{ name: 'Pre-mortem', words: expect.stringContaining('already') as unknown }] })
  })
})
