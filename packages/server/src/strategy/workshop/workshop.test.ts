import type { Judgement } from '@throughline/contract/strategy'
import { describe, expect, it } from 'vitest'
import { judgedOf, resultsOf } from './judging.ts'
import { levelOf, type Weighable } from './level.ts'
import { presentWorkshop } from './present.ts'
import type { StoredWorkshop } from './store.ts'

const objective = (key: string, weight: number, perspectiveId = 'p') => ({ key, statement: key.toUpperCase(), description: '', weight, perspectiveId })
const weighable: Weighable = { perspectives: [{ id: 'p', name: 'People' }, { id: 'm', name: 'Money' }], objectives: [objective('a', 0.3), objective('b', 0.2), objective('c', 0.1), objective('d', 0.4, 'm')] }
const values = (...given: readonly number[]): Judgement => ({ values: given.map((value, at) => ({ key: 'abc'[at] ?? '', value })), pairs: [] })
const pairs = (...given: readonly (readonly [string, string, number])[]): Judgement => ({ values: [], pairs: given.map(([a, b, ratio]) => ({ a, b, ratio })) })
const actor = (accountId: string, role: 'editor' | 'viewer' = 'viewer') => ({ orgId: 'o', accountId, name: accountId, role })
const judge = (name: string, judgement: Judgement | null) => ({ org_id: 'o', id: name, workshop_id: 'w', account_id: name, name, judgement, handed_in_at: judgement === null ? null : '2026-11-21T09:00:00.000Z' })
const workshop = (change: Partial<StoredWorkshop> = {}): StoredWorkshop => ({
  org_id: 'o', id: 'w', version: 1, title: 'Weights of people', question: '', method: 'direct', random_index: 'saaty_1980', perspective_id: 'p', level_name: 'People', objectives: weighable.objectives.slice(0, 3).map(({ perspectiveId: _, ...one }) => one), state: 'open',
  opened_at: '2026-11-21T08:00:00.000Z', opened_by: 'Ada', closed_at: null, closed_by: null, closed_early: false, decision: null, removed_at: null, round: 1, follows_id: null, judges: [judge('Ada', values(8, 1, 1)), judge('Bea', values(2, 4, 4)), judge('Cyd', null)], ...change,
})

describe('the objectives of a level', () => {
  it('are those of one perspective, or all', () => {
    expect(levelOf(weighable, { perspectiveId: 'p', method: 'direct' })).toMatchObject({ ok: true, value: { name: 'People', objectives: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] } })
    expect(levelOf(weighable, { method: 'pairwise' })).toMatchObject({ ok: true, value: { name: 'All objectives', perspectiveId: null } })
  })
  it('cannot be weighed where there is one, or where more are compared in pairs than people can', () => {
    expect(levelOf(weighable, { perspectiveId: 'm', method: 'direct' })).toMatchObject({ refusal: { code: 'workshop_unsound', values: { reason: 'Money: found one objective; expected at least two to weigh.' } } })
    expect(levelOf(weighable, { perspectiveId: 'x', method: 'direct' })).toMatchObject({ refusal: { code: 'workshop_unsound' } })
    const many = { ...weighable, objectives: Array.from({ length: 16 }, (_, at) => objective(`o${at}`, 1 / 16)) }
    expect([levelOf(many, { method: 'pairwise' }).ok, levelOf(many, { method: 'swing' }).ok]).toEqual([false, true])
  })
})

