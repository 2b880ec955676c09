import { byScore, planInOrder } from '../solve/index.ts'
import type { BinaryProgram } from '../solve/index.ts'
import type { Frame } from './frame.ts'
import type { RankingComparison } from './result.ts'

/**
 * The usual way under the same constraints: pins first, then down the list by value over cost, taking each candidate that still fits
 * together with what it needs. Budget 10 and A(6, 60), B(5, 45), C(5, 45): the ranking takes A (60), the optimum is B and C (90).
 */
export function compareWithRanking(frame: Frame, program: BinaryProgram, plan: readonly boolean[], value: number): RankingComparison {
  const { candidates } = frame
  const ratio = (column: number): number => candidates[column]!.value / candidates[column]!.cost
  const list = byScore([...candidates.keys()].filter((column) => candidates[column]!.value > 0), ratio)
  const ranked = planInOrder(program, list)
  const ids = (keep: (column: number) => boolean): readonly string[] => candidates.flatMap((each, column) => (keep(column) ? [each.id] : []))
  if (ranked === null) {
    return { feasible: false, chosen: [], value: null, cost: null, valueLeftOnTable: null, onlyHere: ids((column) => plan[column]!), onlyInRanking: [] }
  }
  const taken = (column: number): boolean => ranked[column]!
  const sum = (amount: (column: number) => number): number => [...candidates.keys()].reduce((total, column) => total + (taken(column) ? amount(column) : 0), 0)
  const rankingValue = sum((column) => candidates[column]!.value)
  return {
    feasible: true,
    chosen: ids(taken),
    value: rankingValue,
    cost: sum((column) => candidates[column]!.cost),
    valueLeftOnTable: value - rankingValue,
    onlyHere: ids((column) => plan[column]! && !taken(column)),
    onlyInRanking: ids((column) => !plan[column]! && taken(column)),
  }
}
