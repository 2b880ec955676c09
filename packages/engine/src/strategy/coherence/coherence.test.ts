import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptTension, checkCoherence, coherenceRules, contradictionRegister, noFacts, type CoherenceFacts, type CoherenceRule, type Finding } from './index.ts'
import { consistent, initiative, objective, restricted, target } from './testing/consistent.ts'

const found = (facts: CoherenceFacts): readonly Finding[] => checkCoherence(facts).findings
const shown = (facts: CoherenceFacts): readonly string[] => found(facts).map(({ rule, severity }) => `${rule} ${severity}`)
const plus = <K extends keyof CoherenceFacts>(field: K, ...more: CoherenceFacts[K] extends readonly (infer T)[] ? readonly T[] : never): CoherenceFacts => ({ ...consistent, [field]: [...(consistent[field] as readonly unknown[]), ...more] })

/** One defect for each rule, put into the consistent model. */
const defects: Readonly<Record<CoherenceRule, { readonly facts: CoherenceFacts; readonly severity: string; readonly witness: string }>> = {
  'X-1': { facts: plus('targets', target('stock 45', 'lean plant', 'stock', { scope: 'plant', low: 45, current: 40 })), severity: 'hard', witness: 'target:stock 30 target:stock 45' },
  'X-2': { facts: plus('targets', target('stock up', 'lean plant', 'stock', { scope: 'plant', low: 30, current: 40 })), severity: 'tension', witness: 'target:stock 30 target:stock up' },
  'X-3': { facts: plus('influences', { id: 'buffer', from: '#stock', to: '#service', sign: 1, elasticity: null }), severity: 'tension', witness: 'influence:buffer target:service 97 target:stock 30' },
  'X-4': { facts: plus('initiatives', initiative('cheap parts', { contributions: [{ objectiveId: 'happy', contribution: -0.3, accepted: false }] })), severity: 'tension', witness: 'initiative:cheap parts objective:happy' },
  'X-5': { facts: plus('assetChanges', { initiativeId: 'good service', assetId: 'hall', state: 'closed', on: '2026-04-01' }), severity: 'hard', witness: 'asset:hall initiative:good service initiative:lean line' },
  'X-6': { facts: plus('demands', { limitId: 'budget', initiativeId: 'lean line', amount: 1 }), severity: 'hard', witness: 'initiative:good service initiative:lean line limit:budget' },
  'X-7': { facts: plus('claims', { id: 'three', name: 'Three', poolId: 'pool', amount: 10 }), severity: 'hard', witness: 'claim:one claim:three claim:two pool:pool' },
  'X-8': { facts: plus('requirements', { objectiveId: 'happy', initiativeId: 'lean line', deadline: '2026-07-01' }), severity: 'tension', witness: 'initiative:lean line objective:happy' },
  'X-9': { facts: { ...consistent, objectives: consistent.objectives.map((one) => (one.strategyId === 'plant' ? { ...one, weight: 1 - one.weight } : one)), initiatives: consistent.initiatives.map((one) => ({ ...one, contributions: one.contributions.filter(({ objectiveId }) => !objectiveId.endsWith('plant')), unitId: null })) }, severity: 'smell', witness: 'strategy:corporate strategy:plant' },
  'X-10': { facts: { ...consistent, rewards: [{ id: 'bonus', measureId: 'cost', role: 'Buyer', direction: 'lower' }], influences: [{ id: 'quality', from: '#cost', to: '#service', sign: 1, elasticity: null }] }, severity: 'tension', witness: 'influence:quality reward:bonus target:service 97' },
  'X-11': { facts: plus('initiatives', initiative('long haul', { attributes: { months: 30 } })), severity: 'hard', witness: 'initiative:long haul policy:short' },
  'X-12': { facts: plus('initiatives', initiative('statue', { costToGo: 60 })), severity: 'smell', witness: 'strategy:corporate' },
  'X-13': { facts: { ...consistent, objectives: consistent.objectives.map((one) => (one.id === 'lean' ? { ...one, owner: null } : one)) }, severity: 'hard', witness: 'objective:lean' },
}

