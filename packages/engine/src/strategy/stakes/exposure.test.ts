import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { known, money, nominal, undefinedBecause, type Metric, type Money } from '../../kernel/index.ts'
import { stakesOf, type HolderStake, type StakeFacts, type StakeGoal, type StakeInitiative } from './index.ts'

const pounds = (minor: bigint): Money => money(minor, 'GBP', nominal, 'na')
const zero = pounds(0n)
const initiative = (id: string, unitId: string | null, benefits: bigint | null, confidence: string | null = null): StakeInitiative => ({ id, name: id, unitId, benefits: benefits === null ? undefinedBecause('EXEMPT') : known(pounds(benefits)), confidence })
const goal = (id: string, weight: number, serving: Readonly<Record<string, number>>): StakeGoal => ({ id, statement: id, weight, contributions: Object.entries(serving).map(([initiativeId, contribution]) => ({ initiativeId, contribution })) })
const minor = ({ metric }: { readonly metric: Metric<Money> }): bigint | null => (metric.status === 'ok' ? metric.value.minor : null)

describe('stake and control', () => {
  // Roads wants dry roads (weight .75) through its own drains and the meadows of Rivers, and no ice (.25), which nobody serves.
  // Drains are worth 80, all for dry roads. Meadows are worth 100: contributions .5 and .5, so 50 for Roads and 50 for Rivers itself.
  const facts: StakeFacts = {
    holders: [
      { id: 'roads', name: 'Roads', unitId: 'roads', goals: [goal('dry roads', 0.75, { drains: 1, meadows: 0.5, lamps: -0.5 }), goal('no ice', 0.25, {})] },
      { id: 'rivers', name: 'Rivers', unitId: 'rivers', goals: [goal('no flood', 1, { meadows: 0.5 })] },
      { id: 'safety', name: 'Safety', unitId: null, goals: [goal('no accident', 1, { lamps: 1 })] },
    ],
    initiatives: [initiative('drains', 'crew', 8000n, 'green'), initiative('meadows', 'rivers', 10_000n, 'red'), initiative('lamps', 'roads', null)],
    parents: new Map([['crew', 'roads'], ['roads', null], ['rivers', null]]), zero,
  }
  const of = (id: string, from: StakeFacts = facts): HolderStake => stakesOf(from).find((one) => one.id === id) as HolderStake

  it('is what hangs on others, by value and by weight; the unit’s own and what stands below it are left out', () => {
    const roads = of('roads')
    expect([minor(roads.exposed), minor(roads.own)]).toEqual([5000n, 8000n])
    // .5 of 1.5; "no ice" is served by nobody and left out.
    expect(roads.dependence.metric).toEqual({ status: 'ok', value: 0.5 / 1.5 })
    expect(roads.dependence.why.note).toContain('1 of 2 goals')
    expect(roads.goals.map(({ own, others, dependence }) => [own, others, dependence.metric.status])).toEqual([[['drains'], ['meadows'], 'ok'], [[], [], 'missing']])
    expect(roads.owners.map(({ unitId, initiatives }) => [unitId, initiatives.map(({ id, goalIds }) => [id, goalIds])])).toEqual([['rivers', [['meadows', ['dry roads']]]]])
    expect(roads.classes.map(({ confidence, initiatives, value }) => [confidence, initiatives, minor(value)])).toEqual([['red', 1, 5000n]])
  })
  it('is nothing for whoever owns all that serves it', () => expect([of('rivers').dependence.metric, minor(of('rivers').exposed)]).toEqual([{ status: 'ok', value: 0 }, 0n]))
  it('is all for a function, which owns nothing; what is withheld is said and never zero', () => {
    expect(of('safety').dependence.metric).toEqual({ status: 'ok', value: 1 })
    expect(of('safety').exposed.metric).toEqual({ status: 'undefined', reason: 'EXEMPT' })
  })

  const drawn = fc.record({
    serving: fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 10)), { minLength: 4, maxLength: 4 }),
    benefits: fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 4, maxLength: 4 }),
    owners: fc.array(fc.constantFrom('north', 'south', 'east'), { minLength: 4, maxLength: 4 }),
  }).map(({ serving, benefits, owners }): StakeFacts => ({
    holders: ['north', 'south'].map((unit, at) => ({ id: unit, name: unit, unitId: unit, goals: [0, 1].map((no) => goal(`${unit} ${no}`, 0.5, serving[at * 2 + no] ?? {})) })),
    initiatives: ['a', 'b', 'c', 'd'].map((id, at) => initiative(id, owners[at] ?? null, benefits[at] ?? 0n)), parents: new Map(), zero,
  }))
  const whole = (given: StakeFacts) => stakesOf(given).reduce((sum, one) => sum + (minor(one.own) ?? 0n) + (minor(one.exposed) ?? 0n), 0n)

  it('law: own and exposed sum to the benefits of all that serves any goal, and goals and owners to what is exposed', () => {
    fc.assert(fc.property(drawn, (one) => {
      const serving = one.initiatives.filter(({ id }) => one.holders.some(({ goals }) => goals.some(({ contributions }) => contributions.some(({ initiativeId, contribution }) => initiativeId === id && contribution > 0))))
      expect(whole(one)).toBe(serving.reduce((sum, { benefits }) => sum + (benefits.status === 'ok' ? benefits.value.minor : 0n), 0n))
      for (const { exposed, goals, owners } of stakesOf(one)) for (const parts of [goals.map((each) => each.exposed), owners.map((each) => each.value)]) expect(parts.reduce((sum, each) => sum + (minor(each) ?? 0n), 0n)).toBe(minor(exposed))
    }))
  })
  it('law: changing the owner moves the exposure: what a unit takes over is exactly what it is less exposed to', () => {
    fc.assert(fc.property(drawn, fc.constantFrom('a', 'b', 'c', 'd'), (one, id) => {
      const owned = (unitId: string): HolderStake => of('north', { ...one, initiatives: one.initiatives.map((each) => (each.id === id ? { ...each, unitId } : each)) })
      const [before, after] = [owned('south'), owned('north')]
      expect((minor(before.exposed) ?? 0n) - (minor(after.exposed) ?? 0n)).toBe((minor(after.own) ?? 0n) - (minor(before.own) ?? 0n))
      expect(after.owners.some(({ initiatives }) => initiatives.some((each) => each.id === id))).toBe(false)
      if (before.dependence.metric.status === 'ok' && after.dependence.metric.status === 'ok') expect(after.dependence.metric.value).toBeLessThanOrEqual(before.dependence.metric.value + 1e-12)
    }))
  })
})
