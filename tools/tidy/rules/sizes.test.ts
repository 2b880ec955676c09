import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { sizesRule } from './sizes.ts'

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `const a${index} = ${index}`).join('\n')
const found = (path: string, text: string, listed: Readonly<Record<string, string>> = {}): readonly string[] => sizesRule(listed).check(treeOf({ [path]: text })).map((breach) => breach.found)

it('counts code and nothing else', () => {
  expect(found('packages/engine/src/value/a.ts', `${lines(300)}\n\n// one more\n/* and\nmore */\n`)).toEqual([])
  expect(found('packages/engine/src/value/a.ts', lines(301))).toEqual(['301 code lines'])
})

it('does not measure tests', () => {
  expect(found('packages/engine/src/value/a.test.ts', lines(500))).toEqual([])
})

it('takes an exception with a reason, while it is needed', () => {
  expect(found('packages/engine/src/value/a.ts', lines(301), { 'packages/engine/src/value/a.ts': 'one table of the standard' })).toEqual([])
  expect(found('packages/engine/src/value/a.ts', lines(301), { 'packages/engine/src/value/a.ts': ' ' })).toEqual(['301 code lines'])
  expect(found('packages/engine/src/value/a.ts', lines(3), { 'packages/engine/src/value/a.ts': 'long' })).toEqual(['an exception for packages/engine/src/value/a.ts'])
})
