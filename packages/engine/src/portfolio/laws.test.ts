import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, Constraint, SelectionInput } from './index.ts'
import { checkCertificate, efficientFrontier, priceForcing, pricePins, selectPortfolio, whatIf } from './index.ts'
import { option } from './testing/given.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']
const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 })
const one = fc.constantFrom(...ids)
const department = fc.constantFrom('N', 'S')

const candidatesOf = fc.tuple(
  ...ids.map((id) =>
    fc
      .record({
        value: fc.integer({ min: -10, max: 60 }),
        cost: fc.nat(30),
        departmentId: department,
        costByYear: fc.record({ 2026: fc.nat(15), 2027: fc.nat(15) }),
        byObjective: fc.record({ reach: fc.integer({ min: -4, max: 9 }) }),
        requires: fc.option(one.filter((needed) => needed !== id).map((needed) => [needed]), { nil: undefined, freq: 6 }),
      })
      .map(({ value, cost, ...more }) => option(id, value, cost, more)),
  ),
)

/** One generator for each kind there is. */
const constraintOf: { readonly [K in Constraint['kind']]: fc.Arbitrary<Extract<Constraint, { readonly kind: K }>> } = {
  totalBudget: fc.record({ kind: fc.constant('totalBudget'), limit: fc.nat(150) }),
  yearlyBudget: fc.record({ kind: fc.constant('yearlyBudget'), year: fc.constantFrom(2026, 2027), limit: fc.nat(80) }),
  departmentCap: fc.record({ kind: fc.constant('departmentCap'), departmentId: department, limit: fc.nat(90) }),
  mustInclude: fc.record({ kind: fc.constant('mustInclude'), candidateId: one }),
  mustExclude: fc.record({ kind: fc.constant('mustExclude'), candidateId: one }),
  dependency: fc.record({ kind: fc.constant('dependency'), candidateId: one, requires: some }),
  dependencyAny: fc.record({ kind: fc.constant('dependencyAny'), candidateId: one, requiresAny: some }),
  exclusion: fc.record({ kind: fc.constant('exclusion'), candidateIds: some }),
  atMostK: fc.record({ kind: fc.constant('atMostK'), candidateIds: some, most: fc.nat(3) }),
  atLeastK: fc.record({ kind: fc.constant('atLeastK'), candidateIds: some, least: fc.nat(2) }),
  objectiveFloor: fc.record({ kind: fc.constant('objectiveFloor'), objectiveId: fc.constant('reach'), least: fc.integer({ min: -5, max: 20 }) }),
  minimumShare: fc.record({ kind: fc.constant('minimumShare'), departmentId: department, leastPercent: fc.nat(60) }),
  maximumChange: fc.record({ kind: fc.constant('maximumChange'), from: some, most: fc.integer({ min: 2, max: 11 }) }),
}
const anyConstraint: fc.Arbitrary<Constraint> = fc.oneof(...Object.values(constraintOf))
const inputs: fc.Arbitrary<SelectionInput> = fc.record({ currency: fc.constant('EUR'), candidates: candidatesOf, constraints: fc.array(anyConstraint, { maxLength: 6 }) })

/** The rule as a planner would say it, without a row or a coefficient. */
function keeps(candidates: readonly Candidate[], chosen: ReadonlySet<string>, constraint: Constraint): boolean {
  const inPlan = candidates.filter((each) => chosen.has(each.id))
  const sum = (amount: (each: Candidate) => number): number => inPlan.reduce((total, each) => total + amount(each), 0)
  const ofDepartment = (id: string): number => sum((each) => (each.departmentId === id ? each.cost : 0))
  const count = (group: readonly string[]): number => group.filter((id) => chosen.has(id)).length
  switch (constraint.kind) {
    case 'totalBudget': return sum((each) => each.cost) <= constraint.limit
    case 'yearlyBudget': return sum((each) => each.costByYear?.[String(constraint.year)] ?? 0) <= constraint.limit
    case 'departmentCap': return ofDepartment(constraint.departmentId) <= constraint.limit
    case 'mustInclude': return chosen.has(constraint.candidateId)
    case 'mustExclude': return !chosen.has(constraint.candidateId)
    case 'dependency': return !chosen.has(constraint.candidateId) || constraint.requires.every((id) => chosen.has(id))
    case 'dependencyAny': return !chosen.has(constraint.candidateId) || constraint.requiresAny.some((id) => chosen.has(id))
    case 'exclusion': return count(constraint.candidateIds) <= 1
    case 'atMostK': return count(constraint.candidateIds) <= constraint.most
    case 'atLeastK': return count(constraint.candidateIds) >= constraint.least
    case 'objectiveFloor': return sum((each) => each.byObjective?.[constraint.objectiveId] ?? 0) >= constraint.least
    case 'minimumShare': return 100 * ofDepartment(constraint.departmentId) >= constraint.leastPercent * sum((each) => each.cost)
    case 'maximumChange': return candidates.filter((each) => chosen.has(each.id) !== constraint.from.includes(each.id)).length <= constraint.most
  }
}

