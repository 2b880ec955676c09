import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { CustomFetchOptions } from 'openid-client'

/** Which addresses an identity provider may have: those of the open internet alone, by https, or any that this server reaches. */
export type Network = 'public' | 'any'
export type Reach = { readonly network: Network; readonly fetch: (url: string, options: CustomFetchOptions) => Promise<Response> }

const mostBytes = 1024 * 1024
const patienceMs = 10_000

/** Loopback, private, link-local, shared, multicast and reserved addresses (RFC 6890, RFC 4193, RFC 6666). */
const inner = new BlockList()
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 3]] as const) inner.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [['::', 128], ['::1', 128], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) inner.addSubnet(net, bits, 'ipv6')

/** Whether an address belongs to the open internet; an IPv4 address in an IPv6 one is judged as itself. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const family = isIP(mapped ?? address)
  if (family === 0 || (family === 6 && /^::ffff:/i.test(address))) return false
  return !inner.check(mapped ?? address, family === 4 ? 'ipv4' : 'ipv6')
}

/** The address is looked up once and judged as it is used, so that a name cannot point elsewhere a moment later. */
const publicLookup: LookupFunction = (hostname, options, answer) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => !isPublic(address))
    if (error) return answer(error, '')
    if (refused || addresses.length === 0) return answer(new Error(`${hostname} is at ${refused?.address ?? 'no address'}, which is not on the open internet`), '')
    return options.all ? answer(null, addresses) : answer(null, addresses[0]!.address, addresses[0]!.family)
  })

/** Reaches identity providers: no redirect is followed, nothing longer than a megabyte is read, nothing waited for beyond ten seconds. */
export const reachOf = (network: Network): Reach => ({ network, fetch: (url, options) => exchange(new URL(url), options, network) })

function exchange(url: URL, { method, headers, body }: CustomFetchOptions, network: Network): Promise<Response> {
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  if (network === 'public' && url.protocol !== 'https:') return Promise.reject(new Error(`${url.origin} is not reached by https`))
  if (network === 'public' && isIP(bare) !== 0 && !isPublic(bare)) return Promise.reject(new Error(`${url.origin} is not on the open internet`))
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, timeout: patienceMs, signal: AbortSignal.timeout(patienceMs), ...(network === 'public' ? { lookup: publicLookup } : {}) }, (reply) => {
      const parts: Buffer[] = []
      let bytes = 0
      reply.on('data', (part: Buffer) => {
        bytes += part.length
        if (bytes > mostBytes) request.destroy(new Error(`${url.origin} sent more than ${mostBytes} bytes`))
        else parts.push(part)
      })
      reply.once('error', reject)
      reply.once('end', () => {
        const status = reply.statusCode ?? 502
        const fields = Object.entries(reply.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value].flat().join(', ')] as [string, string]]))
        resolve(new Response([204, 205, 304].includes(status) ? null : Buffer.concat(parts), { status, headers: fields }))
      })
    })
    request.once('error', reject)
    request.once('timeout', () => request.destroy(new Error(`${url.origin} did not answer within ${patienceMs / 1_000} s`)))
    if (body !== null && body !== undefined) request.write(body instanceof URLSearchParams ? body.toString() : body)
    request.end()
  })
}
