import { describe, expect, it } from 'vitest'
import type { Capacity } from '@throughline/contract/capacity'
import { readCsv } from '@throughline/exchange/csv'
import { known, missing } from '@throughline/engine/kernel'
import { readCapacityTable } from './table.ts'

const pool = (id: string, name: string, version: number) => ({ pool: { id, name, unit: 'hour' as const, owner: null, skills: [], people: known(5), rate: missing('price'), overload: { percent: null, price: missing('price') }, version }, cells: [] })
const known2: Pick<Capacity, 'pools' | 'periods'> = { pools: [pool('a', 'Data engineers', 3), pool('b', 'Architects', 1)], periods: [{ from: '2027-04-01', to: '2027-07-01', label: 'Q1 2027-28' }, { from: '2027-07-01', to: '2027-10-01', label: 'Q2 2027-28' }] }
const read = (text: string) => {
  const file = readCsv(new TextEncoder().encode(text), 'capacity.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return readCapacityTable(file.value.sheet, known2)
}

describe('a table of capacities', () => {
  it('has pools down and periods across; an empty cell says nothing, a dash takes back', () => {
    expect(read('Pool,Q1 2027-28,2027-07-01\ndata engineers,"1,200",\nArchitects,7.5,-\n')).toEqual([
      { id: 'a', version: 3, lines: [{ on: '2027-04-01', amount: '1200' }] }, { id: 'b', version: 1, lines: [{ on: '2027-04-01', amount: '7.5' }, { on: '2027-07-01', amount: null }] },
    ])
  })
  it('that names what is not there is refused with all of it', () => {
    expect(() => read('Pool,Q9\nPainters,5\nArchitects,many\n')).toThrow('Found period Q9; pool Painters; expected')
    expect(() => read('Pool,Q1 2027-28\nArchitects,many\n')).toThrow('Found many for Architects')
  })
})
