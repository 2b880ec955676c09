import { random, type Random } from '@throughline/engine/kernel'
import type { RecalibrationInput, ToGo } from '@throughline/engine/portfolio'
import { noFacts, wholeWeights, type CoherenceFacts, type StrategyVersion } from '@throughline/engine/strategy'

const version = (no: number, objectives: number, chance: Random): StrategyVersion => ({
  id: `v${no}`, no, objectives: wholeWeights(Array.from({ length: objectives }, (_, index) => ({ id: `o${index}`, share: 1 + chance.below(20) }))).map(({ id: key, units }) => ({ key, statement: key, units, owner: 'Owner', deadline: null, parentKey: null, measures: [] })),
})

/** The version with weight moved from one objective to another: one weight changed, the rest untouched but for what it took. */
export function oneWeightChanged(before: StrategyVersion, chance: Random): StrategyVersion {
  const [from, to] = [chance.below(before.objectives.length), chance.below(before.objectives.length)]
  const moved = Math.floor((before.objectives[from]?.units ?? 0) * 0.8)
  const by = (index: number): number => (from === to ? 0 : index === from ? -moved : index === to ? moved : 0)
  return { ...before, id: 'next', no: before.no + 1, objectives: before.objectives.map((one, index) => ({ ...one, units: one.units + by(index) })) }
}

/** A portfolio of chance: three contributions each, a third running, budgets for each of the periods at 60 % of what all would cost. */
export function madePortfolio(initiatives: number, objectives: number, periods: number, seed: number): RecalibrationInput {
  const chance = random(seed)
  const before = version(1, objectives, chance)
  const made = Array.from({ length: initiatives }, (_, index): ToGo => {
    const contributions = new Map(Array.from({ length: 3 }, () => [`o${chance.below(objectives)}`, chance.below(1300) - 300]))
    const years = Array.from({ length: periods }, (_each, year): readonly [string, number] => [String(2026 + year), chance.below(3) === 0 ? 10_000 + chance.below(1_000_000) : 0])
    const costToGo = Math.max(1, years.reduce((sum, [, amount]) => sum + amount, 0))
    const running = chance.below(3) === 0
    return {
      id: `i${index}`, name: `Initiative ${index}`, unitId: `u${index % 12}`, standing: running ? 'running' : 'candidate', mandatory: chance.below(50) === 0, benefitsToGo: chance.below(3 * costToGo), costToGo,
      costByYear: Object.fromEntries(years), exitCost: running ? Math.floor(costToGo / 10) : 0, switchingCost: running ? 0 : Math.floor(costToGo / 20), before: contributions, after: contributions,
      asApproved: null, finishOn: null, affected: [], decides: 'Board', decideBy: null,
    }
  })
  const demand = (year: string): number => made.reduce((sum, { costByYear }) => sum + (costByYear[year] ?? 0), 0)
  const exits = made.reduce((sum, { exitCost }) => sum + exitCost, 0)
  const constraints = Array.from({ length: periods }, (_, year) => ({ kind: 'yearlyBudget' as const, year: 2026 + year, limit: Math.floor(demand(String(2026 + year)) * 0.6) + (year === 0 ? exits : 0) }))
  return {
    before, after: before, mappings: [], initiatives: made, constraints, currency: 'GBP', firstYear: 2026, worth: { kind: 'money', minorPerAlignment: 20_000_000 }, hysteresis: 50_000, emergency: null, benefits: [], coverage: [],
  }
}

/** A model of chance for the thirteen rules: mostly consistent, with what chance makes contradict itself. */
export function madeFacts(objectives: number, measures: number, initiatives: number, seed: number): CoherenceFacts {
  const chance = random(seed)
  const weights = wholeWeights(Array.from({ length: objectives }, (_, index) => ({ id: `o${index}`, share: 1 + chance.below(9) })))
  const range = <T>(length: number, of: (index: number) => T): readonly T[] => Array.from({ length }, (_, index) => of(index))
  return {
    ...noFacts,
    strategies: [{ id: 's', name: 'Strategy', unitId: null, parentId: null }],
    objectives: weights.map(({ id, units }) => ({ id, name: id, strategyId: 's', owner: 'Owner', parentId: null, retired: false, weight: units / 1e8 })),
    measures: range(measures, (index) => ({ id: `m${index}`, name: `Measure ${index}`, identity: `#${index}`, unit: 'percent' as const })),
    targets: range(measures, (index) => ({ id: `t${index}`, objectiveId: `o${index % objectives}`, measureId: `m${chance.below(50) === 0 ? chance.below(measures) : index}`, scope: null, from: '2026-01-01', to: '2027-01-01', low: 10 + chance.below(80), high: null, direction: 'higher' as const, current: chance.below(100) })),
    influences: range(measures, (index) => ({ id: `f${index}`, from: `#${chance.below(measures)}`, to: `#${chance.below(measures)}`, sign: chance.below(20) === 0 ? -1 as const : 1 as const, elasticity: null })),
    initiatives: range(initiatives, (index) => ({
      id: `i${index}`, name: `Initiative ${index}`, unitId: null, standing: 'committed' as const, from: '2026-01-01', to: '2026-12-31', finish: { p50: '2026-06-01', p80: '2026-09-01' }, costToGo: 1 + chance.below(1000), attributes: { months: chance.below(30) },
      contributions: [{ objectiveId: `o${chance.below(objectives)}`, contribution: (chance.below(210) - 10) / 200, accepted: false }], effects: [],
    })),
    assets: range(200, (index) => ({ id: `a${index}`, name: `Asset ${index}` })),
    assetNeeds: range(initiatives, (index) => ({ initiativeId: `i${index}`, assetId: `a${chance.below(200)}`, state: 'up', from: '2026-03-01', to: '2026-04-01' })),
    assetChanges: range(100, () => ({ initiativeId: `i${chance.below(initiatives)}`, assetId: `a${chance.below(200)}`, state: chance.below(10) === 0 ? 'down' : 'up', on: '2026-02-01' })),
    limits: range(48, (index) => ({ id: `l${index}`, name: `Limit ${index}`, amount: 100 * Math.ceil((initiatives * 2) / 48) })),
    demands: range(initiatives * 2, (index) => ({ limitId: `l${index % 48}`, initiativeId: `i${chance.below(initiatives)}`, amount: chance.below(150) })),
    policies: [{ id: 'p', name: 'At most 28 months', attribute: 'months', rule: 'at_most', value: 28, from: '2026-01-01', to: '2027-01-01' }],
  }
}
