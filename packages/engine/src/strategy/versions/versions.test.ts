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

/** Two versions of chance over the same keys, some gone and some new, with the mapping that says so. */
const pair = fc.tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }))
  .map(([first, second, rewritten]) => {
    const made = (no: number, shares: readonly number[]): StrategyVersion => {
      const present = shares.flatMap((share, index) => (share > 0 || index === 0 ? [{ id: `k${index}`, share: share + 1 }] : []))
      return version(no, wholeWeights(present).map(({ id, units }, index) => objective(id, units, { statement: rewritten[index] === true ? `${id} ${no}` : id })))
    }
    const [a, b] = [made(1, first), made(2, second)]
    const has = (of: StrategyVersion, key: string): boolean => of.objectives.some((one) => one.key === key)
    const retired = a.objectives.filter(({ key }) => !has(b, key)).map(({ key, units }): Mapping => ({ kind: 'retired', key, weight: [{ key: 'k0', units }] }))
    const added = b.objectives.filter(({ key }) => !has(a, key)).map(({ key, units }): Mapping => ({ kind: 'added', key, weight: [{ key: 'k0', units }] }))
    return { a, b, mappings: [...retired, ...added] }
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
