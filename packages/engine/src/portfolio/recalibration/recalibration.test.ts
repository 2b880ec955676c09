import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known } from '../../kernel/index.ts'
import { alignmentUnits, contributionOf, wholeWeights, type StrategyVersion } from '../../strategy/index.ts'
import { keepChosen } from '../keeping.ts'
import { fewMoves, latencyOf, latencyPercentiles, recalibrate, stabilityOf, worthOfAll, type RecalibrationInput, type ToGo } from './index.ts'
import { selectionOf } from './worth.ts'

const keys = ['growth', 'cost', 'quality', 'sustainability']
const measure = (key: string) => ({ id: key, identity: `#${key}`, name: key, definition: '', unit: 'count', target: 1, dueOn: null, baseline: null, baselineOn: null, tolerance: null, low: null, high: null })
const version = (no: number, shares: readonly number[]): StrategyVersion => ({
  id: `v${no}`, no, objectives: wholeWeights(shares.map((share, index) => ({ id: keys[index] ?? '', share }))).map(({ id: key, units }) => ({ key, statement: key, units, owner: 'Ada', deadline: null, parentKey: null, measures: [measure(key)] })),
})
const contributions = (...values: readonly number[]) => new Map(values.map((value, index) => [keys[index] ?? '', contributionOf(value)]))
const one = (id: string, given: readonly number[], more: Partial<ToGo> = {}): ToGo => ({
  id, name: id, unitId: null, standing: 'candidate', mandatory: false, benefitsToGo: 0, costToGo: 1, costByYear: {}, exitCost: 0, switchingCost: 0, before: contributions(...given), after: contributions(...given),
  asApproved: null, finishOn: null, affected: [], decides: 'Board', decideBy: null, ...more,
})
const [first, second] = [version(1, [0.4, 0.3, 0.2, 0.1]), version(2, [0.25, 0.3, 0.15, 0.3])]
const input = (initiatives: readonly ToGo[], more: Partial<RecalibrationInput> = {}): RecalibrationInput => ({
  before: first, after: second, mappings: [], initiatives, constraints: [], currency: 'GBP', firstYear: 2026, worth: { kind: 'strategic' }, hysteresis: 0, emergency: null, benefits: [], coverage: [], ...more,
})
const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const [a, b, c] = [
  one('A', [0.8, 0.2, 0, 0.1], { standing: 'running', benefitsToGo: 200 }),
  one('B', [0.1, 0.6, 0.5, 0], { standing: 'running', benefitsToGo: 95, costToGo: 40, exitCost: 5 }),
  one('C', [0, 0.3, 0.2, 0.9], { benefitsToGo: 90, costToGo: 30, switchingCost: 4 }),
]
const roomForTwo = [{ kind: 'atMostK' as const, candidateIds: ['A', 'B', 'C'], most: 2 }]

describe('the worked example', () => {
  const found = value(recalibrate(input([a, b, c], { constraints: roomForTwo })))

  test('the order A, B, C becomes C, A, B, and B gives way to C', () => {
    expect(found.ranks).toEqual([{ id: 'C', before: 3, after: 1 }, { id: 'A', before: 1, after: 2 }, { id: 'B', before: 2, after: 3 }])
    expect(found.selected).toEqual(['A', 'C'])
    expect(found.actions.map(({ initiativeId, kind }) => `${kind} ${initiativeId}`)).toEqual(['pause B', 'start C', 'reshape A'])
    expect(found.actions.map(({ alignment }) => alignment.delta / alignmentUnits)).toEqual([-0.04, 0.17, -0.1])
    expect(found.worthAfter - found.worthBefore).toBe(1100)
    expect(found.cut).toBe(2)
  })

  test('by money the exchange loses 4: what was spent before is nowhere asked', () => {
    const money = input([a, b, c], { constraints: roomForTwo, worth: { kind: 'money', minorPerAlignment: 0 } })
    expect(worthOfAll(money, new Set(['A', 'C'])) - worthOfAll(money, new Set(['A', 'B']))).toBe(-4)
    expect(value(recalibrate(money)).selected).toEqual(['A', 'B'])
    // 0.11 of alignment outweighs 4 from 36.4 a unit on.
    const worth = (minorPerAlignment: number) => value(recalibrate({ ...money, worth: { kind: 'money', minorPerAlignment } })).selected
    expect([worth(30), worth(50)]).toEqual([['A', 'B'], ['A', 'C']])
  })

  test('a threshold above the gain keeps what runs, and an emergency bypasses it with its reason', () => {
    const held = value(recalibrate(input([a, b, c], { constraints: roomForTwo, hysteresis: 1101 })))
    expect(held.selected).toEqual(['A', 'B'])
    expect(value(recalibrate(input([a, b, c], { constraints: roomForTwo, hysteresis: 1101, emergency: 'Flood' })))).toMatchObject({ selected: ['A', 'C'], hysteresis: { amount: 0, bypassed: 'Flood' } })
  })
})

