import { describe, expect, it } from 'vitest'
import type { Benefit } from '@throughline/contract/value'
import { textCell, type Sheet } from '@throughline/exchange/sheet'
import { readClaimList } from './claim-list.ts'
import { readUnits } from './ledger-amounts.ts'

const benefit = (id: string, name: string, unit: string): Benefit => ({ id, name, unit, initiativeId: 'i', initiative: 'I', ownerId: null, owner: null, measureId: null, measure: null, counted: true, leadsTo: null, adoptionBy: '', version: 1 })
const benefits = [benefit('b1', 'Minutes saved', 'GBP.noncash'), benefit('b2', 'Hours saved', 'hour'), benefit('b3', 'Twice', 'GBP.cash'), benefit('b4', 'twice', 'GBP.cash')]
const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'claims', rows: rows.map((row) => row.map(textCell)) })

describe('claims of a file', () => {
  it('are read in the unit of their benefit, whatever the order of the columns', () => {
    const { claims, issues } = readClaimList(sheet([''], ['Period', 'Amount', 'Benefit', 'Evidence', 'Up to cap'], ['2026-10', '1,250.50', 'minutes saved', 'Calls', 'yes'], ['', '', '', '', ''], ['2026-11', '120', 'b2', '', '']), { benefits, readUnits })
    expect(issues).toEqual([])
    expect(claims.map(({ line, benefit: { id }, period, amount, evidence, upToCap }) => [line, id, period, amount, evidence, upToCap])).toEqual([[3, 'b1', '2026-10', '125050', 'Calls', true], [5, 'b2', '2026-11', '120', '', false]])
  })

  it('name the lines that cannot be read, and leave the others', () => {
    const { claims, issues } = readClaimList(sheet(['Benefit', 'Period', 'Amount'], ['Nothing such', '2026-10', '1'], ['Twice', '2026-10', '1'], ['Minutes saved', 'next month', '1'], ['Minutes saved', '2026-10', 'lots'], ['Hours saved', '2026-10', '1.5'], ['Hours saved', '2026-10', '2']), { benefits, readUnits })
    expect(claims.map(({ line }) => line)).toEqual([7])
    expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, 'Nothing such'], [3, '2 benefits named Twice'], [4, 'next month'], [5, 'lots'], [6, '1.5']])
  })

  it('need their headings', () => {
    expect(readClaimList(sheet(['Benefit', 'Sum'], ['Minutes saved', '1']), { benefits, readUnits })).toMatchObject({ claims: [], issues: [{ line: 1, found: 'Benefit, Sum' }] })
    expect(readClaimList(sheet(), { benefits, readUnits }).issues).toMatchObject([{ line: 1, found: 'nothing' }])
  })
})
