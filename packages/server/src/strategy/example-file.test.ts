import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { mapIssues, sumToOne, trace, treeIssues, type CausalLink } from '@throughline/engine/strategy'
import { units } from '@throughline/engine/kernel'
import { contributionsBy, StrategyFile } from './example-file.ts'
import { unitStrategiesOf, withoutUnitObjectives } from './example-units.ts'
import { treeNodes } from './tree/nodes.ts'

const road = { id: 'road', name: 'A12 Widening', category: 'Infrastructure', unitName: 'DfT' }
const bus = { id: 'bus', name: 'Electric Buses', category: null, unitName: 'DFT' }

describe('rules', () => {
  it('take the first that fits for each objective, and every condition must hold', () => {
    const rules = [
      { objective: 'climate', contribution: -0.4, rationale: 'Traffic', departments: ['DFT'], names: ['A12'] },
      { objective: 'climate', contribution: 0.5, rationale: 'Transport', departments: ['dft'] },
      { objective: 'growth', contribution: 1, rationale: 'Builds', categories: ['infrastructure'], except: ['bypass'] },
    ]
    expect(contributionsBy(rules, [road, bus]).map(({ initiativeId, objective, contribution }) => [initiativeId, objective, contribution])).toEqual([['road', 'climate', -0.4], ['road', 'growth', 1], ['bus', 'climate', 0.5]])
  })
  it('leave out what an exception names', () => {
    expect(contributionsBy([{ objective: 'growth', contribution: 1, rationale: 'Builds', except: ['a12'] }], [road])).toEqual([])
  })
})

describe.each(['uk-gmpp/strategy.json', 'uk-gmpp/strategy-2025.json', 'three-years/strategy.json'])('the map of %s', async (name) => {
  const file: unknown = JSON.parse(await readFile(new URL(`../../../../examples/${name}`, import.meta.url), 'utf8'))
  if (!Value.Check(StrategyFile, file)) throw new Error('the file has another form')
  const { links = [], objectives, perspectives } = file
  it('joins its own objectives, each pair once and never in a circle, and is sound', () => {
    const keys = new Set(objectives.map(({ key }) => key))
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter(({ from, to }) => !keys.has(from) || !keys.has(to))).toEqual([])
    expect(new Set(links.map(({ from, to }) => `${from} ${to}`)).size).toBe(links.length)
    const claims = links.map(({ from, to, polarity, lag }): CausalLink => ({ id: `${from} ${to}`, from, to, polarity: polarity === 'same' ? 1 : -1, lag }))
    const bandOf = new Map(objectives.map(({ key, perspective }) => [key, perspectives.findIndex((one) => one.key === perspective)]))
    expect(mapIssues(claims, (key) => bandOf.get(key) ?? 0)).toEqual([])
    expect(objectives.filter(({ key }) => [...trace(claims, key).upstream].some((up) => trace(claims, up).upstream.has(key)))).toEqual([])
  })
  it('says of each claim that it is our reading', () => expect(links.filter(({ rationale }) => !rationale.startsWith('Our reading: '))).toEqual([]))
})

describe('the UK strategy', async () => {
  const file: unknown = JSON.parse(await readFile(new URL('../../../../examples/uk-gmpp/strategy.json', import.meta.url), 'utf8'))
  if (!Value.Check(StrategyFile, file)) throw new Error('the file has another form')
  it('has weights that sum to 1, known units and citations for every objective', () => {
    expect(sumToOne(file.objectives.map(({ weight }) => weight))).toBe(true)
    expect(file.objectives.filter(({ citations }) => citations.length === 0)).toEqual([])
    expect(file.objectives.flatMap(({ measures }) => measures).filter(({ unit }) => !(unit in units))).toEqual([])
    expect(file.objectives.flatMap(({ measures }) => measures.flatMap(({ actuals }) => actuals)).filter(({ source }) => source === '')).toEqual([])
  })
  it('rules only on its own objectives, for and against', () => {
    const keys = new Set(file.objectives.map(({ key }) => key))
    expect(file.contributionRules.rules.filter(({ objective }) => !keys.has(objective))).toEqual([])
    expect(file.contributionRules.rules.some(({ contribution }) => contribution < 0)).toBe(true)
  })
  it('has strategies of departments and functions, one of whose objectives hangs on what was given up, until the next version', () => {
    const given = file.unitStrategies
    if (!given) throw new Error('it has none')
    const projects = ['HS2 Phase 1', 'Sizewell C', 'CCUS', 'DREADNOUGHT', 'GOV.UK One Login', 'Other'].map((name, at) => {
      const unitName = ['DfT', 'DESNZ', 'DESNZ', 'MOD', 'CO', 'MoJ'][at] ?? ''
      return { id: `${at}`, name, category: null, unitName, unitId: `unit ${unitName}`, current: true }
    })
    const { unitStrategies, waivers } = unitStrategiesOf(given, projects, (key) => key)
    expect(unitStrategies.filter(({ objectives }) => !sumToOne(objectives.map(({ weight }) => weight)))).toEqual([])
    const known = new Set(unitStrategies.flatMap(({ objectives }) => objectives.map(({ id }) => id)))
    expect(given.rules.filter(({ objective }) => !known.has(objective))).toEqual([])
    expect([...known].filter((key) => !given.rules.some(({ objective }) => objective === key))).toEqual(['dft-hs2'])
    const root = { id: 'root', name: '', objectives: file.objectives, retired: file.retired ?? [] }
    expect(treeIssues(treeNodes(root, unitStrategies))).toEqual([{ code: 'objective_detached', objectiveId: 'dft-hs2', serves: 'hs2-north' }])
    expect(treeIssues(treeNodes(root, withoutUnitObjectives(unitStrategies, ['High-speed trains reach Manchester'])))).toEqual([])
    expect(unitStrategies.find(({ id }) => id === 'hmpps')).toMatchObject({ level: 'functional', parentId: 'moj', objectives: [{ serves: 'moj-protect' }, { serves: 'moj-reoffending' }] })
    expect(unitStrategies.flatMap(({ objectives }) => objectives.flatMap(({ id, contributions }) => contributions.map(({ initiativeId }) => `${id} ${initiativeId}`)))).toEqual(['dft-network 0', 'desnz-nuclear 1', 'desnz-carbon-capture 2', 'mod-deterrent 3', 'ddat-identity 4'])
    expect(waivers).toMatchObject([{ unitId: 'unit MOD', from: '2024-03-25' }])
    // What a strategy wants comes from somewhere, and so does what was measured.
    expect(unitStrategies.flatMap(({ objectives }) => objectives.filter(({ description }) => description === ''))).toEqual([])
    expect(given.strategies.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures.filter(({ unit, actuals }) => !(unit in units) || actuals.some(({ source }) => source === ''))))).toEqual([])
  })
})