describe('what is proposed', () => {
  const running = (id: string, given: readonly number[], more: Partial<ToGo> = {}) => one(id, given, { standing: 'running', ...more })
  const kindsOf = (initiatives: readonly ToGo[], more: Partial<RecalibrationInput> = {}) => Object.fromEntries(value(recalibrate(input(initiatives, more))).actions.map(({ initiativeId, kind }) => [initiativeId, kind]))

  test('each kind of action', () => {
    const initiatives = [
      running('loser', [-1, 0, 0, 0], { benefitsToGo: 1, costToGo: 10, exitCost: 2 }), running('harmful', [-1, 0, 0, 0], { benefitsToGo: 20, costToGo: 10 }), running('law', [-1, 0, 0, 0], { mandatory: true }),
      running('green', [0, 0, 0, 1]), running('grower', [1, 0, 0, 0]), running('steady', [0, 1, 0, 0]), one('new', [0, 0, 0, 1]), one('poor', [-1, 0, 0, 0]), one('resting', [0, 1, 0, 0], { standing: 'paused' }),
    ]
    expect(kindsOf(initiatives)).toEqual({ loser: 'stop', harmful: 'pause', new: 'start', resting: 'start', grower: 'reshape', green: 'accelerate', law: 'continue', steady: 'continue' })
  })

  test('an objective that is retired reshapes what serves it; benefits keep their value, measures are orphans', () => {
    const after = { ...version(2, [0.5, 0.3, 0.2]) }
    const found = value(recalibrate(input([running('green', [0.5, 0, 0, 1]), running('steady', [0.5, 0.1, 0, 0])], {
      after, mappings: [{ kind: 'retired', key: 'sustainability', weight: [{ key: 'growth', units: 10_000_000 }] }], benefits: [{ id: 'b', name: 'Trees', keys: ['sustainability'] }, { id: 'd', name: 'Sales', keys: ['growth', 'sustainability'] }],
      coverage: [{ key: 'growth', measure: 'Sales', unit: 'count', required: known(10), expected: known([{ initiativeId: 'green', movement: 8, confidence: 0.5 }]) }],
    })))
    expect(found.actions.map(({ initiativeId, kind }) => `${kind} ${initiativeId}`)).toEqual(['reshape green', 'accelerate steady'])
    expect(found.consequences).toMatchObject({ benefitsWithoutObjective: [{ id: 'b' }], orphanedMeasures: [{ identity: '#sustainability', key: 'sustainability' }] })
    expect(found.consequences.coverage.find(({ key }) => key === 'growth')).toMatchObject({ measure: 'Sales', before: { metric: { value: 0.4 } }, after: { metric: { value: 0.4 }, why: { formula: 'objective-coverage', terms: [{ term: 'Promised', terms: [{}] }, {}] } } })
    expect(found.consequences.coverage.find(({ key }) => key === 'cost')).toMatchObject({ measure: null, after: { metric: { status: 'missing', inputs: ['a measure'] } } })
  })

  test('a measure is an orphan only where no objective of a unit uses it either; those of units are told alike', () => {
    const below = (key: string, ...measures: readonly string[]) => ({ key, statement: key, measures: measures.map(measure) })
    const orphans = (before: StrategyVersion['below'], after: StrategyVersion['below']) =>
      value(recalibrate(input([], { before: { ...first, ...(before ? { below: before } : {}) }, after: { ...version(2, [0.5, 0.3, 0.2]), ...(after ? { below: after } : {}) }, mappings: [{ kind: 'retired', key: 'sustainability', weight: [{ key: 'growth', units: 10_000_000 }] }] }))).consequences.orphanedMeasures.map(({ name, key }) => `${name} of ${key}`)
    expect(orphans([], [below('wards', 'sustainability')])).toEqual([])
    expect(orphans([below('wards', 'beds', 'cost', 'nurses'), below('desk', 'calls')], [below('desk', 'nurses')])).toEqual(['sustainability of sustainability', 'beds of wards'])
  })

  test('what finishes after a deadline that moved is late', () => {
    const after = { ...second, objectives: second.objectives.map((objective) => (objective.key === 'growth' ? { ...objective, deadline: '2027-01-01' } : objective)) }
    expect(value(recalibrate(input([running('A', [1, 0, 0, 0], { finishOn: '2027-06-01' })], { after }))).consequences.late).toEqual([{ initiativeId: 'A', key: 'growth', finishOn: '2027-06-01', deadline: '2027-01-01' }])
  })

  test('exit costs are part of the budget: a stop must be affordable', () => {
    const initiatives = [running('old', [0, 0.1, 0, 0], { costToGo: 10, exitCost: 8 }), one('new', [0, 1, 0, 0], { costToGo: 10 })]
    const budget = (limit: number) => value(recalibrate(input(initiatives, { constraints: [{ kind: 'totalBudget', limit }] }))).selected
    expect([budget(17), budget(18), budget(20)]).toEqual([['old'], ['new'], ['new', 'old']])
  })

  test('a portfolio that conflicts is refused with its conflict, and an unsound difference before it', () => {
    expect(recalibrate(input([running('law', [1, 0, 0, 0], { mandatory: true })], { constraints: [{ kind: 'totalBudget', limit: 0 }] }))).toMatchObject({ ok: false, refusal: { code: 'constraints_conflict' } })
    expect(recalibrate(input([], { after: version(2, [0.5, 0.5]) }))).toMatchObject({ ok: false, refusal: { code: 'objectives_unmatched' } })
  })
})

