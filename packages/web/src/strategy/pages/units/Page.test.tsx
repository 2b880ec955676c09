import type { StrategyTree, TreeObjective, UnitStrategy } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { draft } from '../recalibrate/fixture.ts'
import { Between, type BetweenProps } from './parts/Between.tsx'
import { parentsFor, servable, soundStrategy, strategyLacks, withoutMeasures } from './edited.ts'
import { UnitsPage, type UnitsPageProps } from './Page.tsx'

const weight = (value: number) => ({ metric: { status: 'ok' as const, value }, why: { term: 'Effective weight', figure: { status: 'ok' as const, value: { kind: 'number' as const, value, unit: 'ratio' as const } } } })
const none = { metric: { status: 'undefined' as const, reason: 'NO_ACTUALS' as const }, why: { term: 'Attainment', figure: { status: 'undefined' as const, reason: 'NO_ACTUALS' as const } } }
const objective = (id: string, statement: string, share: number, more: Partial<TreeObjective> = {}): TreeObjective => ({ id, statement, description: '', owner: null, deadline: null, weight: share, effective: weight(share), serves: null, servedBy: [], detached: false, attainment: none, measures: [], served: [], initiatives: 0, ...more })
const tree: StrategyTree = {
  version: { id: 'v2', no: 2, status: 'in_force' }, draftId: 'v3', issues: [{ code: 'unit_parent_retired', ids: ['u2'], words: '“Sell by post” serves “Post”, which is not in the strategy above it.' }], untaken: ['save'], unserved: ['u2'],
  strategies: [
    { id: 'v2', name: 'Strategy', intent: '', level: 'corporate', unitId: null, unit: null, parentId: null, weights: 'local', arrived: { status: 'ok', value: 1 }, shared: [], waived: false, composite: none, coverage: 0, objectives: [objective('grow', 'Grow faster', 0.6, { servedBy: ['u1'] }), objective('save', 'Cost less', 0.4)] },
    { id: 'un', name: 'Sales first', intent: 'Meet every customer', level: 'unit', unitId: 'unit', unit: 'Sales', parentId: 'v2', weights: 'inherited', arrived: { status: 'ok', value: 0.6 }, shared: [{ key: 'grow', weight: 0.6 }], waived: true, composite: weight(0.5), coverage: 0.75, objectives: [objective('u1', 'Sell to more people', 0.75, { serves: 'grow', served: [{ initiative: { id: 'i', key: 'I', name: 'New markets' }, contribution: 0.8 }], initiatives: 1 }), objective('u2', 'Sell by post', 0.25, { serves: 'gone', detached: true, effective: { metric: { status: 'not_applicable' }, why: { term: 'Effective weight', figure: { status: 'not_applicable' } } } })] },
  ],
  waivers: [{ waiver: { id: 'w', unitId: 'unit', reason: 'A merger', guardrails: 'Safety', from: '2026-01-01', to: '2027-01-01' }, unit: 'Sales', state: 'ends_soon' }],
}
const full = (value: StrategyTree): Reading<StrategyTree> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const done = async () => ok({})
const show = (change: Partial<UnitsPageProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <UnitsPage reading={full(tree)} next={undefined} draft={undefined} shows="in_force" units={[{ id: 'unit', name: 'Sales' }]} initiatives={{ found: [], total: 0, find: () => undefined }} today="2026-11-21" selected={undefined} canMeasure measuring={{} as UnitsPageProps['measuring']} onSelect={() => undefined} onShow={() => undefined} acts={{ measures: () => ({ add: done, change: done, remove: done }), save: done, remove: done, saveWaiver: done, removeWaiver: done }} {...change} />
    </LocaleProvider>,
  )

