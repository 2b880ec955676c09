import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A key of our own with which requests are signed, and the certificate by which a provider knows it; both as PEM. */
export type OwnKey = { readonly privateKey: string; readonly certificate: string }

/**
 * Makes a key (RSA, 3072 bits) and a certificate that it signs itself (X.509 v3, RFC 5280). A provider takes the certificate from our
 * metadata and trusts it for where it comes from, so that it holds for long and says nothing but a name.
 */
export function newOwnKey(name: string, now: Date): OwnKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const until = new Date(Date.UTC(now.getUTCFullYear() + 20, now.getUTCMonth(), 1))
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const named = sequence(tlv(0x31, sequence(oid(0x55, 0x04, 0x03), tlv(0x0c, Buffer.from(name, 'utf8')))))
  const content = sequence(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, serial),
    sha256WithRsa,
    named,
    sequence(time(now), time(until)),
    named,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const certificate = sequence(content, sha256WithRsa, tlv(0x03, Buffer.of(0), sign('sha256', content, privateKey)))
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: pemOf(certificate.toString('base64')) }
}

/** A certificate's base64 text as PEM. */
export const pemOf = (base64: string): string => `-----BEGIN CERTIFICATE-----\n${(base64.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`

/** One value of DER (X.690): its kind, its length, what is in it. */
function tlv(kind: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length < 0x80 ? Buffer.of(body.length) : body.length < 0x100 ? Buffer.of(0x81, body.length) : Buffer.of(0x82, body.length >> 8, body.length & 0xff)
  return Buffer.concat([Buffer.of(kind), size, body])
}
const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts)
const oid = (...bytes: readonly number[]): Buffer => tlv(0x06, Buffer.from(bytes))
/** 1.2.840.113549.1.1.11 */
const sha256WithRsa = sequence(oid(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b), tlv(0x05))
/** Years before 2050 have two digits (RFC 5280, 4.1.2.5). */
function time(at: Date): Buffer {
  const text = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`
  return at.getUTCFullYear() < 2050 ? tlv(0x17, Buffer.from(text.slice(2), 'ascii')) : tlv(0x18, Buffer.from(text, 'ascii'))
}
