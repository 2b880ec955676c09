import { normalName } from '@throughline/engine/demand'
import type { CivilDate, Currency } from '@throughline/engine/kernel'
import { newId, type Actor, type Record as Recorder, type Tables, type Tx } from '../../database/index.ts'
import { insertUnit, lockOrganisation, readUnits } from '../../people/index.ts'
import type { Insertable } from 'kysely'
import { insertAll, updateAll } from '../store/bulk.ts'
import { keyOfNumber, lockInitiatives, nextKeyNumber } from '../store/initiatives.ts'
import { insertPublication, readKnownNames, supersedePublication } from '../store/publications.ts'
import type { ReadImport } from './choices.ts'
import { planRows, type PlannedRow } from './plan.ts'
import { changedColumns, positionOf, type AppliedRow } from './position.ts'
import { reportOf } from './report.ts'

/** A publication that is ready to be applied: read, and with the date of its position. */
export type ReadyPublication = { readonly read: ReadImport; readonly asOf: CivilDate; readonly fileName: string; readonly sha256: string }
/** What applying a publication did. */
export type Applied = { readonly publicationId: string; readonly title: string; readonly created: number; readonly updated: number; readonly refused: number; readonly issues: number }
/** In whose name and as part of which act it is applied; `at` is the instant, in UTC. */
export type Applying = { readonly tx: Tx; readonly actor: Actor; readonly act: string; readonly record: Recorder; readonly at: string }

/**
 * Applies a publication within the caller's transaction: its reports, the initiatives that it begins or moves forward, units by
 * name, and a revision for each thing touched. The same position applied again supersedes the earlier reports.
 */
export async function applyPublication(applying: Applying, ready: ReadyPublication): Promise<Applied> {
  const { tx, actor, record, at } = applying
  const { draft, title, format, issues } = ready.read
  const { currency } = await lockOrganisation(tx)
  const plan = planRows(draft, await readKnownNames(tx))
  const taken = plan.rows.filter(({ linkedBy }) => linkedBy !== 'refused')
  const superseded = await supersedePublication(tx, { asOf: ready.asOf, title }, at)
  const publicationId = newId()
  const publication = { title, as_of: ready.asOf, file_name: ready.fileName, sha256: ready.sha256, format, rating_scale: draft.ratingScale ?? null, rows: taken.length }
  await insertPublication(tx, { ...publication, org_id: actor.orgId, id: publicationId, mapping: JSON.stringify(draft.mapping), imported_at: at, imported_by: actor.name })
  await record({ room: 'demand', kind: 'publication', id: publicationId, before: superseded ? { id: superseded } : null, after: publication })
  const units = await unitsByName(applying, taken)
  const touched = await writeRows(applying, { ready, taken, units, publicationId, currency })
  return { publicationId, title, ...touched, refused: plan.rows.length - taken.length, issues: issues.length + plan.issues.length }
}

type Writing = { readonly ready: ReadyPublication; readonly taken: readonly PlannedRow[]; readonly units: ReadonlyMap<string, string>; readonly publicationId: string; readonly currency: Currency }

async function writeRows(applying: Applying, writing: Writing): Promise<{ readonly created: number; readonly updated: number }> {
  const { tx, actor, at } = applying
  const { ready, taken, units, publicationId, currency } = writing
  const existing = new Map(taken.some(({ initiativeId }) => initiativeId !== null) ? (await lockInitiatives(tx)).map((row) => [row.id, row]) : [])
  let number = await nextKeyNumber(tx)
  const reports: Insertable<Tables['report']>[] = []
  const created: Insertable<Tables['initiative']>[] = []
  const updated: (Partial<Insertable<Tables['initiative']>> & { readonly id: string })[] = []
  const revisions: Insertable<Tables['revision']>[] = []
  for (const planned of taken) {
    const report = reportOf(planned, ready.read.draft, newId())
    const before = planned.initiativeId === null ? undefined : existing.get(planned.initiativeId)
    const id = before?.id ?? newId()
    reports.push({ ...report, org_id: actor.orgId, publication_id: publicationId, initiative_id: id })
    if (before?.position_on && before.position_on > ready.asOf) continue
    const applied: AppliedRow = { row: planned.row, report, unitId: units.get(normalName(report.unit_name ?? '')) ?? null, publication: ready.read.title, asOf: ready.asOf, currency }
    const after = positionOf(before, applied)
    if (!before) {
      const fresh = { key: keyOfNumber(number++), kind: kindOf(after.name), state: 'active' as const, mandatory: false, ...after }
      created.push({ ...fresh, org_id: actor.orgId, id, created_at: at })
      revisions.push(revision(applying, id, null, fieldsOf(fresh, Object.keys(fresh).filter((column) => column !== 'sources') as (keyof typeof fresh & string)[])))
      continue
    }
    const changed = changedColumns(before, after)
    updated.push({ ...after, id, version: before.version + (changed.length > 0 ? 1 : 0) })
    if (changed.length > 0) revisions.push(revision(applying, id, fieldsOf(before, changed), fieldsOf(after, changed)))
  }
  await insertAll(tx, 'initiative', created)
  await updateAll(tx, 'initiative', updated)
  await insertAll(tx, 'report', reports)
  await insertAll(tx, 'revision', revisions)
  return { created: created.length, updated: reports.length - created.length }
}

/** A name that says programme is one; everything else is a project until a person says otherwise. */
const kindOf = (name: string): 'programme' | 'project' => (/\bprogramme\b/i.test(name) ? 'programme' : 'project')

/** Columns of a row under the names of the wire: `cost_minor` becomes `costMinor`. */
export const fieldsOf = <T extends object>(row: T, columns: readonly (keyof T & string)[]): object => Object.fromEntries(columns.map((column) => [column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), row[column]]))

const revision = ({ actor, act, at }: Applying, id: string, before: object | null, after: object): Insertable<Tables['revision']> => ({
  org_id: actor.orgId, id: newId(), at, account_id: actor.accountId, actor_name: actor.name, act, room: 'demand', kind: 'initiative', entity_id: id, before, after, why: null,
})

/** The units that the rows name, by normal name; those that do not exist are added as departments under their name as written. */
async function unitsByName({ tx, actor, record }: Applying, taken: readonly PlannedRow[]): Promise<ReadonlyMap<string, string>> {
  const known = await readUnits(tx)
  const units = new Map(known.flatMap(({ id, name, code }) => [[normalName(code), id], [normalName(name), id]] as const))
  const codes = new Set(known.map(({ code }) => code.toLowerCase()))
  for (const { row } of taken) {
    const written = row.cells.department?.status === 'value' ? row.cells.department.value.trim() : ''
    const normal = normalName(written)
    if (normal === '' || units.has(normal)) continue
    const unit = { id: newId(), code: freeCode(written, codes), name: written.slice(0, 200), parentId: null, kind: 'department' as const }
    codes.add(unit.code.toLowerCase())
    await insertUnit(tx, actor.orgId, unit)
    await record({ room: 'people', kind: 'unit', id: unit.id, before: null, after: unit })
    units.set(normal, unit.id)
  }
  return units
}

/** A code from a name: the name itself where it is short, else its initials; numbered where that is taken. */
function freeCode(name: string, taken: ReadonlySet<string>): string {
  const base = name.length <= 12 ? name.toUpperCase() : (name.match(/\p{L}+/gu) ?? [name]).map((word) => word[0]).join('').toUpperCase().slice(0, 30)
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}-${number}`
    if (!taken.has(code.toLowerCase())) return code
  }
}
