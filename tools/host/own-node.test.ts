import { expect, it } from 'vitest'
import { tooOld } from './node-version.mjs'
import { findProjectNode } from './own-node.mjs'

it('prefers the Node that the packages brought', () => {
  expect(findProjectNode({ exists: () => true, version: '26.1.0', platform: 'linux' })).toMatch(/node_modules[/\\]node[/\\]bin[/\\]node$/)
  expect(findProjectNode({ exists: () => true, version: '20.0.0', platform: 'win32' })).toMatch(/node\.exe$/)
})

it('takes the host’s where that is new enough, and none otherwise', () => {
  expect(findProjectNode({ exists: () => false, version: '26.0.0', platform: 'linux' })).toBe(process.execPath)
  expect(findProjectNode({ exists: () => false, version: '24.9.0', platform: 'linux' })).toBeUndefined()
})

it('tells a user of an old Node what was found and what is expected', () => {
  expect(tooOld('18.20.1')).toContain('Node 20 or later')
  expect(tooOld('18.20.1')).toContain('this is Node 18.20.1')
  expect(tooOld('20.0.0')).toBeUndefined()
})
