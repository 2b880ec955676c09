import type { NewMethodRating } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import type { RatingClass } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noItem, whyDraft, whyRetired } from '../refusals.ts'
import { deleteRating, insertRating, lockItem, lockRating, namesOfItems, readItems, updateRating } from '../store.ts'

type Unrated = Refusal<'not_found' | 'method_retired' | 'method_unfit'>

/** Rates an item that is offered: the first word of a person, or another one instead of it. */
export function rateItem(db: Db, actor: Actor, itemId: string, given: NewMethodRating, now: Date): Promise<Result<string, Unrated>> {
  return writeAs<Result<string, Unrated>>(db, actor, 'governance.rate-method', async (tx, record) => {
    const item = await lockItem(tx, itemId)
    if (!item) return noItem(itemId)
    const unfit = whyRetired(item, await readItems(tx)) ?? whyDraft(item)
    if (unfit) return unfit
    const before = await lockRating(tx, itemId, actor.accountId)
    const [id, said] = [before?.id ?? newId(), { rating: given.rating as RatingClass, words: given.words.trim() }]
    const set = { ...said, rated_by: actor.name, rated_at: now.toISOString() }
    if (before) await updateRating(tx, id, set)
    else await insertRating(tx, { org_id: actor.orgId, id, item_id: itemId, account_id: actor.accountId, ...set })
    await record({ room: 'governance', kind: 'method_rating', id, before: before ? { rating: before.rating, words: before.words } : null, after: { item: item.said.name, ...said } })
    return ok(itemId)
  })
}

/** Takes back how one rated an item. */
export function removeRating(db: Db, actor: Actor, itemId: string): Promise<Result<string, Refusal<'not_found'>>> {
  return writeAs<Result<string, Refusal<'not_found'>>>(db, actor, 'governance.take-method-rating-back', async (tx, record) => {
    const before = await lockRating(tx, itemId, actor.accountId)
    if (!before) return refuse({ code: 'not_found', values: { what: 'rating of yours', id: itemId } })
    const item = (await namesOfItems(tx, [itemId]))[0]?.name ?? ''
    await deleteRating(tx, before.id)
    await record({ room: 'governance', kind: 'method_rating', id: before.id, before: { item, rating: before.rating, words: before.words }, after: null })
    return ok(itemId)
  })
}
