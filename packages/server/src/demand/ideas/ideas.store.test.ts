import { expect, it } from 'vitest'
import { demandRoutes, type NewIdea } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('ideas', (t) => {
  const app = testApp(t)
  const idea = (title: string, more: Partial<NewIdea> = {}): { readonly body: NewIdea } => ({ body: { title, problem: 'It takes weeks', source: 'person', ...more } })

  it('are handed in by anybody, keep the credit of both at a merge, tell everybody who is credited, and give the initiative their history', async () => {
    const { owner, editor, viewer } = app
    const auditor = await app.member('auditor', 'Ann Auditor')
    await auditor.read(demandRoutes.handInIdea, idea('One form for all building permits'))
    expect(await viewer.refused(demandRoutes.handInIdea, idea('A single form of building permits'))).toMatchObject({ code: 'idea_alike', values: { kind: 'idea', name: 'One form for all building permits' } })
    const { ideas } = await viewer.read(demandRoutes.handInIdea, idea('A single form of building permits', { missing: 'Harbours' }))
    const [first, second] = ['One form', 'A single'].map((begins) => ideas.find(({ title }) => title.startsWith(begins)))
    expect([first?.may, second?.may, second?.checked]).toEqual([{ change: false, decide: false }, { change: true, decide: false }, { alike: [expect.objectContaining({ id: first?.id })], missing: 'Harbours' }])
    expect(await viewer.refused(demandRoutes.triageIdea, { params: { id: first?.id ?? '' }, body: { version: 1, levels: { fit: 'high', value: 'high', ease: 'high', urgency: 'high' } } })).toMatchObject({ status: 403 })

    const at = { params: { id: first?.id ?? '' } }
    await editor.read(demandRoutes.mergeIdea, { params: { id: second?.id ?? '' }, body: { version: 1, intoId: first?.id ?? '', words: 'The same form' } })
    await editor.read(demandRoutes.triageIdea, { ...at, body: { version: 1, levels: { fit: 'high', value: 'high', ease: 'medium', urgency: 'low' }, sponsorId: owner.actor.accountId } })
    expect(await editor.refused(demandRoutes.decideIdea, { ...at, body: { version: 1, outcome: 'to_case', words: 'Yes' } })).toMatchObject({ code: 'version_moved' })
    const taken = (await editor.read(demandRoutes.decideIdea, { ...at, body: { version: 2, outcome: 'to_case', words: 'Both offices want it' } })).ideas.find(({ id }) => id === first?.id)
    expect(taken).toMatchObject({ state: 'to_case', credit: [{ name: 'Ann Auditor' }, { name: viewer.actor.name }], priority: { value: 'soon' }, initiative: { name: 'One form for all building permits' } })

    const told = async (who: typeof viewer) => (await who.read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason, act, words }) => [reason, act, words])
    expect(await told(viewer)).toEqual([['idea_answered', 'demand.take-idea-to-case', 'Both offices want it'], ['idea_answered', 'demand.merge-idea', 'The same form']])
    expect([await told(auditor), await told(owner)]).toEqual([[['idea_answered', 'demand.take-idea-to-case', 'Both offices want it']], [['idea_given', 'demand.triage-idea', 'One form for all building permits']]])

    const initiative = await owner.read(demandRoutes.readInitiative, { params: { id: taken?.initiative?.id ?? '' } })
    expect(initiative).toMatchObject({ row: { state: 'case', sponsor: owner.actor.name }, description: 'It takes weeks', idea: { id: first?.id, credit: ['Ann Auditor', viewer.actor.name] } })
    const { entries } = await owner.read(governanceRoutes.readActivity, { query: { room: 'demand', kind: 'initiative', id: initiative.row.id } })
    expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['demand.take-idea-to-case', 'demand.triage-idea', 'demand.hand-in-idea']))
    // Next to the initiative that it became, the idea is found as well.
    expect((await viewer.read(demandRoutes.findAlike, { query: { title: 'Building permits in one form' } })).alike.map(({ kind }) => kind).toSorted()).toEqual(['idea', 'initiative'])
  })
})
