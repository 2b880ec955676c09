import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = { readonly challenge: string; readonly rpId?: string; readonly rp?: { readonly id: string } }
/** What a browser hands to a page, as JSON. */
export type WebAuthnAnswer = Readonly<Record<string, unknown>>
export type Authenticator = { make(options: object): WebAuthnAnswer; answer(options: object): WebAuthnAnswer }

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** A device with one passkey (ES256, without attestation) that verifies its person each time, as WebAuthn level 2 has it. */
export function newAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const clientData = (type: string, { challenge }: Options): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authData = (rpId: string, flags: number, rest: Uint8Array = Buffer.alloc(0)): Buffer => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE((counter += 1))
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, rest])
  }
  const whole = (response: object): WebAuthnAnswer => ({ id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {}, response })
  return {
    make: (given) => {
      const options = given as Options
      const key = cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')]]))
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const attestation = cbor(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData(options.rp?.id ?? '', 0x45, attested)]]))
      return whole({ clientDataJSON: base64url(clientData('webauthn.create', options)), attestationObject: base64url(attestation), transports: ['internal'] })
    },
    answer: (given) => {
      const options = given as Options
      const [data, client] = [authData(options.rpId ?? '', 0x05), clientData('webauthn.get', options)]
      return whole({ clientDataJSON: base64url(client), authenticatorData: base64url(data), signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)) })
    },
  }
}

/** The little of CBOR (RFC 8949) that a passkey needs: whole numbers, bytes, text and maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, part]) => [cbor(key), cbor(part)])])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  throw new Error('no such thing in a passkey')
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  return count < 256 ? Buffer.from([(major << 5) | 24, count]) : Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}
