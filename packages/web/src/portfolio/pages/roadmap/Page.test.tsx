import type { RoadmapStand } from '@throughline/contract/portfolio'
import { solveRoadmap, type RoadmapCase, type RoadmapRefusal, type RoadmapRelaxation } from '@throughline/engine/portfolio'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../ui/locale.tsx'
import type { Reading } from '../../../wire/index.ts'
import { givingWay } from './giving-way.ts'
import { caseOf, firstRoadmapLevers, pinsOfMove, withRoadmapPin, type RoadmapLevers } from './levers.ts'
import { RoadmapPage } from './Page.tsx'
import { Beside } from './parts/Beside.tsx'
import { Moves } from './parts/Moves.tsx'
import { Frontier } from './parts/Frontier.tsx'
import { nothingYet, type Roadmapping } from './use-roadmap.ts'
import { useRoadmapWords } from './words.ts'

/** Bridge and Tunnel cost 6 and 5 in one year each, Ferry 4; ten may be spent a year. Minor units of a pound. */
const base: RoadmapCase = {
  periods: ['2027-28', '2028-29'],
  candidates: ([['Bridge', 600, 80_000], ['Tunnel', 500, 70_000], ['Ferry', 400, 50_000]] as const).map(([name, cost, worth]) => ({ id: name.toLowerCase(), name, starts: [0, 1], variants: [{ id: 'planned', name: 'As planned', duration: 1, costs: [{ potId: 'all', amounts: [cost] }], demand: [], value: { benefits: { kind: 'once', amount: worth } } }] })),
  pots: [{ id: 'all', name: 'All money' }],
  pools: [],
  constraints: [{ kind: 'potBudget', potIds: ['all'], byPeriod: [1_000, 0] }],
  objective: { kind: 'weighted', weights: { benefits: 1 } },
}
const stand: RoadmapStand = {
  value: 'benefits', valueUnit: 'money', currency: 'GBP', publication: null, grain: 'year', goals: { benefits: { kind: 'weighted', weights: { benefits: 1 } }, net: { kind: 'netPresentValue', objectiveIds: ['benefits'] }, strategic: { kind: 'weighted', weights: {} } }, from: ['2027-04-01', '2028-04-01'], case: base, record: base.candidates.map(({ id }) => ({ candidateId: id, variantId: 'planned', start: 0 })),
  objectives: [], demands: [], keys: { bridge: 'B-1', tunnel: 'T-1', ferry: 'F-1' }, left: [{ initiative: { id: 'x', key: 'X', name: 'Airship' }, because: 'No whole-life cost is given.' }], notes: ['Cost is what falls into the periods shown.'],
}
const full = (value: RoadmapStand): Reading<RoadmapStand> => ({ state: 'full', value, refreshing: false, problem: undefined, again: () => undefined })
const solvedOf = (of: RoadmapCase): Roadmapping => {
  const solved = solveRoadmap(of, { seed: 1, effort: 5_000 })
  return solved.ok ? { ...nothingYet, plan: { of, answer: solved.value, final: true } } : { ...nothingYet, refused: { of, refusal: solved.refusal } }
}
const show = (reading: Reading<RoadmapStand>, known: Roadmapping = nothingYet, levers: RoadmapLevers = firstRoadmapLevers, given: RoadmapCase | undefined = known.plan?.of ?? known.refused?.of, compare = '', undo: (() => void) | undefined = undefined) =>
  renderToStaticMarkup(<LocaleProvider locale="en-GB"><RoadmapPage {...{ reading, known, levers, given }} value="benefits" past={false} ask={async () => undefined} server={{ job: undefined, problem: undefined, found: undefined, onStart: () => undefined, onCancel: () => undefined }} comparing={{ with: compare, scenarios: [{ id: 's', name: 'Less rail' }], scenario: undefined, onWith: () => undefined }} demanding={{ may: true, units: [], onRecord: async () => ({ ok: true, value: undefined }), onWithdraw: async () => ({ ok: true, value: undefined }) }} onExport={() => undefined} onCertificate={() => undefined} onDated={() => undefined} onLevers={() => undefined} onUndo={undo} onValue={() => undefined} onCancel={() => undefined} /></LocaleProvider>)

