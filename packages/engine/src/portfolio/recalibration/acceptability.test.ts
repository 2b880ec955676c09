import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contributionOf, wholeWeights, type StrategyVersion } from '../../strategy/index.ts'
import { explainRanks, rankAcceptability, stabilityOf, type AcceptedRanks, type Doubt, type RecalibrationInput, type ToGo } from './index.ts'

const keys = ['growth', 'cost', 'nature']
const version = (...shares: readonly number[]): StrategyVersion => ({ id: 'v', no: 1, objectives: wholeWeights(shares.map((share, at) => ({ id: keys[at] ?? '', share }))).map(({ id: key, units }) => ({ key, statement: key, units, owner: null, deadline: null, parentKey: null, measures: [] })) })
const one = (id: string, given: readonly number[], more: Partial<ToGo> = {}): ToGo => {
  const contributions = new Map(given.map((value, at) => [keys[at] ?? '', contributionOf(value)]))
  return { id, name: `Initiative ${id}`, unitId: null, standing: 'candidate', mandatory: false, benefitsToGo: 0, costToGo: 1, costByYear: {}, exitCost: 0, switchingCost: 0, before: contributions, after: contributions, asApproved: null, finishOn: null, affected: [], decides: 'Board', decideBy: null, ...more }
}
const portfolio = (initiatives: readonly ToGo[], after = version(0.5, 0.5), more: Partial<RecalibrationInput> = {}): RecalibrationInput => ({ before: after, after, mappings: [], initiatives, constraints: [], currency: 'GBP', firstYear: 2027, worth: { kind: 'strategic' }, hysteresis: 0, emergency: null, benefits: [], coverage: [], ...more })
const any: Doubt = { seed: 1, samples: 4000, weights: { kind: 'around', doubt: 1 }, spread: 0 }
const shareOf = ({ shares }: AcceptedRanks, rank: number): number => shares.find((each) => each.rank === rank)?.share ?? 0
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('rank acceptability', () => {
  // Weights w and 1 − w, any w alike. A is worth w, B 1 − w, C always 0.4: it is second where the lesser of the two is below 0.4, in 8 of 10, and never first.
  const [a, b, c] = [one('A', [1, 0]), one('B', [0, 1]), one('C', [0.4, 0.4])]

  it('is the worked example: shares of weights under which each has each rank', () => {
    const { initiatives } = rankAcceptability(portfolio([a, b, c]), any)
    const of = (id: string) => initiatives.find((each) => each.id === id) as AcceptedRanks
    for (const [id, rank, share] of [['A', 1, 0.5], ['A', 2, 0.1], ['A', 3, 0.4], ['B', 1, 0.5], ['C', 1, 0], ['C', 2, 0.8], ['C', 3, 0.2]] as const) expect(Math.abs(shareOf(of(id), rank) - share), `${id} ${rank}`).toBeLessThan(0.025)
    expect(of('C')).toMatchObject({ rank: 3, best: 2, worst: 3, low: 2, median: 2, high: 3, dominatedBy: [] })
    // By what is stated A and B tie and share the first rank.
    expect(initiatives.map(({ id, rank }) => `${id} ${rank}`)).toEqual(['A 1', 'B 1', 'C 3'])
  })

  it('what ties shares its ranks by halves, and nobody is put first by its name', () => {
    const { initiatives } = rankAcceptability(portfolio([c, { ...c, id: 'D' }]), any)
    expect(initiatives.map(({ shares }) => shares)).toEqual([[{ rank: 1, share: 0.5 }, { rank: 2, share: 0.5 }], [{ rank: 1, share: 0.5 }, { rank: 2, share: 0.5 }]])
  })

  it('mandatory work has no rank and takes none', () => {
    const found = rankAcceptability(portfolio([{ ...a, mandatory: true }, b, c], version(0.1, 0.9)), { ...any, weights: { kind: 'around', doubt: 0 } })
    expect([found.mandatory, found.initiatives.map(({ id, rank, shares }) => [id, rank, shares])]).toEqual([['A'], [['B', 1, [{ rank: 1, share: 1 }]], ['C', 2, [{ rank: 2, share: 1 }]]]])
  })

  it('by money a doubted benefit changes places, and the samples are those of the selection', () => {
    const input = portfolio([one('A', [0, 0], { benefitsToGo: 100 }), one('B', [0, 0], { benefitsToGo: 90 })], version(1), { worth: { kind: 'money', minorPerAlignment: 0 }, constraints: [{ kind: 'totalBudget', limit: 1 }] })
    const doubt: Doubt = { ...any, samples: 200, spread: 0.2 }
    const [first] = rankAcceptability(input, doubt).initiatives
    const chosen = stabilityOf(input, doubt)
    expect(first?.id).toBe('A')
    expect(shareOf(first as AcceptedRanks, 1)).toBeGreaterThan(0.6)
    // Room for one: who is first is the one that is selected, sample by sample.
    expect(chosen.ok && chosen.value.initiatives[0]?.share).toBeCloseTo(shareOf(first as AcceptedRanks, 1), 1)
  })

  it('says why: the stated rank, the likeliest, the cut, and whom it never stands before', () => {
    const found = rankAcceptability(portfolio([a, one('E', [0.9, 0])]), any)
    const why = explainRanks(found.initiatives[1] as AcceptedRanks, found, { share: 0.25, samples: 60 })
    expect(why).toMatchObject({ figure: { value: { text: '2' } }, formula: 'rank-acceptability', terms: [{ term: 'Rank by what is stated' }, { term: 'Ranks that it has in any sample', terms: [{ term: 'Rank 2', figure: { value: { value: 100, unit: 'percent' } } }] }, { term: 'In the best portfolio', figure: { value: { value: 25 } } }, { term: 'Never stands before', figure: { value: { text: 'Initiative A' } } }] })
  })

  it('by money: dominated is who at its most is worth no more than another at its least, and serves nothing more', () => {
    // Doubted by a fifth A is worth 80 to 120, B 56 to 84 and C 48 to 72: B can come before A, C cannot.
    const money = (id: string, benefitsToGo: number, growth = 0) => one(id, [growth], { benefitsToGo })
    const dominators = (minorPerAlignment: number, ...initiatives: readonly ToGo[]) => rankAcceptability(portfolio(initiatives, version(1), { worth: { kind: 'money', minorPerAlignment } }), { ...any, samples: 1, spread: 0.2 }).initiatives.map(({ id, dominatedBy }) => `${id} ${dominatedBy.join()}`)
    expect(dominators(0, money('A', 100), money('B', 70), money('C', 60))).toEqual(['A ', 'B ', 'C A'])
    expect([dominators(10, money('A', 100), money('C', 60, 0.1)), dominators(0, money('A', 100), money('C', 60, 0.1))]).toEqual([['A ', 'C '], ['A ', 'C A']])
  })

  it('is followed sample by sample, and what is ended counts what was done', () => {
    const seen: number[] = []
    const found = rankAcceptability(portfolio([a, b, c]), { ...any, samples: 10 }, { onSample: (done) => void seen.push(done), shouldStop: () => seen.length === 4 })
    expect([seen, found.samples, found.initiatives.map(({ shares }) => sum(shares.map(({ share }) => share)))]).toEqual([[0, 1, 2, 3], 4, [1, 1, 1]])
    expect(found.initiatives).toEqual(rankAcceptability(portfolio([a, b, c]), { ...any, samples: 4 }).initiatives)
  })

  it('of two hundred that are alike tells bands of ranks, and names the first of those that come before', () => {
    const alike = Array.from({ length: 200 }, (_, at) => one(`i${String(at).padStart(3, '0')}`, [0.5, 0.5]))
    const [first, last] = [rankAcceptability(portfolio(alike), { ...any, samples: 3 }).initiatives[0], rankAcceptability(portfolio([...alike, c]), { ...any, samples: 3 }).initiatives.at(-1)]
    // All tie over the ranks 1 to 200: fifty bands of four, each as likely as another.
    expect([first?.shares.length, first?.shares[0], first?.shares.at(-1), first?.best, first?.worst, first?.median]).toEqual([50, { rank: 1, to: 4, share: expect.closeTo(0.02, 9) as number }, { rank: 197, to: 200, share: expect.closeTo(0.02, 9) as number }, 1, 200, 100])
    expect([last?.dominators, last?.dominatedBy.length, last?.dominatedBy[0]]).toEqual([200, 20, 'i000'])
  })

  const drawn = fc.array(fc.tuple(fc.constantFrom(-1, 0, 0.5, 1), fc.constantFrom(0, 0.5, 1), fc.constantFrom(0, 0.3, 1), fc.constantFrom(-40, 0, 60, 100)), { minLength: 1, maxLength: 7 })
  const worths = fc.constantFrom({ kind: 'strategic' as const }, { kind: 'money' as const, minorPerAlignment: 0 }, { kind: 'money' as const, minorPerAlignment: 50 })
  const made = (given: readonly (readonly [number, number, number, number])[], worth: RecalibrationInput['worth']) => portfolio(given.map(([x, y, z, benefitsToGo], at) => one(`i${at}`, [x, y, z], { benefitsToGo })), version(0.5, 0.3, 0.2), { worth })
  const doubts = fc.record({ seed: fc.nat(1000), samples: fc.integer({ min: 1, max: 12 }), weights: fc.oneof(fc.record({ kind: fc.constant('around' as const), doubt: fc.constantFrom(0, 0.3, 1) }), fc.record({ kind: fc.constant('order' as const) })), spread: fc.constantFrom(0, 0.2) })

  it('law: the shares of each initiative and of each rank sum to 1, the same for a seed', () => {
    fc.assert(fc.property(drawn, worths, doubts, (given, worth, doubt) => {
      const input = made(given, worth)
      const found = rankAcceptability(input, doubt)
      expect(rankAcceptability(input, doubt)).toEqual(found)
      for (const { shares, low, median, high, best, worst } of found.initiatives) {
        expect(sum(shares.map(({ share }) => share))).toBeCloseTo(1, 9)
        expect([best <= low, low <= median, median <= high, high <= worst]).toEqual([true, true, true, true])
      }
      for (let rank = 1; rank <= given.length; rank++) expect(sum(found.initiatives.map((each) => shareOf(each, rank)))).toBeCloseTo(1, 9)
    }))
  })

  it('law: what is dominated never outranks what dominates it, sample by sample and in all', () => {
    fc.assert(fc.property(drawn, worths, doubts, (given, worth, doubt) => {
      const input = made(given, worth)
      const [whole, single] = [rankAcceptability(input, doubt), rankAcceptability(input, { ...doubt, samples: 1 })]
      for (const found of [whole, single])
        for (const lower of found.initiatives) for (const id of lower.dominatedBy) {
          const upper = found.initiatives.find((each) => each.id === id) as AcceptedRanks
          // At every rank, at least as many samples have it at that rank or a better one.
          for (let rank = 1, [above, below] = [0, 0]; rank <= given.length; rank++) expect((above += shareOf(upper, rank)) + 1e-9).toBeGreaterThanOrEqual((below += shareOf(lower, rank)))
          expect([upper.rank <= lower.rank, upper.best <= lower.best, upper.worst <= lower.worst]).toEqual([true, true, true])
        }
      if (worth.kind === 'money') return
      const above = (upper: ToGo, lower: ToGo) => keys.every((key) => (upper.after.get(key) ?? 0) >= (lower.after.get(key) ?? 0)) && keys.some((key) => (upper.after.get(key) ?? 0) > (lower.after.get(key) ?? 0))
      const truth = input.initiatives.flatMap((lower) => input.initiatives.filter((upper) => above(upper, lower)).map((upper) => `${upper.id} ${lower.id}`))
      expect(whole.initiatives.flatMap(({ id, dominatedBy }) => dominatedBy.map((upper) => `${upper} ${id}`)).sort()).toEqual(truth.sort())
    }), { numRuns: 200 })
  })
})
