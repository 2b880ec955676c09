import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyInFolder, newSealer } from './index.ts'

const [one, two] = [randomBytes(32), randomBytes(32)]

describe('a sealed secret', () => {
  const sealed = newSealer([one]).seal('client secret ö', 'provider 7')

  it('is opened by the key at its place', () => expect(newSealer([one]).open(sealed, 'provider 7')).toBe('client secret ö'))
  it('is opened by the old key after a new one came first', () => expect(newSealer([two, one]).open(sealed, 'provider 7')).toBe('client secret ö'))
  it('is sealed otherwise each time, and shows nothing', () => {
    expect(newSealer([one]).seal('client secret ö', 'provider 7').equals(sealed)).toBe(false)
    expect(sealed.includes('client')).toBe(false)
  })
  it('does not open elsewhere, with another key, or changed in any byte', () => {
    expect(() => newSealer([one]).open(sealed, 'provider 8')).toThrow()
    expect(() => newSealer([two]).open(sealed, 'provider 7')).toThrow(/THROUGHLINE_SECRET_KEY/)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => newSealer([one]).open(changed, 'provider 7')).toThrow()
    }
  })
})

describe('the key of a server', () => {
  it('is made once beside the data, for the server alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-key-'))
    const made = keyInFolder(folder)
    expect([made.length, keyInFolder(folder)]).toEqual([32, made])
    expect(statSync(join(folder, 'secret-key')).mode & 0o077).toBe(0)
    rmSync(folder, { recursive: true })
  })
})
