import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitionText, proposeMeasures, type LibraryDefinition, type PlacedObjective, type UsedMeasure } from './index.ts'

const definition = (id: string, patterns: readonly string[], more: Partial<LibraryDefinition> = {}): LibraryDefinition => ({ id, name: id, calculation: `what counts ${id}`, unit: 'day', direction: 'lower', aggregation: 'stock', tellsOf: 'output', leading: false, perspective: null, patterns, ...more })
const objective = (id: string, statement: string, strategy: string, serves: string | null = null): PlacedObjective => ({ id, statement, perspective: null, strategyId: strategy, strategy, serves })
const used = (id: string, by: PlacedObjective, like?: LibraryDefinition): UsedMeasure => ({ id, name: `Measure ${id}`, text: like && definitionText(like), tellsOf: null, leading: false, objectives: [by] })

const waiting = definition('waiting', ['waiting time', 'queue'], { tellsOf: 'outcome' })
const calls = definition('calls', ['waiting'])
const cost = definition('cost', ['cost'])
const top = objective('top', 'People are seen soon', 'The organisation')
const goal = objective('goal', 'Waiting times halve', 'North', 'top')
const south = objective('south', 'Nobody queues for long', 'South', 'top')

const told = (of: Parameters<typeof proposeMeasures>[0]) => proposeMeasures(of).map(({ act, from }) => `${act} ${from.id}`)

describe('measures that are proposed', () => {
  test('fit by words, what is in use first, outcomes before outputs, each with its reasons', () => {
    expect(told({ goal, library: [cost, calls, waiting], used: [] })).toEqual(['define waiting', 'define calls'])
    expect(told({ goal, library: [cost, calls, waiting], used: [used('m', south, calls)] })).toEqual(['repeat m', 'define waiting'])
    expect(proposeMeasures({ goal, library: [waiting, calls], used: [used('m', south, calls)] })).toMatchObject([
      { definitionId: 'calls', usedBy: [{ measureId: 'm', objective: 'Nobody queues for long', strategy: 'South' }], reasons: ['“Nobody queues for long” of South serves the same objective and is measured by it.', 'It fits goals that say “waiting”: a suggestion by words.'] },
      { name: 'waiting', reasons: ['It fits goals that say “waiting time”: a suggestion by words.', 'It tells of an outcome, which nothing does here yet.'] },
    ])
  })

  test('one of the same strategy is linked, one of the strategy above or below repeated', () => {
    const beside = objective('beside', 'Waiting rooms are empty', 'North')
    expect(told({ goal, library: [calls], used: [used('n', beside, calls), used('m', south, calls)] })).toEqual(['link n'])
    expect(told({ goal, library: [], used: [used('m', top, cost)] })).toEqual(['repeat m'])
    expect(told({ goal: top, library: [], used: [used('m', south, cost)] })).toEqual(['repeat m'])
  })

  test('what measures it already is not proposed, nor what has no definition elsewhere, nor what nothing speaks for', () => {
    expect(told({ goal, library: [calls], used: [used('m', goal, calls)] })).toEqual([])
    expect(told({ goal, library: [], used: [used('m', south)] })).toEqual([])
    expect(told({ goal, library: [cost], used: [used('m', objective('far', 'Roads are safe', 'South'), cost)] })).toEqual([])
  })
})

describe('laws', () => {
  const library = [waiting, calls, cost, definition('beds', ['waiting', 'halve'])]
  const places = [south, top, objective('beside', 'Waiting rooms are empty', 'North'), objective('far', 'Waiting halves everywhere', 'West')]
  const measures = fc.array(fc.record({ place: fc.constantFrom(...places), like: fc.option(fc.constantFrom(...library), { nil: undefined }) }), { maxLength: 6 }).map((all) => all.map(({ place, like }, at) => used(`m${at}`, place, like)))

  test('reuse ranks before what is new, and the same comes out whatever order things are given in', () => {
    fc.assert(fc.property(measures, fc.subarray(library), (all, some) => {
      const proposed = proposeMeasures({ goal, library: some, used: all })
      const acts = proposed.map(({ act }) => (act === 'define' ? 'new' : 'reuse'))
      expect(acts).toEqual(acts.toSorted((a, b) => (a === b ? 0 : a === 'reuse' ? -1 : 1)))
      expect(proposeMeasures({ goal, library: some.toReversed(), used: all.toReversed() })).toEqual(proposed)
      expect(new Set(proposed.map(({ from }) => from.id)).size).toBe(proposed.length)
      expect(proposed.every(({ reasons }) => reasons.length > 0)).toBe(true)
    }))
  })
})
