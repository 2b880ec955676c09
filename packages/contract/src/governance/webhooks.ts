import { Type, type Static } from 'typebox'
import { Empty, Id, IdParams, Instant, Nullable, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'

/** An address that is told of acts as they are done. `failed`: it did not take what it was sent for three days, and is told nothing more until it is switched on. */
export const Webhook = Type.Object({
  id: Id, name: Type.String(), address: Type.String(), kinds: Type.Array(Type.String()), state: OneOf(['on', 'off', 'failed']), createdAt: Instant, version: Version,
  waiting: Type.Integer({ description: 'How much is still to be delivered' }), failingSince: Nullable(Instant), secretBeforeUntil: Nullable(Instant),
})
export type Webhook = Static<typeof Webhook>

const address = Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 1_000, description: 'An address that begins with https://' })
const kinds = Type.Array(Type.String({ pattern: '^[a-z]+(\\.[a-z_]+)?$', maxLength: 80, description: 'A room such as demand, or a kind in it such as demand.initiative' }), { maxItems: 50, uniqueItems: true, description: 'Of what it is told; of everything where empty' })
export const NewWebhook = Type.Object({ name: ShortText(120), address, kinds })
export const WebhookChange = Type.Object({ version: Version, name: Type.Optional(ShortText(120)), address: Type.Optional(address), kinds: Type.Optional(kinds), on: Type.Optional(Type.Boolean()) })
/** A webhook with the secret that its messages are signed with; shown this once. */
export const WebhookWithSecret = Type.Object({ webhook: Webhook, secret: Type.String() })

/** One message to one address: what it is about, and how far it came. */
export const WebhookDelivery = Type.Object({
  id: Id, webhookId: Id, messageId: Type.String(), kind: Type.String({ description: 'The act, or ping' }), state: OneOf(['waiting', 'delivered', 'given_up']), attempts: Type.Integer(), createdAt: Instant,
  nextAt: Nullable(Instant), lastAt: Nullable(Instant), lastStatus: Nullable(Type.Integer()), lastWords: Nullable(Type.String({ description: 'Why the last attempt failed' })),
})
export type WebhookDelivery = Static<typeof WebhookDelivery>

export const webhookRoutes = {
  listWebhooks: route({ method: 'GET', path: '/api/governance/webhooks', summary: 'The addresses that are told of acts', access: 'administer', reply: Type.Array(Webhook) }),
  addWebhook: route({ method: 'POST', path: '/api/governance/webhooks', summary: 'Tell an address of acts as they are done; its secret is shown once', access: 'administer', recentSignIn: true, body: NewWebhook, reply: WebhookWithSecret, status: 201 }),
  changeWebhook: route({ method: 'PATCH', path: '/api/governance/webhooks/:id', summary: 'Change a webhook, or switch it on or off', access: 'administer', recentSignIn: true, params: IdParams, body: WebhookChange, reply: Webhook }),
  removeWebhook: route({ method: 'DELETE', path: '/api/governance/webhooks/:id', summary: 'Remove a webhook with its deliveries', access: 'administer', params: IdParams, query: Seen, seen: 'webhook', reply: Empty, status: 204 }),
  renewWebhookSecret: route({ method: 'POST', path: '/api/governance/webhooks/:id/secret', summary: 'Give a webhook another secret; for a day messages are signed with both', access: 'administer', recentSignIn: true, params: IdParams, body: Type.Object({ version: Version }), reply: WebhookWithSecret }),
  pingWebhook: route({ method: 'POST', path: '/api/governance/webhooks/:id/ping', summary: 'Send a message that says nothing, to see whether it arrives', access: 'administer', params: IdParams, reply: WebhookDelivery, status: 202 }),
  listDeliveries: route({ method: 'GET', path: '/api/governance/webhooks/:id/deliveries', summary: 'What a webhook was sent, newest first, at most a hundred', access: 'administer', params: IdParams, reply: Type.Array(WebhookDelivery) }),
  deliverAgain: route({ method: 'POST', path: '/api/governance/webhook-deliveries/:id/again', summary: 'Send a message once more, under the id that it had', access: 'administer', params: IdParams, reply: WebhookDelivery, status: 202 }),
} as const
