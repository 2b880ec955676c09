import { describe, expect, it } from 'vitest'
import { known, money, undefinedBecause } from '../kernel/index.ts'
import { pointsPerAlignment, prepareCase, type CaseFacts } from './case.ts'

const gbp = (minor: number) => known(money(BigInt(minor), 'GBP'))
const fact = (change: Partial<CaseFacts>): CaseFacts => ({
  id: 'a', key: 'A', name: 'A', unitId: 'u', unitName: 'Unit', mandatory: false, cost: gbp(100), benefits: gbp(300), alignment: known(0.25), costByYear: [], ...change,
})
const noTies = { dependencies: [], exclusions: [] }

describe('a selection case', () => {
  it('leaves out with a reason what has no cost or no value, and never takes it as zero', () => {
    const facts = [fact({}), fact({ id: 'b', benefits: undefinedBecause('EXEMPT') }), fact({ id: 'c', cost: gbp(-5) }), fact({ id: 'd', alignment: undefinedBecause('NO_TARGET') })]
    const benefits = prepareCase(facts, noTies, 'benefits', 'GBP', 2024)
    expect(benefits.input.candidates.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(benefits.left.map(({ id, because }) => [id, because])).toEqual([['b', 'No monetised benefits are given.'], ['c', 'Its whole-life cost is not above zero.']])
    expect(prepareCase(facts, noTies, 'strategic', 'GBP', 2024).input.candidates.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('counts value as asked', () => {
    const worth = (value: 'benefits' | 'net' | 'strategic') => prepareCase([fact({})], noTies, value, 'GBP', 2024).input.candidates[0]?.value
    expect([worth('benefits'), worth('net'), worth('strategic')]).toEqual([300, 200, 0.25 * pointsPerAlignment])
  })

  it('pins mandatory work and carries ties between candidates only', () => {
    const ties = { dependencies: [{ fromId: 'a', toId: 'b' }, { fromId: 'a', toId: 'gone' }], exclusions: [{ name: 'one site', initiativeIds: ['a', 'b', 'gone'] }, { name: 'alone', initiativeIds: ['a', 'gone'] }] }
    const { input, notes } = prepareCase([fact({ mandatory: true }), fact({ id: 'b' })], ties, 'benefits', 'GBP', 2024)
    expect(input.candidates[0]?.requires).toEqual(['b'])
    expect(input.constraints).toEqual([{ kind: 'mustInclude', candidateId: 'a', because: 'Mandatory work' }, { kind: 'exclusion', candidateIds: ['a', 'b'] }])
    expect(notes.at(-1)).toContain('1 dependencies')
  })

  it('asks for budgets only in years that can still be planned', () => {
    const costByYear = [2022, 2024, 2026, 2040].map((year) => ({ year, amount: money(10n, 'GBP') }))
    const { years, input } = prepareCase([fact({ costByYear })], noTies, 'benefits', 'GBP', 2024)
    expect(years).toEqual([{ year: 2024, demandMinor: 10 }, { year: 2026, demandMinor: 10 }])
    expect(input.candidates[0]?.costByYear).toEqual({ 2024: 10, 2026: 10, 2040: 10 })
  })
})
