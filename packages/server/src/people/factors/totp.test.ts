import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appAddress, base32, codeOf, drift, fromBase32, newAppSecret, stepOf, stepOfCode } from './totp.ts'

// RFC 6238, appendix B: the seed is the ASCII text 1234567890… to the length of the hash; eight digits.
const seed = (length: number) => Buffer.from('1234567890'.repeat(7).slice(0, length))
const vectors = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const

// RFC 4226, appendix D: counters 0 to 9, six digits.
const counted = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']

describe('a code of an authenticator app', () => {
  it.each(vectors)('at %i s is that of RFC 6238', (seconds, sha1, sha256, sha512) => {
    const step = stepOf(new Date(seconds * 1000))
    expect([codeOf(seed(20), step, 8), codeOf(seed(32), step, 8, 'sha256'), codeOf(seed(64), step, 8, 'sha512')]).toEqual([sha1, sha256, sha512])
  })

  it('by counter is that of RFC 4226', () => expect(counted.map((_, counter) => codeOf(seed(20), counter))).toEqual(counted))

  const secret = newAppSecret()
  const now = new Date('2026-03-01T12:00:10Z')
  const codeAt = (steps: number) => codeOf(fromBase32(secret), stepOf(now) + steps)

  it('is accepted within the drift of a clock and not beyond', () => {
    expect([-2, -1, 0, 1, 2].map((steps) => stepOfCode(secret, codeAt(steps), now, 0) !== undefined)).toEqual([false, true, true, true, false])
    expect(drift).toBe(1)
  })

  it('is never accepted again, nor one before it', () => {
    const step = stepOfCode(secret, codeAt(0), now, 0) ?? 0
    expect([codeAt(0), codeAt(-1)].map((code) => stepOfCode(secret, code, now, step))).toEqual([undefined, undefined])
    expect(stepOfCode(secret, codeAt(1), now, step)).toBe(step + 1)
  })

  it('may be written with a space, and nothing else is a code', () => {
    expect(stepOfCode(secret, `${codeAt(0).slice(0, 3)} ${codeAt(0).slice(3)}`, now, 0)).toBe(stepOf(now))
    fc.assert(fc.property(fc.string().filter((text) => !/^\d{6}$/.test(text.replaceAll(/\s/g, ''))), (text) => stepOfCode(secret, text, now, 0) === undefined))
  })

  it('has a secret of 160 bits that base32 keeps', () => {
    expect(fromBase32(secret)).toHaveLength(20)
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => Buffer.from(bytes).equals(fromBase32(base32(bytes)))))
    // RFC 4648, section 10.
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual(['MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
  })

  it('is scanned from an address that names organisation and person', () => {
    expect(appAddress('ABC', 'ada@example.org', 'Harbour: East')).toBe('otpauth://totp/Throughline%20Harbour%20%20East:ada%40example.org?secret=ABC&issuer=Throughline%20Harbour%20%20East&algorithm=SHA1&digits=6&period=30')
  })
})
