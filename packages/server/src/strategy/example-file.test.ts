import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { mapIssues, sumToOne, trace, type CausalLink } from '@throughline/engine/strategy'
import { units } from '@throughline/engine/kernel'
import { contributionsBy, StrategyFile } from './example-file.ts'

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
})