/** Truth by another road: all 2^11 plans against the rules in words. Null where none keeps them. */
function bruteForce({ candidates, constraints }: SelectionInput): number | null {
  let best: number | null = null
  for (let bits = 0; bits < 2 ** candidates.length; bits++) {
    const inPlan = candidates.filter((_, k) => ((bits >> k) & 1) === 1)
    const value = inPlan.reduce((sum, each) => sum + each.value, 0)
    if (best !== null && value <= best) continue
    const chosen = new Set(inPlan.map((each) => each.id))
    if (inPlan.some((each) => each.requires?.some((id) => !chosen.has(id)) === true)) continue
    if (constraints.every((constraint) => keeps(candidates, chosen, constraint))) best = value
  }
  return best
}

const optimum = (input: SelectionInput): number | null => {
  const result = selectPortfolio(input, { explain: 'quick' })
  if (result.ok) expect(result.value.proved).toBe(true)
  else expect(result.refusal.code).toBe('constraints_conflict')
  return result.ok ? result.value.value : null
}

describe('selection', () => {
  it('is what brute force finds, under every kind of constraint', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(optimum(input)).toBe(bruteForce(input))
      }),
      { numRuns: 200 },
    )
  })

  it('comes with a certificate that holds', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = selectPortfolio(input, { explain: 'quick', proof: true })
        if (result.ok) expect(checkCertificate(input, result.value)).toEqual({ planKeepsEverything: true, boundHolds: true, optimal: true })
      }),
    )
  })

  it('does not depend on the order of candidates, constraints or ids', () => {
    const shuffled = inputs.chain((input) =>
      fc
        .tuple(fc.shuffledSubarray([...input.candidates], { minLength: ids.length }), fc.shuffledSubarray([...input.constraints], { minLength: input.constraints.length }))
        .map(([candidates, constraints]) => [input, { ...input, candidates, constraints }] as const),
    )
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        expect(selectPortfolio(other, { explain: 'quick' })).toEqual(selectPortfolio(input, { explain: 'quick' }))
      }),
    )
  })

  it('does not depend on which of two equal demands, named the other way round, comes first', () => {
    const candidates = ['g', 'j'].map((id) => ({ id, name: id, value: 1, cost: 1, costByYear: {} }))
    const [one, other] = [['g', 'j'], ['j', 'g']].map((candidateIds) => ({ kind: 'exclusion' as const, candidateIds }))
    const selected = (...constraints: SelectionInput['constraints']) => selectPortfolio({ currency: 'GBP', candidates, constraints }, { explain: 'quick' })
    expect(selected(one!, other!)).toEqual(selected(other!, one!))
  })

  it('is worth no less with more budget and no more with one constraint more', () => {
    fc.assert(
      fc.property(inputs, fc.nat(100), fc.nat(60), anyConstraint, (input, limit, more, constraint) => {
        const at = (amount: number): number => optimum({ ...input, constraints: [...input.constraints, { kind: 'totalBudget', limit: amount }] }) ?? -Infinity
        expect(at(limit + more)).toBeGreaterThanOrEqual(at(limit))
        expect(optimum({ ...input, constraints: [...input.constraints, constraint] }) ?? -Infinity).toBeLessThanOrEqual(optimum(input) ?? -Infinity)
      }),
    )
  })

  it('scales with the currency', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 2, max: 1e10 }), (input, scale) => {
        const scaled = { ...input, candidates: input.candidates.map((each) => ({ ...each, value: each.value * scale })) }
        const [small, large] = [optimum(input), optimum(scaled)]
        expect(large).toBe(small === null ? null : small * scale)
      }),
    )
  })

  it('is not changed by a candidate that costs and gives nothing', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(input.constraints.every((constraint) => constraint.kind !== 'maximumChange'))
        const before = selectPortfolio(input, { explain: 'quick' })
        const after = selectPortfolio({ ...input, candidates: [...input.candidates, option('zero', 0, 0)] }, { explain: 'quick' })
        expect(after.ok && [after.value.value, after.value.chosen.includes('zero')]).toEqual(before.ok && [before.value.value, false])
      }),
    )
  })
})

