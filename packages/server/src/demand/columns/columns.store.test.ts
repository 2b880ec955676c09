import { expect, it } from 'vitest'
import { demandRoutes, type InitiativeRow } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { random } from '@throughline/engine/kernel'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { drawPortfolio } from '@throughline/testkit/random'
import { withOrg, type Moment as Asked } from '../../database/index.ts'
import { arraysOf } from './blank.ts'
import { openShelf } from './held.ts'
import { loadColumns } from './load.ts'
import { shareNothing } from './numbered.ts'
import { bringUp, type Held } from './refresh.ts'
import type { Columns } from './shape.ts'
import { momentOf } from './store/moment.ts'

/** Everything that columns hold, for comparison array by array. */
const all = ({ count, size, seen, links, objectives, units: { names, parents }, positions, fields, currency, ...own }: Columns): unknown => ({ count, size, own: arraysOf(own as Columns), seen, links, objectives, names, parents, positions, fields: [...fields], currency })

onEachDatabase('columns', (t) => {
  const app = testApp(t)
  const rows = async () => (await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows
  const create = (name: string, body: object = {}) => app.editor.read(demandRoutes.createInitiative, { body: { name, ...body } })
  const change = ({ id, version }: InitiativeRow, body: object) => app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version, ...body } })
  const publish = async (title: string, asOf: string, lines: readonly string[]) => {
    const body = Buffer.from(['Id,Name,Department,Whole-life cost (EUR),Start date,End date,Delivery confidence', ...lines].join('\n'))
    const { id } = await app.editor.read(demandRoutes.uploadImport, { query: { fileName: `${title}.csv` }, body })
    await app.editor.read(demandRoutes.changeImport, { params: { id }, body: { title, asOf, scope: 'whole' } })
    await app.editor.read(demandRoutes.applyImport, { params: { id } })
    return id
  }
  const latest = async () => (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last
  const reading = <T>(read: Parameters<typeof withOrg<T>>[2], moment: Asked = {}) => withOrg(t.db, app.viewer.actor, read, moment)

  it('brought up to a moment are those that are read as a whole, byte for byte', async () => {
    await drawPortfolio(t.db, app.owner.actor, { seed: 4, initiatives: 30, publications: 3, objectives: 4 })
    const { below } = random(20)
    const one = <T>(from: readonly T[]): T => from[below(from.length)] as T
    const field = await app.editor.read(demandRoutes.createField, { body: { name: 'Effort', kind: 'number' } as never })
    const objective = async () => one((await app.viewer.read(strategyRoutes.readStrategy, {})).objectives)
    const imports: string[] = []
    const acts: readonly (() => Promise<unknown>)[] = [
      () => create(`New ${below(90)}`, { costMinor: String(below(1000)), startOn: '2026-01-01' }),
      async () => change(one(await rows()), { costMinor: one(['7', '-9007199254740993', null]) }),
      async () => change(one(await rows()), { name: `Renamed ${below(9)}`, state: one(['closing', 'idea']), rating: { scale: 'five_point', level: one(['red', 'green']) } }),
      async () => change(one(await rows()), { unitId: one(await app.viewer.read(peopleRoutes.listUnits, {})).id, sponsor: one(['Ada', 'ada', null]) }),
      async () => app.editor.read(demandRoutes.removeInitiative, { params: { id: one(await rows()).id } }),
      async () => app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: one(await rows()).id, objectiveId: (await objective()).id, contribution: one([0.5, -0.125, 1]), rationale: 'because' } as never }),
      async () => {
        const { id, version } = one(await app.viewer.read(peopleRoutes.listUnits, {}))
        await app.editor.read(peopleRoutes.changeUnit, { params: { id }, body: { version, name: `Unit ${below(99)}` } as never })
      },
      async () => {
        const { id, version } = one(await rows())
        await app.editor.read(demandRoutes.changeCells, { body: { changes: [{ id, version, field: `custom:${field.id}`, value: String(below(9)) }] } })
      },
      async () => imports.push(await publish(`Position ${20 + below(3)}`, `202${below(4)}-03-31`, [`A1,Harbour ${below(3)},Ports,${below(900)},2025-01-01,2026-12-31,Red`, `A${2 + below(2)},Dock,,100,,,Green`])),
      async () => {
        const id = imports.pop()
        if (id) await app.editor.read(demandRoutes.undoImport, { params: { id } })
      },
    ]
    const shared = shareNothing()
    const held: Held[] = []
    const compare = (moment: Asked) =>
      reading(async (tx) => {
        const now = await momentOf(tx)
        const brought = await bringUp(tx, shared, held, now)
        const whole = await loadColumns(tx, shared, now.stamp)
        expect({ moment, ...(all(brought.columns) as object) }).toEqual({ moment, ...(all(whole) as object) })
        held.push(brought)
      }, moment)
    const instants: string[] = []
    for (let turn = 0; turn < 24; turn += 1) {
      await (acts[turn] ?? one(acts))()
      await compare({})
      instants.push(await latest())
    }
    held.splice(0, held.length - 2)
    // Back and forth in time, from whatever was asked for before; and days, known now or then.
    for (let turn = 0; turn < 10; turn += 1) await compare({ knownAt: one(instants) })
    for (const validOn of ['2021-06-30', '2023-06-30', '2021-06-30']) await compare({ validOn, ...(below(2) === 0 ? { knownAt: one(instants) } : {}) })
  }, 180_000)

  it('are those of the snapshot that asks, also where a later one was read meanwhile, and on every server', async () => {
    const [here, there] = [openShelf(1 << 28), openShelf(1 << 28)]
    const row = await create('Lighthouse', { costMinor: '1' })
    const costIn = (columns: Columns): number | undefined => columns.cost.low[columns.ids.find(row.id) ?? -1]
    const costAt = (shelf: typeof here, moment: Asked = {}) => reading(async (tx) => costIn(await shelf.columnsOf(tx)), moment)
    const before = await latest()
    await reading(async (tx) => {
      await momentOf(tx)
      await change(row, { costMinor: '2' })
      expect([await costAt(here), await costAt(there)]).toEqual([2, 2])
      expect(costIn(await here.columnsOf(tx))).toBe(1)
      // Numbers of rows are each server's own, what they hold is the same.
      expect(costIn(await there.columnsOf(tx))).toBe(1)
    })
    expect([await costAt(here), await costAt(there, { knownAt: before }), await costAt(here, { knownAt: before })]).toEqual([2, 1, 1])
  })

  it('are read once for all who ask at the same time, and given out as they are until somebody writes', async () => {
    const shelf = openShelf(1 << 28)
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => reading((tx) => shelf.columnsOf(tx))))
    expect(others.every((columns) => columns === first)).toBe(true)
    expect(await reading((tx) => shelf.columnsOf(tx))).toBe(first)
    await create('Jetty')
    const after = await reading((tx) => shelf.columnsOf(tx))
    expect([after === first, after.count]).toEqual([false, (first?.count ?? 0) + 1])
  })

  it('keep to the memory that they were given: the least recently used go, and are read again when they are asked for', async () => {
    const row = await create('Buoy', { costMinor: '0' })
    const wide = openShelf(1 << 28)
    const [instants, costs]: [string[], (number | undefined)[]] = [[], []]
    for (let turn = 0, version = row.version; turn < 6; turn += 1) {
      version = (await change({ ...row, version }, { costMinor: String(turn) })).version
      instants.push(await latest())
      await reading((tx) => wide.columnsOf(tx), { knownAt: instants[turn] })
    }
    const one = openShelf(1)
    await reading((tx) => one.columnsOf(tx))
    const narrow = openShelf((wide.holds().bytes + one.holds().bytes) / 2)
    for (const knownAt of [...instants, ...instants]) {
      await reading(async (tx) => {
        const columns = await narrow.columnsOf(tx)
        costs.push(columns.cost.low[columns.ids.find(row.id) ?? -1])
      }, { knownAt })
      expect(narrow.holds().bytes).toBeLessThanOrEqual((wide.holds().bytes + one.holds().bytes) / 2)
    }
    expect(costs).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5])
    expect([wide.holds().moments, one.holds().moments]).toEqual([6, 1])
    expect(narrow.holds().moments).toBeLessThan(6)
  })
})
