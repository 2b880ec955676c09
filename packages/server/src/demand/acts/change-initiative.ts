import type { FieldSource, SourcedField } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { InitiativeChange, NewInitiative } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { lockOrganisation, readUnits } from '../../people/index.ts'
import { fieldsOf } from '../imports/apply.ts'
import { whyNotBegun } from '../starts.ts'
import { insertInitiative, keyIsTaken, keyOfNumber, lockInitiative, nextKeyNumber, sourcesOf, updateInitiative, type InitiativeRecord } from '../store/initiatives.ts'

type Wrong = Refusal<'end_before_start' | 'unit_not_found' | 'key_taken' | 'start_blocked'>
type Moved = Refusal<'not_found' | 'version_moved'>
/** What a person may give of an initiative, under the names of the wire. */
export type Given = Omit<Static<typeof InitiativeChange>, 'version' | 'why'>

/** Adds an initiative; without a key it gets the next of ours. */
export const createInitiative = (db: Db, actor: Actor, given: Static<typeof NewInitiative>, now: Date): Promise<Result<string, Wrong>> =>
  writeAs<Result<string, Wrong>>(db, actor, 'demand.create-initiative', (tx, record) => addInitiative(tx, record, actor, given, now))

/** Adds an initiative within the caller’s own act. */
export async function addInitiative(tx: Tx, record: Recorder, actor: Actor, { key, ...given }: Static<typeof NewInitiative>, now: Date): Promise<Result<string, Wrong>> {
  await lockOrganisation(tx)
  const chosen = key?.trim() ?? keyOfNumber(await nextKeyNumber(tx))
  if (await keyIsTaken(tx, chosen)) return refuse({ code: 'key_taken', values: { key: chosen } })
  const columns = { ...blank, ...columnsOf(given, now) }
  const wrong = await wrongIn(tx, columns)
  if (wrong) return wrong
  const id = newId()
  const blocked = (await whyNotBegun(tx, actor, [{ id, before: null, after: columns }], now)).get(id)
  if (blocked) return refuse(blocked)
  const row = { ...columns, key: chosen, sources: JSON.stringify(enteredSources(given, actor, now)), flags: [], position_on: null }
  await insertInitiative(tx, { ...row, org_id: actor.orgId, id })
  await record({ room: 'demand', kind: 'initiative', id, before: null, after: fieldsOf(row, ['key', ...editable]) })
  return ok(id)
}

/** Changes an initiative. What was published stays in its history; a field that a person changes counts as entered. */
export function changeInitiative(db: Db, actor: Actor, id: string, { version, why, ...given }: Static<typeof InitiativeChange>, now: Date): Promise<Result<string, Wrong | Moved>> {
  return writeAs<Result<string, Wrong | Moved>>(db, actor, 'demand.change-initiative', async (tx, record) => {
    const current = await expectVersion(tx, await lockInitiative(tx, id), { room: 'demand', kind: 'initiative', id, version })
    if (!current.ok) return current
    const before = current.value
    const columns = columnsOf(given, now)
    const dates = 'start_on' in columns || 'end_on' in columns ? { start_on: before.start_on, end_on: before.end_on } : { start_on: null, end_on: null }
    const wrong = await wrongIn(tx, { unit_id: null, ...dates, ...columns })
    if (wrong) return wrong
    const blocked = (await whyNotBegun(tx, actor, [{ id, before: before.state, after: { ...before, ...columns } }], now)).get(id)
    if (blocked) return refuse(blocked)
    await updateInitiative(tx, id, { ...columns, sources: JSON.stringify({ ...sourcesOf(before.sources), ...enteredSources(given, actor, now) }) })
    const changed = editable.filter((column) => column in columns)
    await record({ room: 'demand', kind: 'initiative', id, before: fieldsOf(before, changed), after: fieldsOf({ ...before, ...columns }, changed), ...(why === undefined ? {} : { why }) })
    return ok(id)
  })
}

/** Removes an initiative; its reports and revisions are kept. */
export function removeInitiative(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'demand.remove-initiative', async (tx, record) => {
    const before = await lockInitiative(tx, id)
    if (!before) return refuse({ code: 'not_found', values: { what: 'initiative', id } })
    await updateInitiative(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'demand', kind: 'initiative', id, before: fieldsOf(before, ['key', ...editable]), after: null })
    return ok({})
  })
}

/** The columns of an initiative that a person may change. */
export const editable = [
  'name', 'kind', 'state', 'unit_id', 'category', 'sponsor', 'description', 'mandatory', 'start_on', 'end_on', 'cost_minor', 'cost_reason', 'benefits_minor', 'benefits_reason', 'rating_scale', 'rating_level', 'rating_as_of',
] as const satisfies readonly (keyof InitiativeRecord)[]
export type Columns = Pick<InitiativeRecord, (typeof editable)[number]>

/** The columns of an initiative before anything is given. */
export const blank: Columns = {
  name: '', kind: 'project', state: 'idea', unit_id: null, category: null, sponsor: null, description: '', mandatory: false, start_on: null, end_on: null, cost_minor: null, cost_reason: null, benefits_minor: null, benefits_reason: null,
  rating_scale: null, rating_level: null, rating_as_of: null,
}

/** The columns that the given fields set; an amount that is taken away has no reason either. */
export function columnsOf({ unitId, startOn, endOn, costMinor, benefitsMinor, rating, ...plain }: Partial<Given>, now: Date): Partial<Columns> {
  return {
    ...plain,
    ...(plain.name === undefined ? {} : { name: plain.name.trim() }),
    ...(unitId === undefined ? {} : { unit_id: unitId }),
    ...(startOn === undefined ? {} : { start_on: startOn }),
    ...(endOn === undefined ? {} : { end_on: endOn }),
    ...(costMinor === undefined ? {} : { cost_minor: costMinor, cost_reason: null }),
    ...(benefitsMinor === undefined ? {} : { benefits_minor: benefitsMinor, benefits_reason: null }),
    ...(rating === undefined ? {} : { rating_scale: rating?.scale ?? null, rating_level: rating?.level ?? null, rating_as_of: rating ? now.toISOString().slice(0, 10) : null }),
  }
}

const sourced = {
  name: 'name', unitId: 'unit', category: 'category', sponsor: 'sponsor', description: 'description', rating: 'rating', startOn: 'startOn', endOn: 'endOn', costMinor: 'cost', benefitsMinor: 'benefits',
} as const satisfies Partial<Record<keyof Given, SourcedField>>

/** That a person has given these fields, and when: the source of each. */
export function enteredSources(given: Partial<Given>, actor: Actor, now: Date): Partial<Record<SourcedField, FieldSource>> {
  const source: FieldSource = { kind: 'entered', by: actor.name, at: now.toISOString() }
  return Object.fromEntries((Object.keys(sourced) as (keyof typeof sourced)[]).flatMap((field) => (given[field] === undefined ? [] : [[sourced[field], source]])))
}

async function wrongIn(tx: Tx, { start_on: startOn, end_on: endOn, unit_id: unitId }: Pick<Columns, 'start_on' | 'end_on' | 'unit_id'>): Promise<{ readonly ok: false; readonly refusal: Wrong } | undefined> {
  if (startOn !== null && endOn !== null && endOn < startOn) return refuse({ code: 'end_before_start', values: { found: endOn, expected: startOn } } as const)
  if (unitId !== null && !(await readUnits(tx)).some(({ id }) => id === unitId)) return refuse({ code: 'unit_not_found', values: { id: unitId } } as const)
  return undefined
}
