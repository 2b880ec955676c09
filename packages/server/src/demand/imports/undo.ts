import type { ImportConflict, ImportUndone } from '@throughline/contract/demand'
import type { FieldSource, SourcedField } from '@throughline/engine/demand'
import type { Currency } from '@throughline/engine/kernel'
import { holdFrom } from '../../database/index.ts'
import { deleteUnit, readOrganisation, readUnits } from '../../people/index.ts'
import { countValues, lockField } from '../fields/store.ts'
import { insertAll, updateAll } from '../store/bulk.ts'
import { holdInitiatives, readChanges, readEditsSince, readTouched, readTouchedSince, readUsedUnits, removeInitiatives, type FoundFields, type LeftFields } from '../store/import-changes.ts'
import { dropField, readExtras, writeExtras, type ExtraChange, type Extras } from '../store/import-extras.ts'
import { readInitiativeRecords, sourcesOf, type InitiativeRecord } from '../store/initiatives.ts'
import type { FoundImport } from '../store/imports.ts'
import { storedSources } from '../store/sources.ts'
import { takeBackStatesOf } from '../states/store.ts'
import { reinstatePublication, supersedePublication } from '../store/publications.ts'
import { fieldsOf, revision, type Applying } from './apply.ts'
import { partColumns, sourcedFields } from './position.ts'
import { Stopped } from './reading/index.ts'
import { fieldWords } from './words.ts'

/** What taking an import back did; who and when is noted beside it. */
export type Undoing = Omit<ImportUndone, 'at' | 'by'>
const conflictsListed = 500
const batch = 1_000

/**
 * Takes back within the caller's transaction what an import did. Nothing that was recorded is rewritten: publications are closed and
 * put in force again, initiatives get the fields they had, each with a revision. What somebody has changed since stays.
 */
export async function undoStaged(undoing: Applying, stored: FoundImport): Promise<Undoing> {
  const { tx } = undoing
  await holdInitiatives(tx, await readTouched(tx, stored.id))
  // What is put back holds from the day from which what is taken back held: a state never holds from before the one it replaces.
  await holdFrom(tx, '1900-01-01')
  const publications = await undoPublications(undoing, stored)
  const { currency } = await readOrganisation(tx)
  const names = new Map((await readUnits(tx)).map(({ id, name }) => [id, name]))
  const conflicts: ImportConflict[] = []
  const counts = { restored: 0, removed: 0 }
  for (let after = nil; ; ) {
    if (undoing.watch.signal?.aborted) throw new Stopped()
    const changes = await readChanges(tx, stored.id, 'initiative', after, batch)
    if (changes.length === 0) break
    after = changes.at(-1)?.entity_id ?? after
    const records = new Map((await readInitiativeRecords(tx, changes.map(({ entity_id }) => entity_id))).map((record) => [record.id, record]))
    const created = changes.flatMap(({ entity_id, before }) => (before === null ? (records.get(entity_id) ?? []) : []))
    counts.removed += await removeCreated(undoing, stored, created, conflicts)
    const held = await readExtras(tx, [...records.keys()])
    const found = changes.flatMap(({ entity_id, before, after: left }) => {
      const record = records.get(entity_id)
      return before !== null && record ? [restore(record, held.get(entity_id) ?? {}, before as FoundFields, left as LeftFields)] : []
    })
    counts.restored += await writeRestored(undoing, found)
    conflicts.push(...(await conflictsOf(undoing, stored, found, { currency, names })))
    undoing.watch.progress?.(counts.restored + counts.removed, 0)
  }
  await holdFrom(tx, null)
  await undoFields(undoing, stored)
  const units = await undoUnits(undoing, stored, conflicts)
  return { ...counts, ...publications, units, conflicts: conflicts.slice(0, conflictsListed), conflictsInAll: conflicts.length }
}

const nil = '00000000-0000-0000-0000-000000000000'

async function undoPublications({ tx, record }: Applying, stored: FoundImport): Promise<{ readonly publications: number; readonly reinstated: number }> {
  const changes = await readChanges(tx, stored.id, 'publication', nil, 100_000)
  await takeBackStatesOf(tx, changes.map(({ entity_id }) => entity_id))
  const former = changes.flatMap(({ before }) => (before === null ? [] : [(before as { superseded: string }).superseded]))
  for (const { entity_id: id } of changes) {
    await supersedePublication(tx, id)
    await record({ room: 'demand', kind: 'publication', id, before: { inForce: true }, after: { inForce: false, importId: stored.id } })
  }
  for (const id of former) {
    await reinstatePublication(tx, id)
    await record({ room: 'demand', kind: 'publication', id, before: { inForce: false }, after: { inForce: true, importId: stored.id } })
  }
  return { publications: changes.length, reinstated: former.length }
}

