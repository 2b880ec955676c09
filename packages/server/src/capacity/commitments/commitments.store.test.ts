import { beforeAll, expect, it } from 'vitest'
import { capacityRoutes as routes, type Commitments } from '@throughline/contract/capacity'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('commitments', (t) => {
  const app = testApp(t)
  const commitments = (): Promise<Commitments> => app.owner.read(routes.readCommitments, { query: { from: '2027-04-01' } })
  const [dam, weir] = [{ id: '', version: 1 }, { id: '', version: 1 }]
  let envelope = ''

  beforeAll(async () => {
    for (const [one, name] of [[dam, 'Dam'], [weir, 'Weir']] as const) one.id = (await app.editor.read(demandRoutes.createInitiative, { body: { name, state: 'approved', startOn: '2127-04-01', endOn: '2127-10-01', costMinor: '60000' } })).id
    envelope = (await app.owner.read(routes.addEnvelope, { body: { name: 'Change', year: 2127, amountMinor: '100000', ownerId: app.owner.actor.accountId } })).envelopes[0]?.id ?? ''
  })

  const ask = async (initiativeId: string, amountMinor: string) => {
    await app.editor.read(routes.askForFunds, { body: { envelopeId: envelope, initiativeId, amountMinor, words: 'First year' } })
    return (await commitments()).funding.filter(({ state }) => state === 'waiting').at(-1)?.id ?? ''
  }
  const answer = (id: string, amountMinor: string) => ({ params: { id }, body: { version: 1, answer: { kind: 'commit' as const, amountMinor, reason: '' } } })

  it('is never more than the envelope, also where two commit at once', async () => {
    const [first, second] = [await ask(dam.id, '60000'), await ask(weir.id, '60000')]
    expect(await app.editor.refused(routes.answerFunding, answer(first, '60000'))).toMatchObject({ code: 'role_insufficient' })
    const tried = await Promise.all([app.owner.call(routes.answerFunding, answer(first, '60000')), app.owner.call(routes.answerFunding, answer(second, '60000'))])
    expect(tried.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [held] = (await commitments()).envelopes
    expect([held?.committed.metric, held?.free.metric, held?.holders.length]).toMatchObject([{ status: 'ok', value: { minor: '60000' } }, { status: 'ok', value: { minor: '40000' } }, 1])
    expect(await app.owner.refused(routes.changeEnvelope, { params: { id: envelope }, body: { version: held?.version ?? 0, amountMinor: '59999', reason: 'Less' } })).toMatchObject({ code: 'envelope_committed' })
    const from = held?.holders[0]?.initiative.id ?? ''
    await app.owner.read(routes.transferFunds, { params: { id: envelope }, body: { version: held?.version ?? 0, initiativeId: from, toEnvelopeId: envelope, toInitiativeId: from === dam.id ? weir.id : dam.id, amountMinor: '60000', reason: 'It goes first' } })
    const after = await commitments()
    expect(after.entries.slice(0, 2).map(({ kind, amount }) => [kind, amount.status === 'ok' ? amount.value.minor : '']).toSorted()).toEqual([['transfer', '-60000'], ['transfer', '60000']])
    expect(new Set(after.entries.slice(0, 2).map(({ transferId }) => transferId)).size).toBe(1)
    expect(await app.owner.refused(routes.releaseFunds, { params: { id: envelope }, body: { version: held?.version ?? 0, initiativeId: from, amountMinor: '1', reason: 'Late' } })).toMatchObject({ code: 'version_moved' })
    // Whoever asked is not offered the answer that would be refused, as somebody else may give it; alone they are.
    const mayAnswer = async () => (await commitments()).funding.filter(({ state, askedBy }) => state === 'waiting' && askedBy.id === app.owner.actor.accountId).map(({ may }) => may.answer)
    await app.owner.read(routes.askForFunds, { body: { envelopeId: envelope, initiativeId: dam.id, amountMinor: '1', words: 'Alone' } })
    expect(await mayAnswer()).toEqual([true])
    await app.member('finance')
    expect(await mayAnswer()).toEqual([false])
    // Who commits is told of what is asked, and who asked of what became of it; no amount goes with it.
    const toldOf = async ({ read }: Pick<typeof app.owner, 'read'>) => (await read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason, subject, words }) => [reason, subject?.name, words])
    expect((await toldOf(app.owner)).toSorted()).toEqual([['commitment_asked', 'Funds for Dam', 'Change: First year'], ['commitment_asked', 'Funds for Weir', 'Change: First year']])
    expect((await toldOf(app.editor)).map(([reason, , words]) => [reason, words])).toEqual([['commitment_answered', 'Transferred from Change to another initiative: It goes first'], ['commitment_answered', 'Committed']])
  })

  it('keeps what is not ready from starting on every way in, and lets it start by an exception', async () => {
    const pool = (await app.editor.read(routes.createPool, { body: { name: 'Divers', unit: 'fte' } })).id
    const start = await app.editor.read(routes.setCrew, { params: { id: dam.id }, body: { version: 1, lines: [{ poolId: pool, quantity: '2', months: 3 }] } })
    expect(start).toMatchObject({ state: 'blocked', startsOn: '2127-04-01', version: 2 })
    const { gate } = await commitments()
    await app.owner.read(routes.setStartGate, { body: { version: gate.version, on: true, reason: 'From now on' } })
    const { version } = await app.editor.read(demandRoutes.readInitiative, { params: { id: dam.id } }).then(({ row }) => row)
    const refused = await app.editor.refused(demandRoutes.changeInitiative, { params: { id: dam.id }, body: { version, state: 'active' } })
    expect(refused).toMatchObject({ code: 'start_blocked', detail: expect.stringContaining('Divers (Q2 2127, from 2127-04-01): found 0 full-time equivalents, needed 2 full-time equivalents') })
    const cells = await app.editor.read(demandRoutes.changeCells, { body: { changes: [{ id: dam.id, version, field: 'state', value: 'active' }, { id: dam.id, version, field: 'sponsor', value: 'Ann' }] } })
    expect([cells.changed, cells.issues.map(({ code }) => code)]).toEqual([1, ['start_blocked']])
    expect(await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Quay', state: 'active', startOn: '2127-05-01', endOn: '2127-06-01', costMinor: '10' } })).toMatchObject({ code: 'start_blocked' })
    await app.owner.read(routes.allowStart, { body: { initiativeId: dam.id, untilOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10), reason: 'The tide' } })
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: dam.id }, body: { version: version + 1, state: 'active' } })
    expect((await app.viewer.read(routes.readStarts, { query: {} })).counts).toMatchObject({ running: 1 })
  })
})
