import type { CapacityRefusal, NewPool, PoolChange } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { lockOrganisation, may, readUnits } from '../../people/index.ts'
import { initiativesStaffedBy } from '../commitments/index.ts'
import { initiativesOnPool, insertPool, lockPool, poolNamed, updatePool, type PoolRecord } from '../store/pools.ts'

type Wrong = CapacityRefusal | Refusal<'not_found' | 'version_moved' | 'amounts_withheld'>
type Parts = Omit<Static<typeof PoolChange>, 'version'>

/** Adds a pool under a name that no other has. */
export function createPool(db: Db, actor: Actor, { unit, ...given }: Static<typeof NewPool>): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'capacity.create-pool', async (tx, record) => {
    await lockOrganisation(tx)
    const refusal = await refusalOf(tx, actor, given)
    if (refusal) return refuse(refusal)
    const [id, row] = [newId(), { ...empty, ...columnsOf(given) }]
    await insertPool(tx, { org_id: actor.orgId, id, unit, ...row })
    await record({ room: 'capacity', kind: 'pool', id, before: null, after: told({ unit, ...row }) })
    return ok(id)
  })
}

/** Changes what is said of a pool. Its unit stays, for what was recorded is counted in it. */
export function changePool(db: Db, actor: Actor, id: string, { version, ...given }: Static<typeof PoolChange>): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'capacity.change-pool', async (tx, record) => {
    await lockOrganisation(tx)
    const current = await expectVersion(tx, await lockPool(tx, id), { room: 'capacity', kind: 'pool', id, version })
    if (!current.ok) return current
    const refusal = await refusalOf(tx, actor, given, id)
    if (refusal) return refuse(refusal)
    const change = columnsOf(given)
    await updatePool(tx, id, change)
    await record({ room: 'capacity', kind: 'pool', id, before: told(current.value), after: told({ ...current.value, ...change }) })
    return ok(id)
  })
}

/** Removes a pool on which no plan counts; its history is kept. */
export function removePool(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Wrong>> {
  return writeAs<Result<object, Wrong>>(db, actor, 'capacity.remove-pool', async (tx, record) => {
    const pool = await lockPool(tx, id)
    if (!pool) return refuse({ code: 'not_found', values: { what: 'pool', id } })
    const using = [...new Set([...(await initiativesOnPool(tx, id)), ...(await initiativesStaffedBy(tx, id))])].toSorted()
    if (using.length > 0) return refuse({ code: 'capacity_in_use', values: { what: 'pool', name: pool.name, found: inWords(using) } })
    await updatePool(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'capacity', kind: 'pool', id, before: told(pool), after: null })
    return ok({})
  })
}

/** The first names of many, and how many more there are. */
export const inWords = (names: readonly string[]): string => `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`

async function refusalOf(tx: Tx, actor: Actor, { name, unitId, rateMinor, overloadRateMinor }: Parts, ownId?: string): Promise<Wrong | undefined> {
  if ((rateMinor !== undefined || overloadRateMinor !== undefined) && !may(actor, 'see_money')) return { code: 'amounts_withheld' }
  const same = name === undefined ? undefined : await poolNamed(tx, name.trim())
  if (same && same.id !== ownId) return { code: 'capacity_name_taken', values: { what: 'pool', name: same.name } }
  if (unitId && !(await readUnits(tx)).some(({ id }) => id === unitId)) return { code: 'capacity_unknown', values: { what: 'unit', id: unitId } }
  return undefined
}

type Columns = Pick<PoolRecord, 'name' | 'unit_id' | 'skills' | 'people' | 'rate_minor' | 'overload_percent' | 'overload_rate_minor'>
const empty: Columns = { name: '', unit_id: null, skills: [], people: null, rate_minor: null, overload_percent: null, overload_rate_minor: null }

/** The columns that are given, under their names. */
function columnsOf({ name, unitId, skills, people, rateMinor, overloadPercent, overloadRateMinor }: Parts): Partial<Columns> {
  const given: { readonly [K in keyof Columns]: Columns[K] | undefined } = { name: name?.trim(), unit_id: unitId, skills: skills?.map((skill) => skill.trim()), people, rate_minor: rateMinor, overload_percent: overloadPercent, overload_rate_minor: overloadRateMinor }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** What everybody may read of it in the history: of so few people as may be in a pool, neither how many nor what they cost. */
const told = ({ name, unit, unit_id, skills, overload_percent }: Omit<Columns, 'people'> & Pick<PoolRecord, 'unit'>) => ({ name, poolUnit: unit, unitId: unit_id, skills: skills.join(', '), overloadPercent: overload_percent })