describe('a judgement', () => {
  it('is refused in the words of the objectives', () => {
    expect(judgedOf(workshop(), values(8, 1), false)).toMatchObject({ refusal: { code: 'judgement_incomplete', values: { missing: 'C' } } })
    expect(judgedOf(workshop(), values(0, 0, 0), false)).toMatchObject({ refusal: { code: 'judgement_unsound', values: { reason: 'Every objective has 0; expected something for at least one.' } } })
    expect(judgedOf(workshop({ method: 'swing' }), values(80, 10, 10), false)).toMatchObject({ refusal: { code: 'judgement_unsound', values: { reason: 'The most valued swing has 80; expected 100 for it.' } } })
    expect(judgedOf(workshop({ method: 'pairwise' }), pairs(['a', 'b', 2], ['b', 'a', 2], ['b', 'c', 1]), false)).toMatchObject({ refusal: { code: 'judgement_unsound', values: { reason: 'B against A is compared twice: 0.5 and 2. Keep one of them.' } } })
  })
  it('that contradicts itself is said first, and taken where somebody insists', () => {
    const round = pairs(['a', 'b', 3], ['b', 'c', 3], ['c', 'a', 3])
    expect(judgedOf(workshop({ method: 'pairwise' }), round, false)).toMatchObject({ refusal: { code: 'judgement_inconsistent', values: { judged: '3', implied: '1' } } })
    expect(judgedOf(workshop({ method: 'pairwise' }), round, true)).toMatchObject({ ok: true, value: { consistent: false } })
  })
})

describe('what people see', () => {
  it('while it is open: who has judged, their own, and nothing of others', () => {
    const seen = presentWorkshop(workshop(), actor('Ada'))
    expect(seen).toMatchObject({ results: null, judgement: values(8, 1, 1), judged: { weights: [{ key: 'a', weight: 0.8 }, { key: 'b', weight: 0.1 }, { key: 'c', weight: 0.1 }] }, may: { judge: true, lead: false }, levelWeight: 0.6 })
    expect(JSON.stringify(presentWorkshop(workshop(), actor('Cyd')))).not.toContain('"value":4')
    expect(presentWorkshop(workshop(), actor('Dan', 'editor'))).toMatchObject({ mine: false, judgement: null, judged: null, results: null, may: { judge: false, lead: true } })
  })
  it('once it is closed: joint weights, what they disagree on most, and who is missing', () => {
    const { results, may } = presentWorkshop(workshop({ state: 'closed', closed_early: true }), actor('Cyd'))
    // Geometric means √(0.8·0.2) = 0.4 and √(0.1·0.4) = 0.2 twice, over 0.8.
    expect(results).toMatchObject({ how: 'geometric', weights: [{ key: 'a', weight: 0.5 }, { key: 'b', weight: 0.25 }, { key: 'c', weight: 0.25 }], absent: ['Cyd'], apart: [{ a: 'Ada', b: 'Bea', distance: expect.closeTo(0.6, 9) }] })
    expect(results?.agenda[0]).toEqual({ key: 'a', least: 0.2, greatest: 0.8, spread: 0.6, leastBy: 'Bea', greatestBy: 'Ada' })
    expect(may.judge).toBe(false)
  })
  it('the order of people changes nothing', () => {
    const { judges } = workshop()
    expect(resultsOf(workshop({ judges: [...judges].reverse() })).weights).toEqual(resultsOf(workshop()).weights)
  })
})

describe('a second round', () => {
  const first = workshop({ state: 'closed', judges: [judge('Ada', values(8, 1, 1)), judge('Bea', values(2, 4, 4))] })
  it('shows each what they gave and what all disagreed on, and to nobody what others give now', () => {
    const second = workshop({ id: 'w2', round: 2, follows_id: 'w', judges: [judge('Ada', values(4, 3, 3)), judge('Bea', null)] })
    const seen = presentWorkshop(second, actor('Bea'), { before: first, followedBy: null })
    expect(seen).toMatchObject({ round: 2, follows: 'w', judgement: null, earlier: values(2, 4, 4), results: null, before: { agenda: [{ key: 'a', spread: expect.closeTo(0.6, 8) }, {}, {}] } })
    expect(presentWorkshop(first, actor('Cyd'), { before: undefined, followedBy: 'w2' })).toMatchObject({ followedBy: 'w2', earlier: null, before: null })
  })
})
