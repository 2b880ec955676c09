import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import type { NewUnit, Unit, UnitChange } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { findUnit, findUnitByCode, insertUnit, listUnits, lockOrganisation, updateUnit } from '../store.ts'

type Misplaced = Refusal<'code_taken' | 'unit_cycle' | 'not_found'>

/** Adds a unit to the tree. */
export function createUnit(db: Db, actor: Actor, { code, name, kind, parentId = null }: Static<typeof NewUnit>): Promise<Result<Unit, Misplaced>> {
  return writeAs(db, actor, 'people.create-unit', async (tx, record) => {
    await lockOrganisation(tx)
    const unit = { id: newId(), code: code.trim(), name: name.trim(), kind, parentId, version: 1 }
    const place = await checkPlace(tx, unit)
    if (!place.ok) return place
    await insertUnit(tx, actor.orgId, { id: unit.id, code: unit.code, name: unit.name, kind, parentId })
    await record({ room: 'people', kind: 'unit', id: unit.id, before: null, after: unit })
    return ok(unit)
  })
}

/** Renames or moves a unit; the tree is held meanwhile, so that two moves cannot close a circle together. */
export function changeUnit(db: Db, actor: Actor, id: string, { version, ...change }: Static<typeof UnitChange>): Promise<Result<Unit, Misplaced | Refusal<'version_moved'>>> {
  return writeAs(db, actor, 'people.change-unit', async (tx, record) => {
    await lockOrganisation(tx)
    const current = await expectVersion(tx, await findUnit(tx, id), { room: 'people', kind: 'unit', id, version })
    if (!current.ok) return current
    const before = current.value
    const after = { ...before, ...change, version: before.version + 1 }
    const place = await checkPlace(tx, after)
    if (!place.ok) return place
    await updateUnit(tx, after)
    await record({ room: 'people', kind: 'unit', id, before, after })
    return ok(after)
  })
}

async function checkPlace(tx: Tx, unit: Unit): Promise<Result<void, Misplaced>> {
  const sameCode = await findUnitByCode(tx, unit.code)
  if (sameCode && sameCode.id !== unit.id) return refuse({ code: 'code_taken', values: { code: unit.code } })
  if (unit.parentId === null) return ok(undefined)
  const units = new Map((await listUnits(tx)).map((other) => [other.id, other]))
  const parent = units.get(unit.parentId)
  if (!parent) return refuse({ code: 'not_found', values: { what: 'unit', id: unit.parentId } })
  for (let above: Unit | undefined = parent; above; above = above.parentId === null ? undefined : units.get(above.parentId))
    if (above.id === unit.id) return refuse({ code: 'unit_cycle', values: { unit: unit.name, parent: parent.id === unit.id ? 'itself' : parent.name } })
  return ok(undefined)
}