describe('contradictions', () => {
  test('a consistent model is silent, and so is none at all', () => {
    expect(found(consistent)).toEqual([])
    expect(found(noFacts)).toEqual([])
  })

  test.each(Object.keys(coherenceRules) as readonly CoherenceRule[])('%s is found, alone, with its witness', (rule) => {
    const { facts, severity, witness } = defects[rule]
    expect(found(facts).map((one) => ({ rule: one.rule, severity: one.severity, witness: one.witness.map(({ kind, id }) => `${kind}:${id}`).join(' ') }))).toEqual([{ rule, severity, witness }])
  })

  test('all thirteen at once are all found', () => {
    const all = Object.values(defects).reduce<CoherenceFacts>((sum, { facts }) => {
      const merged = (Object.keys(noFacts) as readonly (keyof CoherenceFacts)[]).map((field) => {
        const [before, extra] = [sum[field], facts[field]]
        return [field, Array.isArray(before) && Array.isArray(extra) ? [...before, ...extra.filter((one) => !before.includes(one) && !(field === 'objectives' || (field === 'initiatives' && consistent.initiatives.some(({ id }) => id === one.id))))] : before]
      })
      return { ...sum, ...Object.fromEntries(merged) }
    }, { ...consistent, objectives: defects['X-9'].facts.objectives.map((one) => (one.id === 'lean' ? { ...one, owner: null } : one)) })
    expect(new Set(found(all).map(({ rule }) => rule))).toEqual(new Set(Object.keys(coherenceRules)))
  })

  const service99 = { ...consistent, targets: consistent.targets.map((one) => (one.id === 'service 97' ? { ...one, low: 99 } : one)) }
  const elastic = { ...service99, influences: [{ id: 'buffer', from: '#stock', to: '#service', sign: 1 as const, elasticity: { low: 0.3, high: 0.6 } }] }

  test('inventory against service: hard where the elasticity leaves no way, a tension again with what compensates', () => {
    expect(shown(elastic)).toEqual(['X-3 hard'])
    const sameDay = initiative('same-day delivery', { effects: [{ measureId: 'service', low: 8, high: 8 }] })
    expect(shown({ ...elastic, initiatives: [...elastic.initiatives, sameDay] })).toEqual(['X-3 tension'])
    expect(shown({ ...elastic, initiatives: [...elastic.initiatives, { ...sameDay, standing: 'candidate' }] })).toEqual(['X-3 hard'])
  })

  test('paths of both signs are ambiguous and never hard', () => {
    const both = { ...elastic, influences: [...elastic.influences, { id: 'calm', from: '#stock', to: '#service', sign: -1 as const, elasticity: { low: -9, high: -9 } }] }
    expect(found(both)).toMatchObject([{ rule: 'X-3', severity: 'tension', ambiguous: true }])
  })

  test('of two paths as short the one whose influences come first by their ids is the witness, and says how bad it is', () => {
    // Both work against the target: one by so much that it cannot be reached, the other by an unknown amount.
    const links = [{ id: 'a', from: '#stock', to: '#service', sign: 1 as const, elasticity: null }, { id: 'b', from: '#stock', to: '#service', sign: 1 as const, elasticity: { low: 9, high: 9 } }]
    for (const influences of [links, links.toReversed()]) expect(found({ ...elastic, influences })).toMatchObject([{ rule: 'X-3', severity: 'tension', witness: [{ kind: 'influence', id: 'a' }, { kind: 'target' }, { kind: 'target' }] }])
  })

  test.each<readonly [string, CoherenceFacts]>([
    ['periods that meet at a boundary', plus('targets', target('later', 'lean', 'stock', { low: 45, from: '2027-01-01', to: '2028-01-01' }))],
    ['scopes that do not touch', { ...plus('targets', target('there', 'lean', 'stock', { scope: 'office', low: 45 })), targets: [{ ...consistent.targets[0]!, scope: 'plant' }, target('there', 'lean', 'stock', { scope: 'office', low: 45 })], units: [{ id: 'plant', parentId: null }, { id: 'office', parentId: null }] }],
    ['both satisfied by a common band', plus('targets', target('floor', 'lean', 'stock', { low: 20 }))],
    ['a retired objective', { ...plus('targets', target('old', 'gone', 'stock', { low: 45 })), objectives: [...consistent.objectives, objective('gone', 0, { retired: true })] }],
    ['harm that somebody accepted', plus('initiatives', initiative('hard choice', { contributions: [{ objectiveId: 'happy', contribution: -0.3, accepted: true }] }))],
    ['harm within tolerance', plus('initiatives', initiative('noise', { contributions: [{ objectiveId: 'happy', contribution: -0.05, accepted: false }] }))],
    ['an asset that was restored', { ...consistent, assetChanges: [{ initiativeId: 'good service', assetId: 'hall', state: 'closed', on: '2026-01-10' }, { initiativeId: 'good service', assetId: 'hall', state: 'running', on: '2026-02-10' }] }],
    ['a candidate that would not fit', plus('demands', { limitId: 'budget', initiativeId: 'nobody', amount: 50 })],
    ['an attribute nobody gave', plus('policies', { id: 'colour', name: 'Colour', attribute: 'colour', rule: 'equals', value: 'red', from: '2026-01-01', to: '2027-01-01' })],
    ['a policy that had ended', plus('policies', { id: 'old', name: 'Old', attribute: 'supplier', rule: 'differs', value: 'Acme', from: '2020-01-01', to: '2026-01-01' })],
  ])('%s is no contradiction', (_, facts) => expect(found(facts)).toEqual([]))

  test('millions and single pounds are compared in one unit', () => {
    const measures = [...consistent.measures, { id: 'pounds', name: 'Cost in pounds', identity: '#cost', unit: 'gbp' as const }]
    const targets = [...consistent.targets, target('two million', 'lean', 'cost', { high: 2, direction: 'lower' }), target('three million', 'happy', 'pounds', { low: 3_000_000 })]
    expect(shown({ ...consistent, measures, targets })).toEqual(['X-1 hard', 'X-13 hard'])
  })

  test('a waived unit is listed apart, and returns when the waiver ends', () => {
    const facts = defects['X-9'].facts
    expect(checkCoherence({ ...facts, waivedUnitIds: new Set(['plant']) })).toMatchObject({ findings: [], waived: [{ rule: 'X-9' }] })
  })

  test('two counted benefits on one path, however long', () => {
    const benefits = [{ id: 'hours', name: 'Hours', counted: true, leadsTo: ['skill'] }, ...consistent.benefits]
    expect(found({ ...consistent, benefits })).toMatchObject([{ rule: 'X-7', witness: [{ id: 'hours' }, { id: 'skill' }, { id: 'time' }] }])
  })

  test('a limit in parts of its unit is told in the unit, and a milestone by its name and with its own end', () => {
    const pool = { id: 'welders', name: 'Welders in Jan 2027', amount: 1000, parts: 100, unit: 'days' }
    const facts = { ...consistent, limits: [pool], demands: [{ limitId: 'welders', initiativeId: 'lean line', amount: 1050 }], requirements: [{ objectiveId: 'happy', initiativeId: 'good service', deadline: '2026-07-01', milestone: 'Opening', finish: { p50: '2026-07-02', p80: '2026-08-01' } }] }
    expect(found(facts).map(({ rule, severity, words }) => `${rule} ${severity}: ${words}`)).toEqual([
      'X-6 hard: lean line is committed and takes 10.5 days of Welders in Jan 2027, which has 10 days.',
      'X-8 hard: Opening of happy is due on 2026-07-01 and needs good service, which finishes by 2026-07-02 half of the time and by 2026-08-01 four times of five.',
    ])
    expect(found({ ...facts, limits: [], requirements: facts.requirements.map((one) => ({ ...one, finish: null })) })).toEqual([])
  })

  test('a circle of parents is one finding', () => {
    const circle = { ...consistent, objectives: consistent.objectives.map((one) => (one.id === 'lean' ? { ...one, parentId: 'lean plant' } : one)) }
    expect(found(circle).filter(({ key }) => key.includes('cycle'))).toMatchObject([{ witness: [{ id: 'lean' }, { id: 'lean plant' }] }])
  })
})

