import type { portfolioProblems, portfolioRoutes, Scenario } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { money, ok, refuse } from '@throughline/engine/kernel'
import type { Constraint, ValueChoice } from '@throughline/engine/portfolio'
import { withOrg, type Actor } from '../database/index.ts'
import type { Handlers, RequestContext } from '../http/index.ts'
import { changeScenario } from './acts/change-scenario.ts'
import { removeScenario } from './acts/remove-scenario.ts'
import { saveScenario } from './acts/save-scenario.ts'
import { startJob } from './acts/start-job.ts'
import { caseOf, inputHash, presentCase } from './case.ts'
import { presentCockpit } from './cockpit.ts'
import { readPortfolioFacts, type PortfolioFacts } from './facts.ts'
import { readScenario, readScenarios, type ScenarioRow } from './store.ts'

export const portfolioHandlers: Handlers<typeof portfolioRoutes, keyof typeof portfolioProblems> = {
  readCockpit: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok(presentCockpit(await readPortfolioFacts(tx)))),
  readSelectionCase: ({ actor, context, query }) => withOrg(context.db, actor, async (tx) => ok(presentCase(await readPortfolioFacts(tx), query.value ?? 'benefits', todayOf(context)))),
  startSelection: ({ actor, context, body }) => startJob(context.db, actor, 'select', body, todayOf(context)),
  startFrontier: ({ actor, context, body }) => startJob(context.db, actor, 'frontier', body, todayOf(context)),
  startPins: ({ actor, context, body }) => startJob(context.db, actor, 'pins', body, todayOf(context)),
  listScenarios: ({ actor, context }) =>
    withOrg(context.db, actor, async (tx) => {
      const present = presenter(await readPortfolioFacts(tx), context)
      return ok((await readScenarios(tx)).map(present))
    }),
  readScenario: ({ actor, context, params }) => scenarioReply(actor, context, params.id),
  createScenario: async ({ actor, context, body }) => {
    const saved = await saveScenario(context.db, actor, { note: '', ...body }, todayOf(context))
    return saved.ok ? scenarioReply(actor, context, saved.value) : saved
  },
  changeScenario: async ({ actor, context, params, body }) => {
    const changed = await changeScenario(context.db, actor, params.id, body)
    return changed.ok ? scenarioReply(actor, context, changed.value) : changed
  },
  removeScenario: ({ actor, context, params }) => removeScenario(context.db, actor, params.id),
}

const todayOf = ({ now }: RequestContext): string => now.toISOString().slice(0, 10)

function scenarioReply(actor: Actor, context: RequestContext, id: string) {
  return withOrg(context.db, actor, async (tx) => {
    const row = await readScenario(tx, id)
    if (!row) return refuse({ code: 'not_found' as const, values: { what: 'scenario', id } })
    return ok(presenter(await readPortfolioFacts(tx), context)(row))
  })
}

/** Shows scenarios with the names of today, and says which were computed from other candidates than those of today. */
function presenter(facts: PortfolioFacts, context: RequestContext): (row: ScenarioRow) => Scenario {
  const byId = new Map(facts.initiatives.map(({ id, key, name }) => [id, { id, key, name }]))
  const hashes = new Map<ValueChoice, string>()
  const hashOf = (value: ValueChoice): string => {
    const hash = hashes.get(value) ?? inputHash(caseOf(facts, value, todayOf(context)).input)
    hashes.set(value, hash)
    return hash
  }
  return (row) => ({
    id: row.id, name: row.name, note: row.note, value: row.value_choice, valueUnit: row.value_choice === 'strategic' ? 'points' : 'money',
    publication: row.publication_id && row.publication_title && row.publication_as_of ? { id: row.publication_id, title: row.publication_title, asOf: row.publication_as_of } : null,
    constraints: row.constraints as Constraint[], chosen: (row.chosen as string[]).map((id) => byId.get(id) ?? { id, key: '', name: 'Removed initiative' }), candidates: row.candidates,
    totalValue: Number(row.total_value), totalCost: toWire(money(BigInt(row.total_cost_minor), row.currency)), bound: Number(row.bound), gap: row.gap, proved: row.proved,
    stale: row.input_hash !== hashOf(row.value_choice), createdBy: row.created_by, createdAt: row.created_at, version: row.version,
  })
}
