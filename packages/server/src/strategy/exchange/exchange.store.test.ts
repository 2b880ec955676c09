import { governanceRoutes } from '@throughline/contract/governance'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'
import type { DatabaseJob, JobContext } from '../../jobs/index.ts'
import { escalateJob, type EscalateInput } from './acts/escalate-signal.ts'

onEachDatabase('a signal that nobody answers', (t) => {
  const app = testApp(t)

  it('is told to owners when it comes and once more the day after it was due, unless it was answered', async () => {
    const { editor, owner } = app
    const { perspectives } = await owner.read(strategyRoutes.readStrategy, {})
    const { objectives } = await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Safe roads', weight: 1 } })
    const draft = await owner.read(strategyRoutes.startDraft, { body: { title: 'With units', reason: 'Units', signalOn: '2020-01-06' } })
    const unitId = crypto.randomUUID()
    const objective = { id: crypto.randomUUID(), statement: 'Mend bridges', description: '', weight: 1, owner: null, deadline: null, serves: objectives[0]?.key ?? null, contributions: [] }
    const changed = await owner.read(strategyRoutes.changeDraft, { params: { id: draft.id }, body: { version: draft.version, unitStrategies: [{ id: unitId, name: 'Highways', intent: '', level: 'functional', unitId: null, parentId: null, weights: 'local', objectives: [objective] }] } })
    const sent = await owner.read(strategyRoutes.sendDraft, { params: { id: draft.id }, body: { version: changed.version } })
    const { seen } = await owner.read(strategyRoutes.previewAdoption, { params: { id: draft.id } })
    await owner.read(strategyRoutes.approveDraft, { params: { id: draft.id }, body: { version: sent.version, seen, rationale: 'Units' } })

    const raise = (words: string) => editor.read(strategyRoutes.raiseSignal, { body: { unitId, kind: 'constraint', words, about: objectives[0]?.key ?? null } })
    await raise('No bridge can be closed in summer')
    const { signals } = await raise('Why lamps?')
    const [asked, closed] = [signals.find(({ words }) => words === 'Why lamps?'), signals.find(({ words }) => words !== 'Why lamps?')]
    await owner.read(strategyRoutes.answerSignal, { params: { id: asked?.id ?? '' }, body: { version: asked?.version ?? 0, kind: 'noted', words: 'They come later' } })
    const escalate = (id: string | undefined) => (escalateJob as DatabaseJob<EscalateInput>).run({ id: id ?? '' }, { db: t.db, actor: editor.actor } as JobContext)
    expect([await escalate(closed?.id), await escalate(closed?.id), await escalate(asked?.id)].map((outcome) => (outcome.ok ? outcome.value : outcome.refusal))).toEqual([{ escalated: true }, { escalated: false }, { escalated: false }])

    const told = async (who: typeof owner) => (await who.read(governanceRoutes.listNotifications, { query: {} })).notifications.filter(({ reason }) => reason.startsWith('signal')).map(({ act, words }) => [act, words]).sort()
    expect(await told(owner)).toEqual([['strategy.escalate-signal', expect.stringMatching(/^Overdue since 20..-..-..: No bridge/)], ['strategy.raise-signal', 'Highways: No bridge can be closed in summer'], ['strategy.raise-signal', 'Highways: Why lamps?']])
    expect(await told(editor)).toEqual([['strategy.answer-signal', 'They come later']])
    expect((await t.owner.selectFrom('job').select(['kind', 'state']).where('org_id', '=', owner.actor.orgId).where('kind', '=', 'strategy.escalate-signal').execute())).toEqual([{ kind: 'strategy.escalate-signal', state: 'queued' }, { kind: 'strategy.escalate-signal', state: 'queued' }])
  })
})
