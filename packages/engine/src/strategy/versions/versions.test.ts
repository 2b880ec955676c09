import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weightUnits, wholeWeights } from '../weigh/index.ts'
import { carriedContributions, invertedDifference, invertedMapping, versionDifference, type Mapping, type StrategyVersion, type VersionMeasure, type VersionObjective } from './index.ts'

const objective = (key: string, units: number, more: Partial<VersionObjective> = {}): VersionObjective => ({ key, statement: key, units, owner: 'Ada', deadline: null, parentKey: null, measures: [], ...more })
const measure = (id: string, target: number, more: Partial<VersionMeasure> = {}): VersionMeasure => ({ id, identity: id, name: id, definition: '', unit: 'count', target, dueOn: null, baseline: null, baselineOn: null, tolerance: null, low: null, high: null, ...more })
const version = (no: number, objectives: readonly VersionObjective[]): StrategyVersion => ({ id: `v${no}`, no, objectives })
const million = weightUnits / 100

describe('the difference between two versions', () => {
  const before = version(1, [
    objective('growth', 40 * million, { measures: [measure('sales', 10), measure('old', 1)] }),
    objective('cost', 30 * million), objective('fax', 10 * million), objective('speed', 10 * million), objective('care', 10 * million),
  ])
  const after = version(2, [
    objective('growth', 35 * million, { statement: 'Grow', owner: 'Bea', deadline: '2027-12-31', parentKey: 'wealth', measures: [measure('sales', 12, { dueOn: '2027-12-31' }), measure('new', 1)] }),
    objective('cost', 30 * million), objective('service', 20 * million), objective('climate', 15 * million),
  ])
  const mappings: readonly Mapping[] = [
    { kind: 'retired', key: 'fax', weight: [{ key: 'climate', units: 10 * million }] },
    { kind: 'added', key: 'climate', weight: [{ key: 'fax', units: 10 * million }, { key: 'growth', units: 5 * million }] },
    { kind: 'merged', from: ['speed', 'care'], to: 'service' },
    { kind: 'same_meaning', key: 'growth' },
  ]

  test('from a strategy without objectives everything is new, to one without everything is gone, and nobody has to say so', () => {
    const [nothing, some] = [version(1, []), version(2, [objective('growth', 60 * million), objective('cost', 40 * million)])]
    const added = versionDifference(nothing, some, [])
    expect(added).toEqual({ ok: true, value: [{ kind: 'added', key: 'cost', units: 40 * million, weight: [] }, { kind: 'added', key: 'growth', units: 60 * million, weight: [] }] })
    expect(versionDifference(some, nothing, [])).toEqual({ ok: true, value: invertedDifference(added.ok ? added.value : []) })
    expect(versionDifference(nothing, some, [{ kind: 'added', key: 'cost', weight: [] }])).toEqual(added)
    expect(versionDifference(nothing, nothing, [])).toEqual({ ok: true, value: [] })
  })

  test('objectives that nobody has weighed yet weigh 0 before, and never after', () => {
    const [unweighed, some] = [version(1, [objective('growth', 0), objective('cost', 0)]), version(2, [objective('growth', 60 * million), objective('cost', 40 * million)])]
    expect(versionDifference(unweighed, some, [])).toMatchObject({ ok: true, value: [{ kind: 'reweighted', key: 'cost', from: 0, to: 40 * million }, { kind: 'reweighted', key: 'growth', from: 0 }] })
    expect(versionDifference(some, unweighed, [])).toEqual({ ok: false, refusal: { code: 'weights_not_one', versionId: 'v1', found: 0 } })
  })

  test('names each change by its kind', () => {
    const found = versionDifference(before, after, mappings)
    expect(found.ok && found.value.map((change) => change.kind)).toEqual(['retired', 'merged', 'added', 'reworded', 'reweighted', 'target_changed', 'deadline_moved', 'owner_changed', 'parent_changed', 'measure_changed', 'measure_replaced'])
    expect(found.ok && found.value.find(({ kind }) => kind === 'measure_replaced')).toMatchObject({ from: [{ id: 'old' }], to: [{ id: 'new' }] })
    expect(found.ok && found.value.find(({ kind }) => kind === 'reworded')).toMatchObject({ confirmed: true })
  })

  test('the way back of a measure that was renamed names it as it was', () => {
    const [old, renamed] = [version(1, [objective('growth', weightUnits, { measures: [measure('sales', 10)] })]), version(2, [objective('growth', weightUnits, { measures: [measure('sales', 12, { name: 'Turnover' })] })])]
    const [there, back] = [versionDifference(old, renamed, []), versionDifference(renamed, old, [])]
    expect(there).toMatchObject({ ok: true, value: [{ kind: 'target_changed', measure: { name: 'Turnover' } }, { kind: 'measure_changed', field: 'name' }] })
    expect(there.ok && invertedDifference(there.value)).toEqual(back.ok && back.value)
  })

  test('objectives without a match refuse the whole and are all named', () => {
    expect(versionDifference(before, after, [])).toEqual({ ok: false, refusal: { code: 'objectives_unmatched', before: ['care', 'fax', 'speed'], after: ['climate', 'service'] } })
  })

  test.each<readonly [string, StrategyVersion, readonly Mapping[]]>([
    ['weights_not_one', version(2, [objective('growth', 99 * million)]), []],
    ['key_twice', version(2, [objective('growth', 50 * million), objective('growth', 50 * million)]), []],
    ['mapping_unknown', after, [{ kind: 'retired', key: 'steam', weight: [] }]],
    ['mapping_unknown', after, [{ kind: 'retired', key: 'fax', weight: [{ key: 'steam', units: 10 * million }] }]],
    ['mapped_twice', after, [...mappings, { kind: 'split', from: 'fax', to: ['climate'] }]],
    ['mapped_twice', after, [{ kind: 'retired', key: 'cost', weight: [] }]],
    ['weight_not_released', after, [{ kind: 'retired', key: 'fax', weight: [{ key: 'climate', units: million }] }]],
  ])('%s is refused', (code, second, given) => expect(versionDifference(before, second, given)).toMatchObject({ ok: false, refusal: { code } }))

  test('what is judged of the old version is carried to the new', () => {
    const carried = carriedContributions(before, after, mappings, new Map([['growth', 500], ['fax', 900], ['speed', 400], ['care', -200]]))
    expect(Object.fromEntries(carried)).toEqual({ growth: 500, service: 100 })
    expect(Object.fromEntries(carriedContributions(after, before, mappings.map(invertedMapping), new Map([['service', 300]])))).toEqual({ speed: 300, care: 300 })
  })
})

