import { expect, it } from 'vitest'
import { oneOf } from '../terminal/pick.ts'
import { lineNames } from './business-plan-commands.ts'

it('tells lines of one name apart by kind, department and unit', () => {
  const line = { id: 'a', name: 'Postage', kind: 'cost' as const, department: 'Operations', unit: 'GBP.cash' }
  const lines = [line, { ...line, id: 'b', department: 'Sales' }, { ...line, id: 'c', kind: 'capital_expenditure' as const, department: null }]
  const found = (word: string) => oneOf('plan line', lines, word, lineNames).id
  expect(() => found('Postage')).toThrow('Found 3 plan lines for “Postage”: Postage (Postage, cost, Operations, GBP.cash); Postage (Postage, cost, Sales, GBP.cash)')
  expect([found('Postage, cost, Operations'), found('sales'), found('(Postage, capital expenditure, GBP.cash)')]).toEqual(['a', 'b', 'c'])
})
