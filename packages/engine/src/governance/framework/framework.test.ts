import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionInForce, elementFaults, frameworkDifference, frameworkUse, lifecyclesOf, migrationOf, ofLifecycle, type FrameworkElement } from './index.ts'

const element = (key: string, more: Partial<FrameworkElement> = {}): FrameworkElement => ({ key, kind: 'gate', name: key, says: '', link: '', lifecycle: 'Predictive', neededFrom: null, serviceId: null, ...more })
const keys = (changes: ReturnType<typeof frameworkDifference>) => changes.map(({ change, key, fields }) => [change, key, ...fields.map(({ field, before, after }) => `${field} ${before} ${after}`)].join(' '))

describe('elements of a framework', () => {
  it('have codes of their own, and lifecycle models that have steps', () => {
    const wrong = [element('G1'), element('g1'), element('G2', { lifecycle: '' }), element('T1', { kind: 'template', lifecycle: 'Agile' }), element('R1', { kind: 'role', lifecycle: '' })]
    expect(elementFaults(wrong).map(({ key, found }) => [key, found])).toEqual([['g1', 'the code g1 twice'], ['G2', 'a gate of no lifecycle model'], ['T1', 'the lifecycle model Agile']])
    expect(elementFaults([element('G1'), element('R1', { kind: 'role', lifecycle: '' }), element('T1', { kind: 'template' })])).toEqual([])
  })
  it('concern an initiative by its lifecycle model', () => {
    const all = [element('G1'), element('S1', { kind: 'stage', lifecycle: 'Agile' }), element('R1', { kind: 'role', lifecycle: '' })]
    expect([lifecyclesOf(all), ofLifecycle(all, 'Agile').map(({ key }) => key)]).toEqual([['Predictive', 'Agile'], ['S1', 'R1']])
  })
})

describe('the edition in force', () => {
  const editions = [{ no: 1, effectiveOn: '2026-01-01' }, { no: 2, effectiveOn: '2026-07-01' }, { no: 3, effectiveOn: '2026-07-01' }]
  it.each([['2025-12-31', undefined], ['2026-01-01', 1], ['2026-06-30', 1], ['2026-07-01', 3]])('on %s', (on, no) => expect(editionInForce(editions, on)?.no).toBe(no))
})

describe('the difference of two editions', () => {
  it('names what came, went, says something else or stands elsewhere', () => {
    // Of A, B and C in both, C goes before A: its place is 1 instead of 3, those of A and B move by one. X came between and moves nobody.
    const before = [element('A'), element('B'), element('old'), element('C')]
    expect(keys(frameworkDifference(before, [element('A', { neededFrom: 'active' }), element('X'), element('B'), element('C')]))).toEqual(['changed A neededFrom null active', 'added X', 'removed old'])
    expect(keys(frameworkDifference(before, [element('C'), element('A'), element('B'), element('old')]))).toEqual(['changed C place 4 1', 'changed A place 1 2', 'changed B place 2 3', 'changed old place 3 4'])
  })
  it('is empty of itself, and leaves no element out', () => {
    const some = fc.uniqueArray(fc.record({ key: fc.constantFrom('A', 'B', 'C', 'D', 'E'), name: fc.constantFrom('x', 'y'), neededFrom: fc.constantFrom(null, 'active' as const) }).map(({ key, ...more }) => element(key, more)), { selector: ({ key }) => key })
    fc.assert(fc.property(some, some, (before, after) => {
      const changes = frameworkDifference(before, after)
      const same = after.filter(({ key }) => before.some((one) => one.key === key) && !changes.some((one) => one.key === key)).length
      expect(changes.length + same).toBe(new Set([...before, ...after].map(({ key }) => key)).size)
      expect(frameworkDifference(after, after)).toEqual([])
    }))
  })
})

describe('a migration', () => {
  const before = [element('G1'), element('S1', { kind: 'stage', lifecycle: 'Agile' })]
  it('tells what concerns the initiative alone, and what it has to show anew', () => {
    const after = [element('G1', { neededFrom: 'approved' }), element('S1', { kind: 'stage', lifecycle: 'Agile', name: 'Sprint' }), element('P1', { kind: 'procedure', lifecycle: '', neededFrom: 'active' })]
    const found = migrationOf(before, after, 'Predictive')
    expect([keys(found.changes), found.newlyNeeded, found.lifecycleThere]).toEqual([['changed G1 neededFrom null approved', 'added P1'], ['G1', 'P1'], true])
  })
  it('says that the lifecycle model is gone', () => expect(migrationOf(before, [element('G1')], 'Agile')).toMatchObject({ lifecycleThere: false, changes: [{ change: 'removed', key: 'S1' }] }))
})

describe('how a framework is used', () => {
  const editions = [{ no: 1, effectiveOn: '2026-01-01' }, { no: 2, effectiveOn: '2026-07-01' }]
  it('is a share of those on the edition in force', () => {
    // Three of four follow edition 1: 3 ÷ 4 until July, 1 ÷ 4 from then on.
    expect(frameworkUse(editions, [1, 1, 2, 1], '2026-06-30')).toMatchObject({ running: 4, byEdition: [{ no: 1, running: 3 }, { no: 2, running: 1 }], current: { metric: { value: 0.75 } } })
    expect(frameworkUse(editions, [1, 1, 2, 1], '2026-07-01').current.metric).toEqual({ status: 'ok', value: 0.25 })
  })
  it('is missing where nobody follows it, or none is in force', () => {
    expect(frameworkUse(editions, [], '2026-07-01').current.metric).toEqual({ status: 'missing', inputs: ['initiative'] })
    expect(frameworkUse(editions, [1], '2025-01-01').current.metric).toEqual({ status: 'missing', inputs: ['edition in force'] })
  })
})
