import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { machineRule } from './machine.ts'

const found = (path: string, text: string): number => machineRule.check(treeOf({ [path]: text })).length

it.each(["open('/mnt/disk/a')", 'see /workspace/x', '`/root/a`', 'C:\\Users\\ann\\a', '/home/ann/a'])('finds %s', (text) => {
  expect(found('docs/a.md', text)).toBe(1)
})

it.each(['packages/work/a', 'framework/', '/var/lib/throughline', 'network/root/', '/tmp/x'])('lets %s be', (text) => {
  expect(found('docs/a.md', text)).toBe(0)
})

it('wants a lock file without addresses', () => {
  expect(found('package-lock.json', '"resolved": "https://registry.example/a.tgz"')).toBe(1)
  expect(found('package-lock.json', '"resolved": "packages/engine"')).toBe(0)
})
