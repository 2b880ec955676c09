import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchRows, nameKey, type KnownProject } from '../index.ts'

const row = (number: number, name: string, publishedId?: string) => ({ number, name, ...(publishedId === undefined ? {} : { publishedId }) })
const how = (rows: ReturnType<typeof row>[], existing: readonly KnownProject[]) => matchRows(rows, existing).map((match) => [match.how, match.existingKey])

describe('names', () => {
  it.each([
    ['Thameslink Programme', 'Thameslink'], ['Intercity Express Programme (IEP)', 'InterCity Express Programme'], ['Search & Rescue Helicopters', 'Search and Rescue Helicopters'],
    ['100,000 Genomes Project', '100000 Genomes Project'], ['HS2 Phase1', 'HS2 Phase 1'], ['Tax-Free Childcare', 'Tax Free Childcare'], ['GOV.UK Verify', 'GOV UK Verify'],
  ])('%s = %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)))
  it.each([['HS2 Phase 2a', 'HS2 Phase 2b'], ['PSBP 1', 'PSBP 2'], ['Prison Expiry Tranche 1', 'Prison Expiry Tranche 2']])('%s ≠ %s', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)))
})

describe('matching rows to known projects', () => {
  const known: readonly KnownProject[] = [{ key: 'a', publishedId: 'X1', names: ['Alpha'] }, { key: 'b', names: ['Urenco Future Options'] }, { key: 'c', names: ['Gamma Programme', 'Gamma 2'] }]
  it('goes by id, then name, then former name', () => {
    expect(how([row(1, 'Renamed', 'x1'), row(2, 'Project Eagle (formerly Urenco Future Options)'), row(3, 'GAMMA'), row(4, 'Delta')], known)).toEqual([['same_id', 'a'], ['former_name', 'b'], ['same_name', 'c'], ['new', undefined]])
  })
  it('never links a name against an id, and lists the conflict', () => {
    expect(matchRows([row(1, 'Alpha', 'X9')], known)).toEqual([{ number: 1, how: 'new', existingKey: undefined, conflicts: ['a'], similar: [] }])
  })
  it('lists a name that points elsewhere than the id', () => {
    expect(matchRows([row(1, 'Gamma', 'X1')], known)[0]).toMatchObject({ how: 'same_id', existingKey: 'a', conflicts: ['c'] })
  })
  it('claims a project once and does not guess between two', () => {
    expect(how([row(1, 'Alpha'), row(2, 'Alpha Project')], known)).toEqual([['same_name', 'a'], ['new', undefined]])
    expect(matchRows([row(1, 'Twin')], [{ key: 't1', names: ['Twin'] }, { key: 't2', names: ['Twin Project'] }])[0]).toMatchObject({ how: 'new', conflicts: ['t1', 't2'] })
  })
  it('suggests similar names without linking them', () => {
    expect(matchRows([row(1, 'Armed Forces Recruiting Service')], [{ key: 'r', names: ['Armed Forces Recruiting'] }])[0]).toMatchObject({ how: 'new', similar: ['r'] })
  })
  it('law: no project is claimed twice, and the order of known projects changes nothing', () => {
    const name = fc.constantFrom('Alpha', 'Alpha Programme', 'Beta', 'Gamma (formerly Beta)', 'Gamma', 'Delta')
    const id = fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined })
    const rows = fc.array(fc.tuple(name, id), { maxLength: 6 }).map((all) => all.map(([text, key], at) => row(at + 1, text, key)))
    const projects = fc.array(fc.tuple(name, id), { maxLength: 6 }).map((all) => all.map(([text, key], at): KnownProject => ({ key: `k${at}`, names: [text], ...(key === undefined ? {} : { publishedId: key }) })))
    fc.assert(fc.property(rows, projects, (read, existing) => {
      const matches = matchRows(read, existing)
      const claims = matches.flatMap((match) => match.existingKey ?? [])
      expect(new Set(claims).size).toBe(claims.length)
      expect(matchRows(read, existing.toReversed()).map((match) => match.existingKey)).toEqual(matches.map((match) => match.existingKey))
    }))
  })
})
