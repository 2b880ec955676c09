import { describe, expect, it } from 'vitest'
import { BrokenInvariant, invariant, ok, refuse, unreachable, type Result } from './result.ts'

/** A budget that refuses what it does not hold. */
const spend = (budget: number, amount: number): Result<number, { code: 'over_budget'; short: number }> =>
  amount > budget ? refuse({ code: 'over_budget', short: amount - budget }) : ok(budget - amount)

describe('results', () => {
  it('are a value, or a refusal with the values involved', () => {
    expect(spend(10, 4)).toEqual({ ok: true, value: 6 })
    expect(spend(10, 14)).toEqual({ ok: false, refusal: { code: 'over_budget', short: 4 } })
  })
})

describe('invariants', () => {
  it('say what holds, and throw where it does not', () => {
    expect(() => invariant('Aurora', 'a name has letters')).not.toThrow()
    expect(() => invariant('', 'a name has letters')).toThrow(new BrokenInvariant('Broken invariant: a name has letters'))
  })

  it('name the case that nobody handled', () => {
    expect(() => unreachable({ kind: 'new' } as never)).toThrow('case {"kind":"new"} is handled')
  })
})
