import { sql, type Selectable } from 'kysely'
import { enterOrg, newId, type Actor, type Db, type Tx } from '../../database/index.ts'
import type { WebhookDeliveryTable, WebhookTable } from './tables.ts'

export type StoredWebhook = Selectable<WebhookTable> & { readonly waiting: number }
export type StoredDelivery = Omit<Selectable<WebhookDeliveryTable>, 'body'>

const webhooks = (tx: Tx) =>
  tx.selectFrom('webhook').selectAll('webhook').select(sql<number>`(select count(*)::integer from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'waiting')`.as('waiting'))

export const readWebhooks = (tx: Tx): Promise<readonly StoredWebhook[]> => webhooks(tx).orderBy('created_at').orderBy('id').execute()
export const lockWebhook = (tx: Tx, id: string): Promise<StoredWebhook | undefined> => webhooks(tx).where('id', '=', id).forUpdate('webhook').executeTakeFirst()

export const insertWebhook = (tx: Tx, row: Pick<WebhookTable, 'org_id' | 'id' | 'name' | 'address' | 'kinds' | 'secret' | 'created_by'>) =>
  tx.insertInto('webhook').values({ ...row, kinds: sql`${row.kinds}::text[]` as never, secret_before: null, before_until: null, failing_since: null }).execute()

export const updateWebhook = (tx: Tx, id: string, change: Partial<Pick<WebhookTable, 'name' | 'address' | 'kinds' | 'secret' | 'secret_before' | 'before_until' | 'failing_since'>> & { readonly state?: StoredWebhook['state'] }) =>
  tx.updateTable('webhook').set((row) => ({ ...change, version: row('version', '+', 1) }) as never).where('id', '=', id).execute()

export const deleteWebhook = (tx: Tx, id: string) => tx.deleteFrom('webhook').where('id', '=', id).execute()

const columns = ['org_id', 'id', 'webhook_id', 'message_id', 'kind', 'state', 'attempts', 'created_at', 'next_at', 'lease_until', 'last_at', 'last_status', 'last_words'] as const
export const readDeliveries = (tx: Tx, webhookId: string): Promise<readonly StoredDelivery[]> => tx.selectFrom('webhook_delivery').select(columns).where('webhook_id', '=', webhookId).orderBy('created_at', 'desc').orderBy('id').limit(100).execute()

/** A message that tells of nothing. */
export function insertPing(tx: Tx, orgId: string, webhookId: string, at: Date): Promise<StoredDelivery> {
  const id = newId()
  const body = { type: 'ping', timestamp: at.toISOString(), data: { organisation: orgId } }
  const row = { org_id: orgId, id, webhook_id: webhookId, message_id: `ping_${id}`, kind: 'ping', body: JSON.stringify(body), next_at: sql<string>`now()`, lease_until: null, last_at: null, last_status: null, last_words: null }
  return tx.insertInto('webhook_delivery').values(row).returning(columns).executeTakeFirstOrThrow()
}

/** Sends a message once more, from the beginning; undefined where there is none. */
export const sendAgain = (tx: Tx, id: string): Promise<StoredDelivery | undefined> =>
  tx.updateTable('webhook_delivery').set({ state: 'waiting', attempts: 0, next_at: sql`now()`, lease_until: null } as never).where('id', '=', id).returning(columns).executeTakeFirst()

/** A message that this server has taken to send, with where it goes. */
export type Taken = { readonly org_id: string; readonly id: string; readonly webhook_id: string; readonly message_id: string; readonly body: unknown; readonly attempts: number; readonly address: string; readonly secret: string; readonly secret_before: string | null; readonly created_by: string; readonly webhook_name: string }

export async function takeDue(db: Db, wanted: number, leaseSeconds: number): Promise<readonly Taken[]> {
  return (await sql<Taken>`select * from claim_webhook_deliveries(${wanted}, ${leaseSeconds})`.execute(db)).rows
}

/** How an attempt ended. `pause`: seconds until the next; left out where there is none. */
export type Attempt = { readonly status: number | null; readonly words: string | null; readonly delivered: boolean; readonly pause?: number | undefined }

/** Writes down how an attempt ended; tells whether the webhook is given up with it. */
export async function settle(db: Db, taken: Taken, { status, words, delivered, pause }: Attempt, onGivenUp: (tx: Tx) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await enterOrg(tx, { orgId: taken.org_id, accountId: taken.created_by } satisfies Pick<Actor, 'orgId' | 'accountId'>)
    const state = delivered ? 'delivered' : pause === undefined ? 'given_up' : 'waiting'
    await sql`update webhook_delivery set attempts = attempts + 1, lease_until = null, last_at = now(), last_status = ${status}, last_words = ${words}, state = ${state},
      next_at = case when ${state} = 'waiting' then now() + make_interval(secs => ${pause ?? 0}) end where id = ${taken.id}`.execute(tx)
    if (delivered) await sql`update webhook set failing_since = null where id = ${taken.webhook_id} and failing_since is not null`.execute(tx)
    else await sql`update webhook set failing_since = coalesce(failing_since, now()) where id = ${taken.webhook_id}`.execute(tx)
    if (state !== 'given_up') return
    const { rows } = await sql`update webhook set state = 'failed', version = version + 1 where id = ${taken.webhook_id} and state = 'on' returning id`.execute(tx)
    if (rows.length > 0) await onGivenUp(tx)
  })
}

/** Removes messages that came to their end so many days ago, of every organisation; tells how many. */
export async function pruneDeliveries(db: Db, days: number): Promise<number> {
  return (await sql<{ gone: number }>`select prune_webhook_deliveries(${days}) as gone`.execute(db)).rows[0]?.gone ?? 0
}
