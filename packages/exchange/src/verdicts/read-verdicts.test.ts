import { describe, expect, it } from 'vitest'
import { readCsv } from '../csv/index.ts'
import { readVerdicts } from './index.ts'

const read = (text: string) => {
  const file = readCsv(new TextEncoder().encode(text), 'verdicts.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return readVerdicts(file.value.sheet)
}

describe('verdicts of a file', () => {
  it('stand below their headings, with who judged and an alignment that is stated', () => {
    expect(read('Of 2019\nProject,Intent met,Intent reason,Goals,Goals reason,Judged by,Alignment,Source\nHarbour,yes,It opened,Partly met,A year late,Review board,0.4,Case of 2014\nDock,Not met,Nobody uses it,,,,,\n')).toEqual({
      found: true, issues: [],
      rows: [
        { line: 3, initiative: 'Harbour', intent: { verdict: 'met', reason: 'It opened' }, goal: { verdict: 'partly', reason: 'A year late' }, judge: 'Review board', stated: { score: 0.4, source: 'Case of 2014' } },
        { line: 4, initiative: 'Dock', intent: { verdict: 'not_met', reason: 'Nobody uses it' }, goal: { verdict: 'not_judged', reason: 'Left blank in the file' }, judge: '', stated: null },
      ],
    })
  })
  it('that cannot be read are named, and the others stand', () => {
    const { rows, issues } = read('Initiative,Intent,Intent reason,Goals,Alignment,Source\nA,great,x,-,,\nB,met,,-,,\nC,met,It did,-,7,Old list\nD,met,It did,-,0.2,\n,met,It did,-,,\nE,met,It did,-,−0.5,Old list\n')
    expect(rows.map(({ initiative, stated }) => [initiative, stated?.score])).toEqual([['E', -0.5]])
    expect(issues).toEqual([
      { line: 2, column: 'Intent', found: 'great', expected: 'met, partly, not met or not judged' },
      { line: 3, column: 'Intent reason', found: 'nothing', expected: 'a reason' },
      { line: 4, column: 'Alignment', found: '7', expected: 'a number from −1 to 1' },
      { line: 5, column: 'Source', found: 'nothing', expected: 'where the stated alignment comes from' },
      { line: 6, column: 'Initiative', found: 'nothing', expected: 'the name, key or id of an initiative' },
    ])
  })
  it('of another sheet are not recognised, and it is said what would be', () => expect(read('Measure,Date\nCalls,2025\n')).toMatchObject({ found: false, rows: [], issues: [{ line: 1, found: 'Measure, Date' }] }))
})
