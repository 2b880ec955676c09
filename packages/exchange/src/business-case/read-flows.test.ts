import { expect, it } from 'vitest'
import { readCsv } from '../csv/index.ts'
import { readFlows } from './index.ts'

const read = (text: string, option?: string) => {
  const file = readCsv(new TextEncoder().encode(text), 'flows.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return readFlows(file.value.sheet, { currency: 'GBP', option })
}

it('reads lines by year with their kind, range and source, and passes over sums', () => {
  const { lines, issues } = read('Line\tKind\tSource\tLow %\tHigh %\t2026/27\tFY2028\nBridge\tCapex\tTender\t-10\t30%\t1,000.50\t\nTolls\tcashable benefit\t\t\t\t\t£250\nNoise\tDisbenefit\t\t\t\t\t(20)\nTotal\t\t\t\t\t1000.50\t230\n')
  expect(issues).toEqual([])
  expect(lines.map(({ name, kind, amounts, range, source }) => [name, kind, amounts, range, source])).toEqual([
    ['Bridge', 'capital_cost', [{ year: 2026, minor: '100050' }], { low: -10, high: 30 }, 'Tender'], ['Tolls', 'cashable', [{ year: 2028, minor: '25000' }], null, ''], ['Noise', 'disbenefit', [{ year: 2028, minor: '-2000' }], null, ''],
  ])
})
it('names what it cannot read and leaves it out: another kind, an amount in millions, another currency, a line a second time', () => {
  const { lines, issues } = read('Line,Kind,2027\nA,Sales,1\nB,Capex,1m\nC,Capex,€5\nD,Capex,5\nd,Opex,6\n')
  expect([lines.map(({ name }) => name), issues.map(({ line, found }) => [line, found])]).toEqual([['D'], [[2, 'Sales'], [3, '2027: 1m'], [4, '2027: €5'], [6, 'd a second time']]])
  expect(read('Line,Kind,Low %,High %,2027\nA,Capex,-10,,1\n')).toEqual({ lines: [], issues: [{ line: 2, found: 'Low -10 % without High', expected: 'both ends of a range, or none' }] })
  expect(read('Name,2027\nA,1\n').issues[0]?.expected).toContain('the headings Line, Kind')
})
it('takes the lines of one option where there is a column for it', () => expect(read('Option,Line,Kind,2027\nBuild,A,Capex,1\nPatch,B,Opex,2\n', 'patch').lines.map(({ name }) => name)).toEqual(['B']))
