import { describe, expect, it } from 'vitest'
import { textCell, type Sheet } from '../sheet/index.ts'
import { readTasks } from './index.ts'

const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Work', rows: rows.map((row) => row.map(textCell)) })

describe('a list of work', () => {
  it('of an issue tracker is read by its headings; what is not read is said', () => {
    const { rows, fields, issues } = readTasks(sheet(['Board export'], ['Issue Type', 'Issue key', 'Summary', 'Assignee', 'Status', 'Parent key', 'Due date', 'Resolved', 'Sprint'], ['Story', 'PAY-7', 'Pay by card', 'Ada', 'Done', 'PAY-1', '02/Mar/2026 8:00 AM', '2026-03-01', '12'], ['Epic', 'PAY-1', 'Payments', '', 'To Do', '', '', '', '']))
    expect(issues).toEqual([])
    expect(rows).toEqual([
      { line: 3, key: 'PAY-7', name: 'Pay by card', wbs: undefined, kind: 'task', parent: 'PAY-1', owner: 'Ada', state: 'done', startOn: undefined, finishOn: '2026-03-02', finishedOn: '2026-03-01', link: undefined, enables: undefined },
      { line: 4, key: 'PAY-1', name: 'Payments', wbs: undefined, kind: 'summary', parent: null, owner: null, state: 'not_started', startOn: undefined, finishOn: null, finishedOn: null, link: undefined, enables: undefined },
    ])
    expect(fields.filter(({ field }) => field === null).map(({ heading }) => heading)).toEqual(['Sprint'])
  })
  it('of a planning tool is read by its flags, its percentage and its codes', () => {
    const { rows, issues } = readTasks(sheet(['ID', 'Unique ID', 'WBS', 'Name', 'Summary', 'Milestone', '% Complete', 'Start', 'Finish', 'Actual Finish'], ['1', '14', '1', 'Build', 'Yes', 'No', '40%', 'Mon 30/03/26 08:00', 'Fri 30/10/26 17:00', 'NA'], ['2', '15', '1.1', 'Ready', 'No', 'Yes', '0', '2026-10-30', '2026-10-30', 'NA']))
    expect(issues).toEqual([])
    expect(rows.map(({ key, wbs, kind, state, startOn, finishOn, finishedOn }) => [key, wbs, kind, state, startOn, finishOn, finishedOn])).toEqual([['14', '1', 'summary', 'in_progress', '2026-03-30', '2026-10-30', null], ['15', '1.1', 'milestone', 'not_started', '2026-10-30', '2026-10-30', null]])
  })
  it('starts with the first day of a month and finishes with its last', () => {
    expect(readTasks(sheet(['Key', 'Name', 'Start', 'Due'], ['A', 'Plan', 'Mar 2026', 'June 2026'])).rows).toMatchObject([{ startOn: '2026-03-01', finishOn: '2026-06-30' }])
  })
  it('names what cannot be read, and guesses no date', () => {
    const { rows, issues } = readTasks(sheet(['Key', 'Name', 'State', 'Due', 'Milestone'], ['A', 'Plan', 'somehow', '', ''], ['B', 'Build', 'open', '03/04/2027', ''], ['', 'Nameless', '', '', ''], ['C', 'Test', '', '', 'perhaps'], ['D', 'x'.repeat(301)], ['E', 'Go', 'in review', '', 'no']))
    expect(rows.map(({ key, state, kind }) => [key, state, kind])).toEqual([['E', 'in_progress', undefined]])
    expect(issues.map(({ line, found }) => [line, found])).toEqual([[2, 'somehow'], [3, '03/04/2027'], [4, 'nothing'], [5, 'perhaps'], [6, `${'x'.repeat(60)}…`]])
    expect(readTasks(sheet(['a', 'b'])).issues[0]?.expected).toContain('Key and one of the first three')
  })
})
