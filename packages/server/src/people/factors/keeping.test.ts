import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deviceOf } from '../device.ts'
import { codesInSet, looksLikeRecoveryCode, newRecoverySet, recoveryHash } from './recovery.ts'
import { sealWith } from './seal.ts'

describe('recovery codes', () => {
  it('are found again however they are typed, and are each another', async () => {
    const { codes, hashes, salt } = await newRecoverySet()
    expect(new Set(codes).size).toBe(codesInSet)
    const [first = ''] = codes
    expect(first).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/)
    for (const typed of [first, first.toUpperCase(), first.replace('-', ' '), first.replace('-', '')]) expect((await recoveryHash(typed, salt)).equals(hashes[0] ?? Buffer.alloc(0))).toBe(true)
    expect(codes.every(looksLikeRecoveryCode)).toBe(true)
    expect(['123456', 'abcde-fghi', 'abcde-fghi1', ''].map(looksLikeRecoveryCode)).toEqual([false, false, false, false])
  })
})

describe('a seal', () => {
  const key = randomBytes(32)
  it('opens what it closed, for the same person alone', () => {
    const kept = sealWith(key).close('JBSWY3DP', 'ada')
    expect(kept).not.toContain('JBSWY3DP')
    expect(sealWith(key).open(kept, 'ada')).toBe('JBSWY3DP')
    expect(() => sealWith(key).open(kept, 'eve')).toThrow()
    expect(() => sealWith(randomBytes(32)).open(kept, 'ada')).toThrow()
    expect(() => sealWith(undefined).open(kept, 'ada')).toThrow(/THROUGHLINE_SECRET_KEY/)
  })
  it('given later opens what was kept without it', () => {
    expect(sealWith(key).open(sealWith(undefined).close('JBSWY3DP', 'ada'), 'ada')).toBe('JBSWY3DP')
  })
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36 Edg/153.0.0.0', 'Edge on Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox on Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari on iPhone'],
    ['Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['curl/8.5.0', 'curl'],
    ['<script>', 'script'],
    [undefined, 'Unknown device'],
  ])('%s is %s', (header, words) => expect(deviceOf(header)).toBe(words))
})
