import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { demandProblems, demandRoutes, InitiativeRow, Ties } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db } from '../database/index.ts'
import type { Handlers } from '../http/index.ts'
import type { PlanSource } from '../strategy/index.ts'
import { askForExample } from './acts/ask-for-example.ts'
import { changeInitiative, createInitiative, removeInitiative } from './acts/change-initiative.ts'
import { giveYears } from './acts/set-years.ts'
import { createDependency, createExclusion, removeDependency, removeExclusion } from './acts/tie-initiatives.ts'
import { businessCaseHandlers, type PastSource } from './business-case/index.ts'
import { cellHandlers } from './cells/handlers.ts'
import { criteriaHandlers } from './criteria/handlers.ts'
import { detailOf } from './detail.ts'
import { windowOf } from './list/window.ts'
import { positionsOf, readExamples } from './examples.ts'
import { exportList } from './export/export-list.ts'
import { fieldHandlers } from './fields/handlers.ts'
import { ideaHandlers } from './ideas/index.ts'
import { innovationHandlers } from './innovation/index.ts'
import { importHandlers } from './imports/handlers.ts'
import { presentRows, presentTies } from './present.ts'
import { readRowContext, readRowsOf } from './rows.ts'
import { readInitiatives, readNames } from './store/initiatives.ts'
import { readPublications } from './store/publications.ts'
import { readTies } from './store/ties.ts'
import { withRights } from './row-rights.ts'
import { viewHandlers } from './views/handlers.ts'

/** After an act, what it was about as it stands now. */
async function then<T, U, R, S>(outcome: Promise<Result<T, R>>, read: (value: T) => Promise<Result<U, S>>): Promise<Result<U, R | S>> {
  const done = await outcome
  return done.ok ? read(done.value) : done
}

const readTiesOf = async (db: Db, actor: Actor): Promise<Result<Ties, never>> => ok(await withOrg(db, actor, async (tx) => presentTies(await readTies(tx), await readNames(tx))))

function readRow(db: Db, actor: Actor, id: string): Promise<Result<InitiativeRow, Refusal<'not_found'>>> {
  return withOrg(db, actor, async (tx) => {
    const [row] = await readRowsOf(tx, [id])
    const [told] = withRights(actor, row ? [row] : [])
    return told ? ok(told) : refuse({ code: 'not_found', values: { what: 'initiative', id } })
  })
}


/** One handler for each route; a decision on a business case names the plan of record, and its reference class is of past benefits. */
export const demandHandlers = (plan?: PlanSource, readPast?: PastSource): Handlers<typeof demandRoutes, keyof typeof demandProblems> => ({
  ...fieldHandlers,
  ...viewHandlers,
  ...cellHandlers,
  listInitiatives: async ({ actor, query, context: { db } }) =>
    ok(await withOrg(db, actor, async (tx) => {
      const initiatives = (await readInitiatives(tx)).filter(({ current }) => !query.current || current)
      const publications = (await readPublications(tx)).map(({ id, title, asOf, rows }) => ({ id, title, asOf, rows }))
      return { rows: withRights(actor, presentRows(initiatives, await readRowContext(tx))), publications }
    })),
  readWindow: ({ actor, query, context: { db } }) => windowOf(db, actor, query.ask),
  readInitiative: ({ actor, params, context: { db } }) => detailOf(db, actor, params.id),
  createInitiative: ({ actor, body, context: { db, now } }) => then(createInitiative(db, actor, body, now), (id) => readRow(db, actor, id)),
  changeInitiative: ({ actor, params, body, context: { db, now } }) => then(changeInitiative(db, actor, params.id, body, now), (id) => readRow(db, actor, id)),
  setYears: ({ actor, params, body, context: { db, now } }) => then(giveYears(db, actor, params.id, body, now), (id) => readRow(db, actor, id)),
  removeInitiative: ({ actor, params, context: { db, now } }) => removeInitiative(db, actor, params.id, now),
  exportInitiatives: ({ actor, query, context: { db, now } }) => exportList(db, actor, query, now),
  listTies: ({ actor, context: { db } }) => readTiesOf(db, actor),
  createDependency: ({ actor, body, context: { db } }) => then(createDependency(db, actor, body), () => readTiesOf(db, actor)),
  removeDependency: ({ actor, params, context: { db, now } }) => then(removeDependency(db, actor, params.id, now), () => readTiesOf(db, actor)),
  createExclusion: ({ actor, body, context: { db } }) => then(createExclusion(db, actor, body), () => readTiesOf(db, actor)),
  removeExclusion: ({ actor, params, context: { db, now } }) => then(removeExclusion(db, actor, params.id, now), () => readTiesOf(db, actor)),
  listPublications: async ({ actor, context: { db } }) => ok((await withOrg(db, actor, readPublications)).map(({ id, title, asOf, rows }) => ({ id, title, asOf, rows }))),
  listExamples: async () => ok((await readExamples()).map((example) => ({ key: example.key, title: example.title, about: example.about, licence: example.licence, source: `${example.source}. ${example.attribution}`, publications: positionsOf(example) }))),
  loadExample: ({ actor, params, context: { db } }) => askForExample(db, actor, params.key),
  ...importHandlers,
  ...ideaHandlers,
  ...innovationHandlers,
  ...criteriaHandlers(),
  ...businessCaseHandlers(plan, readPast),
})
