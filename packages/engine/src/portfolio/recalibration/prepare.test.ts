import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, missing, money, notApplicable } from '../../kernel/index.ts'
import type { Constraint } from '../constraints/kinds.ts'
import { moneyToGoOf, prepareRecalibration, recalibrate, usualRules, type DatedAmount, type RecalibrationFacts, type ToldToGo } from './index.ts'

const gbp = (minor: number) => money(BigInt(minor), 'GBP')
const years = (first: number, ...amounts: readonly number[]): readonly DatedAmount[] => amounts.map((minor, index) => ({ year: first + index, label: `${first + index}`, amount: gbp(minor), rule: null }))

describe('money from now on', () => {
  const facts = { standing: 'running' as const, cost: known(gbp(100)), benefits: known(gbp(300)), costByYear: years(2024, 60, 30, 10), benefitsByYear: years(2026, 100, 200) }

  test('counts the years that can still be planned: what was spent is no input', () => {
    // Costs of 2025 and 2026 lie ahead: 30 + 10.
    const found = moneyToGoOf(facts, 2025, null)
    expect(found.costToGo.metric).toEqual(known(gbp(40)))
    expect(found.benefitsToGo.metric).toEqual(known(gbp(300)))
    expect(found.costByYear.map(({ year, amount }) => [year, amount.minor])).toEqual([[2025, 30n], [2026, 10n]])
    expect(found.exitCost.metric).toEqual(missing('exit cost'))
    expect(found.switchingCost.metric).toEqual(notApplicable)
    expect(found.costToGo.why.terms?.[0]?.term).toContain('not counted')
  })

  test('what has not begun has its whole before it, and early years fall into the first', () => {
    const found = moneyToGoOf({ ...facts, standing: 'candidate' }, 2025, null)
    expect(found.costToGo.metric).toEqual(known(gbp(100)))
    expect(found.costByYear.map(({ year, amount }) => [year, amount.minor])).toEqual([[2025, 90n], [2026, 10n]])
    expect([found.exitCost.metric, found.switchingCost.metric]).toEqual([notApplicable, missing('switching cost')])
  })

  test('without dates nothing says what lies ahead, and what was given stands before all', () => {
    expect(moneyToGoOf({ ...facts, costByYear: [] }, 2025, null).costToGo.metric).toEqual(missing('start and end'))
    const said = { benefitsToGo: gbp(7), costToGo: gbp(9), exitCost: gbp(2), switchingCost: null, note: 'Contract' }
    expect(moneyToGoOf({ ...facts, costByYear: [] }, 2025, said)).toMatchObject({ benefitsToGo: { metric: known(gbp(7)) }, exitCost: { metric: known(gbp(2)), why: { note: 'Contract' } }, costByYear: [{ year: 2025, amount: gbp(9) }] })
  })

  test('cost by year sums to the cost to go, whatever the years are', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 2020, max: 2030 }), fc.constantFrom('running' as const, 'candidate' as const), (amounts, first, standing) => {
      const whole = amounts.reduce((sum, one) => sum + one, 0)
      const found = moneyToGoOf({ ...facts, standing, cost: known(gbp(whole)), costByYear: years(2022, ...amounts) }, first, null)
      const sum = found.costByYear.reduce((total, { amount }) => total + amount.minor, 0n)
      expect(found.costToGo.metric).toEqual(known(gbp(Number(sum))))
      expect(found.costByYear.every(({ year }) => year >= first)).toBe(true)
    }))
  })
})

