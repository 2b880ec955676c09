import { describe, expect, it } from 'vitest'
import { readCsv } from '../csv/index.ts'
import { readDefinitions } from './index.ts'

const read = (text: string) => {
  const file = readCsv(new TextEncoder().encode(text), 'library.csv')
  if (!file.ok) throw new Error(file.refusal.code)
  return readDefinitions(file.value.sheet)
}
const head = 'Name,Formula,Unit,Direction,Aggregation,Frequency,Tells of,Leading,Meaning,Gaming risk,Watch,Source,Patterns\n'

describe('definitions of a file', () => {
  it('stand one in each row, what is left out as usual', () => {
    const { definitions, issues } = read(`Our measures\n${head}Calls answered,calls answered ÷ calls,percent,higher,ratio,month,output,yes,How many,Short calls,Calls again,ITIL,calls; answer\nDays open,median days,Day,lower,,,Outcome,,,,,,\n`)
    expect(issues).toEqual([])
    expect(definitions).toEqual([
      { name: 'Calls answered', calculation: 'calls answered ÷ calls', unit: 'percent', direction: 'higher', aggregation: 'ratio', frequency: 'month', tellsOf: 'output', leading: true, perspective: null, meaning: 'How many', gamingRisk: 'Short calls', watch: 'Calls again', source: 'ITIL', patterns: ['calls', 'answer'] },
      { name: 'Days open', calculation: 'median days', unit: 'day', direction: 'lower', aggregation: 'stock', frequency: 'quarter', tellsOf: 'outcome', leading: false, perspective: null, meaning: '', gamingRisk: '', watch: '', source: '', patterns: [] },
    ])
  })
  it('that cannot be read are named, and the others stand', () => {
    const { definitions, issues } = read(`${head}A,a,parsec,up,,,output,,,,,,\n,b,count,higher,,,result,,,,,,\nC,c,count,higher,,,output,,,,,,\n`)
    expect(definitions.map(({ name }) => name)).toEqual(['C'])
    expect(issues.map(({ line, column, found }) => [line, column, found])).toEqual([[2, 'Unit', 'parsec'], [2, 'Direction', 'up'], [3, 'Tells of', 'result'], [3, 'Name', 'nothing']])
  })
  it('of another sheet are not recognised, and it is said what would be', () => expect(read('Project,Cost\nRoad,5\n')).toMatchObject({ definitions: [], issues: [{ line: 1, found: 'Project, Cost' }] }))
})
