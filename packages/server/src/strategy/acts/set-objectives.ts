import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { sumToOne, weightSum } from '@throughline/engine/strategy'
import type { NewObjective, ObjectiveChange, WeightsChange } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { Selectable } from 'kysely'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import type { StoredStrategy } from '../store.ts'
import type { ObjectiveTable } from '../tables.ts'
import { closeContributionsTo, handMeasuresOn, insertObjectives, lockStrategy, removeMeasuresOf, updateObjective } from '../write-store.ts'

type Moved = Refusal<'not_found' | 'version_moved'>
type Taken = Refusal<'name_taken'>

/** Adds an objective to a perspective. */
export function createObjective(db: Db, actor: Actor, given: Static<typeof NewObjective>): Promise<Result<object, Taken | Refusal<'not_found'>>> {
  return writeAs<Result<object, Taken | Refusal<'not_found'>>>(db, actor, 'strategy.create-objective', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const misplaced = perspectiveMissing(stored, given.perspectiveId) ?? statementTaken(stored, given.statement)
    if (misplaced) return misplaced
    const id = newId()
    const fields = {
      statement: given.statement.trim(), description: given.description ?? '', weight: String(given.weight), owner: given.owner ?? null, deadline: given.deadline ?? null, mandatory: given.mandatory ?? false, citations: given.citations ?? [],
    }
    await insertObjectives(tx, [{ ...fields, org_id: actor.orgId, id, strategy_version_id: stored.inForce.id, stable_key: id, perspective_id: given.perspectiveId, origin: 'entered' }])
    await record({ room: 'strategy', kind: 'objective', id, before: null, after: { ...fields, perspectiveId: given.perspectiveId } })
    return ok({})
  })
}

/** Changes an objective; what a person changes counts as entered from then on. */
export function changeObjective(db: Db, actor: Actor, id: string, { version, ...change }: Static<typeof ObjectiveChange>): Promise<Result<object, Moved | Taken>> {
  return writeAs<Result<object, Moved | Taken>>(db, actor, 'strategy.change-objective', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const current = await expectVersion(tx, stored.objectives.find((row) => row.id === id), { room: 'strategy', kind: 'objective', id, version })
    if (!current.ok) return current
    const misplaced = (change.perspectiveId === undefined ? undefined : perspectiveMissing(stored, change.perspectiveId)) ?? (change.statement === undefined ? undefined : statementTaken(stored, change.statement, id))
    if (misplaced) return misplaced
    const before = fieldsOf(current.value)
    const after = { ...before, ...change, statement: change.statement?.trim() ?? before.statement }
    const { perspectiveId, weight, citations, ...fields } = after
    await updateObjective(tx, id, { ...fields, perspective_id: perspectiveId, weight: String(weight), citations: JSON.stringify(citations), ...(change.statement === undefined ? {} : { origin: 'entered' }) })
    await record({ room: 'strategy', kind: 'objective', id, before, after })
    return ok({})
  })
}

/** Removes an objective with its measures and links; all of them are kept as history. */
export function removeObjective(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.remove-objective', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const row = stored.objectives.find((one) => one.id === id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'objective', id } })
    const at = now.toISOString()
    await updateObjective(tx, id, { removed_at: at })
    await handMeasuresOn(tx, id, stored.measureLinks, at)
    await removeMeasuresOf(tx, id, at)
    await closeContributionsTo(tx, id, at)
    await record({ room: 'strategy', kind: 'objective', id, before: fieldsOf(row), after: null })
    return ok({})
  })
}

/** Sets weights; together with those left alone they sum to 1. */
export function changeWeights(db: Db, actor: Actor, { weights }: Static<typeof WeightsChange>): Promise<Result<object, Moved | Refusal<'weights_not_one'>>> {
  return writeAs<Result<object, Moved | Refusal<'weights_not_one'>>>(db, actor, 'strategy.change-weights', async (tx, record) => {
    const { objectives } = await lockStrategy(tx, actor.orgId)
    for (const { objectiveId, version } of weights) {
      const current = await expectVersion(tx, objectives.find((row) => row.id === objectiveId), { room: 'strategy', kind: 'objective', id: objectiveId, version })
      if (!current.ok) return current
    }
    const given = new Map(weights.map(({ objectiveId, weight }) => [objectiveId, weight]))
    const all = objectives.map((row) => given.get(row.id) ?? Number(row.weight))
    if (!sumToOne(all)) return refuse({ code: 'weights_not_one', values: { found: weightSum(all) } })
    for (const row of objectives) {
      const weight = given.get(row.id)
      if (weight === undefined) continue
      await updateObjective(tx, row.id, { weight: String(weight) })
      await record({ room: 'strategy', kind: 'objective', id: row.id, before: { weight: Number(row.weight) }, after: { weight } })
    }
    return ok({})
  })
}

const fieldsOf = (row: Selectable<ObjectiveTable>) => ({
  perspectiveId: row.perspective_id, statement: row.statement, description: row.description, weight: Number(row.weight), owner: row.owner, deadline: row.deadline, mandatory: row.mandatory, citations: row.citations,
})

function perspectiveMissing({ perspectives }: StoredStrategy, id: string): { readonly ok: false; readonly refusal: Refusal<'not_found'> } | undefined {
  return perspectives.some((row) => row.id === id) ? undefined : refuse({ code: 'not_found', values: { what: 'perspective', id } } as const)
}

function statementTaken({ objectives }: StoredStrategy, statement: string, except?: string): { readonly ok: false; readonly refusal: Taken } | undefined {
  const other = objectives.find((row) => row.id !== except && row.statement.toLowerCase() === statement.trim().toLowerCase())
  return other && refuse({ code: 'name_taken', values: { what: 'objective', name: other.statement } } as const)
}
