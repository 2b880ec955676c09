import type { SightKind, SightThing, UnitStrategy } from '@throughline/contract/strategy'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tx } from '../../database/index.ts'
import { linesOf, mostNamed, type LinesFacts } from './lines.ts'
import { mostThings, presentSight } from './present.ts'
import type { Edge, Ends } from './source.ts'
import { unitObjectivesOf } from '../tree/unit-objectives.ts'
import { unitSteps, unitThing } from './unit-steps.ts'
import { walk, type Step } from './walk.ts'

// The steps of these tests hold their edges themselves; nothing is read.
const tx = undefined as unknown as Tx
const step = (from: SightKind, to: SightKind, edges: readonly Edge[]): Step => ({ from, to, edges: async (_, ends: Ends) => edges.filter((edge) => ('from' in ends ? ends.from.includes(edge.from) : ends.to.includes(edge.to))) })
const steps: readonly Step[] = [
  step('objective', 'initiative', [{ from: 'growth', to: 'tram', strength: 0.8 }, { from: 'growth', to: 'road', strength: 0.2 }, { from: 'quality', to: 'tram', strength: -0.4 }]),
  step('initiative', 'benefit', [{ from: 'tram', to: 'riders' }, { from: 'road', to: 'minutes' }]),
  step('benefit', 'benefit', [{ from: 'riders', to: 'fares' }, { from: 'fares', to: 'riders' }]),
  step('benefit', 'measure', [{ from: 'fares', to: 'income' }]),
  step('objective', 'measure', [{ from: 'growth', to: 'income' }]),
  step('benefit', 'entry', [{ from: 'fares', to: 'claim' }]),
]
const through = async (kind: SightKind, id: string) => Object.fromEntries([...(await walk(tx, steps, { kind, id })).found].map(([each, ids]) => [each, [...ids].sort()]))
const aim = (id: string, statement: string, serves: string | null, contributions: readonly (readonly [string, number])[] = []) => ({ id, statement, description: '', weight: 0.5, owner: null, deadline: null, serves, contributions: contributions.map(([initiativeId, contribution]) => ({ initiativeId, contribution, rationale: 'Said so' })) })
const never = (): never => { throw new Error('It is there') }
const strategyOf = (id: string, name: string, unitId: string | null, parentId: string | null, objectives: ReturnType<typeof aim>[]): UnitStrategy => ({ id, name, intent: '', level: unitId === null ? 'functional' : 'unit', unitId, parentId, weights: 'inherited', objectives })
/** A unit that takes up Calm, with an objective of its own beside; below it a function, whose objective serves the unit’s. */
const north = strategyOf('s1', 'North 2030', 'n', null, [aim('u1', 'Quiet', 'calm'), aim('u2', 'Own', null, [['tram', 0.4]])])
const crew = strategyOf('s2', 'Crew', null, 's1', [aim('u3', 'Sleep', 'u1', [['road', 0.6], ['idle', 0.9], ['gone', 0.9]])])

const thing = (kind: SightKind, id: string, on: string | null = null): SightThing => ({ kind, id, name: id, note: '', on })

