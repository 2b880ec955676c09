import { describe, expect, it } from 'vitest'
import { readCsv } from '../csv/index.ts'
import { readActuals } from './index.ts'

const read = (text: string) => {
  const file = readCsv(new TextEncoder().encode(text), 'actuals.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return readActuals(file.value.sheet)
}

describe('actuals of a file', () => {
  it('stand in a list, with state and source where given', () => {
    const { layout, rows, issues } = read('Measure,Date,Value,State,Source\nCalls,2025-10-31,"1,200.50",provisional,Desk\nWaiting,Oct 2025,8.2,,\n')
    expect([layout, issues]).toEqual(['list', []])
    expect(rows).toEqual([
      { line: 2, measure: 'Calls', on: '2025-10-31', value: '1200.50', parts: [], state: 'provisional', source: 'Desk', note: '' },
      { line: 3, measure: 'Waiting', on: '2025-10-31', value: '8.2', parts: [], state: 'approved', source: '', note: '' },
    ])
  })
  it('stand across by date, below a title, as a spreadsheet prints them', () => {
    const { layout, rows } = read('Our figures\nMeasure\t2025-09-30\t2025-10-31\nCalls\t10\t12\nShare done\t\t45%\n')
    expect([layout, rows.map(({ measure, on, value }) => [measure, on, value])]).toEqual(['across', [['Calls', '2025-09-30', '10'], ['Calls', '2025-10-31', '12'], ['Share done', '2025-10-31', '45']]])
  })
  it('that cannot be read are named, and the others stand', () => {
    const { rows, issues } = read('KPI,Period,Actual\nCalls,2025-10-31,many\n,2025-10-31,5\nCalls,soon,5\nCalls,2025-11-30,6\n')
    expect(rows.map(({ line }) => line)).toEqual([5])
    expect(issues).toEqual([
      { line: 2, column: 'Actual', found: 'many', expected: 'a number' },
      { line: 3, column: 'KPI', found: 'nothing', expected: 'the name of a measure' },
      { line: 4, column: 'Period', found: 'soon', expected: 'a date, a month, a quarter or a year' },
    ])
  })
  it('whose date reads two ways is not guessed, unless its column decides', () => {
    expect(read('Measure,Date,Value\nCalls,03/04/2025,1\n').issues[0]?.expected).toBe('a date that reads one way: 2025-04-03 or 2025-03-04')
    expect(read('Measure,Date,Value\nCalls,03/04/2025,1\nCalls,25/04/2025,2\n').rows.map(({ on }) => on)).toEqual(['2025-04-03', '2025-04-25'])
  })
  it('of another sheet are not recognised, and it is said what would be', () => expect(read('Project,Cost\nRoad,5\n')).toMatchObject({ layout: 'none', rows: [], issues: [{ line: 1, found: 'Project, Cost' }] }))
  it('come in parts where volume and price are given, several rows of one day as one; the value may be left to them', () => {
    const { rows, issues } = read('Measure,Date,Segment,Volume,Unit value,Value\nSales,2025-10-31,North,120,4.5,\nSales,2025-10-31,South,80,5,940\nCalls,2025-10-31,,400000,0.6,240000\nWaiting,2025-10-31,,,,8.2\n')
    expect(issues).toEqual([])
    expect(rows.map(({ line, value, parts }) => [line, value, parts])).toEqual([
      [2, '940', [{ name: 'North', volume: 120, price: 4.5 }, { name: 'South', volume: 80, price: 5 }]], [4, '240000', [{ name: 'All', volume: 400_000, price: 0.6 }]], [5, '8.2', []],
    ])
    expect(read('Measure,Date,Part,Volume,Price\nSales,2025-10-31,North,120,4.5\n').rows[0]).toMatchObject({ value: null, parts: [{ name: 'North' }] })
  })
  it('whose parts cannot be read, are there twice or stand beside two values are named with their line', () =>
    expect(read('Measure,Date,Part,Volume,Rate,Value\nA,2025-10-31,North,many,1,\nA,2025-10-31,North,1,,\nA,2025-10-31,South,1,1,\nB,2025-10-31,North,1,1,\nB,2025-10-31,North,2,1,\nC,2025-10-31,North,1,1,1\nC,2025-10-31,South,1,1,2\n')).toMatchObject({ rows: [], issues: [
      { line: 2, column: 'Volume', found: 'many', expected: 'a number' }, { line: 3, column: 'Rate', found: 'nothing', expected: 'a number' }, { line: 6, found: 'North', expected: 'each part of B of 2025-10-31 once' }, { line: 7, found: '1', expected: 'one value of C of 2025-10-31 on all rows of its parts' },
    ] }))
})
