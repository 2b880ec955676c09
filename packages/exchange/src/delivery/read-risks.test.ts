import { describe, expect, it } from 'vitest'
import { textCell, type Sheet } from '../sheet/index.ts'
import { readRisks } from './index.ts'

const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Risks', rows: rows.map((row) => row.map(textCell)) })

describe('a register of risks', () => {
  it('is read by its headings, units and words; what is not read is said', () => {
    const { rows, fields, issues } = readRisks(sheet(['Register of the bridge'], ['Risk ID', 'Risk', 'Type', 'Likelihood', 'Impact (£k)', 'Impact low', 'Proximity', 'Owner', 'Response', 'Mitigation', 'Due date', 'Status', 'Score'], ['7', 'Flood', 'Threat', '30 %', '1,200', '£500,000', '31/12/2026', 'Ada', 'Mitigate', 'Pump', '2026-10-01', 'Open', '12'], ['8', 'Cheap steel', 'Opportunity', '', '', '', '', '', '', '', '', '', '']), 'GBP')
    expect(issues).toEqual([])
    expect(rows).toEqual([
      { line: 3, key: '7', title: 'Flood', kind: 'threat', probability: 0.3, impactMinor: 120_000_000n, impactLowMinor: 50_000_000n, proximityOn: '2026-12-31', owner: 'Ada', strategy: 'reduce', actions: 'Pump', dueOn: '2026-10-01', state: 'open' },
      { line: 4, key: '8', title: 'Cheap steel', kind: 'opportunity', probability: null, impactMinor: null, impactLowMinor: null, proximityOn: null, owner: null, strategy: null, actions: null, dueOn: null, state: null },
    ])
    expect(fields.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual(['Score'])
  })
  it('in words such as High says no share: the column is not read, and the rest of it is', () => {
    const { rows, fields, issues } = readRisks(sheet(['Ref', 'Title', 'Probability', 'Impact'], ['1', 'Flood', 'High', 'Very high'], ['2', 'Fire', 'Low', '']), 'GBP')
    expect([issues, rows]).toEqual([[], [{ line: 2, key: '1', title: 'Flood' }, { line: 3, key: '2', title: 'Fire' }]])
    expect(fields.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual(['Probability', 'Impact'])
  })
  it('takes a share below a heading in percent', () => {
    expect(readRisks(sheet(['Key', 'Title', 'Probability (%)'], ['1', 'Flood', '30'], ['2', 'Fire', '2,5']), 'EUR').rows.map(({ probability }) => probability)).toEqual([0.3, 0.025])
  })
  it('names each cell that cannot be read by its line, with what was expected', () => {
    const { rows, issues } = readRisks(sheet(['Key', 'Title', 'Probability', 'Impact', 'Proximity', 'Strategy', 'Status'], ['1', 'A', '30', '', '', '', ''], ['2', 'B', 'High', '', '', '', ''], ['3', 'C', '', 'USD 5', '', '', ''], ['4', 'D', '', '', '03/04/2027', '', ''], ['5', 'E', '', '', '', 'pray', ''], ['', 'F', '', '', '', '', ''], ['7', 'G', '0.5', '5', '', '', 'perhaps'], ['8', 'H', '0.5', '7', '', '', 'closed']), 'GBP')
    expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, 'probability: 30'], [3, 'probability: High'], [4, 'most likely impact: USD 5'], [5, 'proximity: 03/04/2027'], [6, 'response: pray'], [7, 'key: nothing'], [8, 'state: perhaps']])
    expect(rows.map(({ key, impactMinor, state }) => [key, impactMinor, state])).toEqual([['8', 700n, 'closed']])
    expect(readRisks(sheet(['a', 'b']), 'GBP').issues[0]?.expected).toContain('Key and Title are needed')
  })
})
