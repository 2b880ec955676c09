import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublic, reachOf } from './reach.ts'

const asked = { method: 'GET', headers: {}, body: undefined, redirect: 'manual' } as const

describe('an address', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', 'nonsense'])('%s is not of the open internet', (address) => expect(isPublic(address)).toBe(false))
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is', (address) => expect(isPublic(address)).toBe(true))
})

describe('a provider', () => {
  let place = ''
  const server = createServer((request, response) => {
    if (request.url === '/long') return response.end('x'.repeat(2 * 1024 * 1024))
    if (request.url === '/away') return response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    response.end('here')
  })
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    place = `127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((closed) => server.close(closed)))

  it('inside the network is reached where that is allowed, and no redirect is followed', async () => {
    const { fetch } = reachOf('any')
    expect(await (await fetch(`http://${place}/`, asked)).text()).toBe('here')
    expect((await fetch(`http://${place}/away`, asked)).status).toBe(302)
    await expect(fetch(`http://${place}/long`, asked)).rejects.toThrow(/more than/)
  })
  it.each(['http://1.1.1.1/', 'https://127.0.0.1/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://localhost/', 'https://2130706433/', 'https://0x7f.1/'])('%s is not reached where only the open internet is', async (address) => {
    await expect(reachOf('public').fetch(address, asked)).rejects.toThrow(/open internet|https/)
  })
})