const shares = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 })
const initiatives = fc.array(fc.record({ given: fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 4, maxLength: 4 }), running: fc.boolean(), cost: fc.integer({ min: 1, max: 20 }), benefits: fc.integer({ min: 0, max: 40 }), switching: fc.integer({ min: 0, max: 5 }) }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(({ given, running, cost, benefits, switching }, index) => one(`i${index}`, given.map((each) => each / 10), { standing: running ? 'running' : 'candidate', costToGo: cost, benefitsToGo: benefits, switchingCost: switching })))
const budgets = fc.integer({ min: 0, max: 80 }).map((limit) => [{ kind: 'totalBudget' as const, limit }])
const worths = fc.constantFrom<RecalibrationInput['worth']>({ kind: 'strategic' }, { kind: 'money', minorPerAlignment: 25 })

describe('laws', () => {
  test('what runs stays where no plan is worth more, with no bonus for it', () => {
    fc.assert(fc.property(shares, shares, initiatives, budgets, worths, (before, after, all, constraints, worth) => {
      const given = input(all, { before: version(1, before), after: version(2, after), constraints, worth })
      const found = value(recalibrate(given))
      if (!keepChosen(selectionOf(given, 0), found.running).ok) return
      expect(found.worthAfter).toBeGreaterThanOrEqual(found.worthBefore)
      if (found.worthAfter === found.worthBefore) expect([...found.selected].sort()).toEqual([...found.running].sort())
    }), { numRuns: 100 })
  })

  test('of two that are worth the same, the one that runs goes on', () => {
    const alike = [one('A', [0.5, 0, 0, 0]), one('B', [0.5, 0, 0, 0], { standing: 'running' }), one('idle', [0, 0, 0, 0], { standing: 'running' })]
    expect(value(recalibrate(input(alike, { constraints: [{ kind: 'atMostK', candidateIds: ['A', 'B'], most: 1 }] }))).selected).toEqual(['B', 'idle'])
  })

  test('a version recalibrated to itself changes no alignment, and from a best plan nothing but goes on', () => {
    fc.assert(fc.property(shares, initiatives, budgets, worths, fc.constantFrom(0, 1), (given, all, constraints, worth, hysteresis) => {
      const same = version(1, given)
      const start = value(recalibrate(input(all, { before: same, after: same, constraints, worth })))
      expect([...start.alignments.values()].every(({ delta, terms }) => delta === 0 && terms.length === 0)).toBe(true)
      const settled = all.map((each) => ({ ...each, standing: start.selected.includes(each.id) ? ('running' as const) : ('candidate' as const) }))
      const again = value(recalibrate(input(settled, { before: same, after: same, constraints, worth, hysteresis })))
      expect(again.difference).toEqual([])
      expect(again.actions.every(({ kind }) => kind === 'continue')).toBe(true)
    }), { numRuns: 40 })
  })

  test('changes of alignment chain over three versions to the last unit', () => {
    fc.assert(fc.property(shares, shares, shares, initiatives, (x, y, z, all) => {
      const [one_, two, three] = [version(1, x), version(2, y), version(3, z)]
      const delta = (before: StrategyVersion, after: StrategyVersion) => new Map([...value(recalibrate(input(all, { before, after }))).alignments].map(([id, change]) => [id, change.delta]))
      const [there, on, whole] = [delta(one_, two), delta(two, three), delta(one_, three)]
      for (const [id, each] of whole) expect((there.get(id) ?? 0) + (on.get(id) ?? 0)).toBe(each)
    }), { numRuns: 30 })
  })

  test('what is proposed gains at least the threshold for each stop, wherever going on is possible', () => {
    fc.assert(fc.property(shares, initiatives, budgets, worths, fc.integer({ min: 0, max: 500 }), (given, all, constraints, worth, hysteresis) => {
      const asked = input(all, { after: version(2, given), constraints, worth, hysteresis })
      const found = value(recalibrate(asked))
      if (!keepChosen(selectionOf(asked, 0), found.running).ok) return
      const stops = found.running.filter((id) => !found.selected.includes(id)).length
      expect(found.worthAfter - found.worthBefore).toBeGreaterThanOrEqual(hysteresis * stops)
    }), { numRuns: 60 })
  })

  test('the order of initiatives changes nothing', () => {
    fc.assert(fc.property(shares, initiatives, budgets, (given, all, constraints) => {
      const asked = input(all, { after: version(2, given), constraints })
      const turned = value(recalibrate({ ...asked, initiatives: [...all].reverse() }))
      expect({ ...turned, running: [], alignments: [] }).toEqual({ ...value(recalibrate(asked)), running: [], alignments: [] })
    }), { numRuns: 30 })
  })

  test('the fewest changes are truly fewest: every smaller set of changes gains less', () => {
    fc.assert(fc.property(shares, initiatives.filter((all) => all.length <= 7), budgets, worths, (given, all, constraints, worth) => {
      const asked = input(all, { after: version(2, given), constraints, worth })
      const { selected, running } = value(recalibrate(asked))
      const moves = value(fewMoves(asked, selected, 0.8))
      if (moves.kind !== 'gain') return
      const plans = Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((__, index) => (mask >> index) & 1).map(({ id }) => id)).filter((plan) => keepChosen(selectionOf(asked, 0), plan).ok)
      const changes = (plan: readonly string[]) => plan.filter((id) => !running.includes(id)).length + running.filter((id) => !plan.includes(id)).length
      const gain = (plan: readonly string[]) => worthOfAll(asked, new Set(plan)) - worthOfAll(asked, new Set(running))
      const least = Math.min(...plans.filter((plan) => gain(plan) >= 0.8 * moves.whole).map(changes))
      expect(moves.whole).toBe(Math.max(...plans.map(gain)))
      expect(moves.least.moves).toBe(Math.max(1, least))
    }), { numRuns: 40 })
  })
})

