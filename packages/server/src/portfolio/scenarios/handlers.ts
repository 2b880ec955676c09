import type { portfolioProblems, PortfolioRefusal, scenarioRoutes } from '@throughline/contract/portfolio'
import type { Refusal } from '@throughline/contract/wire'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { approveScenario } from './acts/approve-scenario.ts'
import { changeOverlay } from './acts/change-overlay.ts'
import { decideBySelection } from './acts/decide-by-selection.ts'
import { forkScenario } from './acts/fork-scenario.ts'
import { proposeScenario, withdrawScenario } from './acts/propose-scenario.ts'
import { rebaseScenario } from './acts/rebase-scenario.ts'
import { rejectScenario } from './acts/reject-scenario.ts'
import { removeScenario } from './acts/remove-scenario.ts'
import { renameScenario } from './acts/rename-scenario.ts'
import { saveScenario, type ScenarioToSave } from './acts/save-selection.ts'
import { shareScenario } from './acts/share-scenario.ts'
import { startSaving } from './acts/start-saving.ts'
import { compare } from './compare.ts'
import { readMoved } from './moves-store.ts'
import { readWhole } from './read.ts'
import { previewApproval, previewRebase } from './previews.ts'
import { itemOf } from './present.ts'
import { readRows } from './rows.ts'
import { readStale } from './stale-store.ts'
import { planChangedAt, readScenarios } from './store.ts'


/** After an act the scenario as it stands now. */
async function then<R extends Refusal>(actor: Actor, context: RequestContext, outcome: Promise<Result<string, R>>) {
  const done = await outcome
  return done.ok ? found(await readWhole(context.db, actor, done.value), done.value) : done
}

const found = <T>(value: T | undefined, id: string): Result<T, Refusal<'not_found'>> => (value === undefined ? refuse({ code: 'not_found', values: { what: 'scenario', id } }) : ok(value))

const toSave = { note: '', decides: true, sharing: 'everyone' } as const

/** Nobody can stop it here. */
async function saveNow(db: Db, actor: Actor, scenario: ScenarioToSave, today: string): Promise<Result<string, PortfolioRefusal>> {
  const saved = await saveScenario(db, actor, scenario, today)
  invariant(saved, 'what nobody can stop comes to an end')
  return saved
}

export const scenarioHandlers: Handlers<typeof scenarioRoutes, keyof typeof portfolioProblems> = {
  listScenarios: ({ actor, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const [planAt, rows] = [await planChangedAt(tx), await readScenarios(tx)]
      const [moved, stale] = [await readMoved(tx, rows, planAt), await readStale(tx, rows, planAt)]
      return ok(rows.map((row) => itemOf(row, { moved: moved.has(row.id), stale: stale.has(row.id) })))
    }),
  readScenario: async ({ actor, context, params: { id } }) => found(await readWhole(context.db, actor, id), id),
  listScenarioRows: async ({ actor, context, params: { id } }) => found(await readRows(context.db, actor, id), id),
  createScenario: ({ actor, context, body }) => then(actor, context, saveNow(context.db, actor, { ...toSave, ...body }, todayOf(context))),
  startSaving: ({ actor, context, body }) => startSaving(context.db, actor, { ...toSave, ...body }, todayOf(context)),
  forkScenario: ({ actor, context, body }) => then(actor, context, forkScenario(context.db, actor, { note: '', sharing: 'private', ...body, from: body.from ?? null })),
  changeScenario: ({ actor, context, params: { id }, body }) => then(actor, context, renameScenario(context.db, actor, id, body)),
  shareScenario: ({ actor, context, params: { id }, body }) => then(actor, context, shareScenario(context.db, actor, id, { people: [], ...body })),
  removeScenario: ({ actor, context, params: { id } }) => removeScenario(context.db, actor, id),
  changeOverlay: ({ actor, context, params: { id }, body }) => then(actor, context, changeOverlay(context.db, actor, id, { set: [], add: [], reset: [], ...body })),
  decideBySelection: ({ actor, context, params: { id }, body }) => then(actor, context, decideBySelection(context.db, actor, id, body, todayOf(context))),
  previewRebase: async ({ actor, context, params: { id } }) => found(await previewRebase(context.db, actor, id), id),
  rebaseScenario: ({ actor, context, params: { id }, body }) => then(actor, context, rebaseScenario(context.db, actor, id, { resolutions: [], ...body })),
  proposeScenario: ({ actor, context, params: { id }, body }) => then(actor, context, proposeScenario(context.db, actor, id, { remark: '', ...body })),
  withdrawScenario: ({ actor, context, params: { id }, body }) => then(actor, context, withdrawScenario(context.db, actor, id, { remark: '', ...body })),
  rejectScenario: ({ actor, context, params: { id }, body }) => then(actor, context, rejectScenario(context.db, actor, id, { question: undefined, expected: '', options: [], ...body }, context.now)),
  previewApproval: async ({ actor, context, params: { id } }) => found(await previewApproval(context.db, actor, id, context.now), id),
  approveScenario: ({ actor, context, params: { id }, body }) => then(actor, context, approveScenario(context.db, actor, id, { question: undefined, expected: '', options: [], ...body }, context.now)),
  comparePlans: ({ actor, context, query }) => compare(context.db, actor, query.ids ?? ''),
}
