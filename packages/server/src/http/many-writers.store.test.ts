import type { AddressInfo } from 'node:net'
import { beforeAll, expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { pathOf, type Problem, type Route } from '@throughline/contract/wire'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { newId } from '../database/index.ts'

const writers = 50
type Heard = { readonly status: number; readonly body: unknown }

onEachDatabase('many writers at once', (t) => {
  const app = testApp(t)
  let url = ''
  beforeAll(async () => {
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(app.app.server.address() as AddressInfo).port}`
  })
  const send = async (who: Person, route: Route, params: Record<string, unknown>, body?: object, query?: Record<string, unknown>): Promise<Heard> => {
    const reply = await fetch(url + pathOf(route, params, query), { method: route.method, headers: { cookie: who.cookie, 'x-csrf-token': who.csrf, 'idempotency-key': newId(), ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) })
    const text = await reply.text()
    return { status: reply.status, body: text ? (JSON.parse(text) as unknown) : undefined }
  }
  const read = async (id: string) => (await app.editor.read(demandRoutes.readInitiative, { params: { id } })).row
  const add = (name: string): Promise<InitiativeRow> => app.editor.read(demandRoutes.createInitiative, { body: { name } })

  /** Changes until it is done, each time on the row as it is: what a person does who reloads. Tells how often. */
  const insist = async (id: string, change: (row: InitiativeRow) => object): Promise<number> => {
    for (let times = 1; ; times++) {
      const row = await read(id)
      const heard = await send(app.editor, demandRoutes.changeInitiative, { id }, { version: row.version, ...change(row) })
      if (heard.status === 200) return times
      expect((heard.body as Problem).code).toBe('version_moved')
    }
  }

  it('of one version let in the first, and tell every other by name', async () => {
    const { id } = await add('One')
    const heard = await Promise.all(Array.from({ length: writers }, (_, at) => send(app.editor, demandRoutes.changeInitiative, { id }, { version: 1, [at % 2 === 0 ? 'sponsor' : 'category']: `Writer ${at}` })))
    const [done, refused] = [heard.filter(({ status }) => status === 200), heard.filter(({ status }) => status === 409)]
    expect([done.length, refused.length]).toEqual([1, writers - 1])
    for (const { body } of refused) expect(body).toMatchObject({ code: 'version_moved', values: { found: 1, expected: 2, by: 'Eddie Editor' } })
    const row = await read(id)
    expect(row.version).toBe(2)
    expect([row.sponsor, row.category].filter((text) => text !== null)).toHaveLength(1)
  })

  it('of one field that each reads and adds to lose none of it', async () => {
    const { id } = await add('Counted')
    const before = (row: InitiativeRow) => (row.sponsor === null ? [] : row.sponsor.split(' '))
    // Few enough to end soon: each round lets one in.
    const some = Array.from({ length: 12 }, (_, at) => `w${at}`)
    const tries = await Promise.all(some.map((name) => insist(id, (row) => ({ sponsor: [...before(row), name].join(' ') }))))
    const row = await read(id)
    expect(before(row).toSorted()).toEqual(some.toSorted())
    expect(row.version).toBe(1 + some.length)
    expect(Math.max(...tries)).toBeLessThanOrEqual(some.length)
  })

  it('of different rows of one list all stand', async () => {
    const rows = await Promise.all(Array.from({ length: writers }, (_, at) => add(`Row ${at}`)))
    const heard = await Promise.all(rows.map(({ id, version }, at) => send(app.editor, demandRoutes.changeCells, {}, { changes: [{ id, version, field: 'sponsor', value: `Sponsor ${at}` }] })))
    expect(heard.filter(({ status }) => status !== 200)).toEqual([])
    expect((await Promise.all(rows.map(({ id }) => read(id)))).map(({ sponsor }) => sponsor)).toEqual(rows.map((_, at) => `Sponsor ${at}`))
  })

  it('do not take away what another has changed since it was seen', async () => {
    const { id } = await add('Going')
    await app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version: 1, sponsor: 'New' } })
    expect(await send(app.editor, demandRoutes.removeInitiative, { id }, undefined, { version: 1 })).toMatchObject({ status: 409, body: { code: 'version_moved', values: { what: 'initiative', by: 'Eddie Editor', found: 1, expected: 2 } } })
    expect((await read(id)).sponsor).toBe('New')
    expect((await send(app.editor, demandRoutes.removeInitiative, { id }, undefined, { version: 2 })).status).toBe(204)
  })

  it('of one contribution do not write over each other', async () => {
    const [{ id: initiativeId }, strategy] = [await add('Served'), await app.owner.read(strategyRoutes.createPerspective, { body: { name: 'Many' } })]
    const perspectiveId = strategy.perspectives.at(-1)?.id ?? ''
    const { objectives } = await app.owner.read(strategyRoutes.createObjective, { body: { perspectiveId, statement: 'Serve', weight: 0 } })
    const say = (contribution: number, seen: number | null) => send(app.owner, strategyRoutes.changeContribution, {}, { initiativeId, objectiveId: objectives.at(-1)?.id, contribution, seen })
    expect((await say(0.5, null)).status).toBe(200)
    const heard = await Promise.all([say(0.2, 0.5), say(0.8, 0.5)])
    expect(heard.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await say(0.1, null)).toMatchObject({ status: 409, body: { code: 'version_moved', values: { what: 'contribution', by: expect.stringContaining('Olga') as string } } })
  })
})
