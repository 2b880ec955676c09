import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cycleClosedBy } from '../../demand/index.ts'
import { missing, subtractMoney, sumMoney } from '../../kernel/index.ts'
import { applyOverlay, canonicalFigures, changeIn, differencesBetween, indexOf, pairId, planFigures, readField, rebase, refKey, sameValue, settleRebase, type FieldRef, type FieldValue, type Plan, type PlanChange } from './index.ts'
import { eur, initiative, plan, zero } from './testing/given.ts'

const ids = ['a', 'b', 'c', 'd'] as const
const states = ['idea', 'approved', 'active', 'on_hold', 'closing', 'stopped'] as const
const amounts = fc.option(fc.integer({ min: -500, max: 5000 }))

/** Plans of up to four initiatives and two objectives, with links and dependencies without circles. */
const somePlan: fc.Arbitrary<Plan> = fc.record({
  initiatives: fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...ids), state: fc.constantFrom(...states), cost: amounts, benefits: amounts, unitId: fc.constantFrom('u', 'v', null), startOn: fc.constantFrom('2026-03-01', null), endOn: fc.constantFrom('2028-05-17', '2029-01-01', null) }),
    { selector: ({ id }) => id, maxLength: 4 },
  ),
  links: fc.uniqueArray(fc.record({ initiativeId: fc.constantFrom(...ids), objectiveId: fc.constantFrom('x', 'y'), contribution: fc.constantFrom(-1, -0.5, 0, 0.5, 1) }), { selector: (one) => pairId(one.initiativeId, one.objectiveId), maxLength: 5 }),
  needs: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 4 }),
}).map(({ initiatives, links, needs }) => {
  const present = new Set<string>(initiatives.map(({ id }) => id))
  return plan({
    initiatives: initiatives.map(({ id, cost, benefits, unitId, ...rest }) => initiative(id, { ...rest, unitId, unitName: unitId, cost: cost === null ? missing('cost') : eur(cost), benefits: benefits === null ? missing('benefits') : eur(benefits) })),
    contributions: links.filter(({ initiativeId }) => present.has(initiativeId)).map((link) => ({ ...link, rationale: '', origin: 'entered' })),
    ties: { dependencies: withoutCircles(needs.filter(([from, to]) => present.has(from) && present.has(to))), exclusions: [] },
  })
})

function withoutCircles(needs: readonly (readonly [string, string])[]): Plan['ties']['dependencies'] {
  const kept: { id: string; fromId: string; toId: string; reason: string }[] = []
  for (const [fromId, toId] of needs) if (!kept.some((one) => one.fromId === fromId && one.toId === toId) && cycleClosedBy(kept, fromId, toId) === null) kept.push({ id: pairId(fromId, toId), fromId, toId, reason: '' })
  return kept
}

const wanted: fc.Arbitrary<FieldRef & { readonly value: FieldValue }> = fc.oneof(
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('state'), value: fc.constantFrom(...states) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constantFrom('costMinor', 'benefitsMinor'), value: fc.option(fc.integer({ min: 0, max: 9000 }).map(String)) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constantFrom('cost:2027', 'cost:2028', 'benefits:2030'), value: fc.option(fc.integer({ min: -50, max: 900 }).map(String)) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('description'), value: fc.constantFrom('What it is', null) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('name'), value: fc.constantFrom('North', 'South', 'East') }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('endOn'), value: fc.constantFrom('2030-01-01', '2031-07-15', null) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constantFrom('custom:f', 'custom:g'), value: fc.constantFrom('green', 'blue', null) }),
  fc.record({ kind: fc.constant('initiative' as const), id: fc.constantFrom(...ids), field: fc.constant('exists'), value: fc.constant(false) }),
  fc.record({ kind: fc.constant('objective' as const), id: fc.constantFrom('x', 'y'), field: fc.constant('statement'), value: fc.constantFrom('More', 'Better') }),
  fc.record({ kind: fc.constant('contribution' as const), id: fc.tuple(fc.constantFrom(...ids), fc.constantFrom('x', 'y')).map(([a, b]) => pairId(a, b)), field: fc.constant('contribution'), value: fc.constantFrom(null, -1, 0, 0.25, 1) }),
  fc.record({ kind: fc.constant('dependency' as const), id: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }).map(([a = '', b = '']) => pairId(a, b)), field: fc.constant('exists'), value: fc.boolean() }),
)

