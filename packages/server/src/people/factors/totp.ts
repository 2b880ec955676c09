import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Time steps of 30 seconds, six digits, HMAC with SHA-1: what every authenticator app understands (RFC 6238, RFC 4226). */
const stepSeconds = 30
const digits = 6

/** How many steps a clock may be ahead or behind. */
export const drift = 1

/** A secret of 160 bits, as RFC 4226 recommends, in base32. */
export const newAppSecret = (): string => base32(randomBytes(20))

/** The step of a moment. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

/** The code of a step (RFC 4226, section 5.3); `length` and `hash` as the test vectors of the RFC have them. */
export function codeOf(key: Buffer, step: number, length: number = digits, hash: 'sha1' | 'sha256' | 'sha512' = 'sha1'): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(hash, key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** length).padStart(length, '0')
}

/** The step within the drift whose code this is, later than the last one accepted; undefined where there is none. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const given = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(given)) return undefined
  const key = fromBase32(secret)
  const present = stepOf(now)
  // All steps are tried, so that how long it takes tells nothing.
  const fitting = Array.from({ length: 2 * drift + 1 }, (_, at) => present - drift + at).filter((step) => timingSafeEqual(Buffer.from(codeOf(key, step)), Buffer.from(given)))
  return fitting.find((step) => step > lastStep)
}

/** What the picture holds that an app scans: `otpauth://totp/Throughline:person@example.org?secret=…`. */
export function appAddress(secret: string, email: string, organisation: string): string {
  const issuer = `Throughline ${organisation}`.replaceAll(':', ' ').slice(0, 60)
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export function fromBase32(text: string): Buffer {
  const bits = [...text.toUpperCase()].map((letter) => Math.max(letters.indexOf(letter), 0).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
