import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { capacityRoutes } from '@throughline/contract/capacity'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import type { Route } from '@throughline/contract/wire'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFromThePast, showMoment } from '../../wire/moment.ts'

const web = fileURLToPath(new URL('../..', import.meta.url))
const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = { capacityRoutes, demandRoutes, portfolioRoutes, strategyRoutes, valueRoutes }

/** Every page that can act on the plan, with the sources of its wiring: its folder and what of its room they share. */
const pages = ['strategy', 'demand', 'portfolio', 'capacity', 'value', 'people', 'governance'].flatMap((room) =>
  readdirSync(join(web, room, 'pages'), { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => {
    const files = readdirSync(join(web, room, 'pages', name)).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && file !== 'fixture.ts')
    return { page: `${room}/${name}`, sources: files.map((file) => readFileSync(join(web, room, 'pages', name, file), 'utf8')) }
  }),
)

/** Acts that are refused while the past is shown. */
const refusedIn = (source: string): readonly string[] =>
  [...source.matchAll(/useAct\((\w+Routes)\.(\w+)/g)].flatMap(([, room = '', name = '']) => {
    const route = routes[room]?.[name]
    return route && isFromThePast(route) ? [name] : []
  })

beforeAll(() => showMoment({ asOf: '2026-03-31T12:00:00.000Z' }))
afterAll(() => showMoment({}))

describe('while the past is shown', () => {
  it('every page whose acts are refused asks for a right that only the present gives', () => {
    const acting = pages.filter(({ sources }) => sources.some((source) => refusedIn(source).length > 0))
    expect(acting.map(({ page }) => page)).toEqual(expect.arrayContaining(['demand/initiative', 'portfolio/initiatives', 'portfolio/scenario', 'portfolio/scenarios', 'portfolio/select', 'value/value']))
    // `allows` answers no to all but looking in the past (`inThePast`); what needs no more than looking is hidden by `isPast`.
    expect(acting.filter(({ sources }) => !sources.some((source) => /allows\(\s*session,|isPast\(useMoment/.test(source))).map(({ page }) => page)).toEqual([])
  })

  it('what is computed now is not offered for then', () => {
    expect([portfolioRoutes.startSelection, portfolioRoutes.startSaving].map(isFromThePast)).toEqual([true, true])
  })
})
