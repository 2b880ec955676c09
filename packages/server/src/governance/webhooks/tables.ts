import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    webhook: WebhookTable
    webhook_delivery: WebhookDeliveryTable
  }
}

/** An address that is told of acts. Its secrets are sealed. */
export interface WebhookTable {
  org_id: string
  id: string
  name: string
  address: string
  kinds: string[]
  state: Generated<'on' | 'off' | 'failed'>
  secret: string
  /** The secret before, with which messages are signed as well until then. */
  secret_before: string | null
  before_until: string | null
  failing_since: string | null
  created_by: string
  created_at: Generated<string>
  version: Generated<number>
}

/** One message to one address, from the act that it tells of to its end. */
export interface WebhookDeliveryTable {
  org_id: string
  id: string
  webhook_id: string
  message_id: string
  kind: string
  body: unknown
  state: Generated<'waiting' | 'delivered' | 'given_up'>
  attempts: Generated<number>
  created_at: Generated<string>
  next_at: string | null
  lease_until: string | null
  last_at: string | null
  last_status: number | null
  last_words: string | null
}
