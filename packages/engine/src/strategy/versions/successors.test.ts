import { expect, it } from 'vitest'
import { successorsOf, type Mapping } from './index.ts'

it('follows what was merged and split through one version after another, to what is in force', () => {
  const adopted: readonly (readonly Mapping[])[] = [[{ kind: 'merged', from: ['mail', 'calls'], to: 'service' }, { kind: 'retired', key: 'rivers', weight: [] }], [{ kind: 'split', from: 'service', to: ['online', 'branch'] }]]
  const inForce = new Set(['online', 'branch', 'staff'])
  expect(['mail', 'service', 'staff', 'rivers', 'strange'].map((key) => successorsOf(key, adopted, inForce))).toEqual([['online', 'branch'], ['online', 'branch'], ['staff'], [], []])
  // A later version brought it back: it is itself again.
  expect(successorsOf('mail', adopted, new Set(['mail', 'online']))).toEqual(['mail'])
  expect(successorsOf('calls', adopted, new Set(['branch']))).toEqual(['branch'])
})
