/**
 * @typedef {{ fullName: string, status: string, failureMessages?: readonly string[] | null }} Assertion
 * @typedef {{ testResults: readonly { name: string, status: string, message?: string, assertionResults: readonly Assertion[] }[] }} Report
 */

/** What one failure may say; the rest of a long difference is left out. */
const longest = 3000

/**
 * What failed, one paragraph each: the file, the test, and what it says. Nothing of what passed, so that a short log tells it too.
 * Empty where the report knows of no failure (the run itself broke down).
 * @param {Report} report
 * @param {string} root left out of the names of files
 * @returns {readonly string[]}
 */
export function failuresOf({ testResults }, root) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length).replace(/^[\\/]/, '') : name
    const failed = assertionResults.filter(({ status: outcome }) => outcome === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`FAILED  ${file}\n${cut(message ?? '')}`] : []
    return failed.map(({ fullName, failureMessages }) => `FAILED  ${file} > ${fullName}\n${cut((failureMessages ?? []).join('\n'))}`)
  })
}

/** @param {string} text */
const cut = (text) => (text.length > longest ? `${text.slice(0, longest)} … (${text.length - longest} characters more)` : text)
