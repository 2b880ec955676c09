import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Job } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Refused, call, fieldError, followJob, isPassing, isSignedOut, keyOf, pauseMs, problemOf, shareDone } from './index.ts'

const asked: { url: string; init: RequestInit }[] = []
const answer = (...replies: (() => Response)[]) => {
  asked.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    const reply = replies[Math.min(asked.length, replies.length) - 1]
    if (!reply) throw new TypeError('Failed to fetch')
    return reply()
  })
}
const json = (value: unknown, status = 200, type = 'application/json') => () => new Response(JSON.stringify(value), { status, headers: { 'content-type': type } })
const refused = async (attempt: Promise<unknown>) => attempt.then(() => undefined, (error: unknown) => problemOf(error))
const id = '0190a5c4-0000-7000-8000-000000000001'

afterEach(() => vi.unstubAllGlobals())

describe('a call', () => {
  it('fills in the path, sends JSON and the page’s token with a change', async () => {
    answer(json({ csrf: 't1' }), json({ id }))
    await call(peopleRoutes.readSession, {})
    await call(peopleRoutes.changeMember, { params: { id: 'a/b' }, body: { version: 1, role: 'owner' } })
    expect(asked[1]?.url).toBe('/api/people/members/a%2Fb')
    expect(asked[1]?.init).toMatchObject({ method: 'PATCH', body: '{"version":1,"role":"owner"}', headers: { 'x-csrf-token': 't1', 'content-type': 'application/json' } })
  })
  it('sends no token and no body with a question', async () => {
    answer(json([]))
    await call(demandRoutes.listInitiatives, { query: { current: true } })
    expect(asked[0]?.url).toBe('/api/demand/initiatives?current=true')
    expect(asked[0]?.init.headers).toEqual({ accept: 'application/json' })
  })
  it('gives bytes for a download and nothing for a 204', async () => {
    answer(() => new Response(new Uint8Array([1, 2])), () => new Response(null, { status: 204 }))
    expect(await call(demandRoutes.exportInitiatives, { query: { format: 'csv' } })).toEqual(new Uint8Array([1, 2]))
    expect(await call(peopleRoutes.signOut, {})).toEqual({})
  })
})

describe('a refusal', () => {
  const problem = { type: '/problems#last_owner', title: 'The last owner stays', status: 409, code: 'last_owner', detail: 'An organisation needs an owner.', values: {} }
  it('is read from problem+json, whole', async () => {
    answer(json(problem, 409, 'application/problem+json'))
    expect(await refused(call(peopleRoutes.removeMember, { params: { id } }))).toEqual(problem)
  })
  it.each([
    ['a page of HTML', () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }), 502],
    ['JSON that is no problem', json({ error: 'x' }, 500), 500],
    ['nothing', () => new Response(null, { status: 504 }), 504],
  ])('is described by its status where the reply is %s', async (_, reply, status) => {
    answer(reply)
    expect(await refused(call(peopleRoutes.readSession, {}))).toMatchObject({ code: 'reply_unexpected', status })
  })
  it('says so where the server does not answer, and may be tried again', async () => {
    answer()
    const error = await call(peopleRoutes.readSession, {}).catch((thrown: unknown) => thrown)
    expect(problemOf(error).code).toBe('unreachable')
    expect(isPassing(error)).toBe(true)
  })
  it('says so where a good reply is not JSON', async () => {
    answer(() => new Response('<!doctype html>'))
    expect(await refused(call(peopleRoutes.readSession, {}))).toMatchObject({ code: 'reply_unexpected' })
  })
  it('lets an abort through as an abort', async () => {
    answer(() => { throw new DOMException('aborted', 'AbortError') })
    await expect(call(peopleRoutes.readSession, {})).rejects.toMatchObject({ name: 'AbortError' })
  })
  it('tells signed out from forbidden, and finds the field an issue belongs to', () => {
    expect(isSignedOut(new Refused({ ...problem, status: 401, code: 'session_required' }))).toBe(true)
    expect(isSignedOut(new Refused({ ...problem, status: 403, code: 'role_insufficient' }))).toBe(false)
    const invalid = { ...problem, code: 'input_invalid', issues: [{ path: '/email', found: 'x', expected: 'an email address' }] }
    expect(fieldError(invalid, 'email')).toBe('Expected an email address; found x.')
    expect(fieldError(invalid, 'name')).toBeUndefined()
  })
})

describe('keys', () => {
  it('tell parameters and queries apart and begin with the room', () => {
    expect(keyOf(demandRoutes.readInitiative, { params: { id } })).toEqual(['demand', `/api/demand/initiatives/${id}`])
    expect(keyOf(demandRoutes.listInitiatives, { query: { current: true } })).not.toEqual(keyOf(demandRoutes.listInitiatives, {}))
  })
})

describe('jobs', () => {
  const job = (state: Job['state'], done: number, total: number | null): Job => ({ id, kind: 'example', state, progress: { done, total, words: '' }, result: null, problem: null, createdAt: '2026-01-01T00:00:00Z', finishedAt: null })
  it('are asked about until they are over', async () => {
    vi.useFakeTimers()
    answer(json(job('queued', 0, null)), json(job('running', 1, 4)), json(job('done', 4, 4)))
    const shares: (number | undefined)[] = []
    const over = followJob(id, { onProgress: (seen) => shares.push(shareDone(seen)) })
    await vi.runAllTimersAsync()
    vi.useRealTimers()
    expect((await over).state).toBe('done')
    expect(shares).toEqual([undefined, 0.25, 1])
    expect(asked.map(({ url }) => url)).toEqual(Array.from({ length: 3 }, () => governanceRoutes.readJob.path.replace(':id', id)))
  })
  it('are asked about less and less often, but at least every three seconds', () => {
    expect([0, 1, 2].map(pauseMs)).toEqual([200, 300, 450])
    expect(pauseMs(50)).toBe(3000)
  })
})
