import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes, type StrategyVersionDetail } from '@throughline/contract/strategy'
import type { People } from '../../database/index.ts'
import type { DrawnAct, Drawing, Writers } from './kinds.ts'

/** The next strategy: begun, weighed anew, sent and approved. */
export const versionActs = ({ owner, editor }: Writers, { one, on, row, word, below }: Drawing): Readonly<Record<string, DrawnAct>> => {
  const objective = async () => one((await owner.read(strategyRoutes.readStrategy, {})).objectives)
  const version = async (status: string) => on(owner.read(strategyRoutes.listVersions, {}).then((all) => all.find((each) => each.status === status)), async ({ id }) => owner.call(strategyRoutes.readVersion, { params: { id } }))
  const draft = (status: string) => version(status).then((answer) => answer?.body as StrategyVersionDetail | undefined)
  return {
    'link two objectives': async () => on(objective(), async ({ id: from, perspectiveId }) => {
      const statement = word()
      const { objectives } = await editor.read(strategyRoutes.createObjective, { body: { perspectiveId, statement, weight: 0.1 } })
      const to = objectives.find((each) => each.statement === statement)?.id ?? from
      return editor.call(strategyRoutes.createLink, { body: { from, to, polarity: one(['same', 'opposite'] as const) ?? 'same', lag: below(4) } })
    }),
    'begin the next strategy': () => editor.call(strategyRoutes.startDraft, { body: { title: word(), reason: 'the world changed', signalOn: '2026-01-05' } }),
    'weigh it anew': async () => on(draft('draft'), ({ id, version: seen, content }) => editor.call(strategyRoutes.changeDraft, { params: { id }, body: { version: seen, weights: content.objectives.map(({ key }, place) => ({ key, weight: place === 0 ? 1 : 0 })) } })),
    'give a function a strategy': async () => on(draft('draft'), async (begun) => giveStrategy(editor, begun, word(), (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows[0]?.id)),
    'ask it of an initiative': async () => on(draft('draft'), async ({ id, version: seen }) => on(row(), (initiative) => editor.call(strategyRoutes.changeDraft, { params: { id }, body: { version: seen, actions: [{ initiativeId: initiative.id, kind: initiative.state === 'approved' || initiative.state === 'active' ? 'pause' : 'start' }] } }))),
    'send it': async () => on(draft('draft'), ({ id, version: seen }) => editor.call(strategyRoutes.sendDraft, { params: { id }, body: { version: seen } })),
    'approve the strategy': async () => on(draft('sent'), async ({ id, version: seen }) => owner.call(strategyRoutes.approveDraft, { params: { id }, body: { version: seen, seen: (await owner.read(strategyRoutes.previewAdoption, { params: { id } })).seen, rationale: 'as advised' } })),
  }
}

/** Gives a function a strategy of one objective in the draft, which serves the first of the organisation’s and is served by an initiative. */
const giveStrategy = (editor: People['editor'], { id, version, content }: StrategyVersionDetail, name: string, initiativeId: string | undefined) => {
  const objective = { id: crypto.randomUUID(), statement: `What ${name} does`, description: '', weight: 1, owner: null, deadline: null, serves: content.objectives[0]?.key ?? null, contributions: initiativeId === undefined ? [] : [{ initiativeId, contribution: 1, rationale: '' }] }
  return editor.call(strategyRoutes.changeDraft, { params: { id }, body: { version, unitStrategies: [{ id: crypto.randomUUID(), name, intent: '', level: 'functional', unitId: null, parentId: null, weights: 'local', objectives: [objective] }] } })
}
