import { describe, expect, it } from 'vitest'
import type { SightKind, SightRef, SightThing } from '@throughline/contract/strategy'
import type { Found } from '../sight/walk.ts'
import { presentMyWork } from './present.ts'
import { keyOf, reachOf } from './reach.ts'

const link = (fromKind: SightKind, from: string, toKind: SightKind, to: string, strength?: number): Found => ({ fromKind, from, toKind, to, ...(strength === undefined ? {} : { strength }) })
const up = [link('objective', 'o', 'unit_objective', 'u'), link('unit_objective', 'u', 'initiative', 'i', 2), link('objective', 'hurt', 'initiative', 'i', -1), link('initiative', 'i', 'task', 't'), link('task', 'part', 'task', 't')]
const down = [link('task', 't', 'benefit', 'b'), link('benefit', 'b', 'entry', 'e1'), link('benefit', 'b', 'entry', 'e2'), link('benefit', 'b', 'benefit', 'b')]
const own: readonly SightRef[] = [{ kind: 'task', id: 't' }, { kind: 'objective', id: 'o' }, { kind: 'measure', id: 'm' }]

describe('my work', () => {
  it('leads up to objectives, itself where it is one, never to what it works against', () => {
    const found = reachOf(own, up, 'up', ['objective', 'unit_objective'])
    expect(own.map((one) => (found.get(keyOf(one)) ?? []).map(({ id }) => id))).toEqual([['u', 'o'], ['o'], []])
  })
  it('leads down to what was recorded, through circles once', () => {
    expect((reachOf(own, down, 'down', ['entry', 'amount']).get('task t') ?? []).map(({ id }) => id)).toEqual(['e1', 'e2'])
  })
  it('tells the objectives that most leads to first, the newest record, and what is left out', () => {
    const thing = (kind: SightKind, id: string, on: string | null = null): SightThing => ({ kind, id, name: id, note: '', on })
    const owned = own.map((one) => ({ ...one, ties: ['owner' as const] }))
    const told = presentMyWork({
      name: 'Ada', all: [...owned, { kind: 'task', id: 'later', ties: ['owner'] }], own: owned, up: reachOf(own, up, 'up', ['objective', 'unit_objective']), down: reachOf(own, down, 'down', ['entry', 'amount']),
      things: new Map([thing('task', 't'), thing('objective', 'o'), thing('unit_objective', 'u'), thing('entry', 'e1', '2026-01-01'), thing('entry', 'e2', '2026-02-01')].map((one) => [keyOf(one), one])),
    })
    expect(told.objectives.map(({ id, ownIds }) => [id, ownIds])).toEqual([['o', ['t', 'o']], ['u', ['t']]])
    // The measure is not there any more.
    expect(told.things.map(({ id, records, newest }) => [id, records, newest?.id])).toEqual([['t', 2, 'e2'], ['o', 0, undefined]])
    expect([told.omitted, told.counts]).toEqual([1, [{ kind: 'task', count: 2 }, { kind: 'objective', count: 1 }, { kind: 'measure', count: 1 }]])
  })
})
