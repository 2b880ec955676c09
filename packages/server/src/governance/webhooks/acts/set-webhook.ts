import { ok, type Result } from '@throughline/engine/kernel'
import type { NewWebhook, WebhookChange } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { newWebhookSecret } from '../sign.ts'
import { deleteWebhook, insertWebhook, lockWebhook, updateWebhook, type StoredWebhook } from '../store.ts'

type Moved = Refusal<'not_found' | 'version_moved'>
/** Closes a secret for the database. */
export type Close = (secret: string, id: string) => string
export type WithSecret = { readonly webhook: StoredWebhook; readonly secret: string }

const room = { room: 'governance', kind: 'webhook' } as const
const pick = ({ name, address, kinds, state }: Pick<StoredWebhook, 'name' | 'address' | 'kinds' | 'state'>) => ({ name, address, kinds, state })
const found = async (tx: Tx, id: string): Promise<StoredWebhook> => (await lockWebhook(tx, id)) as StoredWebhook

/** Adds an address that is told of acts from now on. */
export function addWebhook(db: Db, actor: Actor, { name, address, kinds }: Static<typeof NewWebhook>, close: Close): Promise<Result<WithSecret, never>> {
  return writeAs<Result<WithSecret, never>>(db, actor, 'governance.add-webhook', async (tx, record) => {
    const [id, secret] = [newId(), newWebhookSecret()]
    await insertWebhook(tx, { org_id: actor.orgId, id, name: name.trim(), address, kinds: [...kinds], secret: close(secret, id), created_by: actor.accountId })
    const webhook = await found(tx, id)
    await record({ ...room, id, before: null, after: pick(webhook) })
    return ok({ webhook, secret })
  })
}

/** Changes an address or of what it is told; switched on again it begins anew. */
export function changeWebhook(db: Db, actor: Actor, id: string, { version, on, name, address, kinds }: Static<typeof WebhookChange>): Promise<Result<StoredWebhook, Moved>> {
  return writeAs<Result<StoredWebhook, Moved>>(db, actor, 'governance.change-webhook', async (tx, record) => {
    const current = await expectVersion(tx, await lockWebhook(tx, id), { ...room, id, version })
    if (!current.ok) return current
    await updateWebhook(tx, id, { ...(name === undefined ? {} : { name: name.trim() }), ...(address === undefined ? {} : { address }), ...(kinds === undefined ? {} : { kinds: [...kinds] }), ...(on === undefined ? {} : { state: on ? 'on' : 'off', failing_since: null }) })
    const webhook = await found(tx, id)
    await record({ ...room, id, before: pick(current.value), after: pick(webhook) })
    return ok(webhook)
  })
}

/** Gives another secret; for a day messages carry a signature by each. */
export function renewSecret(db: Db, actor: Actor, id: string, version: number, now: Date, close: Close): Promise<Result<WithSecret, Moved>> {
  return writeAs<Result<WithSecret, Moved>>(db, actor, 'governance.renew-webhook-secret', async (tx, record) => {
    const current = await expectVersion(tx, await lockWebhook(tx, id), { ...room, id, version })
    if (!current.ok) return current
    const secret = newWebhookSecret()
    await updateWebhook(tx, id, { secret: close(secret, id), secret_before: current.value.secret, before_until: new Date(now.getTime() + 86_400_000).toISOString() })
    await record({ ...room, id, before: pick(current.value), after: { ...pick(current.value), renewed: true } })
    return ok({ webhook: await found(tx, id), secret })
  })
}

/** Removes an address with what was sent to it. */
export function removeWebhook(db: Db, actor: Actor, id: string): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.remove-webhook', async (tx, record) => {
    const webhook = await lockWebhook(tx, id)
    if (!webhook) return { ok: false, refusal: { code: 'not_found', values: { what: 'webhook', id } } }
    await deleteWebhook(tx, id)
    await record({ ...room, id, before: pick(webhook), after: null })
    return ok({})
  })
}
