import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type NewObligation } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('compliance with obligations', (t) => {
  const app = testApp(t)

  it('asks rules of attributes, keeps who attested and who verified, refuses who depends on either, and lets exceptions end', async () => {
    const { owner, editor } = app
    const vera = await app.member('viewer', 'Vera Verifier')
    const obligation: NewObligation = {
      title: 'Data protection impact assessment', source: 'GDPR, article 35', requirement: 'Assess before processing begins', evidence: 'The signed assessment', validMonths: 12, verifierIds: [vera.actor.accountId, editor.actor.accountId],
      rule: [[{ attribute: 'cost', operator: 'at_least', values: ['777123'] }, { attribute: 'category', operator: 'one_of', values: ['IT'] }]],
    }
    expect(await editor.refused(governanceRoutes.addObligation, { body: { ...obligation, rule: [[{ attribute: 'kind', operator: 'one_of', values: ['castle'] }]] } })).toMatchObject({ code: 'rule_unsound', detail: expect.stringContaining('castle') as unknown })
    const ledger = await editor.read(demandRoutes.createInitiative, { body: { name: 'Ledger', category: 'IT', costMinor: '900000' } })
    await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', category: 'Roads', costMinor: '900000' } })
    await editor.read(demandRoutes.createInitiative, { body: { name: 'Unpriced', category: 'IT' } })
    const library = await editor.read(governanceRoutes.addObligation, { body: obligation })
    const [kept] = library.obligations
    expect(kept?.counts).toMatchObject({ missing: 1, unclear: 1, not_applicable: 1, compliant: 0 })
    const statuses = async (reader = owner) => (await reader.read(governanceRoutes.readComplianceCases, {})).cases.map(({ initiative, status }) => [initiative.name, status])
    expect(await statuses()).toEqual([['Ledger', 'missing'], ['Unpriced', 'unclear']])
    // Whether an amount is large enough is no answer to who may not see amounts.
    const blind = await app.member('resource_manager')
    expect(await statuses(blind)).toEqual([['Ledger', 'unclear'], ['Unpriced', 'unclear']])
    expect((await blind.call(governanceRoutes.readComplianceCases, {})).bytes.toString('utf8')).not.toContain('900000')

    const pair = { obligationId: kept?.id ?? '', initiativeId: ledger.id }
    const said = await editor.read(governanceRoutes.attest, { body: { ...pair, control: 'Assessment before the gate', evidence: 'Signed by the officer', reference: 'DMS 4711', evidenceOn: '2026-01-10' } })
    const attestation = said.attestations[0]
    expect([said.status, attestation?.expiresOn, attestation?.mayJudge]).toEqual(['attested', '2027-01-10', false])
    const verify = { params: { id: attestation?.id ?? '' }, body: { version: 1, verdict: 'verified' as const, words: 'Read and found complete' } }
    expect(await editor.refused(governanceRoutes.judgeAttestation, verify)).toMatchObject({ code: 'verifier_dependent', detail: expect.stringContaining('attested it') as unknown })
    const joined = await owner.read(peopleRoutes.giveRole, { body: { memberId: vera.actor.accountId, role: 'project_manager', initiativeId: ledger.id } })
    expect(await vera.refused(governanceRoutes.judgeAttestation, verify)).toMatchObject({ code: 'verifier_dependent', detail: expect.stringContaining('is of its team') as unknown })
    await owner.read(peopleRoutes.endRole, { params: { id: joined.id } })
    const verified = await vera.read(governanceRoutes.judgeAttestation, verify)
    expect([verified.status, verified.attestations[0]?.refusedVerifiers.map(({ name }) => name)]).toEqual(['compliant', ['Vera Verifier', editor.actor.name]])
    expect((await editor.read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason }) => reason)).toContain('attestation_judged')
    const { entries } = await owner.read(governanceRoutes.readActivity, { query: { room: 'demand', kind: 'initiative', id: ledger.id } })
    expect(entries.filter(({ act }) => act === 'governance.refuse-verifier')).toHaveLength(2)

    const rejected = await vera.read(governanceRoutes.judgeAttestation, { params: verify.params, body: { version: 2, verdict: 'rejected', words: 'The signature is another' } })
    expect(rejected.status).toBe('rejected')
    const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
    const exception = { ...pair, reason: 'A pilot without personal data', compensation: 'Synthetic records', fromOn: day(-1) }
    // Nothing was said of how long: the usual year.
    expect(await owner.refused(governanceRoutes.grantException, { body: { ...exception, expiresOn: day(370) } })).toMatchObject({ code: 'term_unsound', detail: expect.stringContaining('12 months at most') as unknown })
    const excepted = await owner.read(governanceRoutes.grantException, { body: { ...exception, expiresOn: day(300) } })
    expect(await owner.read(governanceRoutes.readComplianceCases, { query: { search: 'LEDG', limit: 1 } })).toMatchObject({ from: 0, total: 1, cases: [{ initiative: { name: 'Ledger' } }] })
    expect([excepted.status, excepted.exceptions[0]?.holds]).toEqual(['excepted', true])
    const ended = await owner.read(governanceRoutes.endException, { params: { id: excepted.exceptions[0]?.id ?? '' }, body: { version: 1, reason: 'The pilot is over' } })
    expect([ended.status, ended.exceptions[0]?.holds]).toEqual(['rejected', false])
  })
})