/** Small models of chance in which every rule has something to find. */
const ids = (prefix: string, count: number) => fc.constantFrom(...Array.from({ length: count }, (_, index) => `${prefix}${index}`))
const several = <T>(of: fc.Arbitrary<T>, most = 5): fc.Arbitrary<readonly (T & { readonly id: string })[]> => fc.array(of, { minLength: 1, maxLength: most }).map((all) => all.map((one, index) => ({ ...one, id: `${index}` })))
const day = fc.constantFrom('2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01')
const amount = fc.integer({ min: -5, max: 30 })
const models: fc.Arbitrary<CoherenceFacts> = fc.record({
  strategies: fc.constant(consistent.strategies),
  objectives: fc.array(fc.record({ weight: fc.constantFrom(0.25, 0.5, 0.75), retired: fc.boolean(), owner: fc.constantFrom('Ada', null), parentId: fc.option(ids('', 5), { nil: null }), strategyId: fc.constantFrom('corporate', 'plant') }), { minLength: 2, maxLength: 5 }).map((all) => all.map((one, index) => objective(`${index}`, one.weight, one))),
  measures: several(fc.record({ name: ids('m', 3), identity: ids('#', 3), unit: fc.constantFrom('percent', 'count') })),
  targets: fc.array(fc.record({ objectiveId: ids('', 4), measureId: ids('', 4), low: fc.option(amount, { nil: null }), high: fc.option(amount, { nil: null }), direction: fc.constantFrom('higher', 'lower', 'hold'), from: day, current: fc.option(amount, { nil: null }) }), { minLength: 2, maxLength: 5 }).map((all) => all.map((one, index) => target(`${index}`, one.objectiveId, one.measureId, one))),
  influences: several(fc.record({ from: ids('#', 3), to: ids('#', 3), sign: fc.constantFrom<1 | -1>(1, -1), elasticity: fc.constantFrom(null, { low: 0.5, high: 1 }) }), 6),
  rewards: several(fc.record({ measureId: ids('', 4), role: fc.constant('Buyer'), direction: fc.constantFrom('higher', 'lower') }), 2),
  initiatives: fc.array(fc.record({
    unitId: fc.constantFrom('plant', null), standing: fc.constantFrom('candidate', 'committed', 'mandatory'), costToGo: fc.integer({ min: 0, max: 9 }), attributes: fc.record({ months: fc.integer({ min: 6, max: 20 }) }),
    contributions: fc.array(fc.record({ objectiveId: ids('', 5), contribution: fc.constantFrom(-0.5, 0.5), accepted: fc.boolean() }), { maxLength: 2 }),
    effects: fc.array(fc.record({ measureId: ids('', 4), low: amount, high: amount }), { maxLength: 2 }), finish: fc.constantFrom(null, { p50: '2026-05-01', p80: '2026-08-01' }),
  }), { minLength: 2, maxLength: 5 }).map((all) => all.map((one, index) => initiative(`${index}`, one))),
  assets: fc.constant(consistent.assets),
  assetNeeds: fc.array(fc.record({ initiativeId: ids('', 4), assetId: fc.constant('hall'), state: fc.constantFrom('open', 'closed'), from: fc.constant('2026-04-01'), to: fc.constant('2026-07-01') }), { maxLength: 3 }),
  assetChanges: fc.array(fc.record({ initiativeId: ids('', 4), assetId: fc.constant('hall'), state: fc.constantFrom('open', 'closed'), on: day }), { maxLength: 3 }),
  limits: several(fc.record({ name: fc.constant('budget'), amount: fc.integer({ min: 0, max: 30 }) }), 2),
  demands: fc.array(fc.record({ limitId: ids('', 2), initiativeId: ids('', 5), amount: fc.integer({ min: 1, max: 15 }) }), { maxLength: 6 }),
  pools: several(fc.record({ name: fc.constant('pool'), forecast: fc.integer({ min: 0, max: 20 }) }), 2),
  claims: several(fc.record({ name: fc.constant('claim'), poolId: ids('', 2), amount: fc.integer({ min: 1, max: 15 }) })),
  benefits: several(fc.record({ name: fc.constant('benefit'), counted: fc.boolean(), leadsTo: fc.array(ids('', 5), { maxLength: 2 }) })),
  requirements: fc.array(fc.record({ objectiveId: ids('', 5), initiativeId: ids('', 5), deadline: day }), { maxLength: 3 }),
  policies: several(fc.record({ name: fc.constant('policy'), attribute: fc.constant('months'), rule: fc.constantFrom('at_most', 'at_least'), value: fc.constant(12), from: day, to: fc.constant('2027-01-01') }), 2),
  units: fc.constant(consistent.units),
  waivedUnitIds: fc.constant(new Set<string>()),
})

