import { expect, it } from 'vitest'
import { textCell, type Sheet } from '../sheet/index.ts'
import { readNetwork } from './index.ts'

const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Network', rows: rows.map((row) => row.map(textCell)) })

it('reads nodes with what they lead to, in any order of columns, below a title', () => {
  const { rows, issues } = readNetwork(sheet(['Our network'], ['Name', 'Leads to', 'Kind', 'Due', 'Share', 'Lag (months)'], ['Order online', 'Fewer calls; Shorter waits', 'Business change', '2027-03-31', '60 %', '3'], ['', '', ''], ['Portal', 'Order online', 'Deliverable']))
  expect(issues).toEqual([])
  expect(rows).toMatchObject([{ line: 3, kind: 'Business change', name: 'Order online', dueOn: '2027-03-31', startsOn: null, leadsTo: ['Fewer calls', 'Shorter waits'], share: 60, lagMonths: 3, owner: null }, { line: 5, name: 'Portal', share: null }])
})

it('starts with the first day of a month and is due by its last', () => {
  expect(readNetwork(sheet(['Name', 'Leads to', 'Kind', 'Starts', 'Due'], ['Training', '', 'Enabling change', 'Mar 2027', 'June 2027'])).rows).toMatchObject([{ startsOn: '2027-03-01', dueOn: '2027-06-30' }])
})

it('names what cannot be read, and guesses no date', () => {
  const { rows, issues } = readNetwork(sheet(['Kind', 'Name', 'Due', 'Share'], ['Driver', 'Law', '03/04/2027'], ['Driver', 'Cost', '', '140'], ['Driver', 'Age', 'soon'], ['Driver', 'Fit']))
  expect(rows.map(({ name }) => name)).toEqual(['Fit'])
  expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, '03/04/2027'], [3, '140'], [4, 'soon']])
  expect(readNetwork(sheet(['a', 'b'])).issues[0]?.expected).toContain('Kind, Name')
})
