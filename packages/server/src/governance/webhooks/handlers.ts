import type { governanceProblems, Webhook, WebhookDelivery, webhookRoutes } from '@throughline/contract/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { enterOrg, withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/index.ts'
import { addWebhook, changeWebhook, removeWebhook, renewSecret, type WithSecret } from './acts/set-webhook.ts'
import { insertPing, lockWebhook, readDeliveries, readWebhooks, sendAgain, type StoredDelivery, type StoredWebhook } from './store.ts'

const shown = ({ id, name, address, kinds, state, created_at: createdAt, version, waiting, failing_since: failingSince, before_until: until }: StoredWebhook): Webhook => ({ id, name, address, kinds, state, createdAt, version, waiting, failingSince, secretBeforeUntil: until })
const shownDelivery = (row: StoredDelivery): WebhookDelivery => ({
  id: row.id, webhookId: row.webhook_id, messageId: row.message_id, kind: row.kind, state: row.state, attempts: row.attempts, createdAt: row.created_at, nextAt: row.state === 'waiting' ? row.next_at : null, lastAt: row.last_at, lastStatus: row.last_status, lastWords: row.last_words,
})
const withSecret = ({ webhook, secret }: WithSecret) => ({ webhook: shown(webhook), secret })
const closeIn = ({ accounts }: RequestContext) => (secret: string, id: string) => accounts.seal.close(secret, `webhook ${id}`)

/** A message is no act: nothing of the organisation changes by it. */
const sending = <T>(db: Db, actor: Actor, perform: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    return perform(tx)
  })
const mapped = <T, U, R>(outcome: Result<T, R>, present: (value: T) => U): Result<U, R> => (outcome.ok ? ok(present(outcome.value)) : outcome)
const missing = (what: string, id: string): Result<never, Refusal<'not_found'>> => refuse({ code: 'not_found', values: { what, id } })

export const webhookHandlers: Handlers<typeof webhookRoutes, keyof typeof governanceProblems> = {
  listWebhooks: async ({ actor, context }) => ok((await withOrg(context.db, actor, readWebhooks, {})).map(shown)),
  addWebhook: async ({ actor, body, context }) => mapped(await addWebhook(context.db, actor, body, closeIn(context)), withSecret),
  changeWebhook: async ({ actor, params, body, context }) => mapped(await changeWebhook(context.db, actor, params.id, body), shown),
  removeWebhook: ({ actor, params, context }) => removeWebhook(context.db, actor, params.id),
  renewWebhookSecret: async ({ actor, params, body, context }) => mapped(await renewSecret(context.db, actor, params.id, body.version, context.now, closeIn(context)), withSecret),
  pingWebhook: ({ actor, params, context }) => sending(context.db, actor, async (tx) => ((await lockWebhook(tx, params.id)) ? ok(shownDelivery(await insertPing(tx, actor.orgId, params.id, context.now))) : missing('webhook', params.id))),
  listDeliveries: ({ actor, params, context }) =>
    withOrg(context.db, actor, async (tx) => ((await readWebhooks(tx)).some(({ id }) => id === params.id) ? ok((await readDeliveries(tx, params.id)).map(shownDelivery)) : missing('webhook', params.id)), {}),
  deliverAgain: ({ actor, params, context }) =>
    sending(context.db, actor, async (tx) => {
      const row = await sendAgain(tx, params.id)
      return row ? ok(shownDelivery(row)) : missing('delivery', params.id)
    }),
}
