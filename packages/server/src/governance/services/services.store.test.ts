import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type NewPmoService } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('services of the PMO', (t) => {
  const app = testApp(t)
  const catalogue = () => app.owner.read(governanceRoutes.readServices, {})
  const draft = (more: Partial<NewPmoService> = {}): NewPmoService => ({
    name: 'Health check', pmo: 'Central PMO', class: 'non_mandated', scope: 'Large initiatives', responsibilities: 'The PMO looks, the initiative opens its books', serviceLevel: 'Within ten days', measure: 'Findings closed', inputs: ['Plan'], outputs: ['Report'],
    stages: ['active'], accountableRole: 'Head of PMO', ownerId: app.owner.actor.accountId, ...more,
  })

  it('keep each class in an edition of its own, refuse who depends on the team, note it, and count hours in the class of their day', async () => {
    const { owner, editor, viewer } = app
    const added = await editor.read(governanceRoutes.addPmoService, { body: draft() })
    const [service] = added.services
    expect(service).toMatchObject({ state: 'draft', owner: { name: owner.actor.name }, editions: [], open: 0 })
    const id = service?.id ?? ''
    const published = await editor.read(governanceRoutes.publishService, { params: { id }, body: { version: 1, reason: 'First' } })
    await editor.read(governanceRoutes.recordServiceHours, { body: { serviceId: id, on: '2026-01-10', hours: '4', words: 'Coaching' } })
    const moved = await editor.read(governanceRoutes.changePmoService, { params: { id }, body: { version: published.services[0]?.version ?? 0, class: 'mandated_assurance' } })
    expect([moved.services[0]?.state, moved.totals.map(({ published: count }) => count)]).toEqual(['changed', [0, 0, 1]])
    const again = await owner.read(governanceRoutes.publishService, { params: { id }, body: { version: moved.services[0]?.version ?? 0, reason: 'The board asks for it' } })
    expect(again.services[0]?.editions.map(({ no, class: of, reason }) => [no, of, reason])).toEqual([[2, 'mandated_assurance', 'The board asks for it'], [1, 'non_mandated', 'First']])
    expect(again.totals.map(({ published: count }) => count)).toEqual([0, 1, 0])

    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge' } })
    const ferry = await editor.read(demandRoutes.createInitiative, { body: { name: 'Ferry' } })
    await editor.read(demandRoutes.removeInitiative, { params: { id: ferry.id } })
    expect(await viewer.refused(governanceRoutes.requestService, { params: { id }, body: { initiativeId: ferry.id, words: 'Before the gate' } })).toMatchObject({ code: 'not_found' })
    const [lead, boss, reviewer] = [await app.member('viewer', 'Lea Lead'), await app.member('viewer', 'Bo Boss'), await app.member('viewer', 'Rae Reviewer')]
    await owner.read(peopleRoutes.giveRole, { body: { memberId: lead.actor.accountId, role: 'project_manager', initiativeId: bridge.id } })
    await owner.read(valueRoutes.setReportingLines, { body: { lines: [{ accountId: lead.actor.accountId, managerId: boss.actor.accountId }] } })
    const asked = await viewer.read(governanceRoutes.requestService, { params: { id }, body: { initiativeId: bridge.id, words: 'Before the gate' } })
    const request = asked.requests[0]
    expect([request?.state, request?.may, (await catalogue()).requests[0]?.may]).toEqual(['waiting', { answer: false, deliver: false, judge: false }, { answer: true, deliver: false, judge: false }])
    const accept = (performerId: string) => ({ params: { id: request?.id ?? '' }, body: { version: 1, answer: { kind: 'accept' as const, performerId, words: '' } } })
    expect(await owner.refused(governanceRoutes.answerServiceRequest, accept(lead.actor.accountId))).toMatchObject({ code: 'performer_dependent', detail: expect.stringContaining('Lea Lead is of its team') as unknown })
    expect(await owner.refused(governanceRoutes.answerServiceRequest, accept(boss.actor.accountId))).toMatchObject({ code: 'performer_dependent', detail: expect.stringContaining('Lea Lead reports to Bo Boss') as unknown })
    expect((await catalogue()).requests[0]).toMatchObject({ state: 'waiting', version: 1, refusedPerformers: [{ name: 'Bo Boss', by: owner.actor.name }, { name: 'Lea Lead' }] })
    expect((await owner.read(governanceRoutes.listRevisions, { query: { entityId: request?.id ?? '' } })).map(({ act }) => act)).toEqual(['governance.refuse-performer', 'governance.refuse-performer', 'governance.request-service'])

    // What became of it belongs to its service and to its initiative.
    for (const query of [{ room: 'governance', kind: 'pmo_service', id }, { room: 'demand', kind: 'initiative', id: bridge.id }] as const) {
      const { entries } = await owner.read(governanceRoutes.readActivity, { query })
      expect(entries.filter(({ act }) => act === 'governance.refuse-performer')).toHaveLength(2)
    }

    const accepted = await owner.read(governanceRoutes.answerServiceRequest, accept(reviewer.actor.accountId))
    expect(accepted.requests[0]).toMatchObject({ state: 'accepted', performer: { name: 'Rae Reviewer' } })
    const outcome = { params: { id: request?.id ?? '' }, body: { version: 2, words: 'Sound, with two findings', on: '2026-01-12', hours: '12', costMinor: '96000' } }
    // Whoever joins the team meanwhile is not independent any more.
    const joined = await owner.read(peopleRoutes.giveRole, { body: { memberId: reviewer.actor.accountId, role: 'project_manager', initiativeId: bridge.id } })
    expect(await reviewer.refused(governanceRoutes.deliverServiceRequest, outcome)).toMatchObject({ code: 'performer_dependent' })
    await owner.read(peopleRoutes.endRole, { params: { id: joined.id } })
    // Whoever left it within a year judges their own work; who had the role by mistake did not work there.
    const helper = await app.member('viewer', 'Hal Helper')
    const helped = await owner.read(peopleRoutes.giveRole, { body: { memberId: helper.actor.accountId, role: 'editor', initiativeId: bridge.id } })
    await t.owner.updateTable('role_assignment').set({ given_at: '2026-01-05T08:00:00.000Z' }).where('id', '=', helped.id).execute()
    await owner.read(peopleRoutes.endRole, { params: { id: helped.id } })
    expect(await owner.refused(governanceRoutes.answerServiceRequest, { params: { id: request?.id ?? '' }, body: { ...accept(helper.actor.accountId).body, version: 2 } })).toMatchObject({ code: 'performer_dependent', detail: expect.stringContaining('Hal Helper was of its team until 20') as unknown })
    expect((await reviewer.read(governanceRoutes.deliverServiceRequest, outcome)).requests[0]).toMatchObject({ state: 'delivered', hours: '12', outcome: { by: 'Rae Reviewer' } })
    expect((await viewer.read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason }) => reason)).toEqual(['service_answered', 'service_answered'])

    // Accepted as a voluntary service and without an initiative, then made an assurance: nobody can say who is independent, so it is declined after all.
    const clinic = (await editor.read(governanceRoutes.addPmoService, { body: draft({ name: 'Clinic' }) })).services.find(({ text }) => text.name === 'Clinic')
    const at = { params: { id: clinic?.id ?? '' } }
    const standing = async () => (await catalogue()).services.find((one) => one.id === clinic?.id)
    const asking = async () => (await catalogue()).requests.find((one) => one.service.name === 'Clinic')
    await editor.read(governanceRoutes.publishService, { ...at, body: { version: clinic?.version ?? 0, reason: 'First' } })
    await viewer.read(governanceRoutes.requestService, { ...at, body: { words: 'An hour' } })
    const held = { params: { id: (await asking())?.id ?? '' } }
    await owner.read(governanceRoutes.answerServiceRequest, { ...held, body: { version: 1, answer: { kind: 'accept', performerId: reviewer.actor.accountId, words: '' } } })
    await editor.read(governanceRoutes.changePmoService, { ...at, body: { version: (await standing())?.version ?? 0, class: 'mandated_assurance' } })
    await editor.read(governanceRoutes.publishService, { ...at, body: { version: (await standing())?.version ?? 0, reason: 'The board asks for it' } })
    expect(await reviewer.refused(governanceRoutes.deliverServiceRequest, { ...held, body: { version: 2, words: 'Done', on: '2026-01-12', hours: '1' } })).toMatchObject({ code: 'initiative_unnamed' })
    // Of a retired service the owner alone can be changed: the new one answers.
    await editor.read(governanceRoutes.retireService, { ...at, body: { version: (await standing())?.version ?? 0, reason: 'Nobody asks' } })
    const retired = (await standing())?.version ?? 0
    expect(await editor.refused(governanceRoutes.changePmoService, { ...at, body: { version: retired, ownerId: boss.actor.accountId, scope: 'Everything' } })).toMatchObject({ code: 'service_retired' })
    await editor.read(governanceRoutes.changePmoService, { ...at, body: { version: retired, ownerId: boss.actor.accountId } })
    await boss.read(governanceRoutes.answerServiceRequest, { ...held, body: { version: 2, answer: { kind: 'decline', reason: 'Ask for an initiative' } } })
    expect(await asking()).toMatchObject({ state: 'declined', performer: null, answer: { by: 'Bo Boss', words: 'Ask for an initiative' } })

    // Nobody says of what they perform or own what it was worth.
    const used = { params: outcome.params, body: { version: 3, level: 'much' as const, words: '' } }
    expect(await reviewer.refused(governanceRoutes.judgeServiceUse, used)).toMatchObject({ code: 'request_not_yours' })
    await owner.read(governanceRoutes.changePmoService, { params: { id }, body: { version: again.services[0]?.version ?? 0, ownerId: viewer.actor.accountId } })
    expect(await viewer.refused(governanceRoutes.judgeServiceUse, used)).toMatchObject({ code: 'request_not_yours', detail: expect.stringContaining('somebody who neither owns nor performed it') as unknown })
    expect((await viewer.read(governanceRoutes.readServices, {})).requests.find((one) => one.id === request?.id)?.may.judge).toBe(false)

    await editor.read(governanceRoutes.setServiceTarget, { body: { fromOn: '2026-01-01', share: 0.3, reason: 'Half of it is for those who ask' } })
    const mix = await viewer.read(governanceRoutes.readServiceMix, {})
    // 4 of 16 hours in the class of their day: a quarter, five points below the target.
    expect(mix.periods.map(({ mandated, nonMandated, unclassified, gap }) => [mandated, nonMandated, unclassified, gap].map(({ metric }) => (metric.status === 'ok' ? metric.value : metric)))).toEqual([[0.75, 0.25, 0, -5]])
    expect(mix.work.map(({ class: of, costMinor }) => [of, costMinor])).toEqual([['mandated_assurance', '96000'], ['non_mandated', null]])
    const blind = await (await app.member('resource_manager')).call(governanceRoutes.readServiceMix, {})
    expect(blind.bytes.toString('utf8')).not.toContain('96000')
  })
})
