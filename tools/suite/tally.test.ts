import { describe, expect, it } from 'vitest'
import { addTallies, summaryLine, tallyOf } from './tally.mjs'

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }

describe('the summary', () => {
  it('is one plain line', () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(summaryLine({ passed: 12, failed: 3, skipped: 2 })).toBe('12 passed, 3 failed, 2 skipped')
  })

  it('adds the parts', () => {
    expect(addTallies([{ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 }])).toEqual({ passed: 11, failed: 22, skipped: 33 })
    expect(addTallies([])).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})

describe('a part', () => {
  it('counts as one, by its rules or by its tests', () => {
    expect(tallyOf('whole', { exitCode: 0, output: '' })).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(tallyOf('whole', { exitCode: 2, output: 'ok no' })).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(tallyOf('rules', { exitCode: 1, output: 'ok a\nnot ok b\n  ok, indented\nok c\n' })).toEqual({ passed: 2, failed: 1, skipped: 0 })
    expect(tallyOf('vitest', { exitCode: 0, output: '', report })).toEqual({ passed: 5, failed: 0, skipped: 1 })
  })

  it('that ended badly has failed, whatever its tests say', () => {
    expect(tallyOf('vitest', { exitCode: 1, output: '', report })).toEqual({ passed: 5, failed: 1, skipped: 1 })
    expect(tallyOf('vitest', { exitCode: 1, output: '' })).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(tallyOf('rules', { exitCode: 1, output: 'SyntaxError' })).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('that ended well without any test has failed as well', () => {
    expect(tallyOf('vitest', { exitCode: 0, output: '' }).failed).toBe(1)
    expect(tallyOf('rules', { exitCode: 0, output: '' }).failed).toBe(1)
  })
})
