import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type WebhookDelivery } from '@throughline/contract/governance'
import { cheapServices, onEachDatabase, testApp } from '@throughline/testkit/database'
import { verified } from '../../../../../docs/guide/webhook-receiver.ts'
import { deliverDue } from './index.ts'

type Heard = { readonly headers: IncomingMessage['headers']; readonly body: string }

onEachDatabase('webhooks', (t) => {
  const app = testApp(t)
  const heard: Heard[] = []
  let answer: (request: IncomingMessage, reply: ServerResponse) => void = (_, reply) => reply.writeHead(204).end()
  const receiver = createServer((request, reply) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      answer(request, reply)
    })
  })
  let place = ''
  beforeAll(async () => {
    await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening))
    place = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((closed) => receiver.close(closed)))
  beforeEach(async () => {
    await sql`delete from webhook`.execute(t.owner)
    heard.length = 0
    answer = (_, reply) => reply.writeHead(204).end()
  })

  const deliver = (network: 'any' | 'public' = 'any') => deliverDue({ db: t.db, seal: cheapServices.seal, network, onError: (error) => { throw error } }, 20)
  /** Lets time pass until the next attempt is due. */
  const later = () => sql`update webhook_delivery set next_at = now() where state = 'waiting'`.execute(t.owner)
  const add = (address: string, kinds: readonly string[] = []) => app.owner.read(governanceRoutes.addWebhook, { body: { name: 'Receiver', address, kinds: [...kinds] } })
  const log = (id: string): Promise<readonly WebhookDelivery[]> => app.owner.read(governanceRoutes.listDeliveries, { params: { id } })
  const act = (name: string) => app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor: '12345' } })

  it('are told of an act by ids alone, signed, once it is done', async () => {
    const { webhook, secret } = await add(place, ['demand.initiative'])
    const { id } = await act('Bridge')
    await app.editor.refused(demandRoutes.createInitiative, { body: { name: 'Late', startOn: '2026-02-01', endOn: '2026-01-01' } })
    await app.owner.read(governanceRoutes.addComment, { body: { subject: { room: 'demand', kind: 'initiative', id }, text: 'Said' } })
    expect(await deliver()).toBe(1)
    const [message] = heard
    expect(JSON.parse(message?.body ?? '')).toEqual({ type: 'demand.create-initiative', timestamp: expect.stringMatching(/Z$/) as string, data: { organisation: app.owner.actor.orgId, by: app.editor.actor.accountId, count: 1, changes: [{ room: 'demand', kind: 'initiative', id, what: 'added' }] } })
    expect(message?.body).not.toMatch(/Bridge|12345/)
    expect(verified(message?.headers ?? {}, message?.body ?? '', secret)).toBe(true)
    expect(verified(message?.headers ?? {}, `${message?.body} `, secret)).toBe(false)
    expect(await log(webhook.id)).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 204 }])
    expect(await deliver()).toBe(0)
  })

  it('that are down, or answer otherwise, are tried again under the same id, later and later', async () => {
    const { webhook } = await add(place)
    await act('Again')
    const ids = new Set<unknown>()
    for (const status of [500, 302, 404]) {
      answer = (_, reply) => reply.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('no')
      await deliver()
      const [one] = await log(webhook.id)
      expect(one).toMatchObject({ state: 'waiting', lastStatus: status, lastWords: expect.stringContaining(String(status)) as string })
      expect(await deliver()).toBe(0)
      await later()
    }
    for (const [attempts, failing] of [[4, (request) => void request.socket.destroy()], [5, () => undefined]] as const satisfies readonly (readonly [number, (request: IncomingMessage) => void])[]) {
      answer = failing
      await deliver()
      expect((await log(webhook.id))[0]).toMatchObject({ attempts, lastStatus: null, state: 'waiting' })
      await later()
    }
    answer = (_, reply) => reply.writeHead(200).end()
    await deliver()
    for (const { headers } of heard) ids.add(headers['webhook-id'])
    expect([ids.size, heard.length]).toEqual([1, 6])
    expect((await log(webhook.id))[0]).toMatchObject({ state: 'delivered', attempts: 6 })
  })

  it('that take nothing for three days are told nothing more, and who added them is told', async () => {
    const { webhook } = await add('http://127.0.0.1:1/')
    await act('Lost')
    for (let attempt = 1; attempt <= 11; attempt++) {
      await later()
      expect(await deliver()).toBe(1)
    }
    expect(await log(webhook.id)).toMatchObject([{ state: 'given_up', attempts: 11 }])
    expect(await app.owner.read(governanceRoutes.listWebhooks, {})).toMatchObject([{ state: 'failed' }])
    const { notifications } = await app.owner.read(governanceRoutes.listNotifications, { query: {} })
    expect(notifications.filter(({ reason, words }) => reason === 'webhook_failed' && words === 'Receiver')).toHaveLength(1)
    await act('Unheard')
    expect(await deliver()).toBe(0)
    const [failed] = await app.owner.read(governanceRoutes.listWebhooks, {})
    await app.owner.read(governanceRoutes.changeWebhook, { params: { id: webhook.id }, body: { version: failed?.version ?? 0, on: true, address: place } })
    await app.owner.read(governanceRoutes.deliverAgain, { params: { id: (await log(webhook.id))[0]?.id ?? '' } })
    await deliver()
    expect((await log(webhook.id)).filter(({ state }) => state === 'delivered')).not.toEqual([])
  })

  it.each(['http://127.0.0.1:1/', 'https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://169.254.169.254/', 'https://10.0.0.1/'])('reach no address inside the network: %s', async (address) => {
    const { webhook } = await add(address)
    await app.owner.read(governanceRoutes.pingWebhook, { params: { id: webhook.id } })
    await deliver('public')
    expect((await log(webhook.id)).map(({ kind, state, lastWords }) => [kind, state, /open internet|https/.test(lastWords ?? '')])).toContainEqual(['ping', 'waiting', true])
    expect(heard).toEqual([])
  })

  it('have a new secret, and for a day the one before as well', async () => {
    const { webhook, secret } = await add(place)
    const renewed = await app.owner.read(governanceRoutes.renewWebhookSecret, { params: { id: webhook.id }, body: { version: webhook.version } })
    await app.owner.read(governanceRoutes.pingWebhook, { params: { id: webhook.id } })
    await deliver()
    const ping = heard.find(({ body }) => body.includes('"ping"'))
    for (const one of [secret, renewed.secret]) expect(verified(ping?.headers ?? {}, ping?.body ?? '', one)).toBe(true)
    await sql`update webhook set before_until = now()`.execute(t.owner)
    await app.owner.read(governanceRoutes.pingWebhook, { params: { id: webhook.id } })
    await deliver()
    const last = heard.at(-1)
    expect([secret, renewed.secret].map((one) => verified(last?.headers ?? {}, last?.body ?? '', one))).toEqual([false, true])
  })

  it('say nothing of what only some may see, nor to another organisation', async () => {
    const theirs = await app.secondOrganisation()
    await add(place)
    await theirs.owner.read(demandRoutes.createInitiative, { body: { name: 'Theirs' } })
    await app.editor.read(demandRoutes.createView, { body: { list: 'initiatives', name: 'Mine', look: {}, sharing: 'private' } as never })
    await deliver()
    expect(heard).toEqual([])
    expect(await theirs.owner.read(governanceRoutes.listWebhooks, {})).toEqual([])
    expect(await app.editor.refused(governanceRoutes.listWebhooks, {})).toMatchObject({ code: 'role_insufficient' })
  })
})
