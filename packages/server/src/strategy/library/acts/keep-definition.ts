import type { DefinitionChange, DefinitionRetirement, NewDefinition } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockStrategy } from '../../write-store.ts'
import { hashOf } from '../hash.ts'
import { textOfDefinition, undefinable, whyRetired, type Undefinable } from '../refusals.ts'
import { insertDefinitions, readDefinitions, updateDefinition, type StoredDefinition } from '../store.ts'

type Moved = Refusal<'not_found' | 'version_moved' | 'definition_retired'>

/** Defines a measure in the library. */
export function addDefinition(db: Db, actor: Actor, given: NewDefinition): Promise<Result<object, Undefinable>> {
  return writeAs<Result<object, Undefinable>>(db, actor, 'strategy.add-definition', async (tx, record) => {
    const wrong = undefinable(given, await readDefinitions(tx), await lockStrategy(tx, actor.orgId))
    if (wrong) return wrong
    const [id, row] = [newId(), columnsOf(given)]
    await insertDefinitions(tx, [{ ...row, org_id: actor.orgId, id, origin: 'entered' }])
    await record({ room: 'strategy', kind: 'measure_definition', id, before: null, after: row.content })
    return ok({})
  })
}

/** Changes what is given of a definition in force; measures that were chosen by it keep their own. */
export function changeDefinition(db: Db, actor: Actor, id: string, { version, ...change }: Static<typeof DefinitionChange>): Promise<Result<object, Moved | Undefinable>> {
  return writeAs<Result<object, Moved | Undefinable>>(db, actor, 'strategy.change-definition', async (tx, record) => {
    const stored = await lockStrategy(tx, actor.orgId)
    const definitions = await readDefinitions(tx)
    const found = await inForce(definitions, id, (row) => expectVersion(tx, row, { room: 'strategy', kind: 'measure_definition', id, version }))
    if (!found.ok) return found
    const given: NewDefinition = { ...found.value.content, ...change }
    const wrong = undefinable(given, definitions, stored, id)
    if (wrong) return wrong
    const row = columnsOf(given)
    await updateDefinition(tx, id, row)
    await record({ room: 'strategy', kind: 'measure_definition', id, before: found.value.content, after: row.content })
    return ok({})
  })
}

/** Retires a definition; it is proposed no longer, and what is measured by it stays. */
export function retireDefinition(db: Db, actor: Actor, id: string, { version, reason }: Static<typeof DefinitionRetirement>, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'strategy.retire-definition', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const found = await inForce(await readDefinitions(tx), id, (row) => expectVersion(tx, row, { room: 'strategy', kind: 'measure_definition', id, version }))
    if (!found.ok) return found
    await updateDefinition(tx, id, { retired_at: now.toISOString(), retired_by: actor.name, retired_because: reason.trim() })
    await record({ room: 'strategy', kind: 'measure_definition', id, before: { retired: null }, after: { retired: reason.trim() } })
    return ok({})
  })
}

async function inForce(definitions: readonly StoredDefinition[], id: string, expected: (row: StoredDefinition | undefined) => Promise<Result<StoredDefinition, Refusal<'not_found' | 'version_moved'>>>): Promise<Result<StoredDefinition, Moved>> {
  const row = definitions.find((one) => one.id === id)
  return (row && whyRetired(row)) ?? expected(row)
}

/** A definition as it is written, its texts without spaces around them. */
export function columnsOf(given: NewDefinition): Pick<StoredDefinition, 'name' | 'hash' | 'content'> {
  const content: NewDefinition = {
    ...given, name: given.name.trim(), calculation: given.calculation.trim(), meaning: given.meaning.trim(), gamingRisk: given.gamingRisk.trim(), watch: given.watch.trim(), source: given.source.trim(), patterns: [...new Set(given.patterns.map((one) => one.trim()).filter((one) => one !== ''))],
  }
  return { name: content.name, hash: hashOf(textOfDefinition(content) ?? ''), content }
}