describe('strategies of units', () => {
  it('empty: no unit has one', () => expect(show({ reading: full({ ...tree, strategies: tree.strategies.slice(0, 1), waivers: [], issues: [], untaken: [] }) })).toContain('No unit has a strategy of its own'))
  it('loading and refused', () => {
    expect(show({ reading: { state: 'loading' } })).toContain('Loading strategies of units')
    expect(show({ reading: { state: 'refused', problem: { type: '', title: 'Not allowed', status: 403, code: 'role_insufficient', detail: 'This needs the role viewer.' }, again: () => undefined } })).toContain('This needs the role viewer.')
  })
  it('full: who takes up what, links both ways, what is detached, who has leave', () => {
    const html = show()
    for (const words of ['No unit takes it up', 'Sell to more people', 'Grow faster', 'Detached: what it served is retired', 'New markets', '60% of the weight above arrives', 'Ends soon', 'which is not in the strategy above it', 'no initiative serves it', 'Attained', '75% of what is measured has a figure']) expect(html).toContain(words)
    expect(html).not.toContain('>Change<')
  })
  it('an objective of a unit that is looked at: how far it is, its measures, the way to what is said of it', () => {
    const html = show({ selected: 'u1', discuss: () => <button>Talk about it</button> })
    for (const words of ['Talk about it', 'Nothing measures this objective yet', '>Add<', 'of Sales first, effective']) expect(html).toContain(words)
    expect(show({ selected: 'u1', canMeasure: false })).not.toContain('>Add<')
    // The organisation’s own have their own page.
    expect(show({ selected: 'grow' })).not.toContain('Nothing measures')
  })
  it('an objective of the next version: what measures it there, to be changed by who may', () => {
    const planned = { id: 'm', name: 'Letters answered', definition: 'Within a day', unit: 'percent' as const, direction: 'range' as const, target: { baseline: '60', baselineOn: '2026-01-01', target: '80', dueOn: '2027-03-31', tolerance: null }, band: { low: '75', high: '85' } }
    const objectives = [{ id: 'u1', statement: 'Sell to more people', description: '', weight: 1, owner: null, deadline: null, serves: 'grow', contributions: [], measures: [planned] }]
    const next = { ...draft, content: { ...draft.content, unitStrategies: [{ id: 'un', name: 'Sales first', intent: '', level: 'unit' as const, unitId: 'unit', parentId: null, weights: 'inherited' as const, objectives }] } }
    const html = show({ selected: 'u1', shows: 'next', next, draft: next, reading: full({ ...tree, version: { ...tree.version, status: 'draft' } }) })
    for (const words of ['Measures in the next version', 'Letters answered', '60%', '80%', 'by 31 Mar 2027', 'Within a band: 75% to 85%', 'Within a day', 'Change measure Letters answered', '>Add<']) expect(html).toContain(words)
    const read = show({ selected: 'u1', shows: 'next', next })
    expect(read).toContain('Letters answered')
    expect(read).not.toContain('Change measure')
    // The rest of a strategy is changed without its measures, which stay.
    expect(withoutMeasures(next.content.unitStrategies[0]!).objectives[0]).not.toHaveProperty('measures')
  })
  it('of the next version: to be changed by who may', () => {
    const unit = { id: 'un', name: 'Sales first', intent: '', level: 'unit' as const, unitId: 'unit', parentId: null, weights: 'inherited' as const, objectives: [] }
    const html = show({ shows: 'next', draft: { ...draft, content: { ...draft.content, unitStrategies: [unit] } } })
    for (const words of ['Add a strategy', 'Give leave', '>Change<']) expect(html).toContain(words)
  })
})

const end = (id: string, statement: string, strategy: string) => ({ id, statement, strategy })
const finding = { from: end('u1', 'Sell to more people', 'Sales first'), to: end('w1', 'People who buy again', 'Service'), reasons: [{ kind: 'initiative' as const, names: ['New markets'], likeness: null }, { kind: 'words' as const, names: ['peopl'], likeness: 0.42 }] }
const link = { ...finding, id: 'l1', version: 1, state: 'accepted' as const, why: 'One ditch serves both', decidedBy: 'Ada', decidedAt: '2026-11-21T09:00:00Z' }
const between = (change: Partial<BetweenProps> = {}) =>
  renderToStaticMarkup(
    <LocaleProvider locale="en-GB">
      <Between tree={{ ...tree, strategies: [...tree.strategies, { ...tree.strategies[1]!, id: 'wn', name: 'Service', unit: null }] }} reading={{ state: 'full', value: { findings: [finding], links: [] }, refreshing: false, problem: undefined, again: () => undefined }} a="un" b="wn" canEdit onChoose={() => undefined} onDecide={done} onTakeBack={done} {...change} />
    </LocaleProvider>,
  )

describe('what two units have in common', () => {
  const full = (findings: readonly typeof finding[], links: readonly typeof link[]): BetweenProps['reading'] => ({ state: 'full', value: { findings: [...findings], links: [...links] }, refreshing: false, problem: undefined, again: () => undefined })
  it('is told with what speaks for it, and what words suggest is told to be a suggestion', () => {
    for (const words of ['Sell to more people', 'Served by both: New markets', 'A suggestion, words 42% alike: peopl', '>Accept<', '>Set aside<']) expect(between()).toContain(words)
    expect(between({ canEdit: false })).not.toContain('>Accept<')
  })
  it('is nothing before two are chosen, and links are there with who, when and why', () => {
    expect(between({ b: undefined })).not.toContain('Sell to more people')
    expect(between({ reading: full([], []) })).toContain('Nothing more is found between these two.')
    const held = between({ a: undefined, b: undefined, reading: full([], [link]) })
    for (const words of ['Linked', 'One ditch serves both', 'Ada, ', '>Take back<']) expect(held).toContain(words)
  })
})

describe('a strategy that is written', () => {
  const below = (id: string, parentId: string | null, ...weights: readonly number[]): UnitStrategy => ({ id, name: ` ${id} `, intent: '', level: 'unit', unitId: 'u', parentId, weights: 'local', objectives: weights.map((share, at) => ({ id: `${id}${at}`, statement: `Aim ${at}`, description: '', weight: share, owner: null, deadline: null, serves: null, contributions: [] })) })
  it('has points that become shares of exactly 1', () => expect(soundStrategy(below('a', null, 1, 1, 1)).objectives.map(({ weight: share }) => share)).toEqual([0.33333334, 0.33333333, 0.33333333]))
  it('says what it lacks, and never stands below itself', () => {
    expect(strategyLacks({ ...below('a', null), name: ' ' })).toBe('Give it a name.')
    expect(strategyLacks(below('a', null, 1))).toBeUndefined()
    const all = [below('a', null, 1), below('b', 'a', 1), below('c', 'b'), below('d', null)]
    expect(parentsFor('a', all).map(({ id }) => id)).toEqual(['d'])
    expect(servable('b', [], all).map(({ label }) => label)).toEqual(['An aim of its own', 'Aim 0'])
  })
})
