import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { writesRule } from './writes.ts'

const found = (path: string, text: string): number => writesRule.check(treeOf({ [path]: text })).length

it('lets acts write, and the function be defined', () => {
  expect(found('packages/server/src/value/acts/realise-benefit.ts', 'return writeAs(who, async (tx) => {})')).toBe(0)
  expect(found('packages/server/src/database/write-as.ts', 'export async function writeAs<T>(who: Who) {}')).toBe(0)
})

it('finds a write from anywhere else', () => {
  expect(found('packages/server/src/value/routes.ts', 'await writeAs(who, run)')).toBe(1)
  expect(found('packages/server/src/value/store.ts', 'await writeAs<Entry>(who, run)')).toBe(1)
})
