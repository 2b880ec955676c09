import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes, type NewJudgement } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the outcome of alignment', (t) => {
  const app = testApp(t)
  const verdicts: NewJudgement = { intent: { verdict: 'met', reason: 'It opened' }, goal: { verdict: 'not_met', reason: 'Two years late' } }
  const read = (query: { readonly claim?: number; readonly asOf?: string } = {}) => app.viewer.read(strategyRoutes.readOutcome, { query })
  const setState = async (id: string, state: 'approved' | 'closed') => {
    const { version } = (await app.editor.read(demandRoutes.readInitiative, { params: { id } })).row
    await app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version, state } })
  }

  it('rests on what was in force at the approval, is kept with who judged, and an earlier moment shows what was known then', async () => {
    const { perspectives } = await app.viewer.read(strategyRoutes.readStrategy, {})
    const perspectiveId = perspectives[0]?.id ?? ''
    const { objectives } = await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId, statement: 'Safe roads', weight: 1 } })
    const objectiveId = objectives[0]?.id ?? ''
    const { id } = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Harbour wall', state: 'case', sponsor: 'Ines Quay' } })
    const contribute = (contribution: number) => app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: id, objectiveId, contribution } })
    await contribute(0.5)
    await setState(id, 'approved')
    await contribute(-1)
    await app.editor.read(strategyRoutes.removeObjective, { params: { id: objectiveId } })
    expect(await app.editor.refused(strategyRoutes.judgeOutcome, { params: { id }, body: verdicts })).toMatchObject({ code: 'initiative_not_closed' })
    await setState(id, 'closed')
    const before = (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last
    const judged = await app.editor.read(strategyRoutes.judgeOutcome, { params: { id }, body: { ...verdicts, seen: null } })
    expect(judged.initiatives).toMatchObject([{ name: 'Harbour wall', basis: 'computed', tercile: 'middle', alignment: { metric: { status: 'ok', value: 0.5 }, why: { note: expect.stringContaining('under Version 1'), terms: [{ term: 'Safe roads' }] } }, judgement: { intent: { verdict: 'met', reason: 'It opened' }, judge: app.editor.actor.name, version: 1 } }])
    expect(await app.editor.refused(strategyRoutes.judgeOutcome, { params: { id }, body: { ...verdicts, seen: null } })).toMatchObject({ code: 'version_moved' })
    expect(await app.editor.refused(strategyRoutes.judgeOutcome, { params: { id }, body: { ...verdicts, judge: ' INES  Quay' } })).toMatchObject({ code: 'judge_not_independent' })
    expect(await app.viewer.refused(strategyRoutes.judgeOutcome, { params: { id }, body: verdicts })).toMatchObject({ code: 'role_insufficient' })
    expect((await read({ asOf: before })).initiatives).toMatchObject([{ judgement: null, tercile: null, alignment: { metric: { status: 'ok', value: 0.5 } } }])
    expect((await read({ claim: 0.71 })).rows).toMatchObject([{ question: 'intent', claim: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } }, { question: 'goal' }])
    const { revisions } = await app.viewer.read(demandRoutes.readInitiative, { params: { id } })
    expect(revisions.map(({ act }) => act)).toContain('strategy.judge-outcome')
  })

  it('is read from a file: what is there already stays, what is stated is marked, and what is wrong is named', async () => {
    await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Old bridge', state: 'closed' } })
    await app.editor.read(demandRoutes.createInitiative, { body: { name: 'New pier', state: 'active' } })
    const file = (text: string) => app.editor.read(strategyRoutes.previewJudgements, { query: { fileName: 'verdicts.csv' }, body: Buffer.from(text) })
    const text = 'Initiative,Intent,Reason,Goals,Goals reason,Judge,Alignment,Source\nOld bridge,partly,Half of it,met,On time,Review board,0.25,Case of 2014\nNew pier,met,Yes,met,Yes,,,\nold  BRIDGE,met,Yes,met,Yes,,,\nHarbour wall,met,It opened,not met,Two years late,,,\n'
    const preview = await file(text)
    expect(preview.rows.map(({ initiative, becomes }) => [initiative, becomes])).toEqual([['Old bridge', 'new'], ['Harbour wall', 'same']])
    expect(preview.issues.map(({ line, expected }) => [line, expected])).toEqual([[3, 'the name, key or id of a closed initiative'], [4, 'one row for each initiative; line 2 has it already']])
    const rows = preview.rows.filter(({ becomes }) => becomes !== 'same').map(({ initiativeId, intent, goal, judge, stated, seen }) => ({ initiativeId, intent, goal, stated, seen, ...(judge === null ? {} : { judge }) }))
    const { initiatives, counted } = await app.editor.read(strategyRoutes.judgeOutcomes, { body: { rows } })
    expect(initiatives.find(({ name }) => name === 'Old bridge')).toMatchObject({ approval: null, basis: 'stated', alignment: { metric: { value: 0.25 }, why: { note: 'Stated, not computed: Case of 2014', terms: [{ note: expect.stringContaining('on its way when it was first recorded') }] } }, judgement: { judge: 'Review board' } })
    expect(counted).toEqual({ closed: 2, judged: 2, parted: 2, withoutAlignment: 0, stated: 1, stopped: 0 })
    expect((await file(text)).rows.map(({ becomes }) => becomes)).toEqual(['same', 'same'])
  })
})
