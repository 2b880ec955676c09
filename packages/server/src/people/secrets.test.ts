import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../database/ids.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { csrfOf, newSecret, tokenParts, tokenText } from './secrets.ts'

describe('an id', () => {
  it('is a UUID of version 7 that sorts by its millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), (now) => {
        const [one, later] = [newId(now), newId(now + 1)]
        expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(one < later).toBe(true)
        expect(Number.parseInt(one.replaceAll('-', '').slice(0, 12), 16)).toBe(now)
      }),
    )
  })
})

describe('a token', () => {
  it('is read as it was written, and nothing else is read', () => {
    const [id, secret] = [newId(), newSecret()]
    expect(tokenParts(tokenText(id, secret))).toEqual({ id, secret })
    fc.assert(fc.property(fc.string(), (text) => tokenParts(text) === undefined))
    expect(tokenParts(tokenText(id, secret).slice(0, -1))).toBeUndefined()
  })
})

describe('a page’s token', () => {
  it('belongs to one session and does not tell it', () => {
    const secret = newSecret()
    expect(csrfOf(secret)).toBe(csrfOf(secret))
    expect(csrfOf(secret)).not.toBe(csrfOf(newSecret()))
    expect(csrfOf(secret)).not.toContain(secret)
  })
})

describe('a password', () => {
  const cost = { N: 16, r: 1, p: 1 }
  it('matches itself alone, however its letters are composed', async () => {
    const stored = await hashPassword('pâté de campagne', cost)
    expect(stored).toMatch(/^scrypt\$16\$1\$1\$/)
    expect(await passwordMatches('pâté de campagne'.normalize('NFD'), stored)).toBe(true)
    expect(await passwordMatches('pate de campagne', stored)).toBe(false)
  })

  it('is salted', async () => {
    expect(await hashPassword('the same', cost)).not.toBe(await hashPassword('the same', cost))
  })

  it('never matches where there is no account', async () => {
    expect(await passwordMatches('anything', undefined)).toBe(false)
  })
})
