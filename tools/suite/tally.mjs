/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function addTallies(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const tally of tallies) {
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
  }
  return total
}

/**
 * The last line of the suite: `12 passed, 0 failed`, with `, 1 skipped` where something was.
 * @param {Tally} tally
 */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Counts a part. One that ended badly without a failed test (a file that does not load, a crash), or well without any
 * test at all, has failed once.
 * @param {'vitest' | 'rules' | 'whole'} counts
 * @param {{ exitCode: number, output: string, report?: { numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } }} outcome
 * @returns {Tally}
 */
export function tallyOf(counts, { exitCode, output, report }) {
  const found = counts === 'rules' ? countRules(output) : counts === 'vitest' && report ? countTests(report) : { passed: 0, failed: 0, skipped: 0 }
  if (exitCode !== 0) return { ...found, failed: Math.max(1, found.failed) }
  if (counts === 'whole') return { ...found, passed: 1 }
  return found.passed === 0 ? { ...found, failed: Math.max(1, found.failed) } : found
}

/** @param {string} output */
const countRules = (output) => ({
  passed: output.match(/^ok /gm)?.length ?? 0,
  failed: output.match(/^not ok /gm)?.length ?? 0,
  skipped: 0,
})

/** @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report */
const countTests = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
})
