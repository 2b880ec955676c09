import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { lockOrganisation } from '../../../people/index.ts'
import { whyClosed } from '../refusals.ts'
import { insertModel, lockModel, nextNo, readModels, updateModel } from '../store.ts'

type Begun = Refusal<'not_found' | 'criteria_draft_there'>

/** Begins a draft from a version, from the one in force where none is named, or from nothing; ids of criteria stay, and so does what was judged by them. */
export function draftCriteria(db: Db, actor: Actor, { name, from }: { readonly name: string; readonly from?: string | null | undefined }, now: Date): Promise<Result<object, Begun>> {
  return writeAs<Result<object, Begun>>(db, actor, 'demand.draft-criteria', async (tx, record) => {
    // One at a time, so that two cannot begin a draft together.
    await lockOrganisation(tx)
    const models = await readModels(tx)
    const draft = models.find(({ state }) => state === 'draft')
    if (draft) return refuse({ code: 'criteria_draft_there', values: { name: draft.name, by: draft.drafted_by } })
    const base = from === undefined ? models.find(({ state }) => state === 'in_force') : models.find((one) => one.id === from)
    if (typeof from === 'string' && !base) return refuse({ code: 'not_found', values: { what: 'criteria model', id: from } })
    const [id, no] = [newId(), await nextNo(tx)]
    await insertModel(tx, { org_id: actor.orgId, id, no, name: name.trim(), note: base?.note ?? '', content: base?.content ?? { criteria: [], gates: [] }, weighing: base?.weighing ?? null, drafted_at: now.toISOString(), drafted_by: actor.name, changed_by_id: actor.accountId })
    await record({ room: 'demand', kind: 'criteria_model', id, before: null, after: { name: name.trim(), no, from: base?.name ?? null } })
    return ok({})
  })
}

/** Puts a draft away; a version that was approved stays. */
export function removeCriteria(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refusal<'not_found' | 'version_moved' | 'criteria_closed'>>> {
  return writeAs<Result<object, Refusal<'not_found' | 'version_moved' | 'criteria_closed'>>>(db, actor, 'demand.remove-criteria', async (tx, record) => {
    const stored = await lockModel(tx, id)
    const closed = stored && whyClosed(stored)
    if (closed) return closed
    const found = await expectVersion(tx, stored, { room: 'demand', kind: 'criteria_model', id, version: stored?.version ?? 1 })
    if (!found.ok) return found
    await updateModel(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'demand', kind: 'criteria_model', id, before: { name: found.value.name, ...found.value.content }, after: null })
    return ok({})
  })
}