/** Removes what the import created and nobody has named since. */
async function removeCreated(undoing: Applying, stored: FoundImport, created: readonly InitiativeRecord[], conflicts: ImportConflict[]): Promise<number> {
  if (created.length === 0) return 0
  const touched = await readTouchedSince(undoing.tx, created.map(({ id }) => id), stored.applied_at ?? '')
  for (const { id, name } of created) {
    const by = touched.get(id)
    if (by !== undefined) conflicts.push({ id, kind: 'initiative', name, field: null, found: 'changed or referred to since', before: '', by })
  }
  const gone = created.filter(({ id }) => !touched.has(id))
  await removeInitiatives(undoing.tx, gone.map(({ id }) => id))
  await insertAll(undoing.tx, 'revision', gone.map((record) => revision(undoing, record.id, fieldsOf(record, [...shownColumns]), null)))
  return gone.length
}

const shownColumns = ['key', 'name', 'kind', 'state', 'unit_id', 'category', 'sponsor', 'start_on', 'end_on', 'cost_minor', 'benefits_minor'] as const

type Restored = { readonly record: InitiativeRecord; readonly before: FoundFields; readonly change: Partial<InitiativeRecord>; readonly kept: readonly SourcedField[]; readonly extras: readonly ExtraChange[]; readonly keptExtras: readonly string[]; readonly held: Extras }

/** The fields that are still as the import left them get back what they had; the others are kept. */
function restore(record: InitiativeRecord, held: Extras, before: FoundFields, left: LeftFields): Restored {
  const sources: Partial<Record<SourcedField, FieldSource>> = { ...sourcesOf(record.sources) }
  const change: Record<string, unknown> = {}
  const kept: SourcedField[] = []
  for (const field of sourcedFields) {
    const columns = partColumns[field].filter((column) => column in before.columns)
    const moved = field in before.sources
    if (columns.length === 0 && !moved) continue
    const source = sources[field]
    const sourceStands = !moved || (left.sources[field] === undefined ? source === undefined : source?.kind === 'published' && source.reportId === left.sources[field])
    const ours = sourceStands && columns.every((column) => record[column] === left.columns[column])
    if (!ours) {
      if (columns.some((column) => record[column] !== before.columns[column])) kept.push(field)
      continue
    }
    for (const column of columns) change[column] = before.columns[column]
    if (!moved) continue
    const former = before.sources[field]
    if (former) sources[field] = former
    else delete sources[field]
  }
  const asLeft = record.flags.join() === left.flags.join() && record.position_on === left.positionOn
  const [former, given] = [before.extras ?? {}, left.extras ?? {}]
  const ours = Object.keys(former).filter((key) => held[key]?.value === given[key]?.value)
  const keptExtras = Object.keys(former).filter((key) => !ours.includes(key) && held[key]?.value !== former[key]?.value)
  const extras = ours.map((key) => ({ id: record.id, key, extra: former[key] ?? null }))
  return { record, before, kept, extras, keptExtras, held, change: { ...change, sources, ...(asLeft ? { flags: [...before.flags] as InitiativeRecord['flags'], position_on: before.positionOn } : {}) } }
}

async function writeRestored(undoing: Applying, found: readonly Restored[]): Promise<number> {
  await writeExtras(undoing.tx, found.flatMap(({ extras }) => extras))
  const changed = found.map(({ record, change, extras, held }) => ({ record, extras, held, after: { ...record, ...change }, columns: (Object.keys(change) as (keyof InitiativeRecord & string)[]).filter((column) => column !== 'sources' && column !== 'position_on' && String(record[column]) !== String(change[column])) }))
  const every = [...Object.values(partColumns).flat(), 'sources', 'flags', 'position_on'] as const
  await updateAll(undoing.tx, 'initiative', changed.map(({ record, after, columns, extras }) => ({ ...Object.fromEntries(every.map((column) => [column, column === 'sources' ? storedSources(sourcesOf(after.sources)) : after[column]])), id: record.id, version: record.version + (columns.length + extras.length > 0 ? 1 : 0) })))
  const seen = changed.filter(({ columns, extras }) => columns.length + extras.length > 0)
  await insertAll(undoing.tx, 'revision', seen.map(({ record, after, columns, extras, held }) => revision(undoing, record.id, { ...fieldsOf(record, columns), ...Object.fromEntries(extras.map(({ key }) => [key, held[key]?.value ?? null])) }, { ...fieldsOf(after, columns), ...Object.fromEntries(extras.map(({ key, extra }) => [key, extra?.value ?? null])) })))
  return seen.length
}

