import { expect, it } from 'vitest'
import { notInstalled } from './install.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'packages/engine': { version: '0.1.0' },
    'node_modules/@throughline/engine': { link: true },
    'node_modules/pg': { version: '8.0.0' },
    'node_modules/vitest': { version: '5.0.0', dev: true },
    'node_modules/fsevents': { version: '2.0.0', optional: true },
  },
}
const all = { packages: { 'node_modules/@throughline/engine': {}, 'node_modules/pg': { version: '8.0.0' }, 'node_modules/vitest': { version: '5.0.0' } } }

it('asks for nothing where the lock file is met', () => {
  expect(notInstalled(wanted, all, { dev: true })).toEqual([])
})

it('asks for everything on a fresh clone, but packages of other platforms', () => {
  expect(notInstalled(wanted, undefined, { dev: true })).toEqual(['node_modules/@throughline/engine', 'node_modules/pg', 'node_modules/vitest'])
})

it('asks again where a version has moved', () => {
  expect(notInstalled(wanted, { packages: { ...all.packages, 'node_modules/pg': { version: '7.9.0' } } }, { dev: true })).toEqual(['node_modules/pg'])
})

it('asks for the packages of tests only where tests are run', () => {
  const { 'node_modules/vitest': _, ...without } = all.packages
  expect(notInstalled(wanted, { packages: without }, { dev: false })).toEqual([])
  expect(notInstalled(wanted, { packages: without }, { dev: true })).toEqual(['node_modules/vitest'])
})
