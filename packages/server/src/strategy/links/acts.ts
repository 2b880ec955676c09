import type { CausalLinkChange, NewCausalLink, StrategyRefusal } from '@throughline/contract/strategy'
import type { WireRefusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { lockStrategy } from '../write-store.ts'
import { findLink, insertLink, linkBetween, updateLink } from './store.ts'

type Refused = StrategyRefusal | WireRefusal

/** Claims that one objective in force moves another; each pair is claimed once. */
export function createLink(db: Db, actor: Actor, { from, to, polarity, lag, rationale = '' }: Static<typeof NewCausalLink>): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.create-link', async (tx, record) => {
    const { objectives } = await lockStrategy(tx, actor.orgId)
    const names = new Map(objectives.map(({ id, statement }) => [id, statement]))
    for (const id of [from, to]) if (!names.has(id)) return refuse({ code: 'not_found', values: { what: 'objective', id } })
    if (from === to) return refuse({ code: 'link_to_itself', values: { name: names.get(from) ?? '' } })
    if (await linkBetween(tx, from, to)) return refuse({ code: 'link_exists', values: { from: names.get(from) ?? '', to: names.get(to) ?? '' } })
    const [id, fields] = [newId(), { polarity, lag, rationale: rationale.trim() }]
    await insertLink(tx, { ...fields, org_id: actor.orgId, id, version: 1, from_id: from, to_id: to, removed_at: null })
    await record({ room: 'strategy', kind: 'causal_link', id, before: null, after: { from, to, ...fields } })
    return ok({})
  })
}

/** Changes polarity, lag or reason. */
export function changeLink(db: Db, actor: Actor, id: string, { version, ...change }: Static<typeof CausalLinkChange>): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.change-link', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const found = await expectVersion(tx, await findLink(tx, id), { room: 'strategy', kind: 'causal_link', id, version })
    if (!found.ok) return found
    const { polarity, lag, rationale } = found.value
    await updateLink(tx, id, change)
    await record({ room: 'strategy', kind: 'causal_link', id, before: { polarity, lag, rationale }, after: { polarity, lag, rationale, ...change } })
    return ok({})
  })
}

/** Claims it no longer; the history keeps it. */
export function removeLink(db: Db, actor: Actor, id: string, now: Date): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, 'strategy.remove-link', async (tx, record) => {
    await lockStrategy(tx, actor.orgId)
    const row = await findLink(tx, id)
    if (!row) return refuse({ code: 'not_found', values: { what: 'causal link', id } })
    await updateLink(tx, id, { removed_at: now.toISOString() })
    await record({ room: 'strategy', kind: 'causal_link', id, before: { from: row.from_id, to: row.to_id, polarity: row.polarity, lag: row.lag, rationale: row.rationale }, after: null })
    return ok({})
  })
}