/** The fields that somebody has changed since, with what they say now, what they would have gone back to, and who changed them. */
async function conflictsOf({ tx }: Applying, stored: FoundImport, found: readonly Restored[], words: { readonly currency: Currency; readonly names: ReadonlyMap<string, string> }): Promise<readonly ImportConflict[]> {
  const kept = found.filter((one) => one.kept.length + one.keptExtras.length > 0)
  if (kept.length === 0) return []
  const edits = Map.groupBy(await readEditsSince(tx, kept.map(({ record }) => record.id), stored.applied_at ?? ''), ({ id }) => id)
  const byOf = (id: string, keys: readonly string[]): string | null => edits.get(id)?.find(({ after }) => after !== null && keys.some((key) => key in after))?.by ?? null
  return kept.flatMap(({ record, before, held, kept: fields, keptExtras }) => [...keptExtras.map((key): ImportConflict => ({ id: record.id, kind: 'initiative', name: record.name, field: key, found: held[key]?.value ?? '', before: before.extras?.[key]?.value ?? '', by: byOf(record.id, [key]) })), ...fields.map((field): ImportConflict => {
    const columns = partColumns[field].map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))
    return { id: record.id, kind: 'initiative', name: record.name, field, found: fieldWords(field, record, words), before: fieldWords(field, { ...record, ...before.columns } as InitiativeRecord, words), by: byOf(record.id, columns) }
  })])
}

/** Removes the fields that the import added and no initiative has a value of any more. */
async function undoFields({ tx, record }: Applying, stored: FoundImport): Promise<void> {
  for (const { entity_id: id } of await readChanges(tx, stored.id, 'custom_field', nil, 10_000)) {
    const field = await lockField(tx, id)
    if (!field || (await countValues(tx, id)).size > 0) continue
    await dropField(tx, id)
    await record({ room: 'demand', kind: 'custom_field', id, before: { name: field.name, kind: field.kind }, after: null })
  }
}

/** Removes the units that the import added and nothing belongs to any more, the lowest first. */
async function undoUnits({ tx, record }: Applying, stored: FoundImport, conflicts: ImportConflict[]): Promise<number> {
  const added = new Set((await readChanges(tx, stored.id, 'unit', nil, 1_000_000)).map(({ entity_id }) => entity_id))
  if (added.size === 0) return 0
  const units = await readUnits(tx)
  const [used, touched] = [await readUsedUnits(tx, [...added]), await readTouchedSince(tx, [...added], stored.applied_at ?? '')]
  const kept = new Set(units.flatMap(({ id }) => (!added.has(id) || used.has(id) || touched.has(id) ? [id] : [])))
  for (let grew = true; grew; ) {
    const above = units.filter(({ id, parentId }) => kept.has(id) && parentId !== null && !kept.has(parentId)).map(({ parentId }) => parentId ?? '')
    grew = above.length > 0
    for (const id of above) kept.add(id)
  }
  const gone = units.filter(({ id }) => !kept.has(id))
  const depth = depths(units)
  for (const unit of gone.toSorted((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0))) {
    await deleteUnit(tx, unit.id)
    await record({ room: 'people', kind: 'unit', id: unit.id, before: unit, after: null })
  }
  for (const { id, name } of units) if (added.has(id) && kept.has(id)) conflicts.push({ id, kind: 'unit', name, field: null, found: 'in use', before: '', by: touched.get(id) ?? null })
  return gone.length
}

function depths(units: readonly { readonly id: string; readonly parentId: string | null }[]): ReadonlyMap<string, number> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const depthOf = (id: string): number => {
    let depth = 0
    for (let above = parents.get(id); above; above = parents.get(above)) depth += 1
    return depth
  }
  return new Map(units.map(({ id }) => [id, depthOf(id)]))
}