/** Changes that make sense over the plan: each really changes something that is there, and no dependency closes a circle. */
const someChanges = (of: Plan): fc.Arbitrary<readonly PlanChange[]> =>
  fc.uniqueArray(wanted, { selector: refKey, maxLength: 8 }).map((all) => {
    const index = indexOf(of)
    const standing = of.ties.dependencies.map(({ fromId, toId }) => ({ fromId, toId }))
    return all.flatMap((one): PlanChange[] => {
      const base = readField(index, one)
      if (base === undefined || sameValue(base, one.value) || (one.kind === 'initiative' && one.field === 'exists' && base === false)) return []
      if (one.kind === 'dependency' && one.value === true) {
        const [fromId = '', toId = ''] = one.id.split('>')
        if (cycleClosedBy(standing, fromId, toId) !== null) return []
        standing.push({ fromId, toId })
      }
      return [{ ...one, base, origin: 'entered' }]
    })
  })

const planAndChanges = somePlan.chain((plan) => fc.record({ plan: fc.constant(plan), changes: someChanges(plan) }))
/** A plan, what a scenario does to it, and what others did to it meanwhile. */
const threeWays = somePlan.chain((base) => fc.record({ base: fc.constant(base), mine: someChanges(base), theirs: someChanges(base) }))
const shuffled = <T>(list: readonly T[]): readonly T[] => [...list].reverse()
const canonical = (plan: Plan): string => canonicalFigures(planFigures(plan))

describe('an overlay', () => {
  it('that is empty changes nothing', () => {
    fc.assert(fc.property(somePlan, (plan) => applyOverlay(plan, []) === plan))
  })

  it('sets every field it names, unless the thing is removed with it', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const after = indexOf(applyOverlay(plan, changes))
      for (const change of changes) {
        const value = readField(after, change)
        if (value !== undefined) expect([refKey(change), value]).toEqual([refKey(change), change.value])
      }
    }))
  })

  it('does not depend on the order of its changes, nor do figures and differences on the order of anything', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const [one, other] = [applyOverlay(plan, changes), applyOverlay(plan, shuffled(changes))]
      expect(other).toEqual(one)
      const turned: Plan = { ...plan, initiatives: shuffled(plan.initiatives), contributions: shuffled(plan.contributions), ties: { ...plan.ties, dependencies: shuffled(plan.ties.dependencies) } }
      expect(canonical(applyOverlay(turned, changes))).toBe(canonical(one))
      expect(differencesBetween(turned, applyOverlay(turned, changes))).toEqual(differencesBetween(plan, one))
    }))
  })

  it('touches nothing that it does not name', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const named = new Set(changes.map(refKey))
      const different = differencesBetween(plan, applyOverlay(plan, changes)).filter(({ kind, what }) => kind === 'initiative' && what === 'changed')
      for (const { id, fields } of different) for (const { field } of fields) expect(named.has(refKey({ kind: 'initiative', id, field }))).toBe(true)
    }))
  })
})

describe('differences', () => {
  it('of money sum exactly to the difference of the totals', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const after = applyOverlay(plan, changes)
      const [was, is, differences] = [planFigures(plan), planFigures(after), differencesBetween(plan, after)]
      for (const field of ['cost', 'benefits'] as const) {
        const [from, to] = [was[field].metric, is[field].metric]
        if (from.status === 'ok' && to.status === 'ok') expect(changeIn(differences, field, zero)).toEqual(subtractMoney(to.value, from.value))
      }
    }))
  })

  it('are none between a plan and itself, and the other way round they are the opposite', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const after = applyOverlay(plan, changes)
      expect(differencesBetween(after, after)).toEqual([])
      const there = differencesBetween(plan, after)
      const back = differencesBetween(after, plan)
      expect(back.length).toBe(there.length)
      expect(changeIn(back, 'cost', zero).minor).toBe(-changeIn(there, 'cost', zero).minor)
    }))
  })
})

