import type { MethodUseEnd, NewMethodUse } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { leadOf } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { noInitiative } from '../../refused.ts'
import { initiativeNames } from '../../services/index.ts'
import { noItem, succeeded, whyDraft, whyRetired } from '../refusals.ts'
import { insertUse, lockUse, namesOfItems, readItems, readUses, updateUse } from '../store.ts'

type Unused = Refusal<'not_found' | 'method_retired' | 'method_unfit' | 'method_used' | 'use_misdated'>
type Unended = Refusal<'not_found' | 'version_moved' | 'method_unfit' | 'use_misdated'>

/** Begins to use an item in an initiative. A retired one leads to its successor, and that is used. */
export function useItem(db: Db, actor: Actor, initiativeId: string, { itemId, begunOn, purpose }: NewMethodUse, now: Date): Promise<Result<object, Unused>> {
  return writeAs<Result<object, Unused>>(db, actor, 'governance.use-method', async (tx, record) => {
    const initiative = (await initiativeNames(tx, [initiativeId], true)).get(initiativeId)
    if (initiative === undefined) return noInitiative(initiativeId)
    const items = await readItems(tx)
    const asked = items.find((one) => one.id === itemId)
    if (!asked) return noItem(itemId)
    const item = items.find((one) => one.id === leadOf(itemId, succeeded(items)).to) ?? asked
    const unfit = whyRetired(item, items) ?? whyDraft(item) ?? whyAhead(begunOn, 'begins', now)
    if (unfit) return unfit
    const { name } = item.said
    const running = (await readUses(tx, { itemId: item.id, initiativeId })).find(({ ended_on }) => ended_on === null)
    if (running) return refuse({ code: 'method_used', values: { initiative, name, on: running.begun_on } })
    const [id, why] = [newId(), purpose.trim()]
    await insertUse(tx, { org_id: actor.orgId, id, item_id: item.id, initiative_id: initiativeId, begun_on: begunOn, purpose: why, used_by: actor.name, used_at: now.toISOString() })
    await record({ room: 'governance', kind: 'method_use', id, before: null, after: { initiative, item: name, ...(item.id === itemId ? {} : { askedFor: asked.said.name }), begunOn, purpose: why } })
    return ok({})
  })
}

/** Ends a use, with what it was good for. */
export function endUse(db: Db, actor: Actor, { initiativeId, id }: { readonly initiativeId: string; readonly id: string }, { version, on, verdict, words }: MethodUseEnd, now: Date): Promise<Result<object, Unended>> {
  return writeAs<Result<object, Unended>>(db, actor, 'governance.end-method-use', async (tx, record) => {
    const found = await expectVersion(tx, await lockUse(tx, initiativeId, id), { room: 'governance', kind: 'method_use', id, version })
    if (!found.ok) return found
    const { begun_on, ended_on, item_id } = found.value
    const name = (await namesOfItems(tx, [item_id]))[0]?.name ?? ''
    if (ended_on !== null) return refuse({ code: 'method_unfit', values: { name: `The use of ${name}`, found: `over since ${ended_on}`, expected: 'one that is running' } })
    const unfit = whyAhead(on, 'ends', now)
    if (unfit) return unfit
    if (on < begun_on) return refuse({ code: 'use_misdated', values: { found: on, what: 'ends', expected: `${begun_on}, when it began, or later` } })
    const outcome = words.trim()
    await updateUse(tx, id, { ended_on: on, verdict, outcome, ended_by: actor.name })
    await record({ room: 'governance', kind: 'method_use', id, before: { endedOn: null }, after: { item: name, endedOn: on, verdict, words: outcome } })
    return ok({})
  })
}

/** Takes a use away that was recorded by mistake. */
export function removeUse(db: Db, actor: Actor, { initiativeId, id }: { readonly initiativeId: string; readonly id: string }, now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.take-method-use-away', async (tx, record) => {
    const found = await lockUse(tx, initiativeId, id)
    if (!found) return refuse({ code: 'not_found', values: { what: 'use of an item', id } })
    const item = (await namesOfItems(tx, [found.item_id]))[0]?.name ?? ''
    await updateUse(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'governance', kind: 'method_use', id, before: { item, begunOn: found.begun_on, purpose: found.purpose, endedOn: found.ended_on, verdict: found.verdict, words: found.outcome }, after: null })
    return ok({})
  })
}

/** Refused where a use begins or ends on a day that is still to come. */
function whyAhead(on: string, what: string, now: Date): { readonly ok: false; readonly refusal: Refusal<'use_misdated'> } | undefined {
  const today = now.toISOString().slice(0, 10)
  return on > today ? refuse({ code: 'use_misdated', values: { found: on, what, expected: `a day up to ${today}` } } as const) : undefined
}
