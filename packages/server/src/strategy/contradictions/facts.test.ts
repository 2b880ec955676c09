import { describe, expect, it } from 'vitest'
import { firstStrategy } from '../first-strategy.ts'
import type { StoredStrategy } from '../store.ts'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { arranged } from './arranged.ts'
import { presentContradictions } from './present.ts'

const first = firstStrategy('01890a5d-ac96-774b-bcce-b302099a8057')
const uuid = (last: number): string => `01890a5d-ac96-774b-bcce-${String(last).padStart(12, '0')}`
const objective = (no: number, statement: string, weight: string) => ({ id: uuid(no), stable_key: `k${no}`, statement, weight, owner: 'Ada', parent_key: null })
const measure = (no: number, objectiveNo: number, name: string, direction: 'higher' | 'lower', target: string) => ({ id: uuid(no), objective_id: uuid(objectiveNo), name, definition: '', unit: 'count', direction, target, baseline: '5', baseline_on: '2026-01-01', due_on: '2030-01-01', band_low: null, band_high: null })
/** Two objectives, each with a measure; only what the rules look at is given. */
const stored = (units: readonly object[] = []): StoredStrategy => ({
  ...first, inForce: { ...first.inForce, units }, objectives: [objective(1, 'Lean stock', '0.7'), objective(2, 'Happy customers', '0.3')] as unknown as StoredStrategy['objectives'],
  measures: [measure(11, 1, 'Days of stock', 'lower', '3'), measure(12, 2, 'Kept promises', 'higher', '9')] as unknown as StoredStrategy['measures'],
})
const link = (polarity: 'same' | 'opposite') => ({ id: uuid(21), from: 'k1', to: 'k2', polarity, lag: 0, rationale: '' })
const register = (strategy: StoredStrategy, links: readonly ReturnType<typeof link>[]) => presentContradictions(strategy, [], [], { links, unitNames: new Map([[uuid(31), 'Sales']]), unitParents: new Map([[uuid(31), null]]), today: '2026-06-01' }, true)