describe('a line of sight', () => {
  it('goes down from an objective to the evidence, never sideways', async () => {
    expect(await through('objective', 'unserved')).toEqual({ objective: ['unserved'] })
    expect(await through('objective', 'quality')).toEqual({ objective: ['quality'], initiative: ['tram'], benefit: ['fares', 'riders'], measure: ['income'], entry: ['claim'] })
  })

  it('goes up from a claim to every objective that it is for', async () => {
    expect(await through('entry', 'claim')).toEqual({ entry: ['claim'], benefit: ['fares', 'riders'], initiative: ['tram'], objective: ['growth', 'quality'] })
  })

  it('goes both ways from the middle, and ends where benefits lead to each other', async () => {
    expect(await through('benefit', 'riders')).toEqual({ benefit: ['fares', 'riders'], measure: ['income'], entry: ['claim'], initiative: ['tram'], objective: ['growth', 'quality'] })
    expect(await through('measure', 'income')).toEqual({ measure: ['income'], benefit: ['fares', 'riders'], initiative: ['tram'], objective: ['growth', 'quality'] })
  })

  it('law: what lies below a thing has it above', async () => {
    const edge = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    await fc.assert(fc.asyncProperty(fc.array(edge, { maxLength: 12 }), fc.array(edge, { maxLength: 12 }), async (first, second) => {
      const drawn = [step('objective', 'initiative', first.map(([a, b]) => ({ from: `${a}`, to: `${b}` }))), step('initiative', 'benefit', second.map(([a, b]) => ({ from: `${a}`, to: `${b}` })))]
      for (const id of (await walk(tx, drawn, { kind: 'objective', id: '0' })).found.get('benefit') ?? []) expect((await walk(tx, drawn, { kind: 'benefit', id })).found.get('objective')?.has('0')).toBe(true)
    }), { numRuns: 30 })
  })

  it('stands in columns, the strongest first and the newest evidence first; what is gone is on no line', async () => {
    const reached = await walk(tx, steps, { kind: 'objective', id: 'growth' })
    const things = [thing('objective', 'growth'), thing('initiative', 'road'), thing('initiative', 'tram'), thing('benefit', 'riders'), thing('measure', 'income'), thing('entry', 'claim', '2026-01-02'), thing('amount', 'older', '2025-01-02')]
    const sight = presentSight(reached, things, thing('objective', 'growth'))
    expect(sight.columns.map(({ column, things: own }) => [column, own.map(({ id }) => id)])).toEqual([['objectives', ['growth']], ['initiatives', ['tram', 'road']], ['benefits', ['riders']], ['measures', ['income']], ['evidence', ['claim', 'older']]])
    expect(sight.links.map(({ from, to }) => `${from.id} ${to.id}`).sort()).toEqual(['growth income', 'growth road', 'growth tram', 'tram riders'])
  })

  it('goes through the changes by which a benefit comes about, which have a column where there are any', async () => {
    const network = [...steps, step('initiative', 'change', [{ from: 'tram', to: 'tracks' }]), step('change', 'change', [{ from: 'tracks', to: 'timetable' }, { from: 'tickets', to: 'timetable' }]), step('change', 'benefit', [{ from: 'timetable', to: 'riders' }])]
    const names = async (kind: SightKind, id: string) => [...((await walk(tx, network, { kind, id })).found.get('change') ?? [])].sort()
    expect([await names('objective', 'quality'), await names('entry', 'claim'), await names('change', 'tickets')]).toEqual([['timetable', 'tracks'], ['tickets', 'timetable', 'tracks'], ['tickets', 'timetable']])
    const reached = await walk(tx, network, { kind: 'change', id: 'timetable' })
    const things = [...reached.found].flatMap(([kind, ids]) => [...ids].map((id) => thing(kind, id)))
    expect(presentSight(reached, things, thing('change', 'timetable')).columns.map(({ column }) => column)).toEqual(['objectives', 'initiatives', 'changes', 'benefits', 'measures', 'evidence'])
  })

  it('goes through objectives of units, of which one may serve another, and up again', async () => {
    const unitObjectives = unitObjectivesOf([north, crew], [{ id: 'calm', key: 'calm', statement: 'Calm', weight: 1 }])
    const line = [...unitSteps(unitObjectives), ...steps]
    const found = async (kind: SightKind, id: string) => Object.fromEntries([...(await walk(tx, line, { kind, id })).found].map(([each, ids]) => [each, [...ids].sort()]))
    expect(await found('objective', 'calm')).toMatchObject({ unit_objective: ['u1', 'u3'], initiative: ['gone', 'idle', 'road'], benefit: ['minutes'] })
    expect(await found('benefit', 'minutes')).toEqual({ benefit: ['minutes'], initiative: ['road'], objective: ['calm', 'growth'], unit_objective: ['u1', 'u3'] })
    const reached = await walk(tx, line, { kind: 'initiative', id: 'road' })
    const things = [...reached.found].flatMap(([kind, ids]) => [...ids].map((id) => thing(kind, id)))
    expect(presentSight(reached, things, thing('initiative', 'road')).columns.map(({ column }) => column)).toEqual(['objectives', 'unit_objectives', 'initiatives', 'benefits', 'measures', 'evidence'])
    expect(unitThing(new Map())(unitObjectives.find(({ id }) => id === 'u3') ?? never()).note).toBe('Crew')
    // What serves an objective that is gone, or of another strategy, leads nowhere.
    expect(unitObjectivesOf([strategyOf('s3', 'Lost', null, null, [aim('u4', 'Lost', 'retired')])], []).map(({ serves, endsAt }) => [serves, endsAt])).toEqual([[null, null]])
  })

  it('counts what it does not list, and always lists what was asked for', () => {
    const things = Array.from({ length: mostThings + 3 }, (_, at) => thing('initiative', `i${String(at).padStart(3, '0')}`))
    const last = things.at(-1) ?? thing('initiative', '')
    const column = presentSight({ found: new Map(), links: [] }, things, last).columns[1]
    expect([column?.things.length, column?.omitted, column?.things[0]?.id]).toEqual([mostThings, 3, last.id])
  })
})

