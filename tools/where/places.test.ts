import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../host/places.mjs'
import { answer, ways } from './places.ts'

it('names the files of a room', () => {
  expect(answer('act', 'value', 'realise-benefit')).toContain('packages/server/src/value/acts/realise-benefit.ts')
  expect(answer('act', 'value', 'realise-benefit')).not.toMatch(/<room>|<name>/)
})

it('has no answer to what it does not know', () => {
  expect(answer('widget')).toBeUndefined()
})

it('names registries that exist', () => {
  const registries = ways.flatMap((way) => way.steps).map((step) => step.split(':')[0] ?? '').filter((path) => !path.includes('<') && path.endsWith('.ts'))
  expect(registries.length).toBeGreaterThan(0)
  expect(registries.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
