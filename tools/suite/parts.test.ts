import { expect, it } from 'vitest'
import { chooseParts, serverVariable } from './parts.mjs'

const names = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): readonly string[] | string => {
  const parts = chooseParts(args, environment)
  return 'message' in parts ? parts.message : parts.chosen.map((part) => part.name)
}

it('runs everything where nothing is named', () => {
  expect(names([])).toEqual(['types', 'lint', 'tidy', 'licences', 'unit', 'store', 'browser'])
})

it('runs the parts that are named, each once and in the order of the suite', () => {
  expect(names(['store', 'types', 'store'])).toEqual(['types', 'store'])
  expect(names(['tidy'])).toEqual(['tidy', 'licences'])
  expect(names(['check'])).toEqual(['types', 'lint', 'tidy', 'unit'])
})

it('runs the store tests a second time on a server of one’s own', () => {
  expect(names(['store'], { [serverVariable]: 'postgres://localhost/x' })).toEqual(['store', 'server'])
  expect(names(['unit'], { [serverVariable]: 'postgres://localhost/x' })).toEqual(['unit'])
})

it('says which parts there are where one is unknown', () => {
  expect(names(['everything'])).toMatch(/no part "everything".*types, lint, tidy/)
})
