import { describe, expect, it } from 'vitest'
import { failuresOf } from './failures.mjs'

const passed = { fullName: 'adds', status: 'passed', failureMessages: [] }

describe('what failed', () => {
  it('is said by file and test, nothing else', () => {
    const report = { testResults: [
      { name: '/house/a.test.ts', status: 'failed', message: '', assertionResults: [passed, { fullName: 'sums two', status: 'failed', failureMessages: ['expected 1 to be 2'] }] },
      { name: '/house/b.test.ts', status: 'passed', message: '', assertionResults: [passed] },
    ] }
    expect(failuresOf(report, '/house')).toEqual(['FAILED  a.test.ts > sums two\nexpected 1 to be 2'])
  })

  it('names a file that could not be run', () => {
    expect(failuresOf({ testResults: [{ name: '/house/c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }] }, '/house')).toEqual(['FAILED  c.test.ts\nno such module'])
  })

  it('cuts what is too long to read', () => {
    const [text] = failuresOf({ testResults: [{ name: 'd', status: 'failed', message: 'x'.repeat(5000), assertionResults: [] }] }, '/house')
    expect(text).toContain('(2000 characters more)')
  })

  it('is nothing where all passed', () => {
    expect(failuresOf({ testResults: [{ name: 'e', status: 'passed', assertionResults: [passed] }] }, '/house')).toEqual([])
  })
})
