import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryBytes, isInKnownList } from './known-list.ts'
import { rangeCheck } from './range.ts'
import { checkStrength, unforeseen } from './strength.ts'

const never = async () => false
const outcome = async (password: string, known: readonly string[] = [], breached: (password: string) => Promise<boolean> = never) => {
  const checked = await checkStrength(password, known, breached)
  return checked.ok ? 'accepted' : checked.refusal.code
}

describe('the list of known passwords', () => {
  it('holds those of twelve characters or more that were stolen most, in any case', () => {
    for (const password of ['1q2w3e4r5t6y', 'qwerty123456', 'LeaveMeAlone', 'QWERTY123456']) expect([password, isInKnownList(password)]).toEqual([password, true])
    for (const password of ['copper walrus tidal mosaic', 'correct horse battery', '']) expect([password, isInKnownList(password)]).toEqual([password, false])
  })
  it('is in order, has no entry twice and more than the 3,000 that are asked for', () => {
    const bytes = readFileSync(new URL('known-passwords.bin', import.meta.url))
    const count = bytes.length / entryBytes
    expect([Number.isInteger(count), count > 40_000]).toEqual([true, true])
    for (let at = 1; at < count; at += 1) if (bytes.compare(bytes, (at - 1) * entryBytes, at * entryBytes, at * entryBytes, (at + 1) * entryBytes) !== 1) throw new Error(`entry ${at} is not after the one before`)
  })
})

describe('a password', () => {
  it('that is known or foreseen is refused, whatever its length', async () => {
    expect(await outcome('qwerty123456')).toBe('password_known')
    for (const password of ['aaaaaaaaaaaaaaaa', 'abcdefghijklmnop', 'passwordpassword', '111122223333']) expect([password, await outcome(password)]).toEqual([password, 'password_guessable'])
    expect(await outcome('anna.lindqvist!', ['Anna Lindqvist', 'anna@meridian.example', 'Meridian'])).toBe('password_guessable')
    expect(await outcome('meridian2026', ['Meridian Group'])).toBe('password_guessable')
  })
  it('of unrelated words is accepted', async () => expect(await outcome('copper walrus tidal', ['Anna Lindqvist'])).toBe('accepted'))
  it('counts only what is left', () => expect([unforeseen('meridian2026', ['Meridian']), unforeseen('abcabc', [])]).toEqual([3, 1]))
})

describe('a service that answers by ranges', () => {
  const stolen = 'copper walrus tidal mosaic'
  const digits = createHash('sha1').update(stolen).digest('hex').toUpperCase()
  const asked: string[] = []
  const service = createServer((request, reply) => {
    asked.push(request.url ?? '')
    if (request.url === '/broken/00000') return void reply.writeHead(500).end()
    reply.end(request.url === `/range/${digits.slice(0, 5)}` ? `${'0'.repeat(35)}:3\r\n${digits.slice(5)}:17\r\n` : `${digits.slice(5)}:0\r\n`)
  })
  let address = ''
  beforeAll(async () => {
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
    address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((closed) => service.close(closed)))

  it('is told five digits and no more', async () => {
    const check = rangeCheck(`${address}/range/`, (reason) => expect.unreachable(reason))
    expect(await outcome(stolen, [], check)).toBe('password_known')
    expect(await outcome('another walrus tidal', [], check)).toBe('accepted')
    expect(asked.every((path) => /^\/range\/[0-9A-F]{5}$/.test(path))).toBe(true)
  })
  it('that fails stops nobody, and is said', async () => {
    const failures: string[] = []
    expect(await outcome('copper walrus tidal', [], rangeCheck('http://127.0.0.1:9/range', (reason) => failures.push(reason)))).toBe('accepted')
    expect(failures).toHaveLength(1)
  })
})
