import type { NewPmoService, PmoServiceChange, ServiceText } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { noMember } from '../../refused.ts'
import { alike, whyRetired } from '../refusals.ts'
import { insertEdition, insertService, lockService, readEditions, readServices, updateService, type StoredService } from '../store.ts'
import { saysTheSame, textOf } from '../text.ts'

type Taken = Refusal<'not_found' | 'service_there'>
type Moved = Refusal<'not_found' | 'version_moved' | 'service_retired'>

/** Adds a service as a draft: nobody can ask for it until it is published. */
export function addService(db: Db, actor: Actor, given: NewPmoService): Promise<Result<object, Taken>> {
  return writeAs<Result<object, Taken>>(db, actor, 'governance.add-service', async (tx, record) => {
    const [id, said] = [newId(), textOf(given)]
    const unfit = await serviceThere(tx, said)
    if (unfit) return unfit
    const owner = await memberNamed(tx, given.ownerId)
    if (owner === undefined) return noMember(given.ownerId)
    await insertService(tx, { org_id: actor.orgId, id, said, owner_id: given.ownerId, owner })
    await record({ room: 'governance', kind: 'pmo_service', id, before: null, after: { ...said, owner } })
    return ok({})
  })
}

/** Changes what is given of a service; what was published stays until it is published again. Of a retired one the owner alone: somebody has to answer what was asked of it before. */
export function changeService(db: Db, actor: Actor, id: string, { version, ownerId, ...change }: Static<typeof PmoServiceChange>): Promise<Result<object, Moved | Taken>> {
  return writeAs<Result<object, Moved | Taken>>(db, actor, 'governance.change-service', async (tx, record) => {
    const stored = await lockService(tx, id)
    const retired = stored && Object.values(change).some((each) => each !== undefined) ? whyRetired(stored) : undefined
    if (retired) return retired
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'pmo_service', id, version })
    if (!found.ok) return found
    const [before, said] = [textOf(found.value.said), textOf({ ...found.value.said, ...change })]
    const unfit = found.value.retired_at === null ? await serviceThere(tx, said, id) : undefined
    if (unfit) return unfit
    const owner = ownerId === undefined ? found.value.owner : await memberNamed(tx, ownerId)
    if (owner === undefined) return noMember(ownerId ?? '')
    await updateService(tx, id, { said, owner, owner_id: ownerId ?? found.value.owner_id })
    await record({ room: 'governance', kind: 'pmo_service', id, before: { ...before, owner: found.value.owner }, after: { ...said, owner } })
    return ok({})
  })
}

/** Publishes what a service says now as its next edition. */
export function publishService(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved | Refusal<'service_unchanged'>>> {
  return writeAs<Result<object, Moved | Refusal<'service_unchanged'>>>(db, actor, 'governance.publish-service', async (tx, record) => {
    const found = await standing(tx, id, version)
    if (!found.ok) return found
    const [said, [last]] = [textOf(found.value.said), await readEditions(tx, id)]
    if (last && saysTheSame(last.said, said)) return refuse({ code: 'service_unchanged', values: { name: said.name, edition: last.no } })
    const no = (last?.no ?? 0) + 1
    await insertEdition(tx, { org_id: actor.orgId, id: newId(), service_id: id, no, said, reason: reason.trim(), published_by: actor.name, published_at: now.toISOString() })
    await updateService(tx, id, {})
    await record({ room: 'governance', kind: 'pmo_service', id, before: last ? { edition: last.no, ...textOf(last.said) } : { edition: null }, after: { edition: no, ...said }, why: reason.trim() })
    return ok({})
  })
}

/** Retires a service: it takes no request any more; what was asked of it is still answered. */
export function retireService(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.retire-service', async (tx, record) => {
    const found = await standing(tx, id, version)
    if (!found.ok) return found
    await updateService(tx, id, { retired_at: now.toISOString(), retired_by: actor.name, retired_because: reason.trim() })
    await record({ room: 'governance', kind: 'pmo_service', id, before: { retired: null }, after: { retired: reason.trim() } })
    return ok({})
  })
}

/** A service that was not retired, in the version that was seen, held until the act ends. */
async function standing(tx: Tx, id: string, version: number): Promise<Result<StoredService, Moved>> {
  const stored = await lockService(tx, id)
  const retired = stored && whyRetired(stored)
  return retired ?? expectVersion(tx, stored, { room: 'governance', kind: 'pmo_service', id, version })
}

/** A PMO has one service of a name, retired ones apart. */
async function serviceThere(tx: Tx, { name, pmo }: ServiceText, except?: string): Promise<{ readonly ok: false; readonly refusal: Refusal<'service_there'> } | undefined> {
  const other = (await readServices(tx)).find((row) => row.id !== except && row.retired_at === null && alike(row.said.pmo, pmo) && alike(row.said.name, name))
  return other && refuse({ code: 'service_there', values: { name: other.said.name, pmo: other.said.pmo } } as const)
}

const memberNamed = async (tx: Tx, id: string): Promise<string | undefined> => (await readMembers(tx)).find((one) => one.id === id && !one.service)?.name
