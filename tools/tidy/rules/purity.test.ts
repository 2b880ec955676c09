import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { purityRule } from './purity.ts'

const found = (path: string, text: string): readonly string[] => purityRule.check(treeOf({ [path]: text })).map((breach) => breach.found)
const inside = 'packages/engine/src/value/attain.ts'

it.each(['const t = Date.now()', 'new Date(2024)', 'Math.random() < p', 'x.toLocaleString()', 'new Intl.NumberFormat()', 'process.env', "await fetch('x')", 'a.localeCompare(b)', '`${Date.now()}`'])('finds %s', (text) => {
  expect(found(inside, text)).toHaveLength(1)
})

it('does not mind the words in comments, strings or other storeys', () => {
  expect(found(inside, "// Date.now\nconst say = 'Math.random'\nconst processed = fetched(1)")).toEqual([])
  expect(found('packages/server/src/clock.ts', 'Date.now()')).toEqual([])
  expect(found('packages/engine/src/kernel/civil.test.ts', 'new Date(0)')).toEqual([])
})

it('keeps solve to arithmetic that is the same everywhere', () => {
  expect(found('packages/engine/src/solve/binary/search.ts', 'Math.exp(-d) + x ** k + 2 ** -52 + Math.sqrt(2) + Math.max(1, 2)')).toEqual(['Math.exp', '**'])
  expect(found('packages/engine/src/demand/discount.ts', 'Math.pow(1 + rate, year)')).toEqual([])
})
