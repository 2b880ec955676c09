import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const page = join(root, 'docs/security.md')
const text = readFileSync(page, 'utf8')

/** Numbers of OWASP ASVS 5.0.0 at levels 1 and 2: of each section, the ranges that belong to them. */
const sections = `1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3
6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3
11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2`

const expected = sections.split(/\s+/).flatMap((section) => {
  const [place = '', range = ''] = section.split(':')
  const [first = 0, last = first] = range.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, at) => `${place}.${first + at}`)
})

const rows = text.split('\n').flatMap((line) => {
  const [, number, level, what, state, how] = /^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (met|not applicable|open) \| (.+) \|$/.exec(line) ?? []
  return number === undefined ? [] : [{ number, level, what, state, how: how ?? '' }]
})

it('the page of security has each requirement of both levels once, and a word on how', () => {
  expect(expected).toHaveLength(253)
  expect(rows.map(({ number }) => number)).toEqual(expected)
  expect(text.split('\n').filter((line) => /^\| \d+\.\d+\.\d+/.test(line))).toHaveLength(rows.length)
})

it('it counts them as they are', () => {
  const count = (state: string): number => rows.filter((row) => row.state === state).length
  expect(text).toContain(`Of ${rows.length} requirements ${count('met')} are met, ${count('not applicable')} do not apply and ${count('open')} are open.`)
})

it('every file that it names is there', () => {
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => join(dirname(page), path))
  const named = [...text.matchAll(/`((?:packages|docs|tools|deploy)\/[^`]+)`/g)].map(([, path = '']) => join(root, path))
  expect(linked.length).toBeGreaterThan(100)
  expect([...linked, ...named].filter((path) => !existsSync(path))).toEqual([])
})
