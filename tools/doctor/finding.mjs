/**
 * One thing looked at: whether it is well, what was found, and what might help where it is not.
 * @typedef {{ readonly ok: boolean, readonly about: string, readonly found: string, readonly advice?: string }} Finding
 */

/**
 * A finding as one line: `ok      Port 4280: free`.
 * @param {Finding} finding
 */
export function findingLine({ ok, about, found, advice }) {
  return `${ok ? 'ok    ' : 'FAILED'}  ${about}: ${found}${ok || !advice ? '' : `. ${advice}`}`
}
