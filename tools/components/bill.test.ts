import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../host/places.mjs'
import { billOf, type Lock } from './bill.ts'

const lock: Lock = {
  packages: {
    '': { name: 'house', dependencies: { a: '1' } },
    'packages/server': { name: '@house/server', version: '1.0.0', dependencies: { '@x/b': '2' } },
    'node_modules/@house/server': { link: true },
    'node_modules/a': { version: '1.0.0', license: 'MIT', integrity: 'sha512-AAE=', resolved: 'https://r.example/a.tgz', dependencies: { c: '1' } },
    'node_modules/a/node_modules/c': { version: '1.5.0', license: '(MIT OR Apache-2.0)' },
    'node_modules/@x/b': { version: '2.0.0', optional: true, dependencies: { c: '2', gone: '1' } },
    'node_modules/c': { version: '2.0.0', dev: true },
  },
}

describe('the bill of components', () => {
  it('names each package once, by its address, hash and licence, and what it is needed for', () => {
    expect(billOf(lock, { name: 'house', version: '1.0.0' }).components).toEqual([
      { type: 'library', 'bom-ref': 'pkg:npm/%40x/b@2.0.0', group: '@x', name: 'b', version: '2.0.0', scope: 'optional', purl: 'pkg:npm/%40x/b@2.0.0' },
      { type: 'library', 'bom-ref': 'pkg:npm/a@1.0.0', name: 'a', version: '1.0.0', scope: 'required', purl: 'pkg:npm/a@1.0.0', licenses: [{ license: { id: 'MIT' } }], hashes: [{ alg: 'SHA-512', content: '0001' }], externalReferences: [{ type: 'distribution', url: 'https://r.example/a.tgz' }] },
      { type: 'library', 'bom-ref': 'pkg:npm/c@1.5.0', name: 'c', version: '1.5.0', scope: 'required', purl: 'pkg:npm/c@1.5.0', licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
      { type: 'library', 'bom-ref': 'pkg:npm/c@2.0.0', name: 'c', version: '2.0.0', scope: 'excluded', purl: 'pkg:npm/c@2.0.0' },
    ])
  })

  it('says what needs what, as Node finds it from where it stands; the workspaces are the product', () => {
    expect(billOf(lock, { name: 'house', version: '1.0.0' }).dependencies).toEqual([
      { ref: 'pkg:npm/%40x/b@2.0.0', dependsOn: ['pkg:npm/c@2.0.0'] },
      { ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/c@1.5.0'] },
      { ref: 'pkg:npm/c@1.5.0', dependsOn: [] },
      { ref: 'pkg:npm/c@2.0.0', dependsOn: [] },
      { ref: 'pkg:npm/house@1.0.0', dependsOn: ['pkg:npm/%40x/b@2.0.0', 'pkg:npm/a@1.0.0'] },
    ])
  })

  it('is whole for this product: versions and checksums of all, nothing needed that is not named, and no tool of tests among what runs', () => {
    const { components, dependencies, metadata } = billOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock, { name: 'throughline', version: '0.1.0' })
    const refs = new Set([metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])])
    expect(refs.size).toBe(components.length + 1)
    expect(components.filter(({ version, hashes }) => version === '' || !hashes?.length)).toEqual([])
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
    const needed = components.filter(({ scope }) => scope === 'required').map(({ group, name }) => (group ? `${group}/${name}` : name))
    expect(needed).toEqual(expect.arrayContaining(['fastify', 'kysely', 'react']))
    expect(needed).not.toContain('vitest')
  })
})
