import type { SourcedField } from '@throughline/engine/demand'
import type { Currency } from '@throughline/engine/kernel'
import type { Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { updateImport, type FoundImport } from '../store/imports.ts'
import { countListed, readLeaving } from '../store/publications.ts'
import { clearPlan, insertIssues, insertPlan, readIssuePlaces, type PlannedRow } from '../store/staged.ts'
import type { LinkedRow } from './link.ts'
import { planGroups, type PlannedGroup } from './plan.ts'
import type { PositionColumns } from './position.ts'
import { prepareImport, type Linked, type PreparedPosition } from './prepare.ts'
import { Stopped, type StagedIssue, type StagedSummary, type Watch } from './reading/index.ts'
import { fieldWords } from './words.ts'

/** What applying an import would do, as last compared with the portfolio. */
export type PlanSummary = {
  readonly positions: readonly Pick<PreparedPosition, 'asOf' | 'title' | 'rows' | 'standing'>[]
  readonly counts: { readonly created: number; readonly updated: number; readonly refused: number }
  readonly effect: { readonly changed: number; readonly unchanged: number; readonly history: number; readonly current: number; readonly leaving: number; readonly units: number }
  readonly changes: readonly { readonly field: SourcedField; readonly initiatives: number }[]
  readonly units: readonly { readonly path: readonly string[]; readonly initiatives: number }[]
  readonly newest: string | null
  readonly conflicts: number
}
const unitsShown = 200

/** Compares what was read with the portfolio that it was linked to and keeps what would become of each row. Throws `Stopped`. */
export async function compareImport(tx: Tx, stored: FoundImport, summary: StagedSummary, { links, stamp }: Linked, watch: Watch): Promise<PlanSummary> {
  await clearPlan(tx, stored.id)
  const prepared = await prepareImport(tx, stored, summary, links)
  const { currency } = await readOrganisation(tx)
  const names = prepared.units.names
  const changes = new Map<SourcedField, number>()
  const counts = { changed: 0, unchanged: 0, history: 0 }
  const fresh = links.filter(({ initiativeId, linkedBy }) => initiativeId === null && linkedBy !== 'refused')
  const refused = links.filter(({ linkedBy }) => linkedBy === 'refused')
  const known = links.filter(({ initiativeId }) => initiativeId !== null)
  await insertPlan(tx, stored.org_id, stored.id, plannedNew(fresh))
  await insertPlan(tx, stored.org_id, stored.id, refused.map((link) => plannedRow(link, 'refused', [])))
  await planGroups({ tx, importId: stored.id, links: known, positions: prepared.byDate, unitOf: prepared.units.idOf, newReportId: () => '' }, async (groups, done) => {
    if (watch.signal?.aborted) throw new Stopped()
    watch.progress?.(done, links.length)
    for (const { changed, effect } of groups) {
      if (effect !== 'new') counts[effect] += 1
      for (const field of changed) changes.set(field, (changes.get(field) ?? 0) + 1)
    }
    await insertPlan(tx, stored.org_id, stored.id, groups.flatMap((group) => plannedKnown(group, known, { currency, names })))
  })
  const issues = await conflictIssues(tx, stored.id, summary, links)
  await inBatches(issues, (batch) => insertIssues(tx, stored.id, JSON.stringify(batch), 'plan'))
  const newest = prepared.positions.at(-1)?.asOf ?? null
  const plan: PlanSummary = {
    positions: prepared.positions.map(({ asOf, title, rows, standing }) => ({ asOf, title, rows, standing })), newest, conflicts: issues.length,
    counts: { created: new Set(fresh.map(({ begins }) => begins)).size, updated: new Set(known.map(({ initiativeId }) => initiativeId)).size, refused: refused.length },
    effect: { ...counts, current: await countListed(tx), leaving: await countLeaving(tx, stored.id, newest, prepared.inForce), units: prepared.units.added.length },
    changes: [...changes].map(([field, initiatives]) => ({ field, initiatives })).sort((a, b) => b.initiatives - a.initiatives), units: prepared.units.added.slice(0, unitsShown).map(({ path, initiatives }) => ({ path, initiatives })),
  }
  await updateImport(tx, stored.id, { plan: JSON.stringify(plan), plan_stamp: stamp })
  return plan
}

/** A list that is older than the one in force takes nobody off it. */
async function countLeaving(tx: Tx, importId: string, newest: string | null, inForce: Awaited<ReturnType<typeof prepareImport>>['inForce']): Promise<number> {
  if (newest === null || inForce.some(({ scope, as_of }) => scope === 'whole' && as_of > newest)) return 0
  return (await readLeaving(tx, importId, newest, { from: 0, limit: 0 })).total
}

const plannedRow = ({ number, asOf, begins, initiativeId, linkedBy }: LinkedRow, effect: PlannedRow['effect'], changes: PlannedRow['changes']): PlannedRow => ({ number, as_of: asOf, begins, initiative_id: initiativeId, linked_by: linkedBy, effect, changes })

/** Of the rows that are one initiative the last tells what becomes of it; those before it are its history. */
function plannedNew(links: readonly LinkedRow[]): readonly PlannedRow[] {
  const last = new Map(links.map(({ begins, number }) => [begins, number]))
  return links.map((link) => plannedRow(link, last.get(link.begins) === link.number ? 'new' : 'history', []))
}

type Words = { readonly currency: Currency; readonly names: ReadonlyMap<string, string> }

function plannedKnown({ begins, before, after, changed, effect }: PlannedGroup, links: readonly LinkedRow[], words: Words): readonly PlannedRow[] {
  const own = linksOf(links).get(begins) ?? []
  const texts = before && after ? changed.map((field) => ({ field, before: fieldWords(field, before, words), after: fieldWords(field, after as PositionColumns, words) })) : []
  return own.map((link, at) => (at === own.length - 1 ? plannedRow(link, effect, texts) : plannedRow(link, 'history', [])))
}

const grouped = new WeakMap<readonly LinkedRow[], ReadonlyMap<number, readonly LinkedRow[]>>()
/** Links by the row that begins them; made once for a list. */
function linksOf(links: readonly LinkedRow[]): ReadonlyMap<number, readonly LinkedRow[]> {
  const found = grouped.get(links) ?? Map.groupBy(links, ({ begins }) => begins)
  grouped.set(links, found)
  return found
}

async function conflictIssues(tx: Tx, importId: string, summary: StagedSummary, links: readonly LinkedRow[]): Promise<readonly StagedIssue[]> {
  const doubtful = links.filter(({ conflicts, linkedBy }) => conflicts.length > 0 && linkedBy !== 'refused')
  const { rows, names } = await readIssuePlaces(tx, importId, doubtful.map(({ number }) => number), [...new Set(doubtful.flatMap(({ conflicts }) => conflicts))])
  const across = summary.mapping.orientation === 'columns'
  return doubtful.map(({ number, conflicts, initiativeId }, at): StagedIssue => {
    const row = rows.get(number)
    const found = `'${row?.name ?? ''}' may also be ${conflicts.map((id) => `'${names.get(id) ?? id}'`).join(', ')}`
    const hint = initiativeId === null ? 'It is taken as a new initiative' : 'It is linked by its id'
    return {
      number: summary.issues + at, severity: 'warning', code: 'LINK_CONFLICT', row_number: number, found, expected: 'evidence for one initiative', message: `The evidence links a row to more than one initiative (sheet '${summary.sheet}', ${across ? 'column' : 'row'} ${row?.row ?? number}). Found: ${found}. Expected: evidence for one initiative. ${hint}.`,
      place: { sheet: summary.sheet, row: across ? 0 : (row?.row ?? 0), column: across ? (row?.row ?? 0) : 0, cell: String(row?.row ?? '') },
    }
  })
}

const statementRows = 2_000

async function inBatches<T>(all: readonly T[], take: (batch: readonly T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += statementRows) await take(all.slice(at, at + statementRows))
}
