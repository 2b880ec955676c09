import { describe, expect, it } from 'vitest'
import type { WaitingClaim } from '@throughline/contract/value'
import { textCell, type Sheet } from '@throughline/exchange/sheet'
import { readJudgementList } from './judgement-list.ts'
import { readUnits } from './ledger-amounts.ts'

const waits = (benefitId: string, benefit: string, change: Partial<WaitingClaim> = {}): WaitingClaim => ({ benefitId, benefit, initiative: 'I', measure: 'M', period: '2026-10', periodState: 'open', unit: 'GBP.noncash', amount: '18000000', version: 3, claims: [], hindrance: null, ...change })
const waiting = [waits('b1', 'Minutes saved'), waits('b2', 'Hours saved', { unit: 'hour', amount: '120' }), waits('b3', 'Twice'), waits('b4', 'twice')]
const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'decisions', rows: rows.map((row) => row.map(textCell)) })

describe('decisions of a file', () => {
  it('are on all that waits unless an amount is named, and say how it was seen', () => {
    const { judgements, issues } = readJudgementList(sheet(['Decision', 'Period', 'Benefit', 'Amount', 'Sample', 'Reason'], ['verify', '2026-10', 'minutes saved', '', 'Ten days', ''], ['', '', '', '', '', ''], ['Give back', '2026-10', 'b2', '20', 'Ten days', 'Counted twice']), { waiting, readUnits })
    expect(issues).toEqual([])
    expect(judgements.map(({ line, judgement }) => [line, judgement])).toEqual([
      [2, { decision: 'verify', benefitId: 'b1', period: '2026-10', version: 3, amount: '18000000', sample: 'Ten days' }],
      [4, { decision: 'disallow', benefitId: 'b2', period: '2026-10', version: 3, amount: '20', reason: 'Counted twice' }],
    ])
  })

  it('take the sample that is given for all of them', () => expect(readJudgementList(sheet(['Benefit', 'Period', 'Decision'], ['b1', '2026-10', 'yes']), { waiting, readUnits, sample: 'Every tenth bill' }).judgements[0]?.judgement.sample).toBe('Every tenth bill'))

  it('name the lines that cannot be read, and leave the others', () => {
    const { judgements, issues } = readJudgementList(sheet(['Benefit', 'Period', 'Decision', 'Amount'], ['Minutes saved', '2026-11', 'verify', ''], ['Twice', '2026-10', 'verify', ''], ['b1', '2026-10', 'perhaps', ''], ['b2', '2026-10', 'verify', '1.5'], ['b2', '2026-10', 'verify', '1']), { waiting, readUnits })
    expect(judgements.map(({ line }) => line)).toEqual([6])
    expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, 'Minutes saved in 2026-11'], [3, '2 benefits named Twice'], [4, 'perhaps'], [5, '1.5']])
    expect(readJudgementList(sheet(['Benefit']), { waiting, readUnits }).issues).toMatchObject([{ found: 'Benefit' }])
  })
})
