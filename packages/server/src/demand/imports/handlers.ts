import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { demandProblems, ImportDraft, importRoutes } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { applyImport } from '../acts/apply-import.ts'
import { cancelImport } from '../acts/cancel-import.ts'
import { forgetLesson } from '../acts/forget-lesson.ts'
import { changeImport, discardImport, uploadImport } from '../acts/import-portfolio.ts'
import { undoImport } from '../acts/undo-import.ts'
import { exportIssues } from '../exported.ts'
import { readMemory } from '../store/import-memory.ts'
import { countImports, findImport, listImports, type FoundImport } from '../store/imports.ts'
import { readLeaving } from '../store/publications.ts'
import { readShownIssues, readShownRows } from '../store/staged.ts'
import type { PlanSummary } from './compare.ts'
import { presentImport, presentIssue, presentRow, presentSummary } from './draft.ts'

type NotFound = Refusal<'not_found'>

/** Reads of one import, in one snapshot. */
const reading = <T>(db: Db, actor: Actor, id: string, read: (tx: Tx, stored: FoundImport) => Promise<T>): Promise<Result<T, NotFound>> =>
  withOrg(db, actor, async (tx) => {
    const stored = await findImport(tx, id)
    return stored ? ok(await read(tx, stored)) : refuse({ code: 'not_found', values: { what: 'import', id } })
  })

/** After an act, the import as it stands now. */
async function then<R>(db: Db, actor: Actor, outcome: Promise<Result<string, R>>): Promise<Result<ImportDraft, R | NotFound>> {
  const done = await outcome
  return done.ok ? reading(db, actor, done.value, presentImport) : done
}

const usualPage = 100

export const importHandlers: Handlers<typeof importRoutes, keyof typeof demandProblems> = {
  listImports: ({ actor, query: { from = 0, limit = usualPage }, context: { db } }) => withOrg(db, actor, async (tx) => ok({ total: await countImports(tx), from, rows: (await listImports(tx, from, limit)).map(presentSummary) })),
  uploadImport: ({ actor, query, body, context: { db } }) => then(db, actor, uploadImport(db, actor, { incoming: body, fileName: query.fileName })),
  readImport: ({ actor, params, context: { db } }) => reading(db, actor, params.id, presentImport),
  listImportRows: ({ actor, params, query: { from = 0, limit = usualPage, ...wanted }, context: { db } }) =>
    reading(db, actor, params.id, async (tx) => {
      const { total, rows } = await readShownRows(tx, params.id, { from, limit, ...wanted })
      return { total, from, rows: rows.map(presentRow) }
    }),
  listImportIssues: ({ actor, params, query: { from = 0, limit = usualPage, ...wanted }, context: { db } }) =>
    reading(db, actor, params.id, async (tx) => {
      const { total, rows } = await readShownIssues(tx, params.id, { from, limit, ...wanted })
      return { total, from, rows: rows.map(presentIssue) }
    }),
  exportImportIssues: ({ actor, params, context: { db } }) => reading(db, actor, params.id, async (tx) => exportIssues((await readShownIssues(tx, params.id, { from: 0, limit: null })).rows.map(presentIssue))),
  listImportLeaving: ({ actor, params, query: { from = 0, limit = usualPage }, context: { db } }) =>
    reading(db, actor, params.id, async (tx, stored) => {
      const plan = stored.plan as PlanSummary | null
      if (!plan || plan.newest === null || plan.effect.leaving === 0) return { total: 0, from, rows: [] }
      const { total, rows } = await readLeaving(tx, params.id, plan.newest, { from, limit })
      return { total, from, rows: [...rows] }
    }),
  changeImport: ({ actor, params, body, context: { db } }) => then(db, actor, changeImport(db, actor, params.id, body)),
  applyImport: ({ actor, params, context: { db } }) => then(db, actor, applyImport(db, actor, params.id)),
  cancelImport: ({ actor, params, context: { db } }) => then(db, actor, cancelImport(db, actor, params.id)),
  undoImport: ({ actor, params, context: { db } }) => then(db, actor, undoImport(db, actor, params.id)),
  discardImport: ({ actor, params, context: { db } }) => discardImport(db, actor, params.id),
  listImportMemory: async ({ actor, context: { db } }) =>
    ok((await withOrg(db, actor, readMemory)).map(({ id, file_name, choices, at, by, forgotten_at, forgotten_by }) => ({ id, fileName: file_name, at, by, forgottenAt: forgotten_at, forgottenBy: forgotten_by, columns: Object.entries(choices).map(([heading, { field }]) => ({ heading, field })) }))),
  forgetImportMemory: ({ actor, params, context: { db } }) => forgetLesson(db, actor, params.id),
}
