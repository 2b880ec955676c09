import { invariant } from '@throughline/engine/kernel'
import type { Actor, Record as Recorder, Tx } from '../../database/index.ts'
import { setCustomValues } from '../fields/store.ts'
import { fieldsOf } from '../imports/apply.ts'
import { insertAll, updateAll } from '../store/bulk.ts'
import { keyOfNumber, lockInitiativesOf, nextKeyNumber, sourcesOf, type InitiativeRecord } from '../store/initiatives.ts'
import { insertDependency, insertExclusion, removeDependencyRow, removeExclusionRow } from '../store/ties.ts'
import { readStanding, setYears, type YearGiven } from '../years/store.ts'
import { blank, columnsOf, editable, enteredSources, type Columns, type Given } from './change-initiative.ts'

/** What becomes of one initiative. A blank key of an added one is replaced by the next of ours. */
export type PlannedInitiative = { readonly id: string; readonly what: 'added' | 'changed' | 'removed'; readonly given: Given & { readonly key?: string }; readonly custom: Readonly<Record<string, string | null>>; readonly years: readonly YearGiven[] }
export type PlannedTies = {
  readonly dependencies: readonly { readonly id: string; readonly fromId: string; readonly toId: string; readonly what: 'added' | 'removed' }[]
  /** A changed exclusion is removed and added again. */
  readonly exclusions: readonly { readonly id: string; readonly name: string; readonly initiativeIds: readonly string[]; readonly what: 'added' | 'removed' }[]
}

/** The act within which a plan is written: its transaction, who acts, and what every revision says. */
export type Planning = { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly now: Date; readonly why: string }

/** Writes what was decided of initiatives and ties, within an act of another room. The caller has checked that it is sound. */
export async function applyInitiatives(planning: Planning, planned: readonly PlannedInitiative[]): Promise<void> {
  const { tx, record, now, why } = planning
  const before = new Map((await lockInitiativesOf(tx, planned.map(({ id }) => id))).map((row) => [row.id, row]))
  const added = await rowsToAdd(planning, planned.filter(({ what }) => what === 'added'))
  const standing = await standingYears(tx, planned)
  const changed = planned.filter(({ what }) => what === 'changed').map((one) => changedRow(planning, one, before.get(one.id), standing.get(one.id) ?? new Map()))
  const removed = planned.filter(({ what }) => what === 'removed').flatMap(({ id }) => before.get(id) ?? [])
  await insertAll(tx, 'initiative', added.map(({ row }) => row))
  await updateAll(tx, 'initiative', changed.map(({ columns }) => columns))
  await updateAll(tx, 'initiative', removed.map(({ id, version }) => ({ id, removed_at: now.toISOString(), version: version + 1 })))
  const values = planned.flatMap(({ id, custom }) => Object.entries(custom).map(([fieldId, value]) => ({ initiativeId: id, fieldId, value })))
  if (values.length > 0) await setCustomValues(tx, values)
  for (const { id, years } of planned) if (years.length > 0) await setYears(tx, id, years, { kind: 'entered', by: planning.actor.name, at: now.toISOString() })
  const revision = (id: string, from: object | null, to: object | null) => ({ room: 'demand', kind: 'initiative', id, before: from, after: to, why })
  await record(...added.map(({ row, given }) => revision(row.id, null, { ...fieldsOf(row, ['key', ...editable]), ...given })), ...changed.map(({ columns: { id }, from, to }) => revision(id, from, to)), ...removed.map((row) => revision(row.id, fieldsOf(row, ['key', ...editable]), null)))
}

async function rowsToAdd({ tx, actor, now }: Planning, added: readonly PlannedInitiative[]) {
  let number = added.some(({ given }) => !given.key) ? await nextKeyNumber(tx) : 0
  return added.map(({ id, given: { key, ...given }, years }) => {
    const row = { ...blank, ...columnsOf(given, now), org_id: actor.orgId, id, version: 1, key: key?.trim() || keyOfNumber(number++), sources: enteredSources(given, actor, now), flags: [], position_on: null, created_at: now.toISOString() }
    return { row, given: saidYears(years, ({ minor }) => minor) }
  })
}

function changedRow({ actor, now }: Planning, { id, given: { key, ...given }, custom, years }: PlannedInitiative, before: InitiativeRecord | undefined, standing: ReadonlyMap<string, string>) {
  invariant(before, 'an initiative that a plan changes is there')
  const asked = columnsOf(given, now)
  const fresh = { ...(Object.fromEntries(editable.map((column) => [column, before[column]])) as Columns), ...asked }
  const named = [...(key === undefined ? [] : ['key' as const]), ...editable.filter((column) => column in asked)]
  return {
    columns: { ...fresh, id, key: key ?? before.key, sources: { ...sourcesOf(before.sources), ...enteredSources(given, actor, now) }, version: before.version + 1 },
    from: { ...fieldsOf(before, named), ...saidYears(years, ({ kind, year }) => standing.get(`${kind} ${year}`) ?? null) },
    to: { ...fieldsOf({ ...before, ...fresh, key: key ?? before.key }, named), ...Object.fromEntries(Object.entries(custom).map(([fieldId, value]) => [`custom:${fieldId}`, value])), ...saidYears(years, ({ minor }) => minor) },
  }
}

/** Years as a revision says them. */
const saidYears = (years: readonly YearGiven[], amountOf: (line: YearGiven) => string | null): Readonly<Record<string, string | null>> => Object.fromEntries(years.map((line) => [`${line.kind} ${line.year}`, amountOf(line)]))

/** The years that stand for what changes years, by initiative. */
async function standingYears(tx: Tx, planned: readonly PlannedInitiative[]): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const { id, what, years } of planned) if (what === 'changed' && years.length > 0) found.set(id, await readStanding(tx, id))
  return found
}

/** Writes what was decided of dependencies and exclusions. */
export async function applyTies({ tx, actor, record, now, why }: Planning, { dependencies, exclusions }: PlannedTies): Promise<void> {
  const at = now.toISOString()
  for (const { id, fromId, toId, what } of dependencies) {
    if (what === 'added') await insertDependency(tx, { org_id: actor.orgId, id, from_id: fromId, to_id: toId, reason: why })
    else await removeDependencyRow(tx, id, at)
    const tie = { fromId, toId }
    await record({ room: 'demand', kind: 'dependency', id, before: what === 'added' ? null : tie, after: what === 'added' ? tie : null, why })
  }
  for (const { id, name, initiativeIds, what } of exclusions) {
    if (what === 'added') await insertExclusion(tx, { org_id: actor.orgId, id, name, reason: why }, initiativeIds)
    else await removeExclusionRow(tx, id, at)
    const group = { name, initiativeIds }
    await record({ room: 'demand', kind: 'exclusion', id, before: what === 'added' ? null : group, after: what === 'added' ? group : null, why })
  }
}
