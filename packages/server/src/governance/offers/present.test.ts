import type { UnitStake } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { explainTotal, money, notApplicable } from '@throughline/engine/kernel'
import { describe, expect, it } from 'vitest'
import type { StoredService } from '../services/store.ts'
import { presentOffers } from './present.ts'
import type { StoredOffer } from './store.ts'

const nothing = toWire(explainTotal('nothing', [], money(0n, 'EUR')))
const none = toWire({ metric: notApplicable, why: { term: 'none', figure: notApplicable } })
const stake = (id: string, unit: string, goals: UnitStake['goals']): UnitStake => ({ id, name: unit, unit, goalsOf: 'own_strategy', goals, dependence: none, exposed: nothing, own: nothing, classes: [], owners: [] })
const offer = { org_id: 'org', id: 'o', version: 1, holder_id: 's', holder: 'Roads', initiative_id: 'm', service_id: 'clinic', lowers: '', in_return: '', state: 'agreed', offered_by_id: 'ada', offered_by: 'Ada', offered_at: '2026-03-01T08:00:00.000Z', answer: null, withdrawn: null, given: null, returned: null } satisfies StoredOffer
const service = { id: 'clinic', said: { name: 'Clinic', class: 'non_mandated' }, retired_at: null } as unknown as StoredService

describe('offers to units', () => {
  it('names a unit whose strategy has no goal among those without any, and keeps what was offered to it in sight', () => {
    const { sheets, withoutGoals, elsewhere } = presentOffers({ stakes: [stake('s', 'Roads', [])], offers: [offer], services: [service], editions: [], atWork: [], initiatives: new Map([['m', 'Meadows']]), answerers: () => [], units: [{ id: 'u', name: 'Roads' }], currency: 'EUR' })
    expect([sheets, withoutGoals, elsewhere.map(({ id }) => id)]).toEqual([[], [{ id: 'u', name: 'Roads' }], ['o']])
  })
  it('asks whoever answers for the unit, whatever its strategy is called', () => {
    const called: string[] = []
    const roads: UnitStake = { ...stake('s', 'Roads', []), name: 'Dry roads 2030' }
    presentOffers({ stakes: [roads], offers: [{ ...offer, holder: 'Dry roads 2030' }], services: [service], editions: [], atWork: [], initiatives: new Map(), answerers: ({ name }) => (called.push(name), []), units: [], currency: 'EUR' })
    expect(called).toEqual(['Roads'])
  })
})
