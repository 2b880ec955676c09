import type { CapacityRefusal, NewPot, PotChange } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { lockOrganisation, readUnits } from '../../people/index.ts'
import { initiativesOnPot, insertPot, lockPot, potNamed, updatePot, type PotRecord } from '../store/pots.ts'
import { inWords } from './keep-pools.ts'

type Wrong = CapacityRefusal | Refusal<'not_found' | 'version_moved'>
type Parts = Omit<Static<typeof PotChange>, 'version'>

/** Adds a pot under a name that no other has. */
export function createPot(db: Db, actor: Actor, given: Static<typeof NewPot>): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'capacity.create-pot', async (tx, record) => {
    await lockOrganisation(tx)
    const refusal = await refusalOf(tx, given)
    if (refusal) return refuse(refusal)
    const [id, row] = [newId(), { ...empty, ...columnsOf(given) }]
    await insertPot(tx, { org_id: actor.orgId, id, ...row })
    await record({ room: 'capacity', kind: 'pot', id, before: null, after: told(row) })
    return ok(id)
  })
}

/** Changes what is said of a pot. */
export function changePot(db: Db, actor: Actor, id: string, { version, ...given }: Static<typeof PotChange>): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'capacity.change-pot', async (tx, record) => {
    await lockOrganisation(tx)
    const current = await expectVersion(tx, await lockPot(tx, id), { room: 'capacity', kind: 'pot', id, version })
    if (!current.ok) return current
    const refusal = await refusalOf(tx, given, id)
    if (refusal) return refuse(refusal)
    const change = columnsOf(given)
    await updatePot(tx, id, change)
    await record({ room: 'capacity', kind: 'pot', id, before: told(current.value), after: told({ ...current.value, ...change }) })
    return ok(id)
  })
}

/** Removes a pot on which no plan counts; its history is kept. */
export function removePot(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Wrong>> {
  return writeAs<Result<object, Wrong>>(db, actor, 'capacity.remove-pot', async (tx, record) => {
    const pot = await lockPot(tx, id)
    if (!pot) return refuse({ code: 'not_found', values: { what: 'pot', id } })
    const using = await initiativesOnPot(tx, id)
    if (using.length > 0) return refuse({ code: 'capacity_in_use', values: { what: 'pot', name: pot.name, found: inWords(using) } })
    await updatePot(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'capacity', kind: 'pot', id, before: told(pot), after: null })
    return ok({})
  })
}

async function refusalOf(tx: Tx, { name, unitIds = [] }: Parts, ownId?: string): Promise<CapacityRefusal | undefined> {
  const same = name === undefined ? undefined : await potNamed(tx, name.trim())
  if (same && same.id !== ownId) return { code: 'capacity_name_taken', values: { what: 'pot', name: same.name } }
  const known = new Set(unitIds.length > 0 ? (await readUnits(tx)).map(({ id }) => id) : [])
  const unknown = unitIds.find((id) => !known.has(id))
  return unknown === undefined ? undefined : { code: 'capacity_unknown', values: { what: 'unit', id: unknown } }
}

type Columns = Omit<PotRecord, 'org_id' | 'id' | 'version' | 'removed_at'>
const empty: Columns = { name: '', kind: 'any', total_minor: null, carry_over: 'none', carry_percent: null, categories: [], unit_ids: [] }

/** The columns that are given, under their names. */
function columnsOf({ name, kind, totalMinor, carryOver, carryOverPercent, categories, unitIds }: Parts): Partial<Columns> {
  const given: { readonly [K in keyof Columns]: Columns[K] | undefined } = { name: name?.trim(), kind, total_minor: totalMinor, carry_over: carryOver, carry_percent: carryOverPercent, categories: categories?.map((category) => category.trim()), unit_ids: unitIds }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const told = ({ name, kind, total_minor, carry_over, carry_percent, categories, unit_ids }: Columns) => ({ name, kind, totalMinor: total_minor, carryOver: carry_over, carryOverPercent: carry_percent, category: categories.join(', '), unitIds: unit_ids.join(', ') })