describe('laws', () => {
  test('a witness is enough, and without any one of its elements the finding is gone', () => {
    const examine = (facts: CoherenceFacts): void => {
      for (const one of found(facts)) {
        const sort = one.key.split(' ').slice(0, 2).join(' ')
        const alike = (other: Finding): boolean => other.rule === one.rule && (one.rule !== 'X-13' && one.rule !== 'X-7' || other.key.startsWith(sort.includes(':') ? one.rule : sort)) && (one.ambiguous === undefined || other.ambiguous === true)
        expect(found(restricted(facts, one.witness, one.witness)).map(({ key }) => key)).toContain(one.key)
        for (const left of one.witness) {
          const rest = one.witness.filter((element) => element !== left)
          expect(found(restricted(facts, one.witness, rest)).filter((other) => alike(other) && other.witness.every(({ kind, id }) => one.witness.some((element) => element.kind === kind && element.id === id))).map(({ key }) => key)).toEqual([])
        }
      }
    }
    Object.values(defects).forEach(({ facts }) => examine(facts))
    fc.assert(fc.property(models, examine), { numRuns: 150 })
  })

  test('a consistent model is silent whatever it weighs, with money where the weights are, and so is any part of it', () => {
    const parts = ['targets', 'assetNeeds', 'assetChanges', 'limits', 'demands', 'pools', 'claims', 'benefits', 'requirements', 'policies'] as const
    const some = fc.tuple(...parts.map((field) => fc.subarray([...(consistent[field] as readonly unknown[])]))).map((kept) => Object.fromEntries(parts.map((field, at) => [field, kept[at]])))
    // The unit weighs its own way within 0.15 of the money, in the same order.
    fc.assert(fc.property(fc.integer({ min: 55, max: 80 }), fc.integer({ min: -4, max: 15 }), some, (percent, off, kept) => {
      const weight = (id: string): number => { const whole = id.endsWith('plant') ? percent + off : percent; return (id.startsWith('lean') ? whole : 100 - whole) / 100 }
      const facts = { ...consistent, ...kept, objectives: consistent.objectives.map((one) => ({ ...one, weight: weight(one.id) })), initiatives: consistent.initiatives.map((one) => ({ ...one, costToGo: one.id === 'lean line' ? percent : 100 - percent })) } as CoherenceFacts
      expect(found(facts)).toEqual([])
    }), { numRuns: 100 })
  })

  test('of two deadlines for one initiative the one that is missed more tells how bad it is, whatever their order', () => {
    const facts = defects['X-8'].facts
    const requirement = facts.requirements[0]!
    const finish = { p50: '2026-05-01', p80: '2026-08-01' }
    const initiatives = facts.initiatives.map((one) => (one.id === requirement.initiativeId ? { ...one, finish } : one))
    const both = [{ ...requirement, deadline: '2026-01-01' }, { ...requirement, deadline: '2026-07-01' }]
    for (const requirements of [both, both.toReversed()]) expect(found({ ...facts, initiatives, requirements }).filter(({ rule }) => rule === 'X-8').map(({ severity }) => severity)).toEqual(['hard'])
  })

  test('the order of facts changes no finding', () => {
    fc.assert(fc.property(models, (facts) => {
      const turned = Object.fromEntries(Object.entries(facts).map(([field, items]) => [field, Array.isArray(items) ? [...items].reverse() : items])) as unknown as CoherenceFacts
      const severe = (of: CoherenceFacts) => found(of).filter(({ rule }) => !['X-7', 'X-13'].includes(rule)).map(({ severity, key }) => `${severity} ${key}`)
      expect(severe(turned)).toEqual(severe(facts))
    }), { numRuns: 60 })
  })
})

