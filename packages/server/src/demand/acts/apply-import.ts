import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { applyStaged, type Applying } from '../imports/apply.ts'
import type { PlanSummary } from '../imports/compare.ts'
import { choicesOf, summaryOf } from '../imports/prepare.ts'
import type { StagedSummary, Watch } from '../imports/reading/index.ts'
import { holdImport, type Busy, type Closed } from '../imports/state.ts'
import { tellFinished } from '../imports/tell.ts'
import { insertMemory } from '../store/import-memory.ts'
import { allowLong, closeImport, lockImport, updateImport, type FoundImport } from '../store/imports.ts'

type NotReady = Refusal<'import_incomplete' | 'import_scope_open'>
type Applied = Result<string, Closed | Busy | NotReady>

/** Imports of more rows are applied, and undone, as a job. */
export const jobRows = 5_000

/** Applies an import in one transaction: all that it says of the portfolio, or nothing. A large one is applied by a job, which this begins. */
export function applyImport(db: Db, actor: Actor, id: string): Promise<Applied> {
  return writeAs<Applied>(db, actor, 'demand.apply-import', async (tx, record) => {
    const open = await holdImport(tx, id, 'preview')
    if (!open.ok) return open
    const summary = summaryOf(open.value)
    const wrong = notReady(open.value, summary)
    if (wrong || !summary) return refuse(wrong ?? incomplete('a file that was read by an earlier version', 'the file, uploaded again'))
    if (summary.rows <= jobRows) return ok(await applyNow({ tx, actor, act: 'demand.apply-import', record, watch: {} }, open.value, summary))
    await updateImport(tx, id, { state: 'applying', applied_by: actor.name, job_id: await enqueue(tx, actor, { kind: 'demand.apply-import', input: { id } }) })
    await record({ room: 'demand', kind: 'import', id, before: { state: 'preview' }, after: { state: 'applying' } })
    return ok(id)
  })
}

/** Does what `applyImport` has begun: the work of a job. Stopped it leaves everything as it was. */
export function applyBegun(db: Db, actor: Actor, id: string, watch: Watch): Promise<Applied> {
  return writeAs<Applied>(db, actor, 'demand.apply-import', async (tx, record) => {
    await allowLong(tx)
    const stored = await lockImport(tx, id)
    const summary = stored && summaryOf(stored)
    if (!stored || !summary) return refuse({ code: 'not_found', values: { what: 'import', id } })
    if (stored.state !== 'applying') return refuse({ code: 'import_closed', values: { state: stored.state, helps: 'nothing is left to apply' } })
    const applied = await applyNow({ tx, actor, act: 'demand.apply-import', record, watch }, stored, summary)
    await tellFinished(tx, actor, stored)
    return ok(applied)
  })
}

/** Applies what was staged and notes how it ended, within the caller's transaction. */
export async function applyNow(applying: Applying, stored: FoundImport, summary: StagedSummary): Promise<string> {
  const { tx, actor, record } = applying
  const result = await applyStaged(applying, stored, summary)
  await closeImport(tx, stored.id, { publicationId: result.publicationId, outcome: result, by: actor.name })
  await rememberTaught(tx, actor, record, stored, summary)
  await record({ room: 'demand', kind: 'import', id: stored.id, before: { state: 'preview' }, after: { state: 'applied', fileName: stored.file_name, ...result } })
  return stored.id
}

/** What a person decided of headings is proposed for the next file that has them. */
async function rememberTaught(tx: Tx, actor: Actor, record: Recorder, stored: FoundImport, { taught }: StagedSummary): Promise<void> {
  if (Object.keys(taught).length === 0) return
  const memory = await insertMemory(tx, actor.orgId, { importId: stored.id, fileName: stored.file_name, choices: taught, by: actor.name })
  await record({ room: 'demand', kind: 'import_memory', id: memory, before: null, after: { fileName: stored.file_name, choices: taught } })
}

const incomplete = (found: string, expected: string): NotReady => ({ code: 'import_incomplete', values: { found, expected } })

function notReady(stored: FoundImport, summary: StagedSummary | null): NotReady | undefined {
  const plan = stored.plan as PlanSummary | null
  if (!summary || !plan) return undefined
  if (summary.unreadable) return incomplete('no column with the names', 'a column for the names')
  if (summary.asOf === null) return incomplete('no date of the position', 'the date at which the position was taken')
  if (summary.rows === 0) return incomplete('no row with a name', 'at least one')
  if (choicesOf(stored).scope === undefined && isShort(plan)) return { code: 'import_scope_open', values: { fileName: stored.file_name, leaving: plan.effect.leaving, current: plan.effect.current } }
  return undefined
}

/** Whether more than half of the current list would leave it: then somebody is asked whether that is meant. */
export const isShort = ({ effect }: Pick<PlanSummary, 'effect'>): boolean => effect.leaving * 2 > effect.current
