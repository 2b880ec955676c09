import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { problemsRule } from './problems.ts'

const path = 'packages/contract/src/value/problems.ts'
const row = (code: string, title: string): string => `  ${code}: { status: 422, title: '${title}', words: 'Found {found}.', exit: 65 },\n`
const table = (rows: string): string => `export const valueProblems = {\n${rows}} as const satisfies Record<ValueRefusal['code'], ProblemKind>`
const found = (entries: Readonly<Record<string, string>>): readonly string[] => problemsRule.check(treeOf(entries)).map((breach) => breach.found)

it('lets a complete table be', () => {
  expect(found({ [path]: table(row('year_in_future', 'The year lies ahead')) })).toEqual([])
})

it('finds a table that the compiler does not complete, and rows without words', () => {
  expect(found({ [path]: 'export const valueProblems = {}' })).toEqual(['no table that covers its refusals'])
  expect(found({ [path]: table(row('year_in_future', '')) })).toEqual(["title: ''"])
})

it('finds a code that means two things', () => {
  const other = 'packages/contract/src/demand/problems.ts'
  expect(found({ [path]: table(row('key_taken', 'Taken')), [other]: table(row('key_taken', 'Taken too')) })).toEqual(['the code key_taken a second time'])
})
