import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { pathOf, takesMoment, type Route } from '@throughline/contract/wire'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { rooms } from '../rooms.ts'

/** Reads that show the present whatever moment is asked for, each with the reason. */
const timeless: readonly (readonly [RegExp, string])[] = [
  [/^people\.(readSession|listTokens)$/, 'who is signed in, and with what'],
  [/^governance\.(readJob|listNotifications|countUnread|readChoices|findPeople|listComments|countComments|readActivity|saveArchive)/, 'work, talk and what a person is told'],
  [/^demand\.(.*Import.*|listViews|listExamples)$/, 'work on files, and how somebody looks at lists'],
]
const dated = rooms.flatMap(({ room, routes }) => Object.entries(routes).map(([name, route]) => ({ name: `${room}.${name}`, route }))).filter(({ name, route }) => takesMoment(route) && !timeless.some(([names]) => names.test(name)))
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
  const create = (name: string, body: object = {}) => app.editor.read(demandRoutes.createInitiative, { body: { name, ...body } })
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
    for (const { name, route } of dated.filter((one) => !needsQuery(one.route)))
      for (const id of route.path.includes(':') ? ids : ['']) {
        const response = await app.app.inject({ url: pathOf(route, { id }, { ...moment }), headers: { cookie: app.viewer.cookie } })
        expect([name, response.statusCode < 500]).toEqual([name, true])
        replies.set(`${name} ${id}`, `${response.statusCode} ${response.body.replace(/,"requestId":"[^"]*"/, '')}`)
      }
    return replies
  }

  it('every read shows what it showed then', async () => {
    const shown: { at: string; ids: readonly string[]; replies: ReadonlyMap<string, string> }[] = []
    const strategy = () => app.viewer.read(strategyRoutes.readStrategy, {})
    const acts: readonly (() => Promise<unknown>)[] = [
      () => create('Bridge', { costMinor: '1000', benefitsMinor: '4000' }),
      () => create('Tunnel', { startOn: '2026-01-01', endOn: '2027-06-30' }),
      () => app.editor.read(peopleRoutes.createUnit, { body: { code: 'R', name: 'Roads', parentId: null, kind: 'department' } }),
      async () => change('Bridge', { unitId: (await app.viewer.read(peopleRoutes.listUnits, {}))[0]?.id, costMinor: '1200' }),
      async () => {
        const [perspective] = (await strategy()).perspectives
        await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspective?.id ?? '', statement: 'Fewer floods', weight: 1 } as never })
      },
      async () => app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: (await find('Bridge')).id, objectiveId: (await strategy()).objectives[0]?.id ?? '', contribution: 0.5, rationale: 'a wall' } as never }),
      async () => app.editor.read(demandRoutes.createDependency, { body: { fromId: (await find('Bridge')).id, toId: (await find('Tunnel')).id } }),
      () => publish('Spring', '2026-03-31', ['A1,Harbour,Ports,700,900,2025-01-01,2026-12-31,Amber', 'A2,Dock,Ports,100,,2025-01-01,2026-12-31,Red']),
      async () => app.editor.read(valueRoutes.recordEntry, { body: { initiativeId: (await find('Harbour')).id, kind: 'forecast', year: 2026, amountMinor: '500', cashClass: 'cash_releasing', evidence: 'a study' } as never }),
      () => publish('Summer', '2026-06-30', ['A1,Harbour,Ports,750,900,2025-01-01,2027-03-31,Red']),
      async () => app.editor.read(demandRoutes.removeInitiative, { params: { id: (await find('Dock')).id } }),
      () => publish('Spring', '2026-03-31', ['A1,Harbour,Ports,710,900,2025-01-01,2026-12-31,Green']),
      async () => {
        const [unit] = await app.viewer.read(peopleRoutes.listUnits, {})
        await app.editor.read(peopleRoutes.changeUnit, { params: { id: unit?.id ?? '' }, body: { version: unit?.version ?? 0, name: 'Streets' } as never })
      },
      async () => {
        const { name: _, ...organisation } = await app.owner.read(peopleRoutes.readOrganisation, {})
        await app.owner.read(peopleRoutes.changeOrganisation, { body: { version: organisation.version, name: 'Acme and Daughters' } as never })
      },
      () => change('Tunnel', { costMinor: '333', why: 'a better estimate' }),
    ]
    for (const perform of acts) {
      await perform()
      const ids = (await listed()).rows.slice(0, 2).map(({ id }) => id)
      shown.push({ at: await latest(), ids, replies: await readAll({}, ids) })
    }
    for (const { at, ids, replies } of shown) {
      const again = await readAll({ asOf: at }, ids)
      for (const [read, reply] of replies) expect([at, read, again.get(read)]).toEqual([at, read, reply])
    }
    expect(shown.at(-1)?.replies.size).toBeGreaterThan(15)
  }, 120_000)

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
    const code = async (route: Route, query: object) => ((await app.viewer.call(route as typeof portfolioRoutes.readCockpit, { params: { id: '01890a5d-ac96-774b-bcce-b302099a8057' }, query } as never)).body as { code?: string } | undefined)?.code
    for (const { name, route } of dated) {
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
