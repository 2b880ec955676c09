import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explainTotal, known, missing, money, undefinedBecause, type Metric, type Money, type Part, type UndefinedReason } from '../../kernel/index.ts'
import { explainSummed, type Summed } from './summed.ts'

const zero = money(0n, 'EUR')
const amount: fc.Arbitrary<Metric<Money>> = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt({ min: -5n, max: 9n }).map((minor) => known(money(minor, 'EUR'))) },
  fc.constantFrom<UndefinedReason>('EXEMPT', 'SUSPECT', 'NOT_PUBLISHED').map(undefinedBecause),
  fc.constant(missing('cost')),
)
const parts = fc.array(fc.record({ term: fc.string({ maxLength: 3 }), amount }), { maxLength: 30 })

function summedOf(all: readonly Part[]): Summed {
  const without = new Map<UndefinedReason | 'missing', number>()
  for (const { amount: one } of all) if (one.status !== 'ok') without.set(one.status === 'undefined' ? one.reason : 'missing', (without.get(one.status === 'undefined' ? one.reason : 'missing') ?? 0) + 1)
  const amounts = all.flatMap((part) => (part.amount.status === 'ok' ? [part.amount.value.minor] : []))
  const size = (part: Part): bigint => (part.amount.status !== 'ok' ? -1n : part.amount.value.minor < 0n ? -part.amount.value.minor : part.amount.value.minor)
  const largest = [...all].sort((a, b) => (size(a) === size(b) ? (a.term < b.term ? -1 : a.term > b.term ? 1 : 0) : size(a) > size(b) ? -1 : 1)).slice(0, 12)
  return { count: all.length, known: amounts.length, minor: amounts.reduce((sum, minor) => sum + minor, 0n), without, largest }
}

it('says of a sum what explainTotal says of its parts, with one line for those that are not listed', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const whole = explainTotal('Cost', all, zero, { formula: 'portfolio-total' })
      const { metric, why } = explainSummed('Cost', summedOf(all), zero, 'portfolio-total')
      const { omitted, ...same } = whole.why
      expect({ metric, why: { ...why, terms: why.terms?.slice(0, 12) } }).toEqual({ metric: whole.metric, why: same })
      expect(why.terms?.[12]?.term).toBe(omitted === undefined ? undefined : `and ${omitted} more`)
    }),
  )
})

it('lists lines that sum to the total: 5 + 12 × 1 = 12 listed (16) and 1 more (1)', () => {
  const all = [5n, ...Array.from({ length: 12 }, () => 1n)].map((minor, index) => ({ term: `${index}`, amount: known(money(minor, 'EUR')) }))
  const { metric, why } = explainSummed('Cost', summedOf(all), zero)
  expect([metric, why.terms?.at(-1)]).toEqual([known(money(17n, 'EUR')), { term: 'and 1 more', figure: known({ kind: 'money', money: money(1n, 'EUR') }) }])
})
