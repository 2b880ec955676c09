import type { NewUnitStatement, StatementChange, StatementMapping } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readUnits } from '../../exchange/units-store.ts'
import { alike, notInForce } from '../refusals.ts'
import { insertStatement, lockStatement, lockValue, readStatements, updateStatement } from '../store.ts'

type Unsaid = Refusal<'not_found' | 'name_taken'>

/** Says what a unit stands for; nothing is worked out from the words, so that it diverges until somebody maps or justifies it. */
export function stateUnitValue(db: Db, actor: Actor, given: Static<typeof NewUnitStatement>, now: Date): Promise<Result<object, Unsaid>> {
  return writeAs<Result<object, Unsaid>>(db, actor, 'strategy.state-unit-value', async (tx, record) => {
    const unit = (await readUnits(tx, actor.orgId)).strategies.find(({ id }) => id === given.unitId)
    if (!unit) return refuse({ code: 'not_found', values: { what: 'strategy of a unit', id: given.unitId } })
    const same = (await readStatements(tx)).find(({ unit_id, words }) => unit_id === unit.id && alike(words, given.words))
    if (same) return refuse({ code: 'name_taken', values: { what: `statement of ${unit.name}`, name: same.words } })
    const [id, words] = [newId(), given.words.trim()]
    await insertStatement(tx, { org_id: actor.orgId, id, unit_id: unit.id, words, said_at: now.toISOString(), said_by: actor.name })
    await record({ room: 'strategy', kind: 'unit_value', id, before: null, after: { unit: unit.name, words } })
    return ok({})
  })
}

type Unmapped = Refusal<'not_found' | 'version_moved' | 'value_retired'>

/** Maps what a unit says to a value in force, justifies it as its own, or takes both back. */
export function mapUnitValue(db: Db, actor: Actor, id: string, { version, mapping }: Static<typeof StatementChange>, now: Date): Promise<Result<object, Unmapped>> {
  return writeAs<Result<object, Unmapped>>(db, actor, 'strategy.map-unit-value', async (tx, record) => {
    const found = await expectVersion(tx, await lockStatement(tx, id), { room: 'strategy', kind: 'unit_value', id, version })
    if (!found.ok) return found
    const unfit = mapping.kind === 'value' ? notInForce(await lockValue(tx, mapping.valueId), mapping.valueId) : undefined
    if (unfit) return unfit
    const { mapping: was, value_id, reason } = found.value
    const put = putOf(mapping)
    await updateStatement(tx, id, { ...put, ...(mapping.kind === 'none' ? { mapped_at: null, mapped_by: null } : { mapped_at: now.toISOString(), mapped_by: actor.name }) })
    await record({ room: 'strategy', kind: 'unit_value', id, before: { mapping: was, value_id, reason }, after: put })
    return ok({})
  })
}

/** Takes away what a unit said. */
export function removeUnitValue(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'strategy.remove-unit-value', async (tx, record) => {
    const stored = await lockStatement(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'statement of a unit', id } })
    await updateStatement(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'unit_value', id, before: { words: stored.words }, after: null })
    return ok({})
  })
}

const putOf = (mapping: StatementMapping) => ({ mapping: mapping.kind, value_id: mapping.kind === 'value' ? mapping.valueId : null, reason: mapping.kind === 'own' ? mapping.reason.trim() : '' })
