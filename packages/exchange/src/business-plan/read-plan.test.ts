import { expect, it } from 'vitest'
import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { textCell, type Sheet } from '../sheet/index.ts'
import { readPlan, type PlanSetting } from './index.ts'

const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Plan', rows: rows.map((row) => row.map(textCell)) })
const setting: PlanSetting = { calendar: ukFiscalCalendar, currency: 'GBP', periods: [{ code: '2027-Q1', name: 'First quarter', from: '2027-01-01', to: '2027-04-01' }] }

it('reads lines with their periods, below a title and in any order of columns', () => {
  const { rows, issues } = readPlan(sheet(['Plan of the board'], ['Kind', 'Line', 'Period', 'Baseline', 'Planned', 'Department', 'Currency'], ['Cost', 'Call  centre', '2027-28', '£1,000,000', '800000.50', 'Operations', ''], ['FTE', 'Agents', '2027-Q1', '40', '34', '', ''], ['Capital expenditure', 'Sites', 'first quarter', '', '7', '', 'EUR.noncash']), setting)
  expect(issues).toEqual([])
  expect(rows).toEqual([
    { line: 3, name: 'Call centre', kind: 'cost', department: 'Operations', unit: 'GBP.cash', from: '2027-04-01', to: '2028-04-01', baseline: '100000000', planned: '80000050' },
    { line: 4, name: 'Agents', kind: 'headcount', department: null, unit: 'people', from: '2027-01-01', to: '2027-04-01', baseline: '40', planned: '34' },
    { line: 5, name: 'Sites', kind: 'capital_expenditure', department: null, unit: 'EUR.noncash', from: '2027-01-01', to: '2027-04-01', baseline: null, planned: '700' },
  ])
})

it('takes days from and until, the last one included, and a year where it is a calendar year', () => {
  const days = readPlan(sheet(['Line', 'Kind', 'From', 'To', 'Plan'], ['Rent', 'cost', '2027-01-01', '2027-12-31', '5']), setting)
  expect(days.rows.map(({ from, to }) => [from, to])).toEqual([['2027-01-01', '2028-01-01']])
  // A month and a year that stand in these columns are meant from their first day until their last.
  const wholes = readPlan(sheet(['Line', 'Kind', 'From', 'To', 'Plan'], ['Rent', 'cost', 'Jan 2027', 'Mar 2027', '5'], ['Rent', 'cost', '2028', '2028', '5']), setting)
  expect(wholes.rows.map(({ from, to }) => [from, to])).toEqual([['2027-01-01', '2027-04-01'], ['2028-01-01', '2029-01-01']])
  expect(readPlan(sheet(['Line', 'Kind', 'Year', 'Plan'], ['Rent', 'cost', '2027', '5']), { ...setting, calendar: { startMonth: 1, startDay: 1, label: 'start' } }).rows[0]?.to).toBe('2028-01-01')
})

it('names a period that never ends, written or as a day of the sheet', () => {
  const days = (last: string) => ({ name: 'Plan', rows: [['Line', 'Kind', 'From', 'To', 'Plan'].map(textCell), [textCell('Rent'), textCell('cost'), { text: '2027-01-01', date: '2027-01-01' }, { text: last, date: last }, textCell('5')]] })
  for (const last of ['9999-12-31', '2900-01-01']) expect([readPlan(days(last), setting).rows, readPlan(days(last), setting).issues.map(({ found }) => found)]).toEqual([[], [`2027-01-01 ${last}`]])
  expect(readPlan(days('2027-12-31'), setting).rows).toHaveLength(1)
})

it('names what cannot be read, and reads no scale into an amount', () => {
  const { rows, issues } = readPlan(sheet(['Line', 'Kind', 'Period', 'Planned', 'Currency'], ['', 'cost', '2027-28', '1', ''], ['A', 'profit', '2027-28', '1', ''], ['B', 'cost', 'soon', '1', ''], ['C', 'cost', '2027', '1', ''], ['D', 'cost', '2027-28', '1.5m', ''], ['E', 'headcount', '2027-28', '3.5', ''], ['F', 'cost', '2027-28', '1', 'hour'], ['G', 'cost', '2027-28', '€5', ''], ['H', 'headcount', '2027-28', '34', 'GBP'], ['I', 'constructor', '2027-28', '1', '']), setting)
  expect(rows).toEqual([])
  expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, 'nothing'], [3, 'profit'], [4, 'soon'], [5, '2027'], [6, '1.5m'], [7, '3.5'], [8, 'hour'], [9, '€5'], [10, 'GBP'], [11, 'constructor']])
  expect(readPlan(sheet(['a', 'b']), setting).issues[0]?.expected).toContain('Line, Kind')
})
