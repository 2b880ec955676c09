import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftEdit, VersionMeasure } from '@throughline/contract/strategy'
import { goingBack } from './acts/start-draft.ts'
import { comparedVersion, composedContributions, engineMappings, plainDocument, type DraftContent } from './content.ts'
import { editContent } from './edit.ts'
import { presentLatency, type Timed } from './latency.ts'
import { measuredObjectives } from './measures.ts'
import { mergeContent, sameContent } from './merge.ts'
import { draftProblems } from './problems.ts'

const objective = (key: string, weight: number, more: Partial<DraftContent['objectives'][number]> = {}): DraftContent['objectives'][number] => ({
  key, id: `id-${key}`, perspectiveId: 'money', statement: `Objective ${key}`, description: '', weight, owner: 'Ada', deadline: null, mandatory: false, parentKey: null, origin: 'entered', citations: [], measures: [], ...more,
})
const content = (...objectives: DraftContent['objectives']): DraftContent => ({ name: 'Strategy', mission: '', vision: '', perspectives: [{ id: 'money', name: 'Money', order: 0 }], objectives, links: [], units: [], waivers: [], unitStrategies: [] })
const measure = (id: string): VersionMeasure => ({ id, name: id, definition: '', unit: 'count', direction: 'higher', target: { baseline: null, baselineOn: null, target: null, dueOn: null, tolerance: null }, band: null })
const noTarget = measure('none').target
/** The same two, with a unit whose one objective is measured so. */
const withUnit = (measures: readonly VersionMeasure[], more: Partial<DraftContent['unitStrategies'][number]['objectives'][number]> = {}): DraftContent => ({
  ...two, unitStrategies: [{ id: 'north', name: 'North', intent: '', level: 'unit', unitId: 'unit', parentId: null, weights: 'local', objectives: [{ id: 'sell', statement: 'Sell', description: '', weight: 1, owner: null, deadline: null, serves: 'a', contributions: [], measures: [...measures], ...more }] }],
})
const namesOf = (content: DraftContent) => measuredObjectives(content).map(({ key, measures }) => [key, measures.map(({ name, target }) => (target.target === null ? name : `${name} ${target.target}`))])
const link = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, polarity: 'same' as const, lag: 0, rationale: '' })
const setting = { unitIds: new Set(['unit']), idOf: (key: string) => `id-${key}` }
const edited = (base: DraftContent, edit: Omit<DraftEdit, 'version'>): DraftContent => {
  const result = editContent(base, { version: 1, ...edit }, setting)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const codes = (base: DraftContent, edit: Omit<DraftEdit, 'version'>): readonly string[] => {
  const result = editContent(base, { version: 1, ...edit }, setting)
  return result.ok ? [] : result.refusal.map(({ code }) => code)
}
const two = content(objective('a', 0.6, { measures: [measure('m')] }), objective('b', 0.4))

describe('an edit of a draft', () => {
  it('adds, changes, moves and retires; links go with their objective', () => {
    const linked = edited(two, { links: [link('a', 'b')], addObjectives: [{ key: 'c', perspectiveId: 'money', statement: 'New', weight: 0.1 }], setMeasures: [{ id: 'm', key: 'c', name: 'Moved' }] })
    expect(linked.objectives.map(({ key, id, measures }) => [key, id, measures.map(({ name }) => name)])).toEqual([['a', 'id-a', []], ['b', 'id-b', []], ['c', 'id-c', ['Moved']]])
    expect(edited(linked, { retireObjectives: ['b'] })).toMatchObject({ links: [], objectives: [{ key: 'a' }, { key: 'c' }] })
  })

  it('adds, changes, moves and takes away measures of objectives of units as it does those of the organisation', () => {
    const measured = edited(withUnit([measure('calls')]), { addMeasures: [{ key: 'sell', id: 'visits', name: 'Visits ', unit: 'count', direction: 'higher' }], setMeasures: [{ id: 'm', key: 'sell' }, { id: 'calls', target: { ...noTarget, target: '8' } }] })
    expect(namesOf(measured)).toEqual([['a', []], ['b', []], ['sell', ['m', 'calls 8', 'Visits']]])
    expect(namesOf(edited(measured, { removeMeasures: ['calls', 'm'] }))).toEqual([['a', []], ['b', []], ['sell', ['Visits']]])
    // A strategy that is given anew and says nothing of measures keeps them; one that says some has these.
    const [north] = withUnit([]).unitStrategies
    const given = north?.objectives.map(({ measures: _, ...one }) => one) ?? []
    const renewed = (objectives: NonNullable<DraftEdit['unitStrategies']>[number]['objectives']) => namesOf(edited(measured, { unitStrategies: [{ ...north!, objectives }] })).at(-1)
    expect([renewed(given), renewed(given.map((one) => ({ ...one, measures: [] })))]).toEqual([['sell', ['m', 'calls 8', 'Visits']], ['sell', []]])
    expect(codes(measured, { addMeasures: [{ key: 'gone', id: 'm', name: 'm', unit: 'count', direction: 'higher' }], removeMeasures: ['other'] })).toEqual(['id_taken', 'measure_unknown', 'objective_unknown'])
  })

  it('names everything that does not fit, and then changes nothing', () => {
    expect(codes(two, { weights: [{ key: 'x', weight: 1 }], removePerspectives: ['money'], links: [link('a', 'a'), link('a', 'x')], units: [{ unitId: 'no', weights: 'inherited', shares: [] }], addMeasures: [{ key: 'a', id: 'm', name: 'm', unit: 'furlong', direction: 'higher' }] }))
      .toEqual(['objective_unknown', 'perspective_unknown', 'perspective_unknown', 'id_taken', 'unit_unknown', 'perspective_in_use', 'link_to_itself', 'objective_unknown', 'unit_unknown'])
  })
})

describe('what keeps a draft from being sent', () => {
  const problems = (after: DraftContent, mappings: Parameters<typeof engineMappings>[0] = []) => {
    const before = comparedVersion({ id: 'v1', no: 1 }, two, true)
    return draftProblems({ ...plainDocument(after, two), content: after }, { before, after: comparedVersion({ id: 'v2', no: 2 }, after), mappings: engineMappings(mappings, before) }, new Map()).map(({ code }) => code)
  }

  it('is named: weights, circles, retired parents, unmatched objectives, units, waivers', () => {
    expect(problems(two)).toEqual([])
    expect(problems(content(objective('a', 0.6), objective('b', 0.3)))).toEqual(['weights_not_one'])
    expect(problems(content(objective('a', 0.6, { parentKey: 'b' }), objective('b', 0.4, { parentKey: 'a' })))).toEqual(['objective_cycle'])
    expect(problems(content(objective('a', 1, { parentKey: 'b' })))).toEqual(['parent_retired', 'objectives_unmatched'])
    expect(problems(content(objective('a', 1)), [{ kind: 'retired', key: 'b', weight: [{ key: 'a', weight: 0.3 }] }])).toEqual(['weight_not_released'])
    expect(problems(content(objective('a', 1)), [{ kind: 'retired', key: 'b', weight: [{ key: 'a', weight: 0.4 }] }])).toEqual([])
    expect(problems({ ...two, units: [{ unitId: 'unit', weights: 'local', shares: [{ key: 'a', weight: 0.5 }] }], waivers: [{ id: 'w', unitId: 'unit', reason: 'New', guardrails: '', from: '2026-02-01', to: '2026-02-01' }] })).toEqual(['unit_weights_not_one', 'waiver_unsound'])
    const below = (id: string, weight: number, serves: string | null) => ({ id, statement: id, description: '', weight, owner: null, deadline: null, serves, contributions: [], measures: [] })
    const unit = (id: string, more: Partial<DraftContent['unitStrategies'][number]> = {}) => ({ id, name: id, intent: '', level: 'unit' as const, unitId: `unit-${id}`, parentId: null, weights: 'local' as const, objectives: [below(`${id}-1`, 1, 'a')], ...more })
    expect(problems({ ...two, unitStrategies: [unit('north'), unit('south', { parentId: 'north', weights: 'inherited', objectives: [below('south-1', 3, 'north-1')] })] })).toEqual([])
    expect(problems({ ...two, unitStrategies: [unit('north', { parentId: 'south' }), unit('south', { parentId: 'north' })] })).toEqual(['unit_cycle', 'unit_parent_retired', 'unit_parent_retired'])
    expect(problems({ ...two, unitStrategies: [unit('north', { parentId: 'gone', objectives: [below('n', 0.5, null)] })] })).toEqual(['unit_parent_unknown', 'unit_weights_not_one'])
    expect(problems({ ...two, unitStrategies: [unit('north', { unitId: null }), unit('east'), unit('west', { unitId: 'unit-east', objectives: [below('w', 1, 'gone')] })], units: [{ unitId: 'unit-east', weights: 'local', shares: [{ key: 'a', weight: 1 }] }] })).toEqual(['unit_parent_retired', 'unit_missing', 'unit_twice', 'unit_weighed_twice'])
    const dated = { ...measure('m'), target: { ...noTarget, baselineOn: '2027-01-01', dueOn: '2026-01-01' } }
    expect(problems(withUnit([dated, { ...measure('n'), direction: 'range' }]))).toEqual(['due_before_baseline', 'band_unsound'])
    expect(problems(content(objective('a', 0.5)))).toEqual(['weights_not_one', 'objectives_unmatched'])
    expect(problems(content())).toEqual(['objectives_none'])
  })

  it('a limit that leaves room for nothing is named, and so is what cannot be done to an initiative', () => {
    const before = comparedVersion({ id: 'v1', no: 1 }, two, true)
    const told = (more: Partial<ReturnType<typeof plainDocument>>) => draftProblems({ ...plainDocument(two, two), ...more }, { before, after: before, mappings: [] }, new Map()).map(({ code, words }) => `${code}: ${words}`)
    const { settings } = plainDocument(two, two)
    expect(told({ settings: { ...settings, constraints: [{ kind: 'totalBudget', limit: 0 }] } })).toEqual(['capacity_zero: A limit of 0 leaves room for nothing; expected more than 0.'])
    expect(told({ settings: { ...settings, constraints: [{ kind: 'totalBudget', limit: 1 }] } })).toEqual([])
    expect(told({ actions: [{ initiativeId: 'gone', kind: 'pause', note: '' }] })).toEqual(['action_unsound: An initiative is not in the portfolio any more, and the draft proposes to pause it.'])
  })

  it('a first strategy needs nobody to say what became of objectives; weights it does need', () => {
    const before = comparedVersion({ id: 'v1', no: 1 }, content(), true)
    const codes = (after: DraftContent) => draftProblems({ ...plainDocument(after, content()), content: after }, { before, after: comparedVersion({ id: 'v2', no: 2 }, after), mappings: [] }, new Map()).map(({ code }) => code)
    expect([codes(two), codes(content(objective('a', 0.5)))]).toEqual([[], ['weights_not_one']])
  })

  it('undoing hands back all that an added objective weighs by now, whatever was said as it was added', () => {
    const [first, now] = [content(objective('a', 0.6), objective('b', 0.4)), content(objective('a', 0.57), objective('b', 0.37), objective('c', 0.06))]
    for (const weight of [[], [{ key: 'b', weight: 0.03 }], [{ key: 'a', weight: 0.03 }, { key: 'b', weight: 0.03 }], [{ key: 'a', weight: 0.5 }, { key: 'b', weight: 0.5 }]]) {
      const back = goingBack(plainDocument(now, now), plainDocument(first, null), [], [{ kind: 'added', key: 'c', weight }])
      const before = comparedVersion({ id: 'v2', no: 2 }, now, true)
      expect(draftProblems(back, { before, after: comparedVersion({ id: 'v3', no: 3 }, back.content), mappings: engineMappings(back.mappings, before) }, new Map())).toEqual([])
    }
  })

  it('a retired objective hands on its weight to the last unit, whatever eight digits round away', () => {
    const thirds = comparedVersion({ id: 'v', no: 1 }, content(objective('a', 0.33333333), objective('b', 0.33333333), objective('c', 0.33333333)), true)
    expect(engineMappings([{ kind: 'retired', key: 'a', weight: [{ key: 'b', weight: 0.33333333 }] }], thirds)).toEqual([{ kind: 'retired', key: 'a', weight: [{ key: 'b', units: 33333334 }] }])
  })
})

describe('contributions of a draft', () => {
  it('carry over by key and split, follow what is in force, and give way to what is judged anew', () => {
    const after = comparedVersion({ id: 'v2', no: 2 }, content(objective('a', 0.5), objective('x', 0.3), objective('y', 0.2)))
    const versions = { before: comparedVersion({ id: 'v1', no: 1 }, two), after, mappings: [{ kind: 'split' as const, from: 'b', to: ['x', 'y'] }] }
    const said = (key: string, contribution: number) => ({ initiativeId: 'i', key, contribution, rationale: 'As judged', origin: 'entered' as const })
    const composed = composedContributions(versions, [said('a', 0.2), said('b', 0.5)], [{ initiativeId: 'i', key: 'y', contribution: null, rationale: '', base: null }])
    expect(composed.map(({ key, contribution }) => [key, contribution])).toEqual([['a', 0.2], ['x', 0.5]])
  })
})

describe('a draft put upon the strategy of now', () => {
  const weights = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([a, b]) => content(objective('a', a / 10), objective('b', b / 10)))

  it('keeps what one side alone changed', () => {
    fc.assert(fc.property(weights, weights, (base, other) => {
      expect(mergeContent(base, base, other)).toMatchObject({ conflicts: [] })
      expect(sameContent(mergeContent(base, base, other).content, other)).toBe(true)
      expect(sameContent(mergeContent(base, other, base).content, other)).toBe(true)
      expect(mergeContent(base, other, other)).toMatchObject({ conflicts: [], carried: 0 })
    }))
  })

  it('asks where both changed the same, and takes what somebody says', () => {
    const [mine, theirs] = [content(objective('a', 0.5), objective('b', 0.5)), content(objective('a', 0.7), objective('b', 0.4))]
    const { conflicts } = mergeContent(two, mine, theirs)
    expect(conflicts.map(({ ref, inForce, draft }) => [ref, inForce, draft])).toEqual([['objective a weight', '0.7', '0.5']])
    expect(mergeContent(two, mine, theirs, { 'objective a weight': 'in_force' }).content.objectives.map(({ weight }) => weight)).toEqual([0.7, 0.5])
  })

  it('strategies of units are put together objective by objective', () => {
    expect(mergeContent(withUnit([]), withUnit([], { weight: 0.5 }), withUnit([], { statement: 'Sell more' })).content.unitStrategies).toMatchObject([{ name: 'North', objectives: [{ weight: 0.5, statement: 'Sell more', serves: 'a' }] }])
    expect(mergeContent(withUnit([]), withUnit([], { weight: 0.5 }), withUnit([], { weight: 0.7 })).conflicts.map(({ ref }) => ref)).toEqual(['unit-objective sell weight'])
    expect(mergeContent(withUnit([measure('calls')]), two, withUnit([measure('calls')])).content.unitStrategies).toEqual([])
  })

  it('measures are put together field by field, of units as of the organisation', () => {
    const aimed = (target: Partial<VersionMeasure['target']>): VersionMeasure => ({ ...measure('calls'), target: { ...noTarget, ...target } })
    const sides = [(one: VersionMeasure) => withUnit([one]), (one: VersionMeasure) => content(objective('a', 1, { measures: [one] }))]
    for (const of of sides) {
      const { content: merged, conflicts, carried } = mergeContent(of(aimed({})), of(aimed({ target: '8' })), of({ ...aimed({ dueOn: '2027-03-31' }), band: { low: '1', high: '2' } }))
      expect([conflicts, carried, sameContent(merged, of({ ...aimed({ target: '8', dueOn: '2027-03-31' }), band: { low: '1', high: '2' } }))]).toEqual([[], 3, true])
      expect(mergeContent(of(aimed({})), of(aimed({ target: '8' })), of(aimed({ target: '9' }))).conflicts).toMatchObject([{ ref: 'measure calls target', name: 'calls: target', inForce: '9', draft: '8' }])
    }
    expect(mergeContent(withUnit([measure('calls')]), withUnit([]), withUnit([aimed({ target: '9' })])).conflicts).toMatchObject([{ ref: 'measure calls', inForce: 'calls', draft: 'not there' }])
  })

  it('what one side removed and the other changed is asked about; what hangs on it goes with it', () => {
    const gone = content(objective('b', 1))
    const reworded = content(objective('a', 0.6, { statement: 'Better', measures: [measure('m')] }), objective('b', 0.4))
    expect(mergeContent(two, gone, reworded).conflicts.map(({ ref }) => ref)).toEqual(['objective a'])
    expect(mergeContent({ ...two, links: [link('a', 'b')] }, { ...gone }, { ...two, links: [link('a', 'b')] })).toMatchObject({ conflicts: [], content: { links: [], objectives: [{ key: 'b' }] } })
  })
})

describe('the clock from signal to effect', () => {
  it('counts each step from the one before, and the age of the one that is awaited', () => {
    const row = { id: 'v', no: 2, title: 'T', reason: '', status: 'sent', signal_on: '2026-01-01', drafted_at: '2026-01-11T08:00:00Z', sent_at: '2026-01-21T08:00:00Z', approved_at: null, approved_by: null, decision_id: null } as unknown as Timed['row']
    const [item] = presentLatency([{ row, actions: [], effect: undefined }], '2026-02-01').items
    expect(item?.steps.map(({ step, days, open }) => [step, days, open])).toEqual([['signal', null, false], ['recognised', 10, false], ['sent', 10, false], ['approved', 11, true], ['moved', null, false], ['effect', null, false]])
  })
})
