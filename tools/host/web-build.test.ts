import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { hashOf } from './web-build.mjs'

const folder = mkdtempSync(join(tmpdir(), 'throughline-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string): void => writeFileSync(join(folder, path), text)

beforeEach(() => {
  rmSync(folder, { recursive: true })
  mkdirSync(join(folder, 'src/dist'), { recursive: true })
  write('src/App.tsx', 'one')
})

it('changes with the name and the content of a source', () => {
  const before = hashOf([folder])
  write('src/App.tsx', 'two')
  const after = hashOf([folder])
  write('src/More.tsx', '')
  expect(new Set([before, after, hashOf([folder])]).size).toBe(3)
})

it('does not change with tests, with what was built, or with the time', () => {
  const before = hashOf([folder])
  write('src/App.test.tsx', 'a test')
  write('src/dist/app.js', 'built')
  write('src/App.tsx', 'one')
  expect(hashOf([folder])).toBe(before)
})

it('takes single files and leaves out what is not there', () => {
  expect(hashOf([join(folder, 'src/App.tsx'), join(folder, 'nowhere')])).toBe(hashOf([join(folder, 'src/App.tsx')]))
})
