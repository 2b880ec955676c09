import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { known, missing, notApplicable, undefinedBecause } from './metric.ts'
import { money } from './money.ts'
import { explainTotal, type Part } from './total.ts'

const zero = money(0n, 'GBP')
const part = (term: string, minor: bigint): Part => ({ term, amount: known(money(minor, 'GBP')) })
const amounts = fc.oneof(
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((minor) => known(money(minor, 'GBP'))),
  fc.constantFrom(undefinedBecause('EXEMPT'), undefinedBecause('RANGE_ONLY'), missing('cost'), notApplicable),
)
const parts = fc.uniqueArray(fc.record({ term: fc.string(), amount: amounts }), { selector: (each) => each.term, maxLength: 20 })

describe('a total with its reason', () => {
  it('adds what is known and says how much is left out, and why', () => {
    const { metric, why } = explainTotal('Cost', [part('A', 100n), part('B', 110n), { term: 'C', amount: undefinedBecause('EXEMPT') }], zero, { formula: 'portfolio-total' })
    expect(metric).toEqual(known(money(210n, 'GBP')))
    expect(why.formula).toBe('portfolio-total')
    expect(why.note).toBe('1 of 3 have no figure and are left out: 1 because the publisher withheld the figure.')
    expect(why.terms?.map((term) => term.term)).toEqual(['B', 'A', 'C'])
  })

  it('is undefined where no part is known, and zero over no parts at all', () => {
    const withheld: Part = { term: 'A', amount: undefinedBecause('EXEMPT') }
    const ranged: Part = { term: 'B', amount: undefinedBecause('RANGE_ONLY') }
    expect(explainTotal('Cost', [withheld, { ...withheld, term: 'C' }], zero).metric).toEqual(undefinedBecause('EXEMPT'))
    expect(explainTotal('Cost', [withheld, ranged], zero).metric).toEqual(undefinedBecause('NOT_PUBLISHED'))
    expect(explainTotal('Cost', [withheld, ranged], zero, { whenEmpty: 'NOT_MEASURED' }).metric).toEqual(undefinedBecause('NOT_MEASURED'))
    expect(explainTotal('Cost', [], zero).metric).toEqual(known(zero))
  })

  it('lists the largest parts, whatever their sign, and counts the rest', () => {
    const many = [part('small', 1n), part('loss', -500n), part('gain', 300n)]
    const { why } = explainTotal('Net', many, zero, { most: 2 })
    expect(why.terms?.map((term) => term.term)).toEqual(['loss', 'gain'])
    expect(why.omitted).toBe(1)
  })

  it('does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const [one, other] = [explainTotal('Sum', list, zero), explainTotal('Sum', [...list].reverse(), zero)]
        expect(other.metric).toEqual(one.metric)
        expect(other.why.terms).toEqual(one.why.terms)
      }),
    )
  })

  it('leaves out nothing silently: listed and omitted are all', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 8 }), (list, most) => {
        const { why } = explainTotal('Sum', list, zero, { most })
        expect((why.terms?.length ?? 0) + (why.omitted ?? 0)).toBe(list.length)
      }),
    )
  })

  it('does not add different kinds of money', () => {
    expect(() => explainTotal('Cost', [part('A', 1n), { term: 'B', amount: known(money(1n, 'EUR')) }], zero)).toThrow('EUR')
  })
})
