import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { NewPerspective, PerspectiveChange, StrategyChange } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import type { StoredStrategy } from '../store.ts'
import { insertPerspectives, lockStrategy, updatePerspective, updateStrategy } from '../write-store.ts'

type Moved = Refusal<'not_found' | 'version_moved'>
type Taken = Refusal<'name_taken'>

/** Changes name, mission or vision. */
export function changeStrategy(db: Db, actor: Actor, { version, ...change }: Static<typeof StrategyChange>): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'strategy.change-strategy', async (tx, record) => {
    const { strategy } = await lockStrategy(tx, actor.orgId)
    const current = await expectVersion(tx, strategy, { room: 'strategy', kind: 'strategy', id: strategy.id, version })
    if (!current.ok) return current
    const { name, mission, vision } = strategy
    await updateStrategy(tx, strategy.id, change)
    await record({ room: 'strategy', kind: 'strategy', id: strategy.id, before: { name, mission, vision }, after: { name, mission, vision, ...change } })
    return ok({})
  })
}

/** Adds a perspective after the others. */
export function createPerspective(db: Db, actor: Actor, { name }: Static<typeof NewPerspective>): Promise<Result<object, Taken>> {
  return writeAs<Result<object, Taken>>(db, actor, 'strategy.create-perspective', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const taken = nameTaken(stored, name)
    if (taken) return taken
    const row = { org_id: actor.orgId, id: newId(), strategy_version_id: stored.inForce.id, name: name.trim(), ord: Math.max(-1, ...stored.perspectives.map(({ ord }) => ord)) + 1 }
    await insertPerspectives(tx, [row])
    await record({ room: 'strategy', kind: 'perspective', id: row.id, before: null, after: { name: row.name, order: row.ord } })
    return ok({})
  })
}

/** Renames a perspective or gives it another place in the order. */
export function changePerspective(db: Db, actor: Actor, id: string, { version, name, order }: Static<typeof PerspectiveChange>): Promise<Result<object, Moved | Taken>> {
  return writeAs<Result<object, Moved | Taken>>(db, actor, 'strategy.change-perspective', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const current = await expectVersion(tx, stored.perspectives.find((row) => row.id === id), { room: 'strategy', kind: 'perspective', id, version })
    if (!current.ok) return current
    const taken = name === undefined ? undefined : nameTaken(stored, name, id)
    if (taken) return taken
    const before = { name: current.value.name, order: current.value.ord }
    const after = { name: name?.trim() ?? before.name, order: order ?? before.order }
    await updatePerspective(tx, id, { name: after.name, ord: after.order })
    await record({ room: 'strategy', kind: 'perspective', id, before, after })
    return ok({})
  })
}

/** Removes a perspective that holds no objectives. */
export function removePerspective(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Moved | Refusal<'perspective_in_use'>>> {
  return writeAs<Result<object, Moved | Refusal<'perspective_in_use'>>>(db, actor, 'strategy.remove-perspective', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const row = stored.perspectives.find((one) => one.id === id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'perspective', id } })
    const found = stored.objectives.filter((objective) => objective.perspective_id === id).length
    if (found > 0) return refuse({ code: 'perspective_in_use', values: { name: row.name, found } })
    await updatePerspective(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'perspective', id, before: { name: row.name }, after: null })
    return ok({})
  })
}

function nameTaken(stored: StoredStrategy, name: string, except?: string): ReturnType<typeof refuse<Taken>> | undefined {
  const other = stored.perspectives.find((row) => row.id !== except && row.name.toLowerCase() === name.trim().toLowerCase())
  return other && refuse<Taken>({ code: 'name_taken', values: { what: 'perspective', name: other.name } })
}
