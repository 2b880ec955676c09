import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'

onEachDatabase('objectives as reasons of decisions', (t) => {
  const app = testApp(t)

  it('are cited once for each decision, told as a share from the fifth decision on, and taken back', async () => {
    const { editor, owner, viewer } = app
    const { perspectives } = await owner.read(strategyRoutes.readStrategy, {})
    await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Safe roads', weight: 1 } })
    const unit = await owner.read(peopleRoutes.createUnit, { body: { code: 'R', name: 'Roads', parentId: null, kind: 'department' } })
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', unitId: unit.id, costMinor: '900', state: 'active' } })
    for (const at of [1, 2, 3, 4, 5]) {
      const fork = await editor.read(portfolioRoutes.forkScenario, { body: { name: `Plan ${at}`, sharing: 'everyone' } })
      const params = { id: fork.id }
      const changed = await editor.read(portfolioRoutes.changeOverlay, { params, body: { version: fork.version, set: [{ kind: 'initiative', id: bridge.id, field: 'costMinor', value: String(at) }] } })
      const proposed = await editor.read(portfolioRoutes.proposeScenario, { params, body: { version: changed.version } })
      await owner.read(portfolioRoutes.rejectScenario, { params, body: { version: proposed.version, rationale: 'Too dear', question: `Plan ${at}?` } })
      const use = await viewer.read(strategyRoutes.readObjectiveUse, {})
      expect([use.all.decisions, use.all.share.metric]).toEqual([at, at < 5 ? { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } : { status: 'ok', value: 0 }])
    }
    const { decisions, citable } = await viewer.read(strategyRoutes.readObjectiveUse, {})
    const cite = (at: number) => ({ body: { decisionId: decisions[at]?.id ?? '', key: citable[0]?.key ?? '', how: 'No rail on the old one' } })
    // Two at once: the second is told of the first.
    const both = await Promise.all([0, 0].map((at) => editor.call(strategyRoutes.citeObjective, cite(at))))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const use = await editor.read(strategyRoutes.citeObjective, cite(1))
    expect([use.all.citing, use.all.share.metric, use.units.map((one) => [one.unit, one.decisions, one.citing, one.coaching]), use.periods.length]).toEqual([2, { status: 'ok', value: 0.4 }, [['Roads', 5, 2, true]], 1])
    expect(use.objectives).toMatchObject([{ statement: 'Safe roads', decisions: 2, examples: [{ question: 'Plan 5?' }, { question: 'Plan 4?' }] }])
    expect(await editor.refused(strategyRoutes.citeObjective, cite(0))).toMatchObject({ status: 409, code: 'decision_tagged', values: { name: 'Safe roads' } })
    expect(await viewer.refused(strategyRoutes.citeObjective, cite(2))).toMatchObject({ code: 'role_insufficient' })
    const state = await viewer.read(strategyRoutes.readAlignmentState, {})
    expect(state.anomalies.first.map(({ finding }) => finding.words)).toEqual(['Objectives are stated, and 3 of 5 decisions name none as a reason'])

    const [cited] = use.decisions[0]?.cites ?? []
    expect(cited).toMatchObject({ statement: 'Safe roads', how: 'No rail on the old one', by: editor.actor.name })
    const after = await editor.read(strategyRoutes.withdrawCitation, { params: { id: cited?.id ?? '' }, query: { version: cited?.version ?? 0 } })
    expect([after.all.citing, after.decisions[0]?.cites]).toEqual([1, []])
    const revisions = await owner.read(governanceRoutes.listRevisions, { query: { entityId: cited?.id ?? '' } })
    expect(revisions.map(({ act }) => act)).toEqual(['strategy.withdraw-citation', 'strategy.cite-objective'])
  })
})