describe('what can be weighed', () => {
  const version = { id: 'v', no: 1, objectives: [{ key: 'k', statement: 'Grow', units: 100_000_000, owner: null, deadline: null, parentKey: null, measures: [] }] }
  const told = (id: string, more: Partial<ToldToGo> = {}): ToldToGo => ({
    id, name: id, unitId: null, standing: 'running', mandatory: false, benefitsToGo: known(50), costToGo: known(20), costByYear: { 2026: 20 }, exitCost: missing('exit cost'), switchingCost: notApplicable, before: { k: 500 }, after: { k: 500 },
    asApproved: null, finishOn: null, affected: [], decides: 'Board', decideBy: null, requires: [], ...more,
  })
  const facts = (initiatives: readonly ToldToGo[], settings = {}): RecalibrationFacts => ({ before: version, after: version, mappings: [], initiatives, standing: [], settings: { ...usualRules, ...settings }, currency: 'GBP', firstYear: 2026, benefits: [], coverage: [] })

  test('who lacks a cost is left out with the reason, and unknown benefits are never weighed as money', () => {
    const all = [told('known'), told('costless', { costToGo: missing('cost') }), told('unvalued', { benefitsToGo: missing('benefits') })]
    const byStrategy = prepareRecalibration(facts(all))
    expect(byStrategy.left.map(({ id }) => id)).toEqual(['costless'])
    expect(byStrategy.input.initiatives.map(({ id, benefitsToGo }) => [id, benefitsToGo])).toEqual([['known', 50], ['unvalued', null]])
    expect(prepareRecalibration(facts(all, { worth: { kind: 'money', minorPerAlignment: 1 } })).left.map(({ id }) => id)).toEqual(['costless', 'unvalued'])
  })

  test('nothing known of what going on brings is never a stop', () => {
    const found = recalibrate(prepareRecalibration(facts([told('unvalued', { benefitsToGo: missing('benefits'), after: { k: -500 } })])).input)
    expect(found.ok && found.value.actions).toMatchObject([{ kind: 'pause', moneyToGo: null }])
  })

  test('an exit cost that nobody gave is the share that was declared, and the case says so', () => {
    const prepared = prepareRecalibration(facts([told('a'), told('b', { exitCost: known(3) })], { exitShare: 0.25 }))
    expect(prepared.input.initiatives.map(({ exitCost }) => exitCost)).toEqual([5, 3])
    expect(prepared.notes).toEqual(['Nobody gave what leaving 1 running initiative costs: 25% of the cost of the first year to go is assumed.'])
  })

  test('who is left out and runs is paid first: nobody else gets its money or its place', () => {
    const unvalued = told('unvalued', { unitId: 'u', benefitsToGo: missing('benefits'), costByYear: { 2026: 15, 2027: 5 } })
    const fresh = told('fresh', { standing: 'candidate', unitId: 'u', exitCost: notApplicable, switchingCost: known(0) })
    const by = (constraint: Constraint) => recalibrate(prepareRecalibration(facts([unvalued, fresh], { worth: { kind: 'money', minorPerAlignment: 0 }, constraints: [constraint] })).input)
    const chosen = (constraint: Constraint) => { const found = by(constraint); return found.ok && found.value.selected }
    // 20 for what is left out and 20 for the other: 40 in all, 15 + 20 in 2026.
    expect([39, 40].map((limit) => chosen({ kind: 'totalBudget', limit }))).toEqual([[], ['fresh']])
    expect([34, 35].map((limit) => chosen({ kind: 'yearlyBudget', year: 2026, limit }))).toEqual([[], ['fresh']])
    expect([39, 40].map((limit) => chosen({ kind: 'departmentCap', departmentId: 'u', limit }))).toEqual([[], ['fresh']])
    expect([1, 2].map((most) => chosen({ kind: 'atMostK', candidateIds: ['unvalued', 'fresh'], most }))).toEqual([[], ['fresh']])
    expect(chosen({ kind: 'exclusion', candidateIds: ['unvalued', 'fresh'] })).toEqual([])
    expect(by({ kind: 'totalBudget', limit: 19 })).toMatchObject({ ok: false, refusal: { code: 'constraints_conflict', conflict: { words: expect.stringContaining('GBP 0.2 ') } } })
    expect(prepareRecalibration(facts([unvalued, told('costless', { costToGo: missing('cost') })], { worth: { kind: 'money', minorPerAlignment: 0 } })).notes).toEqual([
      '1 initiative that runs and is left out keeps its place: its cost to go is taken from every budget first.', 'What 1 running initiative without a cost to go takes of a budget is not known, and is taken from none.',
    ])
  })

  test('a budget that leaving would overdraw is a conflict by its name, not an unsound figure', () => {
    expect(recalibrate(prepareRecalibration(facts([told('a', { exitCost: known(30) })], { constraints: [{ kind: 'totalBudget', limit: 29 }] })).input)).toMatchObject({ ok: false, refusal: { code: 'constraints_conflict', conflict: { members: [{ constraint: { limit: 29 } }] } } })
  })

  test('what is required and left out is met where it runs, and where it does not nobody begins without it', () => {
    const needs = told('needs', { standing: 'candidate', requires: ['costless'] })
    const selected = (standing: ToldToGo['standing'], more: Partial<ToldToGo> = {}) => { const found = recalibrate(prepareRecalibration(facts([{ ...needs, ...more }, told('costless', { standing, costToGo: missing('cost') })])).input); return found.ok && found.value.selected }
    expect([selected('running'), selected('candidate'), selected('paused'), selected('candidate', { standing: 'running' })]).toEqual([['needs'], [], [], ['needs']])
    expect(prepareRecalibration(facts([needs, told('costless', { standing: 'candidate', costToGo: missing('cost') })])).notes.at(-1)).toBe('1 initiative cannot begin: what it requires is left out and does not run (needs).')
  })

  test('constraints lose what is left out, and vanish with the last of it', () => {
    const constraints = [{ kind: 'atMostK' as const, candidateIds: ['a', 'gone'], most: 1 }, { kind: 'mustInclude' as const, candidateId: 'gone' }, { kind: 'totalBudget' as const, limit: 9 }]
    expect(prepareRecalibration(facts([told('a')], { constraints })).input.constraints).toEqual([{ kind: 'atMostK', candidateIds: ['a'], most: 1 }, { kind: 'totalBudget', limit: 9 }])
  })
})
