import { invariant } from '@throughline/engine/kernel'
import type { ImportResult } from '@throughline/contract/demand'
import { holdFrom, newId, type Actor, type Record as Recorder, type Tables, type Tx } from '../../database/index.ts'
import { isGated } from '../../starts/index.ts'
import { insertUnit, lockOrganisation } from '../../people/index.ts'
import type { FieldSource, SourcedField } from '@throughline/engine/demand'
import type { Insertable } from 'kysely'
import { insertAll, updateAll } from '../store/bulk.ts'
import { holdInitiatives, insertChanges, type FoundFields, type LeftFields, type NewChange } from '../store/import-changes.ts'
import { keyOfNumber, nextKeyNumber, sourcesOf, type InitiativeRecord } from '../store/initiatives.ts'
import { portfolioStamp, type FoundImport } from '../store/imports.ts'
import { readExtras, writeExtras, type Extras } from '../store/import-extras.ts'
import { rememberStates } from '../states/store.ts'
import { storedSources } from '../store/sources.ts'
import { insertPublication, insertReports, supersedePublication } from '../store/publications.ts'
import { readLinks } from '../store/staged.ts'
import { changedExtras, keepColumns } from './extras.ts'
import type { LinkedRow } from './link.ts'
import { statesToRemember } from './position-states.ts'
import { planGroups, type PlannedGroup } from './plan.ts'
import { changedColumns, partColumns, sourcedFields, type PositionColumns } from './position.ts'
import { choicesOf, linkImport, prepareImport, type Prepared, type PreparedPosition } from './prepare.ts'
import type { PlanSummary } from './compare.ts'
import { Stopped, type StagedSummary, type Watch } from './reading/index.ts'

/** In whose name and as part of which act an import is applied. */
export type Applying = { readonly tx: Tx; readonly actor: Actor; readonly act: string; readonly record: Recorder; readonly watch: Watch }

/**
 * Applies an import within the caller's transaction: a publication for each position, oldest first, their reports, the initiatives
 * that they begin or move forward, units, a revision for each thing touched, and what it takes to undo it. A position that
 * says what is in force already is passed over. Throws `Stopped`: the caller rolls back.
 */
export async function applyStaged(applying: Applying, stored: FoundImport, summary: StagedSummary): Promise<ImportResult> {
  const { tx, watch } = applying
  await lockOrganisation(tx)
  const links = await linksNow(tx, stored, watch)
  const prepared = await prepareImport(tx, stored, summary, links)
  const newest = prepared.positions.at(-1)
  invariant(newest, 'an import that is applied holds a position')
  const left = (stored.plan as PlanSummary | null)?.effect.leaving ?? 0
  const refused = links.filter(({ linkedBy }) => linkedBy === 'refused').length
  const issues = summary.issues + ((stored.plan as PlanSummary | null)?.conflicts ?? 0)
  const nothingNew = prepared.positions.every(({ same }) => same)
  const written = nothingNew ? { created: 0, updated: 0, changed: 0, unchanged: links.length - refused } : await writeImport(applying, stored, summary, links, prepared)
  return {
    publicationId: newest.publicationId, title: newest.title, publications: prepared.positions.filter(({ same }) => !same).length, ...written, left: nothingNew || choicesOf(stored).scope === 'part' ? 0 : left, units: nothingNew ? 0 : prepared.units.added.length, refused, issues, nothingNew,
  }
}

/** The links of the comparison where nothing has changed since; else they are made anew. */
async function linksNow(tx: Tx, stored: FoundImport, watch: Watch): Promise<readonly LinkedRow[]> {
  if (stored.plan_stamp === null || stored.plan_stamp !== (await portfolioStamp(tx))) return (await linkImport(tx, stored.id, watch)).links
  const links = await readLinks(tx, stored.id)
  return links.map((link) => ({ ...link, conflicts: [] }))
}

type Counts = { created: number; updated: number; changed: number; unchanged: number }

