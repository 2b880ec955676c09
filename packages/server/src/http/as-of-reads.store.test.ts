import { expect, inject, it } from 'vitest'
import { random } from '@throughline/engine/kernel'
import { capacityRoutes } from '@throughline/contract/capacity'
import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { pathOf } from '@throughline/contract/wire'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { drawnActs } from '@throughline/testkit/random'
import { datedReads } from './testing/dated-reads.ts'

type Address = { readonly name: string; readonly url: (moment: object) => string }
/** What was asked after an act, at its instant, of which day, and what was answered. */
type Recorded = { readonly after: string; readonly at: string; readonly position: object; readonly readings: readonly (Address & { readonly reply: string })[] }

const seed = 20
/** A moment is recorded after so many acts: on the built-in database after few of them; a server that runs the same suite a second time is asked of fewer. */
const stride = inject('clusters').length > 1 ? 36 : 18
const positions: readonly object[] = [{}, { position: '2026-04-15' }]

/** What names the reading itself: the request, the instant up to which it was read, which is that of the clock or the one asked for, and when somebody was last here, which no act says. */
const instantOfReading = [/(),"requestId":"[^"]*"/, /^(\{"baseAt":)"[^"]*"/, /("id":"plan"[^{}]*"knownAt":)"[^"]*"/, /("to":\{"asOf":)"[^"]*"/, /("lastSeenAt":)"[^"]*"/g] as const

