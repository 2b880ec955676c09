import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { strategyRoutes } from '@throughline/contract/strategy'
import { afterEach, describe, expect, it } from 'vitest'
import { isFromThePast, momentOf, showMoment, shownMoment } from './moment.ts'
import { keyOf } from './queries.ts'

const then = { asOf: '2026-03-31T12:00:00.000Z', position: '2025-09-30' }
afterEach(() => showMoment({}))

describe('the moment shown', () => {
  it('goes with everything that has a past, and with nothing else', () => {
    showMoment(then)
    expect(momentOf(demandRoutes.listInitiatives)).toEqual(then)
    expect(momentOf(strategyRoutes.readStrategy)).toEqual(then)
    expect(momentOf(peopleRoutes.listUnits)).toEqual(then)
    expect([peopleRoutes.readSession, peopleRoutes.listMembers, demandRoutes.readImport, demandRoutes.listPublications, demandRoutes.createInitiative].map(momentOf)).toEqual([{}, {}, {}, {}, {}])
  })

  it('keeps replies of different moments apart', () => {
    const now = keyOf(demandRoutes.listInitiatives, {})
    showMoment({ asOf: then.asOf })
    expect(keyOf(demandRoutes.listInitiatives, {})).not.toEqual(now)
    showMoment({})
    expect(keyOf(demandRoutes.listInitiatives, {})).toEqual(now)
  })

  it('lets the plan be changed only now', () => {
    expect(isFromThePast(demandRoutes.createInitiative)).toBe(false)
    showMoment({ position: then.position })
    expect(isFromThePast(demandRoutes.createInitiative)).toBe(true)
    expect(isFromThePast(demandRoutes.listInitiatives)).toBe(false)
    expect([peopleRoutes.signOut, demandRoutes.createView, demandRoutes.changeView, demandRoutes.removeView].map(isFromThePast)).toEqual([false, false, false, false])
  })

  it('stays the same object while it names the same moment', () => {
    showMoment(then)
    const before = shownMoment()
    showMoment({ ...then })
    expect(shownMoment()).toBe(before)
  })
})
