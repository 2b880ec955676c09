import type { NewObligation, ObligationChange, ObligationText } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ruleFault } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { noObligation, whyRetired } from '../refusals.ts'
import type { ComplianceSources } from '../sources.ts'
import { insertObligation, lockObligation, readObligations, updateObligation, type Named } from '../store.ts'
import { textOf } from '../text.ts'
import { readAsking } from '../world.ts'

type Unfit = Refusal<'not_found' | 'obligation_there' | 'rule_unsound'>
type Moved = Refusal<'not_found' | 'version_moved' | 'obligation_retired'>
type Fields = Pick<ComplianceSources, 'readFields'>

/** Adds an obligation: from now on it applies wherever its rule does. */
export function addObligation(db: Db, actor: Actor, { verifierIds, ...given }: NewObligation, sources: Fields): Promise<Result<object, Unfit>> {
  return writeAs<Result<object, Unfit>>(db, actor, 'governance.add-obligation', async (tx, record) => {
    const [id, said] = [newId(), textOf(given)]
    const verifiers = await fitting(tx, actor, { said, verifierIds }, sources)
    if (!verifiers.ok) return verifiers
    await insertObligation(tx, { org_id: actor.orgId, id, said, verifiers: verifiers.value })
    await record({ room: 'governance', kind: 'obligation', id, before: null, after: { ...said, verifiers: namesOf(verifiers.value) } })
    return ok({})
  })
}

/** Changes what is given of an obligation; what was attested of it stays. */
export function changeObligation(db: Db, actor: Actor, id: string, { version, verifierIds, ...change }: ObligationChange, sources: Fields): Promise<Result<object, Moved | Unfit>> {
  return writeAs<Result<object, Moved | Unfit>>(db, actor, 'governance.change-obligation', async (tx, record) => {
    const stored = await lockObligation(tx, id)
    const retired = stored && whyRetired(stored)
    if (retired) return retired
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'obligation', id, version })
    if (!found.ok) return found
    const [before, said] = [textOf(found.value.said), textOf({ ...found.value.said, ...change })]
    const verifiers = await fitting(tx, actor, { said, verifierIds: verifierIds ?? found.value.verifiers.map((one) => one.id), id, kept: found.value.verifiers }, sources)
    if (!verifiers.ok) return verifiers
    await updateObligation(tx, id, { said, verifiers: verifiers.value })
    await record({ room: 'governance', kind: 'obligation', id, before: { ...before, verifiers: namesOf(found.value.verifiers) }, after: { ...said, verifiers: namesOf(verifiers.value) } })
    return ok({})
  })
}

/** Retires an obligation: it applies to nothing any more; what was attested of it stays in the history. */
export function retireObligation(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.retire-obligation', async (tx, record) => {
    const stored = await lockObligation(tx, id)
    if (!stored) return noObligation(id)
    const retired = whyRetired(stored)
    if (retired) return retired
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'obligation', id, version })
    if (!found.ok) return found
    await updateObligation(tx, id, { retired_at: now.toISOString(), retired_by: actor.name, retired_because: reason.trim() })
    await record({ room: 'governance', kind: 'obligation', id, before: { retired: null }, after: { retired: reason.trim() }, why: reason.trim() })
    return ok({})
  })
}

type Given = { readonly said: ObligationText; readonly verifierIds: readonly string[]; readonly id?: string; /** Verifiers until now: one who has left may stay among them. */ readonly kept?: readonly Named[] }
/** Who verifies it, by name; refused where another obligation is called the same, its rule cannot be asked, or a verifier is no member. */
async function fitting(tx: Tx, actor: Actor, { said, verifierIds, id, kept = [] }: Given, sources: Fields): Promise<Result<readonly Named[], Unfit>> {
  const other = (await readObligations(tx)).find((row) => row.id !== id && row.retired_at === null && row.said.title.toLowerCase() === said.title.toLowerCase())
  if (other) return refuse({ code: 'obligation_there', values: { title: other.said.title } })
  const fault = ruleFault(said.rule, (await readAsking(tx, actor, sources)).attributes)
  if (fault) return refuse({ code: 'rule_unsound', values: fault })
  const known = new Map([...kept, ...(await readMembers(tx)).filter(({ service }) => !service)].map((one) => [one.id, { id: one.id, name: one.name }]))
  const strange = verifierIds.find((one) => !known.has(one))
  return strange === undefined ? ok(verifierIds.flatMap((one) => known.get(one) ?? [])) : refuse({ code: 'not_found', values: { what: 'member', id: strange } })
}

const namesOf = (verifiers: readonly Named[]): string => verifiers.map(({ name }) => name).join(', ')
