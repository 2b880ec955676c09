import { expect, it } from 'vitest'
import type { SelectionInput } from '../input.ts'
import { selectPortfolio } from '../selection.ts'
import type { Constraint } from './kinds.ts'
import { tightest } from './tightest.ts'

it('given several limits on the same money, then the tightest is kept, because whoever keeps it keeps the others', () => {
  const constraints: Constraint[] = [12, 10, 11].flatMap((limit) => [{ kind: 'totalBudget', limit }, { kind: 'yearlyBudget', year: 2025, limit }, { kind: 'departmentCap', departmentId: 'd', limit }])
  const kept = tightest([...constraints, { kind: 'exclusion', candidateIds: ['a', 'b'] }, { kind: 'exclusion', candidateIds: ['a', 'b'] }, { kind: 'exclusion', candidateIds: ['a', 'c'] }])
  expect(kept).toEqual([{ kind: 'totalBudget', limit: 10 }, { kind: 'yearlyBudget', year: 2025, limit: 10 }, { kind: 'departmentCap', departmentId: 'd', limit: 10 }, { kind: 'exclusion', candidateIds: ['a', 'b'] }, { kind: 'exclusion', candidateIds: ['a', 'c'] }])
})

it('changes no answer', () => {
  const candidates = [{ id: 'a', name: 'A', value: 60, cost: 6 }, { id: 'b', name: 'B', value: 45, cost: 5 }, { id: 'c', name: 'C', value: 45, cost: 5 }]
  const constraints: Constraint[] = [{ kind: 'totalBudget', limit: 12 }, { kind: 'totalBudget', limit: 10 }]
  const chosen = (input: SelectionInput) => {
    const result = selectPortfolio(input)
    return result.ok ? result.value.chosen : result.refusal.code
  }
  expect(chosen({ currency: 'GBP', candidates, constraints: tightest(constraints) })).toEqual(chosen({ currency: 'GBP', candidates, constraints }))
})
