import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { enterOrg } from '../database/index.ts'
import { enqueue } from '../jobs/index.ts'

const token = 'a token for who reads the figures'.replaceAll(' ', '-')
const repository = new URL('../../../../', import.meta.url)

onEachDatabase('the figures of operation', (t) => {
  const app = testApp(t, { metricsToken: token })
  const read = async () => (await app.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${token}` } })).body
  const valueOf = (text: string, name: string, labels = '') => Number(new RegExp(`^${name}${labels && `\\{${labels}\\}`} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN)

  it('are for who has the token', async () => {
    for (const authorization of ['', 'Bearer wrong', `Basic ${token}`]) expect((await app.app.inject({ url: '/metrics', headers: { authorization } })).statusCode).toBe(401)
    expect((await app.app.inject({ url: '/metrics', headers: { cookie: app.owner.cookie } })).statusCode).toBe(401)
  })

  it('count requests by the route as it is written, whatever strangers ask for', async () => {
    await app.owner.read(peopleRoutes.listMembers, {})
    await app.owner.read(peopleRoutes.listMembers, {})
    for (const made of ['/made/up', '/api/made-up-7', '/api/made-up-8']) await app.app.inject(made)
    const text = await read()
    expect(valueOf(text, 'throughline_http_requests_total', 'method="GET",route="/api/people/members",status="200"')).toBe(2)
    expect(valueOf(text, 'throughline_http_request_seconds_count', 'method="GET",route="/api/people/members"')).toBe(2)
    expect(text).not.toContain('made')
  })

  it('count jobs of every organisation, and say nothing of what they are', async () => {
    const { owner } = await app.secondOrganisation()
    for (const actor of [app.owner.actor, owner.actor])
      await t.db.transaction().execute(async (tx) => {
        await enterOrg(tx, actor)
        await enqueue(tx, actor, { kind: 'test.nobody-takes-this', input: {} })
      })
    const text = await read()
    expect(valueOf(text, 'throughline_jobs', 'state="queued"')).toBe(2)
    expect(valueOf(text, 'throughline_job_oldest_waiting_seconds')).toBeGreaterThanOrEqual(0)
    expect(text).not.toContain('nobody-takes-this')
    expect(valueOf(text, 'throughline_database_connections', 'state="open"')).toBeGreaterThan(0)
    expect(valueOf(text, 'throughline_live_streams')).toBe(0)
  })

  it('are those that the dashboard and the alarms ask for', async () => {
    await app.owner.read(governanceRoutes.listNotifications, {})
    const known = new Set([...(await read()).matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, kind]) => (kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name!])))
    for (const file of ['deploy/grafana/throughline.json', 'deploy/grafana/alarms.yaml']) {
      const asked = new Set([...readFileSync(new URL(file, repository), 'utf8').matchAll(/\bthroughline_[a-z0-9_]+/g)].map(([name]) => name))
      expect(asked.size).toBeGreaterThan(3)
      expect([...asked].filter((name) => !known.has(name))).toEqual([])
    }
  })

  it('have probes beside them that need no token', async () => {
    for (const probe of ['/livez', '/readyz', '/healthz']) expect((await app.app.inject(probe)).json()).toEqual({ status: 'ok' })
  })
})

onEachDatabase('without a token', (t) => {
  const app = testApp(t)
  it('there are no figures', async () => expect((await app.app.inject({ url: '/metrics', headers: { authorization: 'Bearer undefined' } })).statusCode).toBe(404))
})
