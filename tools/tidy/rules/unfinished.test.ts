import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { unfinishedRule } from './unfinished.ts'

const found = (text: string): number => unfinishedRule.check(treeOf({ 'packages/engine/src/value/a.test.ts': text })).length

it.each(["it.only('x', run)", "describe.skip('x', run)", '// TODO later', '/* FIXME */', 'const a = b as any', 'function f(a: any) {}', '// @ts-ignore', 'xit(1)'])('finds %s', (text) => {
  expect(found(text)).toBe(1)
})

it.each(["'as any'", '// as many as any', 'const company: Company = 1', 'list.skipped(1)', 'const anything = 1'])('lets %s be', (text) => {
  expect(found(text)).toBe(0)
})
