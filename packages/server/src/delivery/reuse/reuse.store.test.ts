import { deliveryRoutes, type NewComponent } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'

onEachDatabase('reuse across initiatives', (t) => {
  const app = testApp(t)
  const made = (name: string, more: Partial<NewComponent> = {}): NewComponent => ({ name, kind: 'software', availableOn: '2026-01-05', taskId: null, skills: [], words: '', ...more })

  it('follows the work that makes it, finds who could use it, keeps two writers apart, and loses what was removed', async () => {
    const { owner, editor, viewer } = app
    const start = async (name: string, description: string) => {
      const { id } = await editor.read(demandRoutes.createInitiative, { body: { name, description } })
      return id
    }
    const [harbour, bridge, ferry] = [await start('Harbour', ''), await start('Bridge', 'Ships find their route under the bridge'), await start('Ferry', 'Boats')]
    const task = await editor.read(deliveryRoutes.addTask, { params: { id: harbour }, body: { key: 'R-1', name: 'Build the finder', kind: 'task', state: 'in_progress' } })
    expect(await viewer.refused(deliveryRoutes.addComponent, { params: { id: harbour }, body: made('Route finder') })).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(deliveryRoutes.addComponent, { params: { id: bridge }, body: made('Route finder', { taskId: task.id }) })).toMatchObject({ code: 'not_found' })
    const { components } = await editor.read(deliveryRoutes.addComponent, { params: { id: harbour }, body: made('Route finder', { taskId: task.id, availableOn: '2199-01-05', words: 'Finds a route for ships', skills: ['Routing', 'routing '] }) })
    const component = components[0]
    expect(component).toMatchObject({ state: 'in_making', work: { name: 'Build the finder' }, skills: ['routing'] })
    await editor.read(deliveryRoutes.changeTask, { params: { id: task.id }, body: { version: task.version, state: 'done', finishedOn: '2026-02-01' } })
    expect((await viewer.read(deliveryRoutes.readReuse, { query: { search: 'ROUT' } })).components).toMatchObject([{ state: 'available' }])

    // A deliverable goes before the work; one of another initiative is none.
    const me = (await owner.read(peopleRoutes.readSession, {})).account.id
    const listed = async (initiativeId: string) => (await owner.read(governanceRoutes.addDeliverable, { body: { initiativeId, name: 'Finder, release 1', class: 'software', about: '', ownerId: me, authorIds: [me], dueOn: '2026-12-01', milestoneId: null, element: null, madeHours: null, criteria: [] } })).id
    const change = (deliverableId: string | null, version: number) => ({ params: { id: harbour, componentId: component?.id ?? '' }, body: { version, deliverableId } })
    expect(await editor.refused(deliveryRoutes.changeComponent, change(await listed(bridge), 1))).toMatchObject({ code: 'not_found' })
    const is = await editor.read(deliveryRoutes.changeComponent, change(await listed(harbour), 1))
    expect(is.components).toMatchObject([{ state: 'planned', work: null, deliverable: { name: 'Finder, release 1', state: 'planned', edition: 1 } }])
    await editor.read(deliveryRoutes.changeComponent, { ...change(null, 2), body: { version: 2, deliverableId: null, taskId: task.id } })

    // The bridge reads as if it could use it, from either side; the ferry does not.
    const at = { id: harbour, componentId: component?.id ?? '' }
    expect((await viewer.read(deliveryRoutes.readComponentFits, { params: { id: at.componentId } })).fits).toMatchObject([{ initiative: { name: 'Bridge' }, offered: false }])
    expect((await viewer.read(deliveryRoutes.readInitiativeReuse, { params: { id: bridge } })).fits).toMatchObject([{ component: { name: 'Route finder' }, from: { name: 'Harbour' } }])
    expect((await viewer.read(deliveryRoutes.readInitiativeReuse, { params: { id: ferry } })).fits).toEqual([])

    const offer = (toInitiativeId: string, more: object = {}) => ({ params: at, body: { toInitiativeId, leastHours: 40, mostHours: 80, basis: 'What it took', ...more } })
    expect(await editor.refused(deliveryRoutes.offerComponent, offer(bridge, { leastHours: 90 }))).toMatchObject({ code: 'reuse_contradicts' })
    await editor.read(deliveryRoutes.offerComponent, offer(bridge))
    expect((await viewer.read(deliveryRoutes.readComponentFits, { params: { id: at.componentId } })).fits).toMatchObject([{ offered: true }])
    const waiting = (await viewer.read(deliveryRoutes.readInitiativeReuse, { params: { id: bridge } })).offers[0]
    expect((await owner.read(governanceRoutes.listNotifications, { query: {} })).notifications[0]).toMatchObject({ reason: 'reuse_offered', subject: { name: 'Bridge' }, words: 'Route finder, made by Harbour: 40 to 80 person hours' })
    const answer = { params: { id: bridge, offerId: waiting?.id ?? '' }, body: { version: 1, accept: true, words: 'For the pilots' } }
    // The initiative that gives answers nothing for the one that receives.
    expect(await owner.refused(deliveryRoutes.answerReuseOffer, { ...answer, params: { ...answer.params, id: harbour } })).toMatchObject({ code: 'not_found' })
    await owner.read(deliveryRoutes.answerReuseOffer, answer)
    expect(await owner.refused(deliveryRoutes.answerReuseOffer, answer)).toMatchObject({ code: 'version_moved' })
    expect((await editor.read(governanceRoutes.listNotifications, { query: {} })).notifications[0]).toMatchObject({ reason: 'reuse_answered', words: 'Route finder for Bridge, accepted: For the pilots' })
    const linked = await viewer.read(deliveryRoutes.readInitiativeReuse, { params: { id: harbour } })
    expect([linked.offers[0]?.state, linked.components[0]?.reusedBy.map(({ name }) => name)]).toEqual(['accepted', ['Bridge']])
    const saving = { params: answer.params, body: { version: 2, hours: 52, on: waiting?.offeredOn ?? '', words: 'Time sheets', link: '' } }
    expect(await owner.refused(deliveryRoutes.confirmReuseSaving, saving)).toMatchObject({ code: 'reuse_own' })
    expect(await editor.refused(deliveryRoutes.confirmReuseSaving, { ...saving, body: { ...saving.body, on: '2299-01-01' } })).toMatchObject({ code: 'reuse_contradicts' })
    await editor.read(deliveryRoutes.confirmReuseSaving, saving)
    expect(await editor.refused(deliveryRoutes.confirmReuseSaving, { ...saving, body: { ...saving.body, version: 3 } })).toMatchObject({ code: 'reuse_past' })

    // An offer that waits goes with its component; what was accepted stays, and goes with an initiative that is removed.
    await editor.read(deliveryRoutes.offerComponent, offer(ferry))
    await editor.read(deliveryRoutes.withdrawComponent, { params: at, body: { version: 3, reason: 'The vendor is gone' } })
    expect((await viewer.read(deliveryRoutes.readReuse, { query: {} })).offers.map(({ to, state }) => [to.name, state]).sort()).toEqual([['Bridge', 'accepted'], ['Ferry', 'withdrawn']])
    await editor.read(demandRoutes.removeInitiative, { params: { id: bridge } })
    const left = await viewer.call(deliveryRoutes.readReuse, { query: {} })
    expect(left.bytes.toString('utf8')).not.toContain('Bridge')
    expect((await viewer.read(deliveryRoutes.readReuse, { query: {} })).saving.most.metric).toEqual({ status: 'ok', value: 0 })
  })
})
