import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { betweenRoutes, linkRoutes, strategyRoutes, type UnitStrategy } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { writeAs } from '../../database/index.ts'
import { updateVersion } from '../versions/store.ts'
import { lockStrategy } from '../write-store.ts'

const uuid = (last: number): string => `019a0000-0000-7000-8000-${String(last).padStart(12, '0')}`

onEachDatabase('links between units', (t) => {
  const app = testApp(t)

  it('are found by what is recorded, and are there once somebody accepts them; each is decided once, and can be taken back', async () => {
    const { id: ditch } = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Ditch', state: 'active' } })
    const strategy = (at: number, name: string, ...objectives: readonly (readonly [string, string?])[]): UnitStrategy => ({
      id: uuid(at), name, intent: '', level: 'functional', unitId: null, parentId: null, weights: 'local',
      objectives: objectives.map(([statement, serving], place) => ({ id: uuid(at * 10 + place), statement, description: '', weight: 1 / objectives.length, owner: null, deadline: null, serves: null, contributions: serving === undefined ? [] : [{ initiativeId: serving, contribution: 0.5, rationale: '' }] })),
    })
    await writeAs(t.db, app.owner.actor, 'strategy.change-draft', async (tx, record) => {
      const { inForce } = await lockStrategy(tx, app.owner.actor.orgId)
      await updateVersion(tx, inForce.id, { unit_strategies: [strategy(1, 'Rivers', ['Meadows that flood', ditch], ['Fish come back']), strategy(2, 'Roads', ['Roads that drain', ditch], ['Lorries at night'])] })
      await record({ room: 'strategy', kind: 'strategy_version', id: inForce.id, before: null, after: { unitStrategies: 2 } })
      return ok({})
    })
    for (const objectiveId of [uuid(11), uuid(21)]) await app.editor.read(strategyRoutes.createMeasure, { body: { objectiveId, name: `Counted at ${objectiveId.slice(-2)}`, definition: 'Nights with noise', unit: 'count', direction: 'lower' } })
    const between = { query: { a: uuid(1), b: uuid(2) } }
    const { findings, links } = await app.viewer.read(betweenRoutes.readCommonLinks, between)
    expect(findings.map(({ from, to, reasons }) => [from.statement, to.statement, reasons.map(({ kind, names }) => `${kind} ${names.join()}`)])).toEqual([['Fish come back', 'Lorries at night', ['measure Counted at 11']], ['Meadows that flood', 'Roads that drain', ['initiative Ditch']]])
    expect(links).toEqual([])
    const said = (from: number, to: number, state: 'accepted' | 'set_aside' = 'accepted') => ({ body: { from: uuid(from), to: uuid(to), state, why: 'One ditch serves both' } })
    expect(await app.viewer.refused(betweenRoutes.decideCommonLink, said(10, 20))).toMatchObject({ code: 'role_insufficient' })
    expect(await app.editor.refused(betweenRoutes.decideCommonLink, said(10, 99))).toMatchObject({ code: 'not_found' })
    expect(await app.editor.refused(betweenRoutes.decideCommonLink, said(10, 11))).toMatchObject({ code: 'link_to_itself' })
    const link = await app.editor.read(betweenRoutes.decideCommonLink, said(20, 10))
    expect(link).toMatchObject({ from: { statement: 'Meadows that flood', strategy: 'Rivers' }, to: { statement: 'Roads that drain' }, state: 'accepted', why: 'One ditch serves both', decidedBy: app.editor.actor.name })
    expect(await app.editor.refused(betweenRoutes.decideCommonLink, said(10, 20, 'set_aside'))).toMatchObject({ code: 'link_exists' })
    await app.editor.read(betweenRoutes.decideCommonLink, said(11, 21, 'set_aside'))
    // What was accepted stands on the map and beside the line; what was set aside does not.
    const shown = async () => [(await app.viewer.read(linkRoutes.readMap, {})).commonLinks, (await app.viewer.read(strategyRoutes.readSight, { query: { kind: 'unit_objective', id: uuid(20) } })).commonLinks].map((all) => all.map(({ id }) => id))
    expect(await shown()).toEqual([[link.id], [link.id]])
    expect((await app.viewer.read(strategyRoutes.readSight, { query: { kind: 'unit_objective', id: uuid(11) } })).commonLinks).toEqual([])
    // What was decided is not found again, until it is taken back.
    const decided = await app.viewer.read(betweenRoutes.readCommonLinks, between)
    expect([decided.findings, decided.links.map(({ state }) => state).sort()]).toEqual([[], ['accepted', 'set_aside']])
    expect(await app.editor.refused(betweenRoutes.removeCommonLink, { params: { id: link.id }, query: { version: link.version + 1 } })).toMatchObject({ code: 'version_moved' })
    await app.editor.read(betweenRoutes.removeCommonLink, { params: { id: link.id }, query: { version: link.version } })
    expect((await app.viewer.read(betweenRoutes.readCommonLinks, between)).findings).toHaveLength(1)
    expect(await shown()).toEqual([[], []])
    expect(await app.viewer.refused(betweenRoutes.readCommonLinks, { query: { a: uuid(9), b: uuid(2) } })).toMatchObject({ code: 'not_found' })
  })
})
