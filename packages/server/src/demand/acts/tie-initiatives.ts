import { cycleClosedBy } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewDependency, NewExclusion } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockOrganisation } from '../../people/index.ts'
import { readNames } from '../store/initiatives.ts'
import { insertDependency, insertExclusion, readTies, removeDependencyRow, removeExclusionRow } from '../store/ties.ts'

type Missing = Refusal<'not_found'>
type Tied = Missing | Refusal<'dependency_cycle' | 'dependency_exists'>

/** Says that one initiative needs another; refused where that would close a circle, which is named. */
export function createDependency(db: Db, actor: Actor, { fromId, toId, reason = '' }: Static<typeof NewDependency>): Promise<Result<object, Tied>> {
  return writeAs<Result<object, Tied>>(db, actor, 'demand.create-dependency', async (tx, record) => {
    // One at a time, so that two dependencies cannot close a circle together.
    await lockOrganisation(tx)
    const names = await readNames(tx)
    const absent = [fromId, toId].find((id) => !names.has(id))
    if (absent !== undefined) return refuse({ code: 'not_found', values: { what: 'initiative', id: absent } })
    const { dependencies } = await readTies(tx)
    const nameOf = (id: string): string => names.get(id) ?? id
    if (dependencies.some((tie) => tie.fromId === fromId && tie.toId === toId)) return refuse({ code: 'dependency_exists', values: { from: nameOf(fromId), to: nameOf(toId) } })
    const cycle = cycleClosedBy(dependencies, fromId, toId)
    if (cycle) return refuse({ code: 'dependency_cycle', values: { cycle: cycle.map(nameOf).join(' needs '), ids: cycle } })
    const id = newId()
    await insertDependency(tx, { org_id: actor.orgId, id, from_id: fromId, to_id: toId, reason })
    await record({ room: 'demand', kind: 'dependency', id, before: null, after: { fromId, toId, reason } })
    return ok({})
  })
}

/** Removes a dependency. */
export function removeDependency(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Missing>> {
  return writeAs<Result<object, Missing>>(db, actor, 'demand.remove-dependency', async (tx, record) => {
    const removed = await removeDependencyRow(tx, id, now.toISOString())
    if (!removed) return refuse({ code: 'not_found', values: { what: 'dependency', id } })
    await record({ room: 'demand', kind: 'dependency', id, before: { fromId: removed.from_id, toId: removed.to_id, reason: removed.reason }, after: null })
    return ok({})
  })
}

/** Says that at most one of several initiatives may be chosen. */
export function createExclusion(db: Db, actor: Actor, { name, initiativeIds, reason = '' }: Static<typeof NewExclusion>): Promise<Result<object, Missing>> {
  return writeAs<Result<object, Missing>>(db, actor, 'demand.create-exclusion', async (tx, record) => {
    const names = await readNames(tx)
    const absent = initiativeIds.find((id) => !names.has(id))
    if (absent !== undefined) return refuse({ code: 'not_found', values: { what: 'initiative', id: absent } })
    const id = newId()
    await insertExclusion(tx, { org_id: actor.orgId, id, name: name.trim(), reason }, initiativeIds)
    await record({ room: 'demand', kind: 'exclusion', id, before: null, after: { name: name.trim(), initiativeIds, reason } })
    return ok({})
  })
}

/** Removes an exclusion. */
export function removeExclusion(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Missing>> {
  return writeAs<Result<object, Missing>>(db, actor, 'demand.remove-exclusion', async (tx, record) => {
    const removed = await removeExclusionRow(tx, id, now.toISOString())
    if (!removed) return refuse({ code: 'not_found', values: { what: 'exclusion', id } })
    await record({ room: 'demand', kind: 'exclusion', id, before: { name: removed.name, reason: removed.reason }, after: null })
    return ok({})
  })
}
