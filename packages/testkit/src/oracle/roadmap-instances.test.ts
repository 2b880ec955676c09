import { createHash } from 'node:crypto'
import { solveRoadmap } from '@throughline/engine/portfolio'
import { describe, expect, it } from 'vitest'
import { roadmapCaseOf, startsOfPlan } from '../../../../bench/roadmap/case.ts'
import { checkStarts } from '../../../../bench/roadmap/check.ts'
import type { Starts } from '../../../../bench/roadmap/check.ts'
import { SIZES, generatedRoadmap } from '../../../../bench/roadmap/generator.ts'
import type { GeneratedRoadmap, InstanceClass } from '../../../../bench/roadmap/generator.ts'
import { modelOf, startsOf } from '../../../../bench/roadmap/model.ts'
import { changedAnswer, changesOf, solved } from '../../../../bench/roadmap/ours.ts'
import { askPeer, relaxation } from '../../../../bench/roadmap/peers.ts'
import { rankedStarts } from '../../../../bench/roadmap/ranking.ts'
import { ukRoadmap } from '../../../../bench/roadmap/uk.ts'

describe('the generated roadmaps', () => {
  // The digests belong to the classes: figures of other years and other solvers compare only while they hold.
  it.each([
    [100, 'A', 1, 'd90bd871db6583fc'], [100, 'B', 3, '377885667c240147'], [100, 'C', 2, '9516243bf20ce802'],
    [500, 'A', 1, 'ec6235ba14950dc4'], [500, 'C', 3, 'ffebf62623071f8c'], [1000, 'B', 2, '7939ea49c7331fd7'], [2000, 'C', 1, 'e83efc2c4e2763f4'],
  ] as const)('of %i candidates in class %s with seed %i are the same for ever', (n, cls, seed, digest) => {
    const instance = generatedRoadmap(SIZES.find((size) => size.n === n)!, cls, seed)
    expect(createHash('sha256').update(JSON.stringify(instance)).digest('hex').slice(0, 16)).toBe(digest)
  })
})

const small = (cls: InstanceClass, seed: number, n: number): GeneratedRoadmap => generatedRoadmap({ n, T: 5, pools: 3 }, cls, seed)

/** Whether the starts keep every row of the model, by its numbers alone; and what they are worth there. */
function inModel(instance: GeneratedRoadmap, starts: Starts): { readonly keeps: boolean; readonly worth: number } {
  const { columns, groups, rows } = modelOf(instance)
  const levels = columns.map(({ candidate, start }) => Number(starts[candidate] === start))
  const shares = instance.shares.map(({ kind, k }) => instance.P.reduce((sum, each) => sum + (each[kind] === k && (starts[each.i] ?? null) !== null ? each.cost : 0), 0))
  expect(shares.length).toBe(groups)
  const level = (column: number): number => levels[column] ?? shares[column - columns.length]!
  const keeps = rows.every(({ terms, sense, limit }) => {
    const sum = terms.reduce((total, [column, coefficient]) => total + coefficient * level(column), 0)
    return sense === '=' ? Math.abs(sum - limit) < 1e-6 : sum <= limit + 1e-6
  })
  return { keeps, worth: columns.reduce((sum, { worth }, column) => sum + worth * level(column), 0) }
}