describe('the register', () => {
  const [tension] = found(defects['X-3'].facts)
  const [hard] = found(defects['X-1'].facts)
  const given = { owner: 'Ada', tradeOff: 'Service floor 97 %, then fewest days', reviewOn: '2026-09-01' }

  test('a tension can be lived with until its review, a hard one cannot', () => {
    const accepted = acceptTension(tension!, given, '2026-05-01')
    if (!accepted.ok) throw new Error('refused')
    const state = (today: string) => contradictionRegister([tension!, hard!], [accepted.value], today).map((entry) => entry.state)
    expect([state('2026-08-31'), state('2026-09-01')]).toEqual([['managed', 'open'], ['due', 'open']])
    expect(contradictionRegister([], [accepted.value], '2026-06-01')).toMatchObject([{ state: 'resolved', words: tension!.words }])
    expect(contradictionRegister([{ ...tension!, severity: 'hard' }], [accepted.value], '2026-06-01')).toMatchObject([{ state: 'open' }])
    expect(acceptTension(hard!, given, '2026-05-01')).toMatchObject({ refusal: { code: 'contradiction_is_hard' } })
    expect(acceptTension(tension!, given, '2026-09-01')).toMatchObject({ refusal: { code: 'review_not_ahead' } })
    expect(acceptTension(tension!, { ...given, tradeOff: ' ' }, '2026-05-01')).toMatchObject({ refusal: { code: 'trade_off_unsaid' } })
    expect([tension!.resolutions.includes('accept_tension'), hard!.resolutions.includes('accept_tension')]).toEqual([true, false])
  })
})