describe('figures', () => {
  it('by year and what no dates spread sum exactly to the cost, and so do the departments', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const { cost, years, undatedCost, departments } = planFigures(applyOverlay(plan, changes))
      if (cost.metric.status !== 'ok') return
      expect(sumMoney([...years.map((year) => year.cost), undatedCost], zero)).toEqual(cost.metric.value)
      const parts = departments.flatMap((one) => (one.cost.status === 'ok' ? [one.cost.value] : []))
      expect(sumMoney(parts, zero)).toEqual(cost.metric.value)
    }))
  })
})

describe('a rebase', () => {
  it('of no changes is nothing, whatever the plan did', () => {
    fc.assert(fc.property(threeWays, ({ base, theirs }) => {
      expect(rebase(base, applyOverlay(base, theirs), [])).toEqual({ clean: [], already: [], conflicts: [] })
    }))
  })

  it('onto a plan that did not move changes nothing', () => {
    fc.assert(fc.property(planAndChanges, ({ plan, changes }) => {
      const { clean, already, conflicts } = rebase(plan, plan, changes)
      expect([already, conflicts]).toEqual([[], []])
      expect(byKey(clean)).toEqual(byKey(changes))
    }))
  })

  it('puts every change in exactly one place, whatever their order', () => {
    fc.assert(fc.property(threeWays, ({ base, mine, theirs }) => {
      const now = applyOverlay(base, theirs)
      const result = rebase(base, now, mine)
      expect([...result.clean, ...result.already, ...result.conflicts.map(({ change }) => change)].map(refKey).sort()).toEqual(mine.map(refKey).sort())
      expect(rebase(base, now, shuffled(mine))).toEqual(result)
    }))
  })

  it('keeps what the scenario says wherever there is no conflict', () => {
    fc.assert(fc.property(threeWays, ({ base, mine, theirs }) => {
      const now = applyOverlay(base, theirs)
      const result = rebase(base, now, mine)
      const { changes, open } = settleRebase(result, new Map(result.conflicts.map(({ change }) => [refKey(change), { take: 'theirs' as const }])))
      expect(open).toEqual([])
      const after = indexOf(applyOverlay(now, changes))
      const scenario = indexOf(applyOverlay(base, mine))
      for (const change of [...result.clean, ...result.already]) {
        const [here, there] = [readField(after, change), readField(scenario, change)]
        if (here !== undefined && there !== undefined) expect([refKey(change), here]).toEqual([refKey(change), there])
      }
    }))
  })

  it('that is settled one way or the other is based on the plan of now: done again it changes nothing', () => {
    fc.assert(fc.property(threeWays, fc.boolean(), ({ base, mine, theirs }, stubborn) => {
      const now = applyOverlay(base, theirs)
      const result = rebase(base, now, mine)
      const { changes } = settleRebase(result, new Map(result.conflicts.map(({ change, takes }) => [refKey(change), { take: stubborn && takes.includes('mine') ? ('mine' as const) : ('theirs' as const) }])))
      const again = rebase(now, now, changes)
      expect([again.already, again.conflicts.filter(({ reason }) => reason !== 'cycle')]).toEqual([[], []])
      for (const { base: was, ...ref } of changes) expect(sameValue(readField(indexOf(now), ref) ?? null, was)).toBe(true)
    }))
  })
})

const byKey = (changes: readonly PlanChange[]): readonly PlanChange[] => [...changes].sort((a, b) => (refKey(a) < refKey(b) ? -1 : 1))
