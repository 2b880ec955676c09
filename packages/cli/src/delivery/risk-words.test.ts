import { describe, expect, it } from 'vitest'
import { UsageError, type Typed } from '../terminal/command.ts'
import { riskGiven, severityIn, shareIn } from './risk-words.ts'

const typed = (options: Readonly<Record<string, string>>): Typed => ({ words: [], one: (option) => options[option], many: () => [], on: () => false })

describe('a risk on the command line', () => {
  it('sends what was typed alone, and takes back what is said to be none', () => {
    expect(riskGiven(typed({ probability: '12.5%', impact: '1.2m', owner: 'none', response: 'Reduce', due: '2026-12-15' }), 'GBP')).toEqual({ probability: 0.125, impactMinor: '120000000', owner: null, strategy: 'reduce', dueOn: '2026-12-15' })
    expect(riskGiven(typed({}), 'GBP')).toEqual({})
  })
  it('names what cannot be read', () => {
    for (const options of [{ due: 'soon' }, { probability: '150%' }, { response: 'hope' }] as Readonly<Record<string, string>>[]) expect(() => riskGiven(typed(options), 'GBP')).toThrow(UsageError)
    expect(() => shareIn('a lot')).toThrow('expected a share')
    expect(() => severityIn('bad')).toThrow('expected')
  })
})
