import { describe, expect, it } from 'vitest'
import { beginSelection, checkCertificate, explainCost, explainValue, selectPortfolio } from './index.ts'
import { asked, chosenUnder, option, refusedUnder, threeOptions } from './testing/given.ts'

const budget = { kind: 'totalBudget', limit: 10 } as const

describe('the choice that ranking gets wrong', () => {
  const selection = chosenUnder(threeOptions, budget)

  it('takes B and C, and says that ranking would leave 30 on the table', () => {
    expect(selection.ranking).toEqual({
      feasible: true, chosen: ['A'], value: 60, cost: 6, valueLeftOnTable: 30, onlyHere: ['B', 'C'], onlyInRanking: ['A'],
    })
  })

  it('says why A is out, and that its value would have to rise by more than 30', () => {
    // The best plan with A is A alone: 60. With A at 91 it beats 90; with A at 90 it is a draw.
    expect(selection.verdicts[0]).toMatchObject({
      candidateId: 'A', verdict: 'out', because: 'not_worth_its_place', blockedBy: [{ over: 6 }], opposite: { kind: 'possible', valueLost: 30, proved: true },
    })
    expect(chosenUnder([option('A', 91, 6), ...threeOptions.slice(1)], budget).chosen).toEqual(['A'])
    expect(chosenUnder([option('A', 89, 6), ...threeOptions.slice(1)], budget).chosen).toEqual(['B', 'C'])
  })

  it('explains value and cost down to the candidates', () => {
    const value = explainValue(asked(threeOptions, budget), selection)
    expect(value.figure).toMatchObject({ value: { money: { minor: 90n, currency: 'GBP' } } })
    expect(value.terms?.map((term) => term.term)).toEqual(['B', 'C', 'No plan is worth more than', 'Ranking by value over cost would give'])
    expect(explainCost(asked(threeOptions, budget), selection).figure).toMatchObject({ value: { money: { minor: 10n } } })
  })

  it('crosses JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(selection))).toEqual(selection)
  })
})

it('carries a tree that proves it to a checker of its own, and fails that check once the plan or the prices are tampered with', () => {
  const input = asked(threeOptions, budget, { kind: 'atMostK', candidateIds: ['A', 'B', 'C'], most: 2 })
  const result = selectPortfolio(input, { proof: true })
  if (!result.ok) throw new Error(result.refusal.code)
  const selection = result.value
  expect(checkCertificate(input, selection)).toEqual({ planKeepsEverything: true, boundHolds: true, optimal: true })
  expect(checkCertificate(input, { ...selection, chosen: ['A', 'B'], value: 105 }).planKeepsEverything).toBe(false)
  expect(checkCertificate(input, { ...selection, chosen: ['A'], value: 60, bound: 60 }).optimal).toBe(false)
  const certificate = { ...selection.certificate, rootBound: selection.certificate.rootBound - 1 }
  expect(checkCertificate(input, { ...selection, certificate }).boundHolds).toBe(false)
})

/** Sixty look-alikes under three caps and a total: the bound closes slowly. */
const lookAlikes = asked(
  Array.from({ length: 60 }, (_, k) => option(`p${k}`, 1_000_003 + ((k * 7_919) % 611), 1_000_000 + ((k * 104_729) % 997), { departmentId: `d${k % 3}` })),
  { kind: 'totalBudget', limit: 25_600_001 },
  ...[0, 1, 2].map((k) => ({ kind: 'departmentCap', departmentId: `d${k}`, limit: 9_300_000 + k }) as const),
)

describe('a search that takes long', () => {
  it('shows as not proved, with an honest bound', () => {
    const result = selectPortfolio(lookAlikes, { workUnits: 40, explain: 'quick' })
    if (!result.ok) throw new Error(result.refusal.code)
    expect(result.value.proved).toBe(false)
    expect(result.value.bound).toBeGreaterThan(result.value.value)
    expect(result.value.gap).toBeGreaterThan(0)
  })

  it('can be followed and ended', () => {
    const seen: number[] = []
    const watch = { onProgress: ({ workUnits }: { workUnits: number }) => seen.push(workUnits), shouldStop: () => seen.length >= 3 }
    const result = selectPortfolio(lookAlikes, { workUnits: 1e9, explain: 'quick' }, watch)
    expect(seen).toHaveLength(3)
    expect(result.ok && result.value.chosen.length > 0 && result.value.bound >= result.value.value).toBe(true)
  })

  it('ends alike in slices of any length and in one go', () => {
    const effort = { workUnits: 9000, explain: 'quick' } as const
    const whole = selectPortfolio(lookAlikes, effort)
    for (const slice of [170, 4000]) {
      const begun = beginSelection(lookAlikes, effort)
      if (!begun.ok) throw new Error(begun.refusal.code)
      const bounds: number[] = []
      for (; !begun.value.isOver(); begun.value.advance(slice)) bounds.push(begun.value.progress().bound)
      expect(begun.value.finish()).toEqual(whole)
      expect(bounds).toEqual([...bounds].sort((a, b) => b - a))
    }
  })
})

it('reports once where the answer is found at once', () => {
  const seen: unknown[] = []
  selectPortfolio(asked(threeOptions, budget), { explain: 'quick' }, { onProgress: (progress) => seen.push(progress) })
  expect(seen).toEqual([{ incumbent: 90, bound: 90, gap: 0, workUnits: 1 }])
})

describe('an unsound input is refused with what was found', () => {
  it.each([
    [{ code: 'candidate_twice', candidateId: 'A' }, [option('A', 1, 1), option('A', 2, 2)], []],
    [{ code: 'candidate_unknown', candidateId: 'Z', namedBy: 'A' }, [option('A', 1, 1, { requires: ['Z'] })], []],
    [{ code: 'candidate_unknown', candidateId: 'Z', namedBy: 'exclusion' }, [option('A', 1, 1)], [{ kind: 'exclusion', candidateIds: ['A', 'Z'] } as const]],
    [{ code: 'amount_not_whole', candidateId: 'A', field: 'value', found: 1.5 }, [option('A', 1.5, 1)], []],
    [{ code: 'amount_negative', candidateId: 'A', field: 'costByYear.2026', found: -1 }, [option('A', 1, 1, { costByYear: { 2026: -1 } })], []],
    [{ code: 'amount_negative', candidateId: null, field: 'totalBudget.limit', found: -1 }, [option('A', 1, 1)], [{ kind: 'totalBudget', limit: -1 } as const]],
    [{ code: 'amounts_too_large', field: 'cost' }, [option('A', 1, 2 ** 53 - 1), option('B', 1, 1)], []],
    [{ code: 'percent_out_of_range', found: 101 }, [option('A', 1, 1)], [{ kind: 'minimumShare', departmentId: 'D', leastPercent: 101 } as const]],
  ])('%o', (expected, candidates, constraints) => {
    expect(refusedUnder(candidates, ...constraints)).toMatchObject(expected)
  })
})

it('names the pins and the budget that conflict and not the rest', () => {
  const refusal = refusedUnder(threeOptions, budget, ...(['A', 'B', 'C'] as const).map((candidateId) => ({ kind: 'mustInclude', candidateId }) as const), {
    kind: 'atLeastK', candidateIds: ['A', 'B'], least: 1,
  })
  // A and B cost 11, as do A and C: two pins and the budget are enough; which two is told by the order of the filter.
  expect(refusal).toMatchObject({
    code: 'constraints_conflict',
    conflict: { irreducible: true, words: 'These cannot be kept together: A is in; C is in; The total cost is at most GBP 0.1.' },
  })
})
