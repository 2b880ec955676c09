import type { NewValue, ValueChange, ValueRetirement } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { alike, whyRetired } from '../refusals.ts'
import { insertValue, lockValue, readOrganisationValues, updateValue } from '../store.ts'

type Taken = Refusal<'name_taken'>
type Moved = Refusal<'not_found' | 'version_moved' | 'value_retired'>

/** Adds a value of the organisation. */
export function addValue(db: Db, actor: Actor, given: NewValue): Promise<Result<object, Taken>> {
  return writeAs<Result<object, Taken>>(db, actor, 'strategy.add-value', async (tx, record) => {
    const taken = await nameTaken(tx, given.name)
    if (taken) return taken
    const [id, said] = [newId(), textsOf(given)]
    await insertValue(tx, { org_id: actor.orgId, id, ...said })
    await record({ room: 'strategy', kind: 'organisation_value', id, before: null, after: said })
    return ok({})
  })
}

/** Changes what is given of a value in force. */
export function changeValue(db: Db, actor: Actor, id: string, { version, ...change }: Static<typeof ValueChange>): Promise<Result<object, Moved | Taken>> {
  return writeAs<Result<object, Moved | Taken>>(db, actor, 'strategy.change-value', async (tx, record) => {
    const stored = await lockValue(tx, id)
    const retired = stored && whyRetired(stored)
    if (retired) return retired
    const found = await expectVersion(tx, stored, { room: 'strategy', kind: 'organisation_value', id, version })
    if (!found.ok) return found
    const { name, meaning, behaviours } = found.value
    const [before, after] = [{ name, meaning, behaviours }, textsOf({ name, meaning, behaviours: [...behaviours], ...change })]
    const taken = await nameTaken(tx, after.name, id)
    if (taken) return taken
    await updateValue(tx, id, after)
    await record({ room: 'strategy', kind: 'organisation_value', id, before, after })
    return ok({})
  })
}

/** Retires a value; it stays for what it is named by, and takes nothing new. */
export function retireValue(db: Db, actor: Actor, id: string, { version, reason }: Static<typeof ValueRetirement>, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'strategy.retire-value', async (tx, record) => {
    const stored = await lockValue(tx, id)
    const retired = stored && whyRetired(stored)
    if (retired) return retired
    const found = await expectVersion(tx, stored, { room: 'strategy', kind: 'organisation_value', id, version })
    if (!found.ok) return found
    await updateValue(tx, id, { retired_at: now.toISOString(), retired_by: actor.name, retired_because: reason.trim() })
    await record({ room: 'strategy', kind: 'organisation_value', id, before: { retired: null }, after: { retired: reason.trim() } })
    return ok({})
  })
}

const textsOf = ({ name, meaning, behaviours }: NewValue) => ({ name: name.trim(), meaning: meaning.trim(), behaviours: behaviours.map((one) => one.trim()) })

async function nameTaken(tx: Tx, name: string, except?: string): Promise<{ readonly ok: false; readonly refusal: Taken } | undefined> {
  const other = (await readOrganisationValues(tx)).find((row) => row.id !== except && row.retired_at === null && alike(row.name, name))
  return other && refuse({ code: 'name_taken', values: { what: 'value', name: other.name } } as const)
}