async function writeImport(applying: Applying, stored: FoundImport, summary: StagedSummary, links: readonly LinkedRow[], prepared: Prepared): Promise<Counts> {
  const { tx, watch } = applying
  await holdInitiatives(tx, [...new Set(links.flatMap(({ initiativeId }) => initiativeId ?? []))])
  for (const position of prepared.positions) {
    if (!position.same) await writePublication(applying, stored, summary, position, links.filter(({ asOf, linkedBy }) => asOf === position.asOf && linkedBy !== 'refused').length)
  }
  await writeUnits(applying, stored, prepared)
  const keeping = await keepColumns(applying, stored.id, summary)
  const counts: Counts = { created: 0, updated: 0, changed: 0, unchanged: 0 }
  let number = await nextKeyNumber(tx)
  await planGroups({ tx, importId: stored.id, links, positions: prepared.byDate, unitOf: prepared.units.idOf, newReportId: newId }, async (groups, done) => {
    if (watch.signal?.aborted) throw new Stopped()
    watch.progress?.(done, links.length)
    const told = groups.filter(({ rows }) => rows.length > 0)
    const held = await readExtras(tx, told.flatMap(({ before }) => before?.id ?? []))
    const written = told.map((group): Written => {
      const own = held.get(group.before?.id ?? '') ?? {}
      return { ...group, id: group.before?.id ?? newId(), key: group.before ? group.before.key : keyOfNumber(number++), held: own, extras: changedExtras(group, own, keeping) }
    })
    await writeGroups(applying, stored.id, prepared, written)
    const known = written.filter(({ before }) => before)
    counts.created += written.length - known.length
    counts.updated += known.length
    const moved = known.filter(isMoved).length
    counts.changed += moved
    counts.unchanged += known.length - moved
  })
  return counts
}

/** `extras`: what it changes beside the fields, `held`: what there is of that. */
type Written = PlannedGroup & { readonly id: string; readonly key: string; readonly held: Extras; readonly extras: Extras }
const isMoved = ({ changed, extras }: Written): boolean => changed.length + Object.keys(extras).length > 0

/** An initiative as it is written. */
const asStored = <Columns extends Pick<PositionColumns, 'sources'>>(columns: Columns): Columns => ({ ...columns, sources: storedSources(sourcesOf(columns.sources)) })

/** Initiatives first, for reports belong to them; a state holds from the day of its position. */
async function writeGroups(applying: Applying, importId: string, { byDate }: Prepared, written: readonly Written[]): Promise<void> {
  const { tx, actor } = applying
  const gated = await isGated(tx)
  for (const [day, groups] of Map.groupBy(written, ({ after }) => after?.position_on ?? null)) {
    await holdFrom(tx, day)
    await insertAll(tx, 'initiative', groups.flatMap(({ id, key, before, after }) => (before ? [] : [{ org_id: actor.orgId, id, ...asStored(freshOf(key, after, gated)), ...(day === null ? {} : { valid_from: day }) }])))
    await updateAll(tx, 'initiative', groups.flatMap((group) => (group.before && group.after ? [{ ...asStored(group.after), id: group.id, version: group.before.version + (isMoved(group) ? 1 : 0) }] : [])))
  }
  await holdFrom(tx, null)
  await rememberStates(tx, written.flatMap(({ id, before, after, states }) => statesToRemember(id, before, after, states)))
  await writeExtras(tx, written.flatMap(({ id, extras }) => Object.entries(extras).map(([key, extra]) => ({ id, key, extra }))))
  await insertReports(tx, written.flatMap(({ id, rows }) => rows.map(({ row, reportId, asOf, linkedBy }) => ({ org_id: actor.orgId, id: reportId, publication_id: byDate.get(asOf)?.publicationId ?? '', initiative_id: id, linked_by: linkedBy, row }))))
  await insertAll(tx, 'revision', written.flatMap((group) => (group.before ? changeRevision(applying, group) : [revision(applying, group.id, null, { ...freshFields(group.key, group.after, gated), ...wordsOf(group.extras) })])))
  await insertChanges(tx, importId, written.map(changeOf))
}

async function writePublication({ tx, actor, record }: Applying, stored: FoundImport, summary: StagedSummary, { asOf, title, publicationId, replaces }: PreparedPosition, rows: number): Promise<void> {
  if (replaces !== null) await supersedePublication(tx, replaces)
  const publication = { title, as_of: asOf, file_name: stored.file_name, sha256: stored.sha256, format: stored.format, rating_scale: summary.ratingScale, rows, scope: choicesOf(stored).scope ?? 'whole' }
  await insertPublication(tx, { ...publication, org_id: actor.orgId, id: publicationId, mapping: JSON.stringify(summary.mapping), imported_by: actor.name })
  await record({ room: 'demand', kind: 'publication', id: publicationId, before: replaces === null ? null : { id: replaces }, after: { ...publication, importId: stored.id } })
  await insertChanges(tx, stored.id, [{ kind: 'publication', entity_id: publicationId, before: replaces === null ? null : { superseded: replaces }, after: null }])
}