describe('what would turn a verdict', () => {
  it('is confirmed by solving again with the value changed by just that much', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = selectPortfolio(input)
        if (!result.ok) return
        for (const { candidateId, verdict, opposite, because } of result.value.verdicts) {
          if (verdict === 'in' || opposite === null || because === 'pinned_out') continue
          const raised = (by: number): SelectionInput => ({
            ...input, candidates: input.candidates.map((each) => (each.id === candidateId ? { ...each, value: each.value + by } : each)),
          })
          const chosenWith = (by: number): boolean => {
            const again = selectPortfolio(raised(by), { explain: 'quick' })
            return again.ok && again.value.chosen.includes(candidateId)
          }
          if (opposite.kind === 'impossible') expect(chosenWith(10_000)).toBe(false)
          else expect([chosenWith(opposite.valueLost + 1), opposite.valueLost > 0 && chosenWith(opposite.valueLost - 1)]).toEqual([true, false])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('agrees with the price of forcing, and the price of a pin with the optimum without it', () => {
    fc.assert(
      fc.property(inputs, one, fc.constantFrom('in' as const, 'out' as const), (input, candidateId, verdict) => {
        const pin: Constraint = { kind: verdict === 'in' ? 'mustInclude' : 'mustExclude', candidateId }
        const unpinned = { ...input, constraints: input.constraints.filter((each) => !('candidateId' in each && each.kind !== 'dependency' && each.kind !== 'dependencyAny' && each.candidateId === candidateId)) }
        const pinned = { ...unpinned, constraints: [...unpinned.constraints, pin] }
        const [free, held] = [bruteForce(unpinned), bruteForce(pinned)]
        fc.pre(free !== null)
        expect(priceForcing(unpinned, candidateId, verdict)).toEqual({
          ok: true, value: held === null ? { kind: 'impossible', proved: true } : { kind: 'possible', valueLost: free - held, proved: true },
        })
        const prices = pricePins(pinned)
        expect(prices.ok).toBe(held !== null)
        if (prices.ok && held !== null) expect(prices.value.find((price) => price.pin === pin)).toEqual({ pin, valueGivenUp: free - held, proved: true, atMost: free - held })
      }),
      { numRuns: 60 },
    )
  })
})

describe('the frontier', () => {
  it('rises, and each point is the optimum at its budget', () => {
    fc.assert(
      fc.property(inputs, fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 5 }), (input, budgets) => {
        const others = input.constraints.filter((each) => each.kind !== 'totalBudget')
        const frontier = efficientFrontier(input, budgets)
        if (!frontier.ok) throw new Error(frontier.refusal.code)
        expect(frontier.value.map((point) => point.value)).toEqual(
          [...budgets].sort((a, b) => a - b).map((limit) => bruteForce({ ...input, constraints: [...others, { kind: 'totalBudget', limit }] })),
        )
      }),
      { numRuns: 40 },
    )
  })
})

describe('what if', () => {
  it('ends where a fresh start ends, and says what moved', () => {
    fc.assert(
      fc.property(inputs, inputs, (before, after) => {
        const first = selectPortfolio(before, { explain: 'quick' })
        if (!first.ok) return
        const moved = whatIf(first.value, after)
        expect(moved.ok ? moved.value.selection.value : null).toBe(optimum(after))
        if (!moved.ok) return
        const { entered, left, selection, valueChange } = moved.value
        expect(valueChange).toBe(selection.value - first.value.value)
        expect([...first.value.chosen.filter((id) => !left.includes(id)), ...entered].sort()).toEqual(selection.chosen)
      }),
      { numRuns: 60 },
    )
  })
})
