import { expect, it } from 'vitest'
import { deliveryRoutes as routes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('registers of risks and issues', (t) => {
  const app = testApp(t)

  it('are kept as they were seen, come as a list and go as a file, tell no amount to who may see none, and are judged by who is independent', async () => {
    const { owner, editor, viewer } = app
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', costMinor: '100' } })
    const params = { id: bridge.id }
    const csv = (text: string) => ({ params, query: { fileName: 'register.csv' }, body: new TextEncoder().encode(text) })
    const preview = await editor.read(routes.previewRiskList, csv('Risk ID,Risk,Likelihood,Impact (k),Owner,Score\n1,Flood,50 %,7654,Ada,12\n2,Fire,High,,,9\n3,Strike,20 %,,,4\n'))
    expect([preview.added, preview.issues.map(({ line }) => line), preview.fields.filter(({ field }) => field === null).map(({ heading }) => heading)]).toEqual([2, [3], ['Score']])
    await editor.read(routes.keepRiskList, { params, body: { rows: preview.rows } })
    expect(await editor.read(routes.keepRiskList, { params, body: { rows: [...preview.rows.slice(0, 1), { line: 9, key: '4', version: null, title: 'Storm' }] } })).toMatchObject({ added: 1, issues: [{ found: expect.stringContaining('since the list was looked at') as unknown }] })

    const list = () => viewer.read(routes.listRisks, { params })
    const [flood] = (await list()).risks
    const at = { params: { id: flood?.id ?? '' } }
    expect(flood).toMatchObject({ key: '1', probability: 0.5, impactMinor: '765400000', version: 1 })
    const today = new Date().toISOString().slice(0, 10)
    expect(await viewer.refused(routes.changeRisk, { ...at, body: { version: 1, owner: 'Bo' } })).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(routes.reviewRisk, { ...at, body: { version: 1, on: '2299-01-01', words: 'Ahead' } })).toMatchObject({ code: 'register_contradicts' })
    const reviewed = await editor.read(routes.reviewRisk, { ...at, body: { version: 1, on: today, words: 'Half as likely', probability: 0.25 } })
    expect(reviewed.estimates.map(({ occasion, probability, changed }) => [occasion, probability, changed])).toEqual([['reviewed', 0.25, true], ['registered', 0.5, false]])
    expect(await editor.refused(routes.changeRisk, { ...at, body: { version: 1, owner: 'Bo' } })).toMatchObject({ code: 'version_moved' })
    // 0.25 × 7,654,000 of the one with an amount; the two others are named beside it.
    expect((await list()).exposure.threats).toMatchObject({ estimated: 1, unestimated: 2, expected: { metric: { value: { minor: '191350000' } } } })

    await editor.read(routes.agreeContingency, { params, body: { version: null, agreedMinor: '99887766', agreedOn: today, words: '' } })
    expect(await owner.refused(routes.agreeContingency, { params, body: { version: null, agreedMinor: '1', agreedOn: today, words: '' } })).toMatchObject({ code: 'version_moved' })
    await editor.read(routes.drawContingency, { params, body: { on: today, amountMinor: '55443322', for: { kind: 'risk', id: at.params.id }, words: 'Pumps' } })
    await owner.read(peopleRoutes.giveRole, { body: { memberId: editor.actor.accountId, role: 'project_manager', initiativeId: bridge.id } })
    const opinion = { params, body: { version: null, class: 'limited' as const, words: 'Nobody answers them' } }
    expect(await editor.refused(governanceRoutes.giveRiskOpinion, opinion)).toMatchObject({ code: 'performer_dependent' })
    const given = await owner.read(governanceRoutes.giveRiskOpinion, opinion)
    expect(given.issued).toMatchObject([{ no: 1, class: 'limited', byRule: 'none', by: owner.actor.name }])
    expect(await owner.refused(governanceRoutes.giveRiskOpinion, opinion)).toMatchObject({ code: 'version_moved' })
    expect(given.process.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['unowned', 'unanswered', 'unestimated', 'contingency_ahead']))

    const blind = await app.member('resource_manager')
    const seen = await Promise.all([blind.call(routes.listRisks, { params }), blind.call(routes.readRisk, at), blind.call(routes.readContingency, { params }), blind.call(routes.exportRegister, { params, query: { format: 'csv' } }), blind.call(governanceRoutes.readInitiativeRiskAssurance, { params }), blind.call(routes.listRegisters, { query: {} }), blind.call(governanceRoutes.listRevisions, { query: {} })])
    for (const { status, bytes } of seen) expect([status, /7654|1913|998877|554433/.exec(bytes.toString('utf8'))?.[0]]).toEqual([200, undefined])
    expect((await blind.read(routes.listRisks, { params })).amounts).toBe('withheld')
    expect((await viewer.call(routes.exportRegister, { params, query: { format: 'csv' } })).bytes.toString('utf8')).toContain('7654000')

    // A contingency alone is a register as well, to both pages; and what was observed does not forget an initiative that is over.
    const pier = await editor.read(demandRoutes.createInitiative, { body: { name: 'Pier' } })
    await editor.read(routes.agreeContingency, { params: { id: pier.id }, body: { version: null, agreedMinor: '5', agreedOn: today, words: '' } })
    await editor.read(routes.addIssue, { params, body: { title: 'Water', severity: 'major', openedOn: today, cause: { kind: 'none' } } })
    const stopped = await editor.read(demandRoutes.changeInitiative, { params, body: { version: bridge.version, state: 'stopped' } })
    expect(await viewer.read(routes.listRegisters, { query: {} })).toMatchObject({ total: 2, without: 0 })
    expect(await viewer.read(governanceRoutes.readRiskAssurance, {})).toMatchObject({ total: 1, without: 0, foresight: { said: 1 } })
    await editor.read(demandRoutes.removeInitiative, { params: { id: pier.id }, query: { version: pier.version } })

    await editor.read(demandRoutes.removeInitiative, { params, query: { version: stopped.version } })
    expect(await viewer.refused(routes.listRisks, { params })).toMatchObject({ code: 'not_found' })
    expect(await editor.refused(routes.changeRisk, { ...at, body: { version: 2, owner: 'Bo' } })).toMatchObject({ code: 'not_found' })
    expect((await viewer.read(governanceRoutes.readRiskAssurance, {})).total + (await viewer.read(routes.listRegisters, { query: {} })).total).toBe(0)
  })
})
