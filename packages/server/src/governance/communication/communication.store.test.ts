import { expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { cheapServices, onEachDatabase, testApp } from '@throughline/testkit/database'
import { mailBy } from '../../mail/index.ts'

onEachDatabase('communication', (t) => {
  const sent: unknown[] = []
  let away = false
  const mail = mailBy({ carry: async (letter) => { if (away) throw new Error('The mail server is away'); sent.push(letter) }, onFailure: () => undefined })
  const app = testApp(t, { accounts: { ...cheapServices, mail } })

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

  it('sends a mail to a member who wants that; what the mail server did not take stays due', async () => {
    const { editor, owner, viewer } = app
    const manner = { channel: 'mail', detail: 'brief', language: 'en' } as const
    const { stakeholders } = await editor.read(governanceRoutes.addStakeholder, { body: { name: 'Edda', kind: 'person', accountId: editor.actor.accountId, note: '', ...manner } })
    const stakeholderId = stakeholders.find(({ name }) => name === 'Edda')?.id ?? ''
    const planned = await editor.read(governanceRoutes.planCommunication, { body: { stakeholderId, about: 'The new bridge', cadence: 'month', firstOn: '2026-01-31', ownerId: owner.actor.accountId } })
    const params = { id: planned.communications.find(({ about }) => about === 'The new bridge')?.id ?? '' }
    const now = async () => (await viewer.read(governanceRoutes.readCommunication, {})).communications.find(({ id }) => id === params.id)
    const on = new Date().toISOString().slice(0, 10)
    const message = (version: number) => ({ params, body: { version, on, ...manner, words: 'Edda,\n\nthe bridge is open.', send: true } })
    expect(await owner.refused(governanceRoutes.deliverMessage, { ...message(1), body: { ...message(1).body, on: '2026-02-01' } })).toMatchObject({ code: 'message_unsendable' })
    away = true
    expect((await owner.read(governanceRoutes.deliverMessage, message(1))).messages[0]).toMatchObject({ mail: { state: 'failed' }, may: { answer: false } })
    expect(await now()).toMatchObject({ state: 'due', toldOn: null, messages: 1 })
    away = false
    expect((await owner.read(governanceRoutes.deliverMessage, message(2))).messages.map((one) => one.mail?.state)).toEqual(['sent', 'failed'])
    expect(await now()).toMatchObject({ toldOn: on, messages: 2 })
    expect(sent).toMatchObject([{ to: { email: (await editor.read(peopleRoutes.readSession, {})).account.email }, subject: 'The new bridge', paragraphs: ['the bridge is open.'] }])
  })
})
