import { demandRoutes, type BusinessCase, type CaseLineSaid } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes } from '@throughline/contract/strategy'
import { caseElements } from '@throughline/engine/demand'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'

const said = 'It is said here in enough words.'
const line = (name: string, kind: CaseLineSaid['kind'], ...amounts: readonly (readonly [number, string])[]): CaseLineSaid => ({ id: crypto.randomUUID(), name, kind, amounts: amounts.map(([year, minor]) => ({ year, minor })), range: null, source: 'Estimate' })

onEachDatabase('the business case of an initiative', (t) => {
  const app = testApp(t)

  it('is drafted from what is known, appraised, submitted whole, decided by somebody else, and kept as it was', async () => {
    const { editor, owner, viewer } = app
    const year = new Date().getUTCFullYear()
    const row = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', state: 'case' } })
    const params = { id: row.id }
    await editor.read(demandRoutes.setYears, { params, body: { version: row.version, lines: [{ kind: 'cost', year, amountMinor: '10000' }, { kind: 'cost', year: year - 1, amountMinor: '777' }, ...[1, 2, 3, 4, 5].map((at) => ({ kind: 'benefits' as const, year: year + at, amountMinor: '3000' }))] } })
    expect((await viewer.read(demandRoutes.readBusinessCase, { params })).shown).toBeNull()
    expect(await viewer.refused(demandRoutes.draftBusinessCase, { params, body: {} })).toMatchObject({ code: 'role_insufficient' })
    const { shown: first } = await editor.read(demandRoutes.draftBusinessCase, { params, body: { framework: 'green_book' } })
    const build = first?.options.find(({ kind }) => kind === 'do_something')
    // What was spent before is sunk: only the years from this one on are taken over.
    expect([first?.options.map(({ kind, lines }) => [kind, lines.map(({ name, amounts }) => [name, amounts.length])]), first?.missing.map(({ element }) => element)]).toEqual([[['do_nothing', []], ['do_minimum', []], ['do_something', [['Cost of the initiative', 1], ['Benefits of the initiative', 5]]]], ['Case for change', 'Objectives served', 'Costs of options', 'Preferred option', 'Affordability', 'Governance']])
    expect(await editor.refused(demandRoutes.draftBusinessCase, { params, body: {} })).toMatchObject({ code: 'case_draft_there' })
    const worth = ({ appraisal }: BusinessCase) => appraisal?.options.map(({ rank, against }) => [rank, against?.net_present_value.metric.status === 'ok' ? against.net_present_value.metric.value.minor : null])
    expect(worth(first as BusinessCase)?.[0]).toEqual([1, '3545'])

    const minimum = first?.options.find(({ kind }) => kind === 'do_minimum')
    const flows = (version: number, optionId = '', lines: readonly CaseLineSaid[] = []) => ({ params, body: { version, optionId, lines: [...lines], risks: [] } })
    expect(await editor.refused(demandRoutes.setCaseFlows, flows(1, minimum?.id, [line('Mend', 'revenue_cost', [year, '-5'])]))).toMatchObject({ code: 'case_unsound', detail: expect.stringContaining('Do minimum, Mend: found an amount') as unknown })
    const { shown: second } = await editor.read(demandRoutes.setCaseFlows, flows(1, minimum?.id, [line('Mend', 'revenue_cost', [year, '1000'])]))
    expect(await owner.refused(demandRoutes.setCaseFlows, flows(1, minimum?.id))).toMatchObject({ code: 'version_moved' })
    const mended = second?.options.find(({ kind }) => kind === 'do_minimum')?.lines[0]
    expect([second?.version, mended?.given?.by]).toEqual([2, editor.actor.name])
    // A line that stays as it was keeps who gave it, whoever sends it again.
    const { given: _, ...again } = mended ?? { ...line('', 'cashable'), given: null }
    const { shown: third } = await owner.read(demandRoutes.setCaseFlows, flows(2, minimum?.id, [again, line('Watch', 'revenue_cost', [year, '10'])]))
    expect(third?.options.find(({ kind }) => kind === 'do_minimum')?.lines.map(({ given }) => given?.by)).toEqual([editor.actor.name, owner.actor.name])

    const file = Buffer.from(`Line,Kind,Source,${year},${year + 1}\nBuild,Capex,Tender,"100.00",\nTolls,Cashable benefit,Survey,,£2m\nNoise,Disbenefit,,,-1\n`)
    const preview = await editor.read(demandRoutes.previewCaseFlows, { params, query: { fileName: 'flows.csv' }, body: file })
    expect([preview.lines.map(({ name, kind }) => [name, kind]), preview.issues.map(({ line: at, found }) => [at, found])]).toEqual([[['Build', 'capital_cost'], ['Noise', 'disbenefit']], [[3, `${year + 1}: £2m`]]])

    const texts = Object.fromEntries(caseElements.filter(({ words }) => words).map(({ key }) => [key, said]))
    const { shown: told } = await editor.read(demandRoutes.changeBusinessCase, { params, body: { version: 3, words: texts, preferred: { optionId: build?.id ?? '', reason: said } } })
    expect(await editor.refused(demandRoutes.submitBusinessCase, { params, body: { version: told?.version ?? 0 } })).toMatchObject({ status: 409, code: 'case_not_ready', detail: expect.stringContaining('Objectives served (Sponsor): the initiative is linked to no objective') as unknown })
    const page = (await editor.read(demandRoutes.documentBusinessCase, { params, query: {} })).toString()
    expect([page.includes('Not ready: one thing is missing'), page.includes('Ready for its gate')]).toEqual([true, false])
    const { perspectives } = await owner.read(strategyRoutes.readStrategy, {})
    const { objectives: [objective] } = await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Safe roads', weight: 1 } }).then(() => owner.read(strategyRoutes.readStrategy, {}))
    await editor.read(strategyRoutes.changeContribution, { body: { initiativeId: row.id, objectiveId: objective?.id ?? '', contribution: 1, rationale: 'Safer' } })
    const lead = await app.member('portfolio_lead')
    const { shown: sent, deciders } = await editor.read(demandRoutes.submitBusinessCase, { params, body: { version: told?.version ?? 0 } })
    expect([sent?.state, sent?.missing, sent?.objectives.map(({ name }) => name)]).toEqual(['submitted', [], ['Safe roads']])
    expect(await editor.refused(demandRoutes.changeBusinessCase, { params, body: { version: sent?.version ?? 0, words: { case_for_change: 'Otherwise' } } })).toMatchObject({ code: 'case_no_draft', detail: expect.stringContaining('version 1 is submitted') as unknown })

    // Doing nothing is 0, so that what was built is worth as much by itself; who may not see amounts sees none of it, and all the words.
    const outsider = await app.member('resource_manager')
    const blind = await outsider.read(demandRoutes.readBusinessCase, { params })
    expect([blind.amounts, blind.shown?.appraisal, blind.shown?.options.flatMap(({ lines }) => lines.flatMap(({ amounts }) => amounts)), blind.shown?.missing]).toEqual(['withheld', null, [], []])
    expect((await outsider.read(demandRoutes.documentBusinessCase, { params, query: {} })).toString()).not.toMatch(/[0-9] (EUR|GBP)/)
    expect((await outsider.read(demandRoutes.listBusinessCases, {})).rows[0]).toMatchObject({ worth: { metric: { status: 'undefined', reason: 'WITHHELD' } }, ratio: { metric: { status: 'undefined', reason: 'WITHHELD' } } })
    expect(await outsider.refused(demandRoutes.readRealisedClass, { params })).toMatchObject({ code: 'amounts_withheld' })
    expect(await viewer.read(demandRoutes.readRealisedClass, { params })).toMatchObject({ class: { name: 'The whole organisation', count: 0, rates: [] }, parent: null, enough: false })
    expect(await outsider.refused(demandRoutes.exportBusinessCase, { params, query: {} })).toMatchObject({ code: 'amounts_withheld' })
    const decision = { params, body: { version: sent?.version ?? 0, outcome: 'approved' as const, reason: 'Worth it' } }
    expect(await editor.refused(demandRoutes.decideBusinessCase, decision)).toMatchObject({ code: 'role_insufficient' })
    // The owner gave a line: as long as somebody else decides, it is not theirs to judge.
    const toldOf = async (who: typeof lead) => (await who.read(governanceRoutes.listNotifications, { query: {} })).notifications.map(({ reason, subject }) => [reason, subject?.name])
    expect([deciders, (await owner.read(demandRoutes.readBusinessCase, { params })).may.decide, (await lead.read(demandRoutes.readBusinessCase, { params })).may.decide, await toldOf(lead)]).toEqual([[lead.actor.name], false, true, [['proposal_to_decide', 'Business case of Bridge, version 1']]])
    expect(await owner.refused(demandRoutes.decideBusinessCase, decision)).toMatchObject({ code: 'case_own', detail: expect.stringContaining('You wrote in it') as unknown })
    const { shown: decided } = await lead.read(demandRoutes.decideBusinessCase, decision)
    expect([await toldOf(owner), await toldOf(editor)]).toEqual([[['approval_result', 'Business case of Bridge, version 1']], [['approval_result', 'Business case of Bridge, version 1']]])
    const decisionId = decided?.decided?.decisionId ?? ''
    expect([decided?.state, (await owner.read(governanceRoutes.readDecision, { params: { id: decisionId } })).question]).toEqual(['approved', 'Is the business case of Bridge, version 1, approved?'])
    expect(await owner.refused(demandRoutes.decideBusinessCase, decision)).toMatchObject({ code: 'case_not_submitted' })

    // The next version begins as the one before; the one that was approved stays as it was, whatever is linked by then.
    const { shown: next, versions } = await owner.read(demandRoutes.draftBusinessCase, { params, body: {} })
    expect([next?.no, versions.map(({ no, state }) => [no, state]), next?.preferred.optionId]).toEqual([2, [[2, 'draft'], [1, 'approved']], build?.id])
    await owner.read(demandRoutes.changeBusinessCase, { params, body: { version: 1, options: (next?.options ?? []).filter(({ kind }) => kind !== 'do_something').map(({ lines: _lines, risks: _risks, ...option }) => option) } })
    const then = await viewer.read(demandRoutes.readBusinessCase, { params, query: { no: 1 } })
    expect([then.shown?.options.length, then.shown?.appraisal?.options[0]?.rank]).toEqual([3, 1])
    const list = await viewer.read(demandRoutes.listBusinessCases, { query: { decisionId } })
    expect(list.rows.map(({ initiative, no, state, preferred, worth: one }) => [initiative.name, no, state, preferred, one.metric.status])).toEqual([['Bridge', 1, 'approved', 'Bridge', 'ok']])
    expect((await viewer.read(demandRoutes.listBusinessCases, {})).rows.map(({ no, missing }) => [no, missing > 0])).toEqual([[2, true]])
    const files = [await viewer.read(demandRoutes.exportBusinessCase, { params, query: {} }), await viewer.read(demandRoutes.documentBusinessCase, { params, query: { format: 'docx' } })]
    expect(files.map((bytes) => bytes.subarray(0, 2).toString())).toEqual(['PK', 'PK'])
  })
})