async function writeUnits({ tx, actor, record }: Applying, stored: FoundImport, { units }: Prepared): Promise<void> {
  for (const { path: _, initiatives: __, ...unit } of units.added) {
    await insertUnit(tx, actor.orgId, unit)
    await record({ room: 'people', kind: 'unit', id: unit.id, before: null, after: unit })
  }
  await insertChanges(tx, stored.id, units.added.map(({ id }): NewChange => ({ kind: 'unit', entity_id: id, before: null, after: null })))
}

/** A name that says programme is one; everything else is a project until a person says otherwise. */
const kindOf = (name: string): 'programme' | 'project' => (/\bprogramme\b/i.test(name) ? 'programme' : 'project')

/** What a list begins runs, unless starts are gated: then it is approved, and starts when it is ready. */
function freshOf(key: string, after: PositionColumns | undefined, gated: boolean) {
  invariant(after, 'a row that begins an initiative says what it is')
  return { key, kind: kindOf(after.name), state: gated ? ('approved' as const) : ('active' as const), mandatory: false, ...after }
}

function freshFields(key: string, after: PositionColumns | undefined, gated: boolean): object {
  const fresh = freshOf(key, after, gated)
  return fieldsOf(fresh, Object.keys(fresh).filter((column) => column !== 'sources') as (keyof typeof fresh & string)[])
}

/** Columns of a row under the names of the wire: `cost_minor` becomes `costMinor`. */
export const fieldsOf = <T extends object>(row: T, columns: readonly (keyof T & string)[]): object => Object.fromEntries(columns.map((column) => [onWire(column), row[column]]))

const wireNames = new Map<string, string>()
/** The name of a column on the wire, worked out once. */
function onWire(column: string): string {
  const known = wireNames.get(column)
  if (known !== undefined) return known
  const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  wireNames.set(column, name)
  return name
}

/** One revision of an initiative as part of an act that touches many. */
export const revision = ({ actor, act }: Pick<Applying, 'actor' | 'act'>, id: string, before: object | null, after: object | null): Insertable<Tables['revision']> => ({
  org_id: actor.orgId, id: newId(), account_id: actor.accountId, actor_name: actor.name, act, room: 'demand', kind: 'initiative', entity_id: id, before, after, why: null,
})

function changeRevision(applying: Applying, { id, before, after, held, extras }: Written): readonly Insertable<Tables['revision']>[] {
  if (!before || !after) return []
  const changed = changedColumns(before, after)
  const keys = Object.keys(extras)
  if (changed.length + keys.length === 0) return []
  return [revision(applying, id, { ...fieldsOf(before, changed), ...Object.fromEntries(keys.map((key) => [key, held[key]?.value ?? null])) }, { ...fieldsOf(after, changed), ...wordsOf(extras) })]
}

const wordsOf = (extras: Extras): object => Object.fromEntries(Object.entries(extras).map(([key, { value }]) => [key, value]))

/** What it takes to put an initiative back as it was: the columns and sources that differ. */
function changeOf({ id, before, after, held, extras }: Written): NewChange {
  if (!before) return { kind: 'initiative', entity_id: id, before: null, after: null }
  if (!after) return { kind: 'initiative', entity_id: id, before: standing(before, {}), after: { columns: {}, sources: {}, flags: before.flags, positionOn: before.position_on } }
  const [was, is] = [sourcesOf(before.sources), sourcesOf(after.sources)]
  const moved = sourcedFields.filter((field) => is[field] !== was[field])
  const columns = sourcedFields.flatMap((field) => partColumns[field].filter((column) => before[column] !== after[column]))
  const sources = Object.fromEntries(moved.map((field) => [field, was[field] ?? null])) as Partial<Record<SourcedField, FieldSource | null>>
  const reports = Object.fromEntries(moved.flatMap((field) => (is[field]?.kind === 'published' ? [[field, is[field].reportId] as const] : []))) as LeftFields['sources']
  return { kind: 'initiative', entity_id: id, before: { ...standing(before, pickColumns(before, columns)), sources, extras: Object.fromEntries(Object.keys(extras).map((key) => [key, held[key] ?? null])) }, after: { ...standing(after, pickColumns(after, columns)), sources: reports, extras } }
}

const standing = (record: InitiativeRecord | PositionColumns, columns: Readonly<Record<string, unknown>>): FoundFields => ({ columns, sources: {}, flags: record.flags, positionOn: record.position_on })
const pickColumns = (record: PositionColumns, columns: readonly (keyof PositionColumns)[]): Readonly<Record<string, unknown>> => Object.fromEntries(columns.map((column) => [column, record[column]]))
