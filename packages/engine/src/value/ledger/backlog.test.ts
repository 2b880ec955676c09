import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backlogOf, stillWaiting, turnOf, type ClaimLine, type WaitingClaim } from './index.ts'

const line = (entryId: string, on: string, amount: bigint): ClaimLine => ({ entryId, on, amount })

describe('what still waits', () => {
  it('is the newest of the claims: 100 and 50 claimed, 120 verified, and 30 of the second wait', () => {
    expect(stillWaiting([line('a', '2026-01-10', 100n), line('b', '2026-02-10', 50n), line('v', '2026-03-01', -120n)])).toEqual([line('b', '2026-02-10', 30n)])
  })
  it('is so for a disbenefit, whose claims are below zero', () => {
    expect(stillWaiting([line('a', '2026-01-10', -40n), line('v', '2026-02-01', 15n)])).toEqual([line('a', '2026-01-10', -25n)])
  })
  it('sums to the account, has one sign, and keeps the order, whatever was posted', () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: -50n, max: 50n }).filter((amount) => amount !== 0n), { maxLength: 20 }), (amounts) => {
      const left = stillWaiting(amounts.map((amount, at) => line(String(at), '2026-01-01', amount)))
      expect(left.reduce((sum, { amount }) => sum + amount, 0n)).toBe(amounts.reduce((sum, amount) => sum + amount, 0n))
      expect(new Set(left.map(({ amount }) => amount > 0n)).size).toBeLessThanOrEqual(1)
      expect(left.map(({ entryId }) => Number(entryId))).toEqual(left.map(({ entryId }) => Number(entryId)).toSorted((a, b) => a - b))
    }))
  })
})

describe('whose turn it is', () => {
  const managers = new Map([['clerk', 'chief'], ['chief', 'head'], ['head', 'board']])
  it('is not the claimant’s, the owner’s, the team’s, nor that of two levels of their line', () => {
    const verifiers = ['clerk', 'owner', 'member', 'chief', 'head', 'board', 'audit']
    expect(turnOf({ claimants: ['clerk'], ownerId: 'owner', team: ['member'] }, verifiers, managers)).toEqual(['board', 'audit'])
  })
  it('is nobody’s where all who may verify are shut out', () => expect(turnOf({ claimants: ['chief'], ownerId: null, team: [] }, ['chief', 'clerk'], managers)).toEqual([]))
})

describe('a backlog', () => {
  const waits = (unit: string, amount: bigint, since: string, turn: readonly string[] = ['audit']): WaitingClaim => ({ name: 'Minutes', unit, amount, since, turn })
  it('stands unit by unit, by age, with its oldest and what is stuck; cash and hours are not added', () => {
    const found = backlogOf([waits('GBP.cash', 100n, '2026-01-01'), waits('hour', 7n, '2026-05-31'), waits('GBP.cash', 50n, '2026-05-01', [])], '2026-05-31')
    expect(found.map(({ unit, amount, claims, oldestDays, stuck, bands }) => [unit, amount, claims, oldestDays, stuck, bands.map((band) => band.amount)])).toEqual([
      ['GBP.cash', 150n, 2, 150, 1, [50n, 0n, 0n, 100n]],
      ['hour', 7n, 1, 0, 0, [7n, 0n, 0n, 0n]],
    ])
    expect(found[0]?.why).toMatchObject({ formula: 'verification-backlog', note: expect.stringContaining('150 days; of 1 nobody'), terms: [{ term: 'Up to 30 days' }, { term: 'More than 90 days' }] })
  })
  it('has bands that sum to the whole', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 1000n }), fc.integer({ min: 0, max: 200 })), { minLength: 1, maxLength: 12 }), (claims) => {
      const day = (back: number): string => new Date(Date.UTC(2026, 4, 31) - back * 86_400_000).toISOString().slice(0, 10)
      const [one] = backlogOf(claims.map(([amount, back]) => waits('EUR.cash', amount, day(back))), '2026-05-31')
      expect(one?.bands.reduce((sum, { amount }) => sum + amount, 0n)).toBe(one?.amount)
      expect(one?.oldestDays).toBe(Math.max(...claims.map(([, back]) => back)))
    }))
  })
})
