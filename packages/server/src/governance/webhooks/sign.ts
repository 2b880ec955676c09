import { createHmac, randomBytes } from 'node:crypto'

/** A secret as Standard Webhooks has it: 32 bytes of chance as base64 after `whsec_`. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

const bytesOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** The headers of a message (Standard Webhooks 1.0): HMAC-SHA256 of id, second and body by each secret. */
export function signedHeaders(id: string, atSeconds: number, body: string, secrets: readonly string[]): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => `v1,${createHmac('sha256', bytesOf(secret)).update(`${id}.${atSeconds}.${body}`).digest('base64')}`)
  return { 'webhook-id': id, 'webhook-timestamp': String(atSeconds), 'webhook-signature': signatures.join(' ') }
}