describe('lines and what hangs on none', () => {
  const facts: LinesFacts = {
    objectives: [{ id: 'growth', key: 'growth', perspectiveId: 'p', statement: 'Growth', weight: 0.7, owner: null, deadline: null, mandatory: false }, { id: 'calm', key: 'calm', perspectiveId: 'p', statement: 'Calm', weight: 0.3, owner: null, deadline: null, mandatory: false }],
    perspectives: new Map([['p', 'Money']]),
    initiatives: [{ id: 'tram', key: 'T-1', name: 'Tram' }, { id: 'road', key: 'R-1', name: 'Road' }, { id: 'idle', key: 'X-1', name: 'Idle' }],
    judged: [{ initiativeId: 'tram', objectiveId: 'growth', contribution: 0.8 }, { initiativeId: 'road', objectiveId: 'growth', contribution: 0.2 }, { initiativeId: 'gone', objectiveId: 'calm', contribution: 1 }],
    unitObjectives: [], unitNames: new Map(),
    measures: [{ id: 'income', name: 'Income', unit: 'eur', objectiveId: 'growth', measured: false }],
    benefits: [{ id: 'fares', name: 'Fares', initiativeId: 'tram', measureId: 'income', entries: 4 }, { id: 'air', name: 'Air', initiativeId: 'tram', measureId: null, entries: 0 }],
    amounts: new Map(),
    work: new Map([['tram', { count: 3, first: [thing('task', 'rails')] }], ['idle', { count: 2, first: [thing('task', 'think')] }]]),
  }

  it('says how far each line reaches, the heaviest objective first; an initiative that is not listed any more serves nothing', () => {
    expect(linesOf(facts).lines).toEqual([
      { objectiveId: 'growth', statement: 'Growth', perspective: 'Money', weight: 0.7, unitObjectives: 0, initiatives: 2, tasks: 3, benefits: 2, measures: 1, evidence: 4 },
      { objectiveId: 'calm', statement: 'Calm', perspective: 'Money', weight: 0.3, unitObjectives: 0, initiatives: 0, tasks: 0, benefits: 0, measures: 0, evidence: 0 },
    ])
  })

  it('names what hangs on no line, of how many', () => {
    expect(Object.fromEntries(linesOf(facts).gaps.map(({ code, count, of, things }) => [code, [count, of, things.map(({ name }) => name).join()]]))).toEqual({
      objective_unserved: [1, 2, 'Calm'], objective_unmeasured: [1, 2, 'Calm'], unit_objective_unserved: [0, 0, ''], unit_objective_unmeasured: [0, 0, ''], unit_objective_beside: [0, 0, ''], initiative_serves_nothing: [1, 3, 'Idle'], initiative_without_benefit: [1, 3, 'Road'], benefit_without_measure: [1, 2, 'Air'], benefit_without_evidence: [1, 2, 'Air'], measure_without_actual: [1, 1, 'Income'],
    })
  })

  it('names the work of an initiative that serves nothing with it', () => {
    const orphans = linesOf(facts).gaps.find(({ code }) => code === 'initiative_serves_nothing')
    expect(orphans?.things.map(({ name, tasks }) => [name, tasks?.count, tasks?.first.map((task) => task.name)])).toEqual([['Idle', 2, ['think']]])
  })

  it('counts what objectives of units bring, but not against what was judged at the top, and names those that hang on nothing', () => {
    const strategies = [north, crew]
    const unitObjectives = unitObjectivesOf(strategies, facts.objectives)
    const { lines, gaps } = linesOf({ ...facts, judged: [...facts.judged, { initiativeId: 'idle', objectiveId: 'calm', contribution: -0.5 }], unitObjectives, unitNames: new Map([['n', 'North']]) })
    // Road serves Calm through Sleep, Idle was judged to hurt it; Gone is not listed any more.
    expect(lines.map(({ objectiveId, unitObjectives: own, initiatives }) => [objectiveId, own, initiatives])).toEqual([['growth', 0, 2], ['calm', 2, 1]])
    expect(gaps.filter(({ count }) => count > 0).map(({ code, things }) => `${code} ${things.map(({ name, note }) => `${name} (${note})`).join()}`)).toEqual(expect.arrayContaining(['unit_objective_unserved Quiet (North)', 'unit_objective_beside Own (North)']))
    expect(gaps.find(({ code }) => code === 'unit_objective_unmeasured')).toMatchObject({ count: 3, of: 3 })
    // A measure of a unit is on the line of what the unit serves, and says nothing of the objective itself.
    const told = linesOf({ ...facts, unitObjectives, measures: [...facts.measures, { id: 'sleep', name: 'Nights', unit: 'count', objectiveId: 'u1', measured: true }] })
    expect([told.lines.find(({ objectiveId }) => objectiveId === 'calm')?.measures, ...['objective_unmeasured', 'unit_objective_unmeasured'].map((code) => told.gaps.find((one) => one.code === code)?.count)]).toEqual([1, 1, 2])
    expect(gaps.filter(({ code }) => code === 'objective_unserved' || code === 'initiative_serves_nothing').map(({ count }) => count)).toEqual([0, 0])
  })

  it('names the first of many and counts them all', () => {
    const initiatives = Array.from({ length: 200 }, (_, at) => ({ id: `i${at}`, key: `K-${at}`, name: `I ${at}` }))
    const gap = linesOf({ ...facts, initiatives }).gaps.find(({ code }) => code === 'initiative_serves_nothing')
    expect([gap?.count, gap?.things.length]).toEqual([200, mostNamed])
  })
})