onEachDatabase('every read of every room', (t) => {
  const app = testApp(t)
  const { below } = random(seed)

  /** The ids that a read is asked for: things of its kind that there are now. */
  const idsFor = async (path: string): Promise<readonly string[]> => {
    const some = (things: readonly { readonly id: string }[]): readonly string[] => [...things.slice(0, 1), ...things.slice(-1)].map(({ id }) => id)
    if (!path.includes(':id')) return ['']
    if (path.includes('/business-case')) return some((await app.viewer.read(demandRoutes.listBusinessCases, { query: {} })).rows.map(({ initiative }) => initiative))
    if (path.startsWith('/api/demand/initiatives')) return some((await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows)
    if (path.startsWith('/api/portfolio/scenarios')) return some(await app.viewer.read(portfolioRoutes.listScenarios, {}))
    if (path.startsWith('/api/governance/decisions')) return some(await app.viewer.read(governanceRoutes.listDecisions, { query: {} }))
    if (path.startsWith('/api/governance/health-checks')) return some((await app.viewer.read(governanceRoutes.readHealthChecks, {})).checks)
    if (path.startsWith('/api/governance/deliverables')) return some((await app.viewer.read(governanceRoutes.readQuality, { query: {} })).deliverables)
    if (path.startsWith('/api/governance/method-library')) return some((await app.viewer.read(governanceRoutes.readMethodLibrary, {})).items)
    if (path.startsWith('/api/governance/frameworks')) return some((await app.viewer.read(governanceRoutes.readFrameworks, {})).frameworks)
    if (path.startsWith('/api/delivery/components')) return some((await app.viewer.read(deliveryRoutes.readReuse, { query: {} })).components)
    if (path.startsWith('/api/delivery/tasks')) return some((await Promise.all((await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows.map(({ id }) => app.viewer.read(deliveryRoutes.listTasks, { params: { id } })))).flatMap(({ tasks }) => tasks))
    if (path.startsWith('/api/delivery/risks')) return some((await Promise.all((await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows.map(({ id }) => app.viewer.read(deliveryRoutes.listRisks, { params: { id } })))).flatMap(({ risks }) => risks))
    if (path.startsWith('/api/governance/initiatives') || path.startsWith('/api/capacity/initiatives') || path.startsWith('/api/delivery/initiatives')) return some((await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows)
    if (path.startsWith('/api/capacity/pools')) return some((await app.viewer.read(capacityRoutes.readCapacity, {})).pools.map(({ pool }) => pool))
    if (path.startsWith('/api/strategy/versions')) return some(await app.viewer.read(strategyRoutes.listVersions, {}))
    if (path.startsWith('/api/strategy/workshops')) return some(await app.viewer.read(strategyRoutes.listWorkshops, {}))
    if (path.startsWith('/api/strategy/to-go')) return some((await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows)
    if (path.startsWith('/api/strategy/measures') || path.startsWith('/api/value/measures')) return some((await app.viewer.read(strategyRoutes.listMeasures, {})).measures)
    if (path.startsWith('/api/strategy/sources')) return some((await app.viewer.read(strategyRoutes.readIntake, {})).sources)
    if (path.startsWith('/api/strategy/objectives')) return some((await app.viewer.read(strategyRoutes.readStrategy, {})).objectives)
    if (path.startsWith('/api/governance/communications')) return some((await app.viewer.read(governanceRoutes.readCommunication, {})).communications)
    throw new Error(`Say which things ${path} can be read of`)
  }
  /** What a read is asked beyond its moment, so that each of its ways to answer is walked. */
  const queriesFor = async (name: string): Promise<readonly Record<string, string>[]> => {
    const scenarios = await app.viewer.read(portfolioRoutes.listScenarios, {})
    const asked: Record<string, readonly Record<string, string>[]> = {
      'demand.documentBusinessCase': [{}, { format: 'docx' }],
      'demand.exportInitiatives': [{ format: 'csv' }],
      'demand.findAlike': [{ title: 'A bridge of the harbour' }],
      'demand.readWindow': [{}, { ask: JSON.stringify({ groups: ['unit'], sort: [{ field: 'cost', descending: true }] }) }],
      'delivery.exportTasks': [{ format: 'csv' }],
      'delivery.exportRegister': [{ format: 'csv' }, { format: 'csv', part: 'issues' }],
      'portfolio.comparePlans': scenarios[0] ? [{ ids: `plan,${scenarios[0].id}` }] : [{}],
      'portfolio.readSelectionCase': [{ value: 'strategic' }],
      'portfolio.readRoadmapCase': [{ value: 'net' }],
      'strategy.readAlignment': [{}, { basis: 'day', counting: 'without_both', period: 'to_come' }],
      'strategy.readSight': (await app.viewer.read(strategyRoutes.readStrategy, {})).objectives.slice(0, 1).map(({ id }) => ({ kind: 'objective', id })),
      'strategy.readMeasureChange': [{ from: '2025-09-30', to: '2026-03-31' }],
      'value.readMeasureEvents': (await app.viewer.read(strategyRoutes.listMeasures, {})).measures.slice(0, 1).map(({ id }) => ({ measureId: id })),
      'value.readPeriodClose': [{ period: '2026Q1' }],
    }
    return asked[name] ?? [{}]
  }
  const addresses = async (): Promise<readonly Address[]> => {
    const found: Address[] = []
    for (const { name, route } of datedReads) for (const id of await idsFor(route.path)) for (const query of await queriesFor(name)) found.push({ name, url: (moment) => pathOf(route, { id }, { ...query, ...moment }) })
    return found
  }
  const read = async (url: string): Promise<string> => {
    const response = await app.app.inject({ url, headers: { cookie: app.owner.cookie } })
    expect([url, response.statusCode < 500]).toEqual([url, true])
    return `${response.statusCode} ${instantOfReading.reduce((body, pattern) => body.replace(pattern, '$1'), response.body)}`
  }
  /** The instant of the latest act: what is read as of it is what is read now. */
  const latest = async () => (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last

  it(`answers as of an instant what it answered then, of either day (acts drawn with ${seed})`, async () => {
    const acts = drawnActs(app, random(seed))
    const names = Object.keys(acts)
    const order = [...names, ...Array.from({ length: 12 }, () => names[below(names.length)] ?? '')]
    const recorded: Recorded[] = []
    for (const [index, name] of order.entries()) {
      const answer = await acts[name]?.()
      if (index < names.length) expect([name, answer?.status, (answer?.status ?? 500) < 300 ? '' : JSON.stringify(answer?.body)]).toEqual([name, expect.any(Number), ''])
      if (index % stride !== stride - 1) continue
      const [at, asked] = [await latest(), await addresses()]
      for (const position of positions) {
        const readings = []
        for (const address of asked) readings.push({ ...address, reply: await read(address.url(position)) })
        recorded.push({ after: name, at, position, readings })
      }
    }
    for (const { after, at, position, readings } of recorded) for (const { url, reply } of readings) expect([after, url(position), await read(url({ ...position, asOf: at }))]).toEqual([after, url(position), reply])
    const walked = new Set(recorded.flatMap(({ readings }) => readings.filter(({ reply }) => reply.startsWith('200')).map(({ name }) => name)))
    expect(datedReads.filter(({ name }) => !walked.has(name)).map(({ name }) => name)).toEqual([])
  }, 600_000)
})