/** Objectives of chance: any of an objective’s fields and measures may be other in the next version; one id is one definition, whatever it is called. */
const measures = fc.uniqueArray(fc.constantFrom('m0', 'm1', 'm2'), { maxLength: 3 }).chain((ids) => fc.tuple(...ids.map((id) => fc.record({ name: fc.constantFrom(id, `${id} renamed`), target: fc.constantFrom(1, 2, null), dueOn: fc.constantFrom('2027-01-01', null), tolerance: fc.constantFrom(5, null), low: fc.constantFrom(0, null) }).map(({ target, ...more }) => ({ ...measure(id, 1, more), target })))))
const said = fc.record({ share: fc.integer({ min: 1, max: 9 }), words: fc.constantFrom('as it was', 'anew'), owner: fc.constantFrom('Ada', 'Bea', null), deadline: fc.constantFrom('2027-01-01', '2028-01-01', null), parentKey: fc.constantFrom('wealth', null), measures })
type Said = { readonly share: number; readonly words: string } & Pick<VersionObjective, 'owner' | 'deadline' | 'parentKey' | 'measures'>
const made = (no: number, all: readonly (readonly [string, Said])[]): StrategyVersion => {
  const weights = new Map(wholeWeights(all.map(([id, { share }]) => ({ id, share }))).map(({ id, units }) => [id, units]))
  return version(no, all.map(([key, { share: _, words, measures: own, ...more }]) => objective(key, weights.get(key) ?? 0, { statement: `${key} ${words}`, ...more, measures: own.map((one) => ({ ...one, id: `${key} ${one.id}` })) })))
}

/** Two versions of chance with the mapping between them: objectives that stay, go, come, are merged and are split. */
const pair = fc.record({ kept: fc.array(fc.tuple(said, said), { minLength: 1, maxLength: 4 }), gone: fc.array(said, { maxLength: 2 }), come: fc.array(said, { maxLength: 2 }), merged: fc.array(fc.tuple(said, said, said), { maxLength: 2 }), split: fc.array(fc.tuple(said, said, said), { maxLength: 2 }) })
  .map(({ kept, gone, come, merged, split }) => {
    const named = <T>(prefix: string, all: readonly T[]): readonly (readonly [string, T])[] => all.map((one, index) => [`${prefix}${index}`, one])
    const [was, is] = [named('kept', kept.map(([first]) => first)), named('kept', kept.map(([, second]) => second))]
    const a = made(1, [...was, ...named('gone', gone), ...merged.flatMap(([first, second], index) => [[`part${index}a`, first], [`part${index}b`, second]] as const), ...split.map(([whole], index) => [`whole${index}`, whole] as const)])
    const b = made(2, [...is, ...named('come', come), ...merged.map(([, , whole], index) => [`one${index}`, whole] as const), ...split.flatMap(([, first, second], index) => [[`half${index}a`, first], [`half${index}b`, second]] as const)])
    const weightOf = (of: StrategyVersion, key: string) => [{ key: 'kept0', units: of.objectives.find((one) => one.key === key)?.units ?? 0 }]
    const mappings: readonly Mapping[] = [
      ...gone.map((_, index): Mapping => ({ kind: 'retired', key: `gone${index}`, weight: weightOf(a, `gone${index}`) })), ...come.map((_, index): Mapping => ({ kind: 'added', key: `come${index}`, weight: weightOf(b, `come${index}`) })),
      ...merged.map((_, index): Mapping => ({ kind: 'merged', from: [`part${index}a`, `part${index}b`], to: `one${index}` })), ...split.map((_, index): Mapping => ({ kind: 'split', from: `whole${index}`, to: [`half${index}a`, `half${index}b`] })),
    ]
    return { a, b, mappings }
  })

describe('laws', () => {
  test('a version does not differ from itself', () => {
    fc.assert(fc.property(pair, ({ a }) => void expect(versionDifference(a, a, [])).toEqual({ ok: true, value: [] })))
  })

  test('the way back is the inverse of the way there', () => {
    fc.assert(fc.property(pair, ({ a, b, mappings }) => {
      const [there, back] = [versionDifference(a, b, mappings), versionDifference(b, a, mappings.map(invertedMapping))]
      expect(there.ok && back.ok).toBe(true)
      if (there.ok && back.ok) expect(invertedDifference(there.value)).toEqual(back.value)
    }))
  })
})