describe('levers over a roadmap', () => {
  it('scale the limits of the case, and leave what nobody moved as it is', () => {
    expect(caseOf({ ...stand, record: [] }, firstRoadmapLevers)).toEqual(base)
    expect(caseOf(stand, { ...firstRoadmapLevers, percents: { 0: 150 } }).constraints).toEqual([{ kind: 'potBudget', potIds: ['all'], byPeriod: [1_500, 0] }])
  })
  it('a bar that was moved is held there; a later pin takes its place', () => {
    const moved = withRoadmapPin(firstRoadmapLevers, 'ferry', pinsOfMove('ferry', 1))
    expect(moved.pins).toEqual([{ kind: 'must', candidateId: 'ferry' }, { kind: 'startWithin', candidateId: 'ferry', from: 1, to: 1 }])
    expect(withRoadmapPin(moved, 'ferry', { kind: 'mustNot', candidateId: 'ferry' }).pins).toEqual([{ kind: 'mustNot', candidateId: 'ferry' }])
    expect(withRoadmapPin(moved, 'ferry', undefined).pins).toEqual([])
  })
  it('staying with the plan of record costs a share of what an initiative gives', () => {
    expect(caseOf(stand, { ...firstRoadmapLevers, calm: 30 }).stability).toEqual({ record: stand.record, penaltyPerMove: 20_000 })
  })
})

