import { describe, expect, it } from 'vitest'
import { accountableFault, charterHolds, charterOverlaps, charterState, charterStates, raciFaults, unfoundedCriteria, type CharterFacts, type RaciLetter, type RaciRow } from './index.ts'

const row = (subject: string, parts: Readonly<Record<string, RaciLetter>>, unitId: string | null = null): RaciRow => ({ subject, decides: true, unitId, parts: Object.entries(parts).map(([party, letter]) => ({ party, letter })) })

const units = [{ id: 'all', name: 'Roads', parentId: null }, { id: 'north', name: 'North', parentId: 'all' }, { id: 'south', name: 'South', parentId: 'all' }]

describe('a matrix of responsibilities', () => {
  it('has exactly one accountable each, and somebody who does it', () => {
    const faults = (...rows: readonly RaciRow[]) => raciFaults(rows, units).map(({ subject, kind }) => `${subject}: ${kind}`)
    expect(faults(row('Gates', { PMO: 'AR', Board: 'I' }), row('Reports', { PMO: 'R', Finance: 'A' }))).toEqual([])
    expect(faults(row('Gates', { PMO: 'R', Board: 'C' }))).toEqual(['Gates: none_accountable'])
    expect(faults(row('Gates', { PMO: 'AR', Board: 'A' }))).toEqual(['Gates: several_accountable'])
    expect(faults(row('Gates', { Board: 'A' }))).toEqual(['Gates: none_responsible'])
    // The same subject in another unit is another row.
    expect(faults(row('Gates', { PMO: 'AR' }), row(' gates', { PMO: 'AR' }), row('Gates', { PMO: 'AR' }, 'north'))).toEqual([' gates: twice'])
  })
  it('is not signed where two are accountable in two rows; who does it may still be open', () => {
    expect(accountableFault([row('Gates', { PMO: 'AR' }), row('gates', { Board: 'AR' })], units)).toEqual({ subject: 'gates', kind: 'twice', parties: ['PMO', 'Board'] })
    expect(accountableFault([row('Gates', { Board: 'A' })], units)).toBeUndefined()
  })
  it('has not two for one unit either: what is said of a unit holds for all beneath it', () => {
    const named = (one: string | null, other: string | null, party = 'Board') => accountableFault([row('Gates', { PMO: 'AR' }, one), row('Gates', { [party]: 'AR' }, other)], units)
    expect(named(null, 'north')).toEqual({ subject: 'Gates', kind: 'several_accountable', parties: ['PMO', 'Board'] })
    expect(raciFaults([row('Gates', { PMO: 'R' }), row('Gates', { PMO: 'AR' }, 'north')], units).map(({ kind }) => kind)).toEqual(['none_accountable'])
    expect([named('north', 'all')?.kind, named('north', 'south'), named(null, 'north', 'pmo ')]).toEqual(['several_accountable', undefined, undefined])
  })
})

describe('overlaps of bodies', () => {
  const charter = (body: string, ...rows: readonly RaciRow[]): CharterFacts => ({ id: body, body, rows })
  const told = (...charters: readonly CharterFacts[]) => charterOverlaps(charters, units).map(({ subject, bodies, conflict }) => [subject, ...bodies, conflict])
  it('are subjects that two have both in writing; where they name another as accountable they conflict, and stand first', () => {
    expect(told(charter('PMO', row('Budget', { CFO: 'A', PMO: 'R' }), row('Gates', { PMO: 'AR' })), charter('Board', row('budget', { 'cfo ': 'A' }), row('GATES', { Board: 'A' }), row('Hiring', { Board: 'AR' })))).toEqual([['Gates', 'PMO', 'Board', true], ['Budget', 'PMO', 'Board', false]])
  })
  it('need units of which one holds the other', () => {
    const pairs: readonly (readonly [string | null, string | null, boolean])[] = [[null, 'north', true], ['all', 'north', true], ['north', 'all', true], ['north', 'north', true], ['north', 'south', false]]
    for (const [one, other, meets] of pairs) expect([one, other, told(charter('A', row('Gates', { A: 'AR' }, one)), charter('B', row('Gates', { B: 'AR' }, other))).length > 0]).toEqual([one, other, meets])
  })
})

describe('overlaps of many bodies', () => {
  // Two hundred charters of sixty subjects: row against row would be seventy million comparisons.
  it('are found among the rows of one subject only', () => {
    let read = 0
    const many = Array.from({ length: 200 }, (_, at): CharterFacts => ({ id: `c${at}`, body: `Body ${at}`, rows: Array.from({ length: 60 }, (__, no): RaciRow => ({ ...row('', { PMO: 'AR' }), get subject() { read += 1; return no === 0 && at < 2 ? 'Gates' : `${at} ${no}` } })) }))
    expect(charterOverlaps(many, []).map(({ charterIds }) => charterIds)).toEqual([['c0', 'c1']])
    expect(read).toBeLessThan(200 * 60 * 3)
  })
})

describe('the life of a charter', () => {
  const on = (today: string, more: Partial<Parameters<typeof charterState>[0]> = {}) => charterState({ expiresOn: '2026-12-31', endedOn: null, differs: false, ...more }, today)
  it('ends by itself on the day on which it expires, and is told sixty days before', () => {
    // 60 days before 31 December is 1 November.
    expect([on('2026-10-31'), on('2026-11-01'), on('2026-12-30'), on('2026-12-31')]).toEqual(['signed', 'expiring', 'expiring', 'expired'])
    expect([on('2026-01-01', { expiresOn: null }), on('2026-01-01', { differs: true }), on('2026-01-01', { endedOn: '2026-01-01' }), on('2026-01-01', { endedOn: '2026-01-02' })]).toEqual(['draft', 'changed', 'ended', 'signed'])
    expect(charterStates.filter(charterHolds)).toEqual(['signed', 'changed', 'expiring'])
  })
  it('is renewed only where each criterion is shown to be met', () => {
    const finding = (criterion: string, met: boolean, evidence: string) => ({ criterion, met, evidence })
    expect(unfoundedCriteria(['Used', 'Cheap'], [finding('used', true, 'A survey'), finding('Cheap', true, ' ')])).toEqual(['Cheap'])
    expect(unfoundedCriteria(['Used'], [finding('Used', false, 'A survey')])).toEqual(['Used'])
    expect(unfoundedCriteria([], [])).toEqual([])
  })
})
