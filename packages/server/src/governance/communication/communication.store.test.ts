import { expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('communication', (t) => {
  const app = testApp(t)

  it('tells nothing to who has opted out, under whatever name they are written down again', async () => {
    const { editor, owner, viewer } = app
    const manner = { channel: 'mail', detail: 'brief', language: 'en' } as const
    const add = (name: string) => ({ body: { name, kind: 'person' as const, accountId: viewer.actor.accountId, note: '', ...manner } })
    const { stakeholders: [first] } = await editor.read(governanceRoutes.addStakeholder, add('Vera'))
    const params = { id: first?.id ?? '' }
    await viewer.read(governanceRoutes.changeStakeholder, { params, body: { version: 1, optedOut: true } })
    expect(await editor.refused(governanceRoutes.addStakeholder, add('Vera of the harbour'))).toMatchObject({ code: 'stakeholder_there', detail: expect.stringContaining('Vera already') as unknown })
    await editor.read(governanceRoutes.removeStakeholder, { params, query: { version: 2 } })
    const { stakeholders: [again] } = await editor.read(governanceRoutes.addStakeholder, add('Vera of the harbour'))
    expect(again).toMatchObject({ optedOut: true, may: { change: false } })
    const plan = { body: { stakeholderId: again?.id ?? '', about: 'The savings', cadence: 'month' as const, firstOn: '2026-01-31', ownerId: owner.actor.accountId } }
    expect(await editor.refused(governanceRoutes.planCommunication, plan)).toMatchObject({ code: 'opted_out' })
    await viewer.read(governanceRoutes.changeStakeholder, { params: { id: again?.id ?? '' }, body: { version: 1, optedOut: false } })
    expect((await editor.read(governanceRoutes.planCommunication, plan)).communications).toHaveLength(1)
  })
})
