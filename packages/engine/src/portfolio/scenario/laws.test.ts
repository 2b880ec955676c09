import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subtractMoney, sumMoney } from '../../kernel/index.ts'
import { applyOverlay, canonicalFigures, changeIn, differencesBetween, indexOf, planFigures, readField, rebase, refKey, sameValue, settleRebase, type Plan, type PlanChange } from './index.ts'
import { someChanges, somePlan, zero } from './testing/given.ts'

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
    fc.assert(fc.property(somePlan, (plan) => {
      const { cost, years, undatedCost, departments } = planFigures(plan)
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
