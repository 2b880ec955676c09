import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether a message is ours and of the last five minutes: the HMAC-SHA256 of id, second and body by the secret that was shown once. */
export function verified(headers: Readonly<Record<string, string | readonly string[] | undefined>>, body: string, secret: string, now: number = Date.now()): boolean {
  const [id, second, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''))
  if (Math.abs(now / 1_000 - Number(second)) > 300) return false
  const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${second}.${body}`).digest()
  return (signatures ?? '').split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}
