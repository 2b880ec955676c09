import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type DeliverableDetail } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the record of quality', (t) => {
  const app = testApp(t, { now: () => new Date('2026-06-15T12:00:00Z') })

  it('is kept by whoever is independent, and what escaped is told by its day and place', async () => {
    const { owner, editor, viewer } = app
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', state: 'active' } })
    const [maker, lead] = [await app.member('viewer', 'Mara Maker'), await app.member('viewer', 'Lea Lead')]
    await owner.read(peopleRoutes.giveRole, { body: { memberId: lead.actor.accountId, role: 'project_manager', initiativeId: bridge.id } })
    const criteria = [{ code: 'C1', says: 'Complete', measuredBy: 'Reading', threshold: 'No gap' }]
    const given = { initiativeId: bridge.id, name: 'Handbook', class: 'document' as const, about: '', ownerId: maker.actor.accountId, authorIds: [maker.actor.accountId], dueOn: '2026-06-01', milestoneId: null, element: null, madeHours: null, criteria }
    // The project manager has the right on the initiative alone; whoever makes it has none.
    expect(await maker.refused(governanceRoutes.addDeliverable, { body: given })).toMatchObject({ code: 'role_insufficient' })
    let now: DeliverableDetail = await lead.read(governanceRoutes.addDeliverable, { body: given })
    const params = { id: now.id }
    expect(now).toMatchObject({ state: 'planned', late: true, may: { agree: true, methods: [] } })
    now = await lead.read(governanceRoutes.agreeCriteria, { params, body: { version: now.version, on: '2026-03-01' } })
    const review = (method: 'inspection' | 'peer' | 'test', version = now.version) => ({ params, body: { version, method, on: '2026-03-05', words: 'Read', looked: ['c1'], defects: [{ criterion: 'C1', severity: 'major' as const, words: 'A page is missing' }], checked: [] } })
    expect(await lead.refused(governanceRoutes.recordQualityReview, review('inspection'))).toMatchObject({ code: 'reviewer_dependent', detail: expect.stringContaining('Lea Lead is of its team') as unknown })
    expect(await maker.refused(governanceRoutes.recordQualityReview, review('peer'))).toMatchObject({ code: 'reviewer_dependent' })
    expect(await viewer.refused(governanceRoutes.recordQualityReview, review('peer', 1))).toMatchObject({ code: 'version_moved' })
    now = await viewer.read(governanceRoutes.recordQualityReview, review('inspection'))
    // Who leaves what they make is no more independent of it.
    now = await editor.read(governanceRoutes.changeDeliverable, { params, body: { version: now.version, ownerId: lead.actor.accountId, authorIds: [lead.actor.accountId] } })
    expect(await maker.refused(governanceRoutes.recordQualityReview, review('peer'))).toMatchObject({ code: 'reviewer_dependent' })
    // Nor do they record its rework any more.
    expect(await maker.read(governanceRoutes.readDeliverable, { params })).toMatchObject({ may: { rework: false } })
    expect(await maker.refused(governanceRoutes.recordRework, { params, body: { version: now.version, on: '2026-03-06', hours: 2, words: 'Page added', defectIds: [] } })).toMatchObject({ code: 'review_not_yours' })
    const decide = (outcome: 'accepted' | 'rejected') => ({ params, body: { version: now.version, decision: { outcome, on: '2026-03-10', words: 'Decided' } } })
    expect(await lead.refused(governanceRoutes.decideAcceptance, decide('accepted'))).toMatchObject({ code: 'reviewer_dependent' })
    expect(await owner.refused(governanceRoutes.decideAcceptance, decide('accepted'))).toMatchObject({ code: 'defects_open' })
    const covers = now.defects.map(({ id }) => id)
    now = await lead.read(governanceRoutes.recordRework, { params, body: { version: now.version, on: '2026-03-06', hours: 2, words: 'Page added', defectIds: covers } })
    // One review does not close a defect and find it open at once.
    const both = covers.flatMap((defectId) => [true, false].map((confirmed) => ({ defectId, confirmed })))
    expect(await viewer.refused(governanceRoutes.recordQualityReview, { params, body: { ...review('test').body, checked: both } })).toMatchObject({ code: 'review_over', detail: expect.stringContaining('named twice') as unknown })
    now = await owner.read(governanceRoutes.decideAcceptance, { params, body: { version: now.version, decision: { outcome: 'accepted_with_conditions', on: '2026-03-10', words: 'Fit but for a page', conditions: [{ words: 'Add the page', ownerId: editor.actor.accountId, dueOn: '2026-04-01', covers }] } } })
    // Who owns a condition is not offered what they would be refused.
    const mayMeet = async (reader: typeof owner) => (await reader.read(governanceRoutes.readDeliverable, { params })).decisions[0]?.conditions[0]?.mayMeet
    expect([await mayMeet(owner), await mayMeet(editor), await mayMeet(lead), await mayMeet(viewer)]).toEqual([true, false, false, false])
    expect((await lead.read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason }) => reason)).toContain('deliverable_decided')
    expect((await editor.read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason }) => reason)).toContain('condition_given')
    const report = (on: string) => ({ params, body: { version: now.version, on, criterion: null, severity: 'minor' as const, words: 'A link is dead' } })
    expect(await viewer.refused(governanceRoutes.reportDefect, report('2026-03-09'))).toMatchObject({ code: 'day_off' })
    now = await viewer.read(governanceRoutes.reportDefect, report('2026-03-10'))
    expect(now.defects.map(({ escaped }) => escaped)).toEqual([false, true])
    expect(now.figures.escape.metric).toEqual({ status: 'ok', value: 0.5 })
    const all = await viewer.read(governanceRoutes.readQuality, { query: { search: 'HAND', limit: 1 } })
    expect(all).toMatchObject({ total: 1, late: 0, conditions: [{ words: 'Add the page', overdue: true }], months: [{ month: '2026-03', reviews: 1, found: 1, escaped: 1 }, {}, {}, { month: '2026-06', partial: true }] })
    const { entries } = await owner.read(governanceRoutes.readActivity, { query: { room: 'demand', kind: 'initiative', id: bridge.id } })
    expect(entries.map(({ act }) => act)).toEqual(expect.arrayContaining(['governance.decide-acceptance', 'governance.report-defect']))
    // The history says what a condition covers, by the numbers of the defects.
    expect(JSON.stringify(entries)).toContain('"covers":[1]')
    // What is of an initiative that was removed is not told any more.
    await editor.call(demandRoutes.removeInitiative, { params: { id: bridge.id }, query: {} })
    expect(await viewer.refused(governanceRoutes.readDeliverable, { params })).toMatchObject({ code: 'not_found' })
    expect(await viewer.read(governanceRoutes.readQuality, { query: {} })).toMatchObject({ deliverables: [], all: 0, conditions: [], months: [], figures: { escaped: 0 } })
  })
})
