import { describe, expect, it } from 'vitest'
import { readCsv } from '../csv/index.ts'
import { readMethods } from './index.ts'

const read = (text: string) => {
  const file = readCsv(new TextEncoder().encode(text), 'methods.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return readMethods(file.value.sheet)
}
const head = 'Name,Kind,When to use,When not,Steps,Examples,Themes,Templates\n'

describe('items of a file', () => {
  it('stand one in each row, what is left out as nothing', () => {
    const { items, issues } = read(`Our methods\n${head}Pre-mortem,Technique,Before approval,In a crisis,Imagine it failed,Harbour; Bridge,risk;planning,https://example.org/forms/pre-mortem.docx?v=2\nKanban board,tool,Work that flows,,,,,\n`)
    expect(issues).toEqual([])
    expect(items).toEqual([
      { name: 'Pre-mortem', kind: 'technique', whenToUse: 'Before approval', whenNot: 'In a crisis', guidance: 'Imagine it failed', examples: ['Harbour', 'Bridge'], themes: ['risk', 'planning'], templates: [{ name: 'pre-mortem.docx', link: 'https://example.org/forms/pre-mortem.docx?v=2', text: '' }] },
      { name: 'Kanban board', kind: 'tool', whenToUse: 'Work that flows', whenNot: '', guidance: '', examples: [], themes: [], templates: [] },
    ])
  })
  it('that cannot be read are named, and the others stand', () => {
    const { items, issues } = read(`${head}A,way,,,,,,\nB,tool,When it rains,,,,,file:///etc\nC,tool,Always,,,,,\n`)
    expect(items.map(({ name }) => name)).toEqual(['C'])
    expect(issues.map(({ line, column, found }) => [line, column, found])).toEqual([[2, 'Kind', 'way'], [2, 'When to use', 'nothing'], [3, 'Templates', 'file:///etc']])
  })
  it('of another sheet are not recognised, and it is said what would be', () => expect(read('Project,Cost\nRoad,5\n')).toMatchObject({ items: [], issues: [{ line: 1, found: 'Project, Cost' }] }))
})
