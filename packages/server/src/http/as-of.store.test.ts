import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { pathOf, type Route } from '@throughline/contract/wire'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { datedReads } from './testing/dated-reads.ts'

const needsQuery = ({ query }: Route): boolean => ((query as { required?: readonly string[] } | undefined)?.required ?? []).length > 0
const head = 'Id,Name,Department,Whole-life cost (EUR),Benefits (EUR),Start date,End date,Delivery confidence'

onEachDatabase('as of a moment', (t) => {
  const app = testApp(t)
  const listed = (query: object = {}) => app.viewer.read(demandRoutes.listInitiatives, { query })
  const find = async (name: string) => {
    const row = (await listed()).rows.find((one) => one.name === name)
    if (!row) throw new Error(`no initiative ${name}`)
    return row
  }
  const change = async (name: string, body: object) => {
    const { id, version } = await find(name)
    return app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version, ...body } })
  }
  const publish = async (title: string, asOf: string, rows: readonly string[]) => {
    const { id } = await app.editor.read(demandRoutes.uploadImport, { query: { fileName: `${title}.csv` }, body: Buffer.from([head, ...rows].join('\n')) })
    await app.editor.read(demandRoutes.changeImport, { params: { id }, body: { title, asOf, scope: 'whole' } })
    await app.editor.read(demandRoutes.applyImport, { params: { id } })
    return id
  }
  /** The instant of the latest act: what is read as of it is what is read now. */
  const latest = async () => (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last

  /** Every dated read that needs nothing but an id: its address, and what it answers. */
  const readAll = async (moment: object = {}, ids: readonly string[] = []): Promise<ReadonlyMap<string, string>> => {
    const replies = new Map<string, string>()
    for (const { name, route } of datedReads.filter((one) => !needsQuery(one.route)))
      for (const id of route.path.includes(':') ? ids : ['']) {
        const response = await app.app.inject({ url: pathOf(route, { id }, { ...moment }), headers: { cookie: app.viewer.cookie } })
        expect([name, response.statusCode < 500]).toEqual([name, true])
        replies.set(`${name} ${id}`, `${response.statusCode} ${response.body.replace(/,"requestId":"[^"]*"/, '')}`)
      }
    return replies
  }

  describe('known late', () => {
    const costOn = async (moment: object) => (await listed(moment)).rows.find(({ name }) => name === 'Project P')?.cost

    it('is not seen by the board that decided before', async () => {
      await publish('March', '2026-03-30', ['P1,Project P,Works,100,,2026-01-01,2026-12-31,Green'])
      const board = await latest()
      const before = [...(await readAll({ asOf: board, position: '2026-03-30' }))]
      await wait(5)
      // The late invoice: the same position, published again.
      await publish('March', '2026-03-30', ['P1,Project P,Works,130,,2026-01-01,2026-12-31,Amber'])
      const amount = (text: string) => ({ status: 'ok', value: { minor: text } })
      expect([await costOn({ position: '2026-03-30', asOf: board }), await costOn({ position: '2026-03-30' }), await costOn({})]).toMatchObject([amount('10000'), amount('13000'), amount('13000')])
      expect([...(await readAll({ asOf: board, position: '2026-03-30' }))]).toEqual(before)
    })

    it('an older position adds what was true then, and leaves the plan alone', async () => {
      await publish('May', '2026-05-31', ['P1,Project P,Works,150,,2026-01-01,2026-12-31,Amber'])
      const { version } = await find('Project P')
      const known = await latest()
      await publish('April', '2026-04-30', ['P1,Project P,Works,140,,2026-01-01,2026-12-31,Red'])
      const row = async (moment: object) => (await listed(moment)).rows.find(({ name }) => name === 'Project P')
      expect(await row({})).toMatchObject({ version, cost: { value: { minor: '15000' } } })
      expect(await row({ position: '2026-05-01' })).toMatchObject({ cost: { value: { minor: '14000' } }, rating: { level: 'red' } })
      expect(await row({ position: '2026-05-01', asOf: known })).toMatchObject({ cost: { value: { minor: '13000' } } })
      expect(await row({ position: '2026-03-29' })).toBeUndefined()
    })

    it('and what is taken back shows what was there before it', async () => {
      const id = await publish('June', '2026-06-30', ['P1,Project P,Works,190,,2026-01-01,2026-12-31,Green', 'P2,Project Q,Works,1,,2026-01-01,2026-12-31,Green'])
      const known = await latest()
      const names = async (moment: object) => (await listed(moment)).rows.filter(({ name }) => name.startsWith('Project')).map(({ name, cost }) => [name, cost.status === 'ok' ? cost.value.minor : null])
      expect(await names({ position: '2026-07-01' })).toEqual([['Project P', '19000'], ['Project Q', '100']])
      await app.editor.read(demandRoutes.undoImport, { params: { id } })
      expect(await names({ position: '2026-07-01' })).toEqual([['Project P', '15000']])
      expect(await names({})).toEqual([['Project P', '15000']])
      expect(await names({ position: '2026-07-01', asOf: known })).toEqual([['Project P', '19000'], ['Project Q', '100']])
    })

    it('an edit by hand holds from its day, on top of positions that come late', async () => {
      await change('Project P', { costMinor: '99900' })
      await publish('July', '2026-07-31', ['P1,Project P,Works,200,,2026-01-01,2026-12-31,Red'])
      expect([await costOn({}), await costOn({ position: '2026-08-01' }), await costOn({ position: '2026-06-01' })]).toMatchObject([{ value: { minor: '99900' } }, { value: { minor: '20000' } }, { value: { minor: '15000' } }])
      expect(await costOn({ position: new Date().toISOString().slice(0, 10) })).toEqual(await costOn({}))
    })
  })

  it('is refused where it is no moment of the past, by name, on every read', async () => {
    const code = async (route: Route, query: object) => ((await app.owner.call(route as typeof portfolioRoutes.readCockpit, { params: { id: '01890a5d-ac96-774b-bcce-b302099a8057' }, query } as never)).body as { code?: string } | undefined)?.code
    for (const { name, route } of datedReads) {
      expect([name, await code(route, { asOf: 'yesterday' })]).toEqual([name, 'input_invalid'])
      if (needsQuery(route)) continue
      expect([name, await code(route, { asOf: '2999-01-01T00:00:00Z' })]).toEqual([name, 'as_of_future'])
      expect([name, await code(route, { position: '2299-01-01' })]).toEqual([name, 'as_of_future'])
      expect([name, await code(route, { asOf: '1999-01-01T00:00:00Z' })]).toEqual([name, 'as_of_before_beginning'])
    }
  })

  it('is not written to', async () => {
    const answer = await app.app.inject({ method: 'POST', url: `/api/demand/initiatives?asOf=${encodeURIComponent(await latest())}`, headers: { cookie: app.editor.cookie, 'x-csrf-token': app.editor.csrf, 'content-type': 'application/json' }, payload: { name: 'Back then' } })
    expect(answer.json()).toMatchObject({ status: 400, code: 'input_invalid', issues: [{ path: '/query/asOf', expected: 'no asOf: what is written, is written now' }] })
  })

  it('shows another organisation nothing', async () => {
    const theirs = await app.secondOrganisation()
    const { rows } = await theirs.viewer.read(demandRoutes.listInitiatives, { query: { position: '2026-07-01' } })
    expect(rows).toEqual([])
  })
})