describe('the model that peers get', () => {
  it('keeps what the checker keeps, and nothing else, for plans drawn at random', () => {
    const seen = { kept: 0, broken: 0 }
    for (let seed = 1; seed <= 40; seed++) {
      const instance = small('C', seed, 10)
      for (let draw = 0; draw < 60; draw++) {
        const starts = instance.P.map(({ i, es, ls, mand }) => ((i * 7 + draw * 13 + seed) % 5 < 2 || mand ? es + ((i + draw) % (ls - es + 1)) : null))
        const checked = checkStarts(instance, starts)
        const read = inModel(instance, starts)
        expect([seed, draw, read.keeps]).toEqual([seed, draw, checked.faults.length === 0])
        expect(read.worth).toBeCloseTo(checked.worth / 100, 6)
        seen[read.keeps ? 'kept' : 'broken']++
      }
    }
    expect(seen.broken).toBeGreaterThan(100)
  })

  it('has an optimum that HiGHS finds and the checker accepts, and our answer is the same', () => {
    const instance = small('A', 2, 20)
    const theirs = askPeer('HiGHS', modelOf(instance), 60)
    const best = checkStarts(instance, theirs.starts ?? [])
    expect([theirs.said, best.faults, theirs.starts?.filter((start) => start !== null).length]).toEqual(['Optimal', [], 12])
    const ours = solveRoadmap(roadmapCaseOf(instance), { seed: 1, effort: 30_000 })
    if (!ours.ok) throw new Error(ours.refusal.code)
    expect(checkStarts(instance, startsOfPlan(instance, ours.value.plan))).toEqual({ worth: best.worth, faults: [] })
    expect(ours.value.bound).toBeGreaterThanOrEqual(best.worth)
  })

  // Few candidates for many shares: at 16 and at 20 nothing can go ahead, which is a plan worth 0. HiGHS proves each of these optima.
  it.each([
    [16, 'A', 3, 0], [16, 'C', 3, 0], [16, 'A', 4, 0], [16, 'C', 4, 0], [20, 'A', 1, 0], [20, 'C', 1, 0], [24, 'A', 2, 999_249], [24, 'C', 1, 249_742], [24, 'C', 5, 526_820],
  ] as const)('of %i candidates in class %s with seed %i is solved to its optimum of %i, and proved', (n, cls, seed, optimum) => {
    const instance = small(cls, seed, n)
    const ours = solveRoadmap(roadmapCaseOf(instance), { seed: 1, effort: 30_000 })
    if (!ours.ok) throw new Error(ours.refusal.code)
    expect(checkStarts(instance, startsOfPlan(instance, ours.value.plan))).toEqual({ worth: optimum, faults: [] })
    expect(ours.value).toMatchObject({ value: optimum, bound: optimum, proved: true })
  })

  it('has no plan where HiGHS finds none, and ours is refused', () => {
    const instance = small('A', 3, 20)
    expect(askPeer('HiGHS', modelOf(instance), 60)).toMatchObject({ said: 'Infeasible', starts: null })
    expect(solveRoadmap(roadmapCaseOf(instance), { seed: 1, effort: 2_000 }).ok).toBe(false)
  })

  it('stands for the starts that it was written from', () => {
    const instance = small('A', 3, 14)
    const model = modelOf(instance)
    const starts = instance.P.map(({ i, ls }) => (i % 2 === 0 ? ls : null))
    expect(startsOf(model, (column) => Number(starts[model.columns[column]!.candidate] === model.columns[column]!.start))).toEqual(starts)
  })
})

describe('more effort', () => {
  // 70 candidates have a first stage of 1,400 units: from there on twice the effort begins with the same steps.
  it.each([['A', 1], ['A', 2], ['B', 1], ['B', 2], ['C', 1], ['C', 2]] as const)('twice as much is never worse in class %s with seed %i, and lowers the bound', (cls, seed) => {
    const given = roadmapCaseOf(small(cls, seed, 70))
    const answers = [1_500, 3_000, 6_000, 12_000].map((effort) => solveRoadmap(given, { seed: 1, effort })).flatMap((answer) => (answer.ok ? [answer.value] : []))
    const [values, bounds] = [answers.map(({ value }) => value), answers.map(({ bound }) => bound)]
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a))
    expect([values.length, bounds[3]! < bounds[0]!]).toEqual([4, true])
  })

  it('brings the bound within 0.015 % of the linear relaxation', () => {
    const instance = generatedRoadmap(SIZES[0]!, 'A', 1)
    const answer = solveRoadmap(roadmapCaseOf(instance), { seed: 1, effort: 20_000 })
    if (!answer.ok) throw new Error(answer.refusal.code)
    const above = answer.value.bound / 100 / relaxation(modelOf(instance)).bound - 1
    expect(above).toBeGreaterThan(-1e-6)
    expect(above).toBeLessThan(0.000_15)
  })
})

it('after each of fifty changes the plan before is repaired, with hardly any effort', () => {
  for (const cls of ['A', 'B'] as const) {
    const given = roadmapCaseOf(generatedRoadmap(SIZES[0]!, cls, 1))
    const { answer } = solved(given, 4_000)
    const changes = changesOf(given, answer.plan)
    expect([cls, changes.length]).toEqual([cls, 50])
    const without = changes.flatMap((changed, index) => (changedAnswer(changed, answer, 10, 1).gap === null ? [index] : []))
    expect([cls, without]).toEqual([cls, []])
  }
})

describe('ranking by value over cost', () => {
  it('keeps everything but the shares, which it cannot see', () => {
    for (const cls of ['A', 'B', 'C'] as const) {
      const instance = generatedRoadmap(SIZES[0]!, cls, 1)
      const { worth, faults } = checkStarts(instance, rankedStarts(instance))
      expect(worth).toBeGreaterThan(0)
      expect(faults.filter((fault) => !/^(cat|h) /.test(fault))).toEqual([])
    }
  })
})

it('the UK portfolio as a roadmap has a plan that keeps its yearly budgets', () => {
  const instance = ukRoadmap(50)
  const answer = solveRoadmap(roadmapCaseOf(instance), { seed: 1, effort: 20_000 })
  if (!answer.ok) throw new Error(answer.refusal.code)
  expect(checkStarts(instance, startsOfPlan(instance, answer.value.plan))).toEqual({ worth: answer.value.value, faults: [] })
  expect(answer.value.gap).toBeLessThan(0.1)
})
