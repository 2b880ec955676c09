import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { guardLoad, usualLoad, type LoadLimits } from './overload.ts'

describe('a server with more to do than it can', () => {
  let app: FastifyInstance
  let storageLow = false
  let begun = 0
  let letGo: (() => void)[] = []
  const open = (limits: Partial<LoadLimits>): void => {
    ;[begun, letGo, storageLow] = [0, [], false]
    app = fastify()
    app.decorateRequest('actor', undefined)
    app.addHook('onRequest', async (request) => {
      const { account } = request.headers
      if (typeof account === 'string') request.actor = { orgId: 'o', accountId: account, name: account, email: account, role: 'viewer', via: 'token' }
    })
    guardLoad(app, { ...usualLoad, ...limits }, () => storageLow)
    app.get('/healthz', async () => 'ok')
    app.all('/work', async () => {
      begun += 1
      await new Promise<void>((resolve) => letGo.push(resolve))
      return 'done'
    })
    app.all('/quick', async () => 'done')
  }
  const waitFor = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resume) => setTimeout(resume, 1))
  }
  const atWork = async (more: number) => {
    const wanted = begun + more
    const asked = Array.from({ length: more }, () => app.inject('/work'))
    await waitFor(() => begun >= wanted)
    return asked
  }
  afterEach(() => app.close())

  it('turns away what is beyond the most, at once, and takes it again when there is room', async () => {
    open({ mostRequests: 2 })
    const asked = await atWork(2)
    const away = await app.inject('/quick')
    expect([away.statusCode, away.headers['retry-after'], away.headers['content-type'], away.json<{ code: string }>().code]).toEqual([503, '5', 'application/problem+json; charset=utf-8', 'overloaded'])
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    letGo.forEach((resume) => resume())
    expect((await Promise.all(asked)).map(({ body }) => body)).toEqual(['done', 'done'])
    expect((await app.inject('/quick')).body).toBe('done')
  })

  it('leaves one account half the places, and the rest to everybody else', async () => {
    open({ mostRequests: 4 })
    const asked = [1, 2].map(() => app.inject({ url: '/work', headers: { account: 'greedy' } }))
    await waitFor(() => begun === 2)
    const of = (account: string) => app.inject({ url: '/quick', headers: { account } })
    expect([(await of('greedy')).statusCode, (await of('patient')).statusCode, (await app.inject('/quick')).statusCode]).toEqual([503, 200, 200])
    letGo.forEach((resume) => resume())
    await Promise.all(asked)
    expect((await of('greedy')).statusCode).toBe(200)
  })

  it('counts the bytes that were announced', async () => {
    open({ mostBytes: 1_000 })
    const sent = (bytes: number) => app.inject({ method: 'POST', url: '/quick', payload: 'x'.repeat(bytes), headers: { 'content-type': 'text/plain' } })
    expect([(await sent(900)).statusCode, (await sent(1_001)).statusCode, (await sent(900)).statusCode]).toEqual([200, 503, 200])
  })

  it('turns away when it is far behind with its own work, but not for a few alone', async () => {
    open({ mostDelayMs: 50 })
    const asked = await atWork(15)
    const block = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
    block()
    expect((await app.inject('/quick')).statusCode).toBe(200)
    asked.push(...(await atWork(1)))
    block()
    expect((await app.inject('/quick')).statusCode).toBe(503)
    letGo.forEach((resume) => resume())
    await Promise.all(asked)
  })

  it('writes nothing while the disk is all but full, and goes on reading', async () => {
    open({})
    storageLow = true
    expect((await app.inject({ method: 'POST', url: '/quick' })).json()).toMatchObject({ status: 503, code: 'storage_full' })
    expect((await app.inject('/quick')).body).toBe('done')
    storageLow = false
    expect((await app.inject({ method: 'POST', url: '/quick' })).body).toBe('done')
  })
})