describe('the roadmap page', () => {
  it('loading', () => expect(show({ state: 'loading' })).toContain('Loading what could go ahead'))
  it('empty: says what a candidate needs, and who is left out', () => {
    const html = show(full({ ...stand, case: { ...base, candidates: [] } }))
    expect(html).toContain('A candidate needs a cost, a start, an end and a value')
    expect(html).toContain('No whole-life cost is given.')
  })
  it('full: figures with their explanation, the proof, bars with where they stood, and why each is in or out', () => {
    const html = show(full(stand), solvedOf(base))
    expect(html).toContain('Proved: no better roadmap keeps all of this')
    expect(html).toContain('Why: Value of the roadmap')
    expect(html).toContain('Why: Initiatives that go ahead')
    expect(html).toMatch(/title="Why: All money, 2027-28">100%/)
    expect(html).toContain('aria-label="Bridge: in 2027-28"')
    expect(html).toMatch(/Tunnel<.*Out<.*Would give £700 from 2027-28; takes /)
    expect(html).toContain('1 initiative differs from the plan of record')
    expect(html).toContain('What is assumed, and who is left out (1)')
  })
  it('while a lever moves: what can be had at most stands beside the plan before, and before any plan by itself', () => {
    const less = caseOf(stand, { ...firstRoadmapLevers, percents: { 0: 50 } })
    const progress = { of: less, progress: { value: null, bound: 110_000, gap: null, workUnits: 1, phase: 'prices' as const } }
    const html = show(full(stand), { ...solvedOf(base), progress }, firstRoadmapLevers, less)
    expect(html).toContain('Solving anew: at most £1.1k can be had; this is the plan before')
    expect(html).toContain('As the levers stand now')
    expect(show(full(stand), { ...nothingYet, progress }, firstRoadmapLevers, less)).toMatch(/No roadmap is worth more than .*£1\.1k/)
    expect(show(full(stand), { ...solvedOf(base), progress }, firstRoadmapLevers, base)).not.toContain('Solving anew')
  })
  it('a pin is listed with where it holds, until its price is known', () => {
    const levers = withRoadmapPin(firstRoadmapLevers, 'tunnel', { kind: 'must', candidateId: 'tunnel' })
    const html = show(full(stand), solvedOf(caseOf(stand, levers)), levers)
    expect(html).toContain('Held in by you. Its price is being worked out.')
    expect(html).toContain('Let go of Tunnel')
  })
  it('a recorded pin says who asked, why, and what it gives up; who may, withdraws it', () => {
    const asked: RoadmapStand = { ...stand, demands: [{ id: 'd', part: { kind: 'must', initiativeId: 'tunnel' }, because: 'Announced', askedBy: 'The minister', recordedBy: 'Ada', recordedAt: '2026-11-01T10:00:00.000Z', version: 1 }], case: { ...base, constraints: [...base.constraints, { kind: 'must', candidateId: 'tunnel', because: 'Announced', by: 'The minister' }] } }
    const solved = solvedOf(asked.case)
    const pin = asked.case.constraints.at(-1)
    const html = show(full(asked), pin?.kind === 'must' ? { ...solved, pins: { of: asked.case, prices: [{ pin, price: 10_000, atMost: 10_000 }] } } : solved, firstRoadmapLevers, asked.case)
    expect(html).toMatch(/Held in for The minister: Announced\. Gives up <button[^>]*Why: Given up by the pin on Tunnel[^>]*>£100<\/button>\./)
    expect(html).toMatch(/Tunnel goes ahead.*The minister.*Announced.*£100/)
    expect(html).toContain('Withdraw: Tunnel goes ahead')
  })
  it('beside the plan of record: what both come to, and each that goes with what that costs', () => {
    const solved = solvedOf(base).plan
    if (!solved) throw new Error('there is a plan')
    const Shown = () => <Beside {...{ stand, words: useRoadmapWords(stand, 'money', []) }} of={base} answer={solved.answer} fromCase={base} fromPlan={stand.record} name="Plan of record" />
    const html = renderToStaticMarkup(<LocaleProvider locale="en-GB"><Shown /></LocaleProvider>)
    expect(html).toContain('As the levers stand, Plan of record would not keep the budget of All money by period')
    expect(html).toMatch(/Initiatives that differ: 1.*Tunnel.*Goes.*Why: Value of Tunnel[^>]*>[-−]£700/)
    expect(html).toContain('Why: Difference: Go ahead')
    expect(show(full(stand), solvedOf(base), firstRoadmapLevers, base, 'plan')).toContain('From Plan of record to this roadmap')
  })
  it('counted for sure: the figure says so, and its parts close', () => {
    const levers: RoadmapLevers = { ...firstRoadmapLevers, goal: { kind: 'robust', confidencePercent: 80, valuePercent: 20, weightPercent: 0 } }
    const html = show(full(stand), solvedOf(caseOf(stand, levers)), levers)
    expect(html).toContain('Value reached in 80% of worlds')
    expect(html).toContain('80 of 100 sampled worlds')
  })
  it('held to so many moves, and what fewer of them would bring: each point opens, most of the gain is named', () => {
    const levers: RoadmapLevers = { ...firstRoadmapLevers, mostMoves: 1 }
    expect(caseOf(stand, levers).constraints.at(-1)).toEqual({ kind: 'mostMoves', record: stand.record, most: 1 })
    const html = show(full(stand), solvedOf(caseOf(stand, levers)), levers)
    expect(html).toContain('Moves from the plan of record')
    const solved = solvedOf(base).plan
    if (!solved) throw new Error('there is a plan')
    const points = [[0, 0], [1, 90_000], [2, 95_000], [9, 100_000]].map(([most = 0, value = 0]) => ({ most, moves: most, value, bound: 100_000, plan: [] }))
    const Shown = () => <Moves {...{ stand, words: useRoadmapWords(stand, 'money', []) }} of={base} answer={solved.answer} points={points} onTake={() => undefined} />
    expect(renderToStaticMarkup(<LocaleProvider locale="en-GB"><Shown /></LocaleProvider>)).toMatch(/1 move brings.*90%.*of what 9 bring/)
  })
  it('a variant is held, by you or by what was recorded, in words', () => {
    const pins = [{ kind: 'must', candidateId: 'ferry' }, { kind: 'startWithin', candidateId: 'ferry', from: 0, to: 1, variantId: 'planned' }] as const
    const html = show(full(stand), solvedOf(caseOf(stand, { ...firstRoadmapLevers, pins })), { ...firstRoadmapLevers, pins })
    expect(html).toContain('Held as As planned by you.')
  })
  it('a knee is recommended, and every point opens', () => {
    const points = [50, 75, 100, 125].map((percent) => ({ percent, value: Math.min(percent, 75) * 1_000, bound: 80_000, plan: [], prices: [] }))
    const solved = solvedOf(base).plan
    if (!solved) throw new Error('there is a plan')
    const Shown = () => <Frontier {...{ stand, words: useRoadmapWords(stand, 'money', []) }} of={base} answer={solved.answer} money={{ of: base, points, bounds: [] }} ask={async () => undefined} onTake={() => undefined} />
    const html = renderToStaticMarkup(<LocaleProvider locale="en-GB"><Shown /></LocaleProvider>)
    expect(html).toContain('Why: Knee at 75%')
  })
  it('nothing fits: names what cannot be kept together, in the words of people', () => {
    const of: RoadmapCase = { ...base, constraints: [...base.constraints, { kind: 'must', candidateId: 'bridge' }, { kind: 'startWithin', candidateId: 'bridge', from: 1, to: 1 }] }
    const html = show(full(stand), { ...solvedOf(of), conflict: { of, found: { members: of.constraints, words: '', irreducible: true }, relaxations: [] } })
    expect(html).toContain('Nothing fits')
    expect(html).toContain('Bridge goes ahead')
    expect(html).toContain('Bridge starts in 2028-29')
  })
  it('nothing fits: what is a lever can be loosened from here, what is recorded is said to be none; no pin has a price', () => {
    const budget = base.constraints.findIndex(({ kind }) => kind === 'potBudget')
    const pins = [{ kind: 'must', candidateId: 'bridge' }] as const
    const levers: RoadmapLevers = { ...firstRoadmapLevers, pins, percents: { [budget]: 50 } }
    const of = caseOf(stand, levers)
    const recorded = { kind: 'atMost', candidateIds: ['bridge', 'tunnel'], most: 0 } as const
    const relaxations = [[of.constraints[budget]!, 5], [pins[0], null], [recorded, 100]].map(([constraint, percent]) => ({ gives: [{ constraint, percent, words: '', loosened: null }], value: 100 })) as unknown as readonly RoadmapRelaxation[]
    const html = show(full(stand), { ...nothingYet, refused: { of, refusal: { code: 'nothing_fits', constraints: of.constraints, words: '' } as unknown as RoadmapRefusal }, conflict: { of, found: { members: of.constraints, words: '', irreducible: true }, relaxations } }, levers, of)
    expect(html).toMatch(/aria-label="Loosen: the budget of All money by period, 5% more"/)
    expect(html).toMatch(/aria-label="Let go: Bridge goes ahead, given up"/)
    expect(html).toMatch(/at most 0 of Bridge, Tunnel, 100% more.*Recorded for everybody/)
    expect(html).toContain('Held in by you. No price while nothing fits.')
    expect(givingWay(levers, base, relaxations[0]!.gives)?.percents).toEqual({ [budget]: 53 })
    expect(givingWay(levers, base, [...relaxations[0]!.gives, ...relaxations[1]!.gives])).toEqual({ ...levers, percents: { [budget]: 53 }, pins: [] })
    expect(givingWay(firstRoadmapLevers, base, relaxations[1]!.gives)).toBeUndefined()
    // A pin that stands below one's own would come back.
    expect(givingWay(levers, { ...base, constraints: [...base.constraints, { kind: 'must', candidateId: 'bridge' }] }, relaxations[1]!.gives)).toBeUndefined()
    const fewMoves = { constraint: { kind: 'mostMoves', record: stand.record, most: 1 }, percent: 100, words: '', loosened: { kind: 'mostMoves', record: stand.record, most: 2 } } as const
    expect(givingWay({ ...levers, mostMoves: 1 }, base, [fewMoves])?.mostMoves).toBe(2)
  })
  it('a case that is unsound is refused with the values, in names', () => {
    const tunnel = base.candidates[1]!
    const amiss = (amount: number): RoadmapCase => ({ ...base, candidates: [base.candidates[0]!, { ...tunnel, variants: [{ ...tunnel.variants[0]!, costs: [{ potId: 'all', amounts: [amount] }] }] }] })
    expect(show(full(stand), solvedOf(amiss(-4)))).toMatch(/Tunnel: planned, costs, All money is [-−]4; it cannot be less than nothing/)
    expect(show(full(stand), solvedOf(amiss(Number.NaN)))).toContain('Tunnel: planned, costs, All money is NaN, which is no amount')
    const circle = ['bridge', 'tunnel'].map((candidateId, at, ids) => ({ kind: 'finishToStart' as const, candidateId, after: ids[1 - at] ?? '', lag: 0 }))
    expect(show(full(stand), solvedOf({ ...base, constraints: circle }))).toContain('These wait for each other in a circle: Bridge, Tunnel.')
  })
  it('the last lever is taken back by a button, where there is one', () => {
    expect(show(full(stand), solvedOf(base))).toMatch(/<button(?=[^>]*aria-keyshortcuts="Control\+Z Meta\+Z")(?=[^>]*disabled)/)
    expect(show(full(stand), solvedOf(base), firstRoadmapLevers, base, '', () => undefined)).not.toMatch(/<button(?=[^>]*aria-keyshortcuts)(?=[^>]*disabled)/)
  })
  it('the solver broke: says so and offers another try', () => expect(show(full(stand), { ...nothingYet, broken: 'out of memory' })).toContain('out of memory'))
})