describe('what causal links and units tell the register', () => {
  it('getting better at one that makes the other worse is a tension, whichever way the measures run', () => {
    const { entries, unchecked } = register(stored(), [link('opposite')])
    expect(entries.map(({ rule, severity }) => [rule, severity])).toEqual([['X-3', 'tension']])
    expect(entries[0]?.witness.find(({ kind }) => kind === 'influence')).toMatchObject({ name: 'Lean stock → Happy customers', objectiveId: uuid(1) })
    expect(unchecked.map(({ rule }) => rule)).not.toContain('X-3')
    expect(register(stored(), [link('same')]).entries).toEqual([])
    expect(register(stored(), []).unchecked.map(({ rule }) => rule)).toContain('X-3')
  })

  it('a unit that weighs the opposite way is told, and its money is not held against it here', () => {
    const sales = { unitId: uuid(31), weights: 'local', shares: [{ key: 'k1', weight: 0.2 }, { key: 'k2', weight: 0.8 }] }
    expect(register(stored([sales]), []).entries.map(({ rule, words }) => [rule, words])).toEqual([['X-9', 'Sales ranks what it shares with Strategy the opposite way: agreement -1.00 over 2 objectives.']])
    expect(register(stored([{ ...sales, weights: 'inherited' }]), []).entries).toEqual([])
  })

  it('a strategy of a unit is held against what it serves; a parent that was retired is told, and what it inherits need not sum to 1', () => {
    const below = (no: number, weight: number, serves: string) => ({ id: uuid(no), statement: `Below ${no}`, description: '', weight, owner: 'Grace', deadline: null, serves, contributions: [] })
    const unit = (weights: 'local' | 'inherited', ...objectives: object[]) => ({ id: uuid(40), name: 'Sales first', intent: '', level: 'unit', unitId: uuid(31), parentId: null, weights, objectives })
    const told = (one: object) => register({ ...stored(), inForce: { ...stored().inForce, unit_strategies: [one] } }, []).entries.map(({ rule, words }) => [rule, words])
    expect(told(unit('local', below(41, 0.2, 'k1'), below(42, 0.8, 'k2')))).toEqual([['X-9', 'Sales first ranks what it shares with Strategy the opposite way: agreement -1.00 over 2 objectives.']])
    expect(told(unit('inherited', below(41, 1, 'k1')))).toEqual([])
    expect(told(unit('local', below(41, 1, 'gone')))).toEqual([['X-13', 'Below 41 serves an earlier objective, which is retired.']])
    const named = presentContradictions({ ...stored(), inForce: { ...stored().inForce, unit_strategies: [unit('local', below(41, 1, 'gone'))] } }, [], [], { links: [], unitNames: new Map(), unitParents: new Map(), earlier: new Map([['gone', 'Faster horses']]), today: '2026-06-01' }, true)
    expect(named.entries.map(({ words }) => words)).toEqual(['Below 41 serves Faster horses, which is retired.'])
    // What a unit measures of itself is no second definition of the same; a target that it cannot reach together with the organisation’s is told.
    const withMeasure = (target: string, direction: 'higher' | 'lower') => presentContradictions({ ...stored(), inForce: { ...stored().inForce, unit_strategies: [unit('inherited', below(41, 1, 'k1'))] }, unitMeasures: [measure(13, 41, 'Days of stock', direction, target)] as unknown as StoredStrategy['measures'] }, [], [], { links: [], unitNames: new Map(), unitParents: new Map(), today: '2026-06-01' }, true)
    expect(withMeasure('2', 'lower')).toMatchObject({ entries: [], checked: { objectives: 3, measures: 3 } })
    expect(withMeasure('8', 'higher').entries.map(({ rule, witness }) => [rule, witness.map(({ id, objectiveId, ofUnit }) => [id, objectiveId, ofUnit])])).toEqual([['X-1', [[uuid(11), uuid(1), false], [uuid(13), uuid(41), true]]]])
    expect(told(unit('local', below(41, 0.5, 'k1')))).toEqual([['X-13', 'The weights of Sales first sum to 0.5; expected 1.']])
  })

  it('what other rooms keep is held against the strategy: people, milestones and benefits; what they keep nothing of is not checked', () => {
    const initiative = (no: number, name: string) => ({ id: uuid(no), key: `I${no}`, name, current: true, mandatory: false, state: 'active', unitId: null, startOn: null, endOn: null, benefits: { status: 'missing', inputs: [] }, cost: { status: 'missing', inputs: ['cost'] } }) as unknown as InitiativeFacts
    const elsewhere = {
      limits: [{ id: `${uuid(61)} 2027-01-01`, name: 'Welders in Jan 2027', amount: 1000, parts: 100, unit: 'days' }],
      demands: [51, 52].map((no) => ({ limitId: `${uuid(61)} 2027-01-01`, initiativeId: uuid(no), amount: 600 })),
      benefits: [{ id: uuid(71), name: 'Skill', counted: true, leadsTo: [uuid(72)] }, { id: uuid(72), name: 'Time', counted: true, leadsTo: [] }],
      requirements: [{ objectiveKey: 'k1', initiativeId: uuid(51), deadline: '2026-12-31', milestone: 'Opening', finish: { p50: '2026-12-01', p80: '2027-02-01' } }, { objectiveKey: 'gone', initiativeId: uuid(51), deadline: '2020-12-31', finish: { p50: '2026-12-01', p80: '2027-02-01' } }],
    }
    const around = { links: [], unitNames: new Map(), unitParents: new Map(), today: '2026-06-01' }
    const { entries, unchecked } = presentContradictions(stored(), [initiative(51, 'Line'), initiative(52, 'Dock')], [], { ...around, elsewhere }, true)
    expect(entries.filter(({ rule }) => rule !== 'X-12').map(({ rule, severity, words, witness }) => [rule, severity, words, witness.map(({ kind, id }) => `${kind} ${id}`)])).toEqual([
      ['X-6', 'hard', 'Line, Dock are committed and take 12 days of Welders in Jan 2027, which has 10 days.', [`initiative ${uuid(51)}`, `initiative ${uuid(52)}`, `limit ${uuid(61)}`]],
      ['X-7', 'hard', 'Skill leads to Time, and both are counted.', [`benefit ${uuid(71)}`, `benefit ${uuid(72)}`]],
      ['X-8', 'tension', 'Opening of Lean stock is due on 2026-12-31 and needs Line, which finishes by 2026-12-01 half of the time and by 2027-02-01 four times of five.', [`initiative ${uuid(51)}`, `objective ${uuid(1)}`]],
    ])
    expect(unchecked.map(({ rule }) => rule)).toEqual(['X-3', 'X-5', 'X-9', 'X-10', 'X-11'])
    expect(presentContradictions(stored(), [], [], around, true).unchecked.map(({ rule }) => rule)).toEqual(['X-3', 'X-5', 'X-6', 'X-7', 'X-8', 'X-9', 'X-10', 'X-11'])
  })

  it('a path stands as it is walked: where it begins, its links in their order, where it ends', () => {
    const link = (no: number, from: string, to: string) => ({ id: uuid(no), from, to, polarity: 'same' as const, lag: 0, rationale: '' })
    const witness = [{ kind: 'influence' as const, id: uuid(21) }, { kind: 'influence' as const, id: uuid(22) }, { kind: 'target' as const, id: 'end' }, { kind: 'target' as const, id: 'start' }]
    expect(arranged(witness, [link(21, 'b', 'c'), link(22, 'a', 'b')], ({ id }) => ({ start: 'a', end: 'c' })[id]).map(({ id }) => id)).toEqual(['start', uuid(22), uuid(21), 'end'])
    expect(arranged(witness, [], () => undefined)).toEqual(witness)
  })

  it('money against priorities is told with its shares to who may see amounts, and to others without them', () => {
    const spent = { id: uuid(51), key: 'I51', name: 'Statue', current: true, mandatory: false, state: 'active', unitId: null, startOn: null, endOn: null, benefits: { status: 'missing', inputs: [] }, cost: { status: 'ok', value: { minor: 1234n, currency: 'GBP' } } } as unknown as InitiativeFacts
    const told = (amounts: boolean) => presentContradictions(stored(), [spent], [], { links: [], unitNames: new Map(), unitParents: new Map(), today: '2026-06-01' }, amounts).entries.filter(({ rule }) => rule === 'X-12').map(({ words }) => words)
    expect(told(true)).toEqual(['The money of Strategy lies 1.00 from its priorities; up to 0.2 needs no word. Furthest: Serves no objective with 0 % stated and 100 % of the money.'])
    expect(told(false)).toEqual(['Money goes elsewhere than the priorities say; how far is told to who may see amounts.'])
  })

  it('what was stopped or closed harms nothing any more, and is not counted as looked at', () => {
    const harming = (state: string) => {
      const one = { id: uuid(51), key: 'I51', name: 'Bypass', current: true, mandatory: false, state, unitId: null, startOn: null, endOn: null, benefits: { status: 'missing', inputs: [] }, cost: { status: 'missing', inputs: ['cost'] } } as unknown as InitiativeFacts
      const contributions = [{ initiative_id: uuid(51), objective_id: uuid(1), contribution: '-0.5', rationale: '', origin: 'entered' }] as unknown as StoredStrategy['contributions']
      const { entries, checked } = presentContradictions({ ...stored(), contributions }, [one], [], { links: [], unitNames: new Map(), unitParents: new Map(), today: '2026-06-01' }, true)
      return [entries.filter(({ rule }) => rule === 'X-4').length, checked.initiatives]
    }
    expect(['case', 'active', 'on_hold', 'closing', 'closed', 'stopped'].map(harming)).toEqual([[1, 1], [1, 1], [1, 1], [1, 1], [0, 0], [0, 0]])
  })

  it('a reward that works against a target of somebody else is a tension; an amount that breaks a policy is told to who may see amounts', () => {
    const grounds = { currency: { code: 'GBP', parts: 100 }, kept: [
      { id: uuid(51), version: 1, said: { kind: 'reward', role: 'Warehouses', measureId: uuid(11), direction: 'lower' } as const },
      { id: uuid(52), version: 1, said: { kind: 'policy', name: 'Ceiling', attribute: 'benefits', rule: 'at_least', value: '500', from: null, to: '2030-01-01' } as const },
    ] }
    const shop = { id: uuid(61), name: 'Shop', kind: 'project', state: 'active', unitId: null, unitName: null, category: null, sponsor: null, mandatory: false, startOn: null, endOn: null, cost: { status: 'missing', inputs: [] }, benefits: { status: 'ok', value: { minor: 499n } }, current: true } as unknown as InitiativeFacts
    const told = (amounts: boolean) => presentContradictions(stored(), [shop], [], { links: [link('opposite')], unitNames: new Map(), unitParents: new Map(), today: '2026-06-01', grounds }, amounts)
    const { entries, unchecked } = told(true)
    expect(entries.map(({ rule, severity, words }) => [rule, severity, words])).toEqual(expect.arrayContaining([
      ['X-10', 'tension', 'Warehouses is rewarded for Days of stock, which works against Kept promises at least 9 (Happy customers) of Ada.'],
      ['X-11', 'hard', 'Shop has benefits 4.99 GBP; Ceiling asks for at least 5 GBP.'],
    ]))
    expect(entries.find(({ rule }) => rule === 'X-10')?.witness.map(({ kind, name }) => [kind, name])).toEqual(expect.arrayContaining([['reward', 'Warehouses'], ['target', 'Kept promises']]))
    expect(unchecked.map(({ rule }) => rule)).not.toContain('X-10')
    expect(told(false).entries.find(({ rule }) => rule === 'X-11')?.words).toBe('An amount breaks Ceiling; how much it is is told to who may see amounts.')
  })
})