describe('how sure, and how fast', () => {
  const doubt = { seed: 5, samples: 60, weights: { kind: 'around' as const, doubt: 0.3 }, spread: 0.2 }
  const many = input([a, b, c, one('D', [-1, -1, -1, -1])], { constraints: [{ kind: 'atMostK', candidateIds: ['A', 'B', 'C', 'D'], most: 2 }] })

  test('core, borderline and never, the same for a seed', () => {
    const found = value(stabilityOf(many, doubt))
    expect(found).toEqual(value(stabilityOf(many, doubt)))
    expect(found.initiatives.find(({ id }) => id === 'D')).toEqual({ id: 'D', share: 0, standing: 'never' })
    expect(found.initiatives.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(2, 9)
    expect(value(stabilityOf(many, { ...doubt, weights: { kind: 'around', doubt: 0 }, spread: 0 })).initiatives.map(({ standing }) => standing)).toEqual(['core', 'never', 'core', 'never'])
    expect(value(stabilityOf(many, { ...doubt, weights: { kind: 'order' } })).samples).toBe(60)
  })

  test('a plan that breaks a constraint is repaired by the fewest changes', () => {
    const asked = input([a, b, c], { constraints: [{ kind: 'atMostK', candidateIds: ['A', 'B', 'C'], most: 1 }] })
    expect(value(fewMoves(asked, value(recalibrate(asked)).selected))).toMatchObject({ kind: 'repair', least: { moves: 1, end: ['B'] } })
    const settled = input([a], {})
    expect(value(fewMoves(settled, value(recalibrate(settled)).selected))).toEqual({ kind: 'nothing' })
  })

  test('the clock: days between steps, an open one counts its age and is in no percentile', () => {
    const record = (id: string, recognised: string | undefined) => ({ id, on: { signal: '2026-01-01', ...(recognised ? { recognised } : {}) } })
    expect(latencyOf({ id: 'r', on: { signal: '2026-01-01', recognised: '2026-01-11', approved: '2026-02-11' } }, '2026-03-01')).toEqual([{ step: 'recognised', days: 10, open: false }, { step: 'approved', days: 31, open: false }, { step: 'reviewed', days: 18, open: true }])
    const records = ['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-21', undefined].map((on, index) => record(`${index}`, on))
    expect(latencyPercentiles(records, 'recognised', '2026-06-01')).toEqual({ p50: { status: 'ok', value: 3 }, p85: { status: 'ok', value: 20 }, p95: { status: 'ok', value: 20 } })
    expect(latencyPercentiles(records.slice(2), 'recognised', '2026-06-01').p50.status).toBe('undefined')
  })
})
