import type { MethodRetirement } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { leadsBack } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noItem, succeeded, whyDraft } from '../refusals.ts'
import { lockItem, readItems, updateItem, type ListedItem } from '../store.ts'
import { standing } from './keep-item.ts'

type Unfollowed = Refusal<'not_found' | 'version_moved' | 'method_unfit' | 'successor_circle'>
const subject = (id: string) => ({ room: 'governance', kind: 'method_item', id }) as const

/** Retires an item: nobody begins to use it any more, and it leads to its successor where there is one. Where it is used, it stays. */
export function retireItem(db: Db, actor: Actor, id: string, { version, reason, successorId = null }: MethodRetirement, today: string): Promise<Result<string, Unfollowed | Refusal<'method_retired'>>> {
  return writeAs<Result<string, Unfollowed | Refusal<'method_retired'>>>(db, actor, 'governance.retire-method', async (tx, record) => {
    const items = await readItems(tx)
    const found = await standing(tx, id, { version, items })
    if (!found.ok) return found
    const successor = followerOf(found.value, successorId, items)
    if (!successor.ok) return successor
    await updateItem(tx, id, { state: 'retired', retired_on: today, retired_by: actor.name, retired_because: reason.trim(), successor_id: successorId })
    await record({ ...subject(id), before: { state: found.value.state }, after: { state: 'retired', successor: successor.value }, why: reason.trim() })
    return ok(id)
  })
}

/** Says what comes after a retired item, or that nothing does. */
export function setSuccessor(db: Db, actor: Actor, id: string, { version, successorId }: { readonly version: number; readonly successorId: string | null }): Promise<Result<string, Unfollowed>> {
  return writeAs<Result<string, Unfollowed>>(db, actor, 'governance.set-method-successor', async (tx, record) => {
    const found = await expectVersion(tx, await lockItem(tx, id), { ...subject(id), version })
    if (!found.ok) return found
    const { state, said: { name }, successor_id: before } = found.value
    if (state !== 'retired') return refuse({ code: 'method_unfit', values: { name, found: state === 'draft' ? 'a draft' : 'published', expected: 'an item that was retired' } })
    const items = await readItems(tx)
    const successor = followerOf(found.value, successorId, items)
    if (!successor.ok) return successor
    await updateItem(tx, id, { successor_id: successorId })
    await record({ ...subject(id), before: { successor: items.find((one) => one.id === before)?.said.name ?? null }, after: { successor: successor.value } })
    return ok(id)
  })
}

/** What a successor is called, or null where there is none; refused for a draft, and for what leads back. */
function followerOf(item: Pick<ListedItem, 'id'> & { readonly said: { readonly name: string } }, successorId: string | null, items: readonly ListedItem[]): Result<string | null, Refusal<'not_found' | 'method_unfit' | 'successor_circle'>> {
  if (successorId === null) return ok(null)
  const successor = items.find(({ id }) => id === successorId)
  if (!successor) return noItem(successorId)
  if (leadsBack(item.id, successorId, succeeded(items))) return refuse({ code: 'successor_circle', values: { name: item.said.name, successor: successor.said.name } })
  return whyDraft(successor) ?? ok(successor.said.name)
}
