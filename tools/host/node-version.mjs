/** The oldest Node that can run the install step; the rest runs on the Node that the install brings. */
export const oldestNode = 20

/**
 * What to tell a user whose Node is too old, or undefined where it will do.
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined}
 */
export function tooOld(version) {
  const major = Number.parseInt(version, 10)
  if (major >= oldestNode) return undefined
  return `Throughline needs Node ${oldestNode} or later to install itself; this is Node ${version}. Install a current Node from https://nodejs.org and try again.`
}

/** Ends the process with a plain message where the host's Node is too old. */
export function requireNode() {
  const message = tooOld(process.versions.node)
  if (message === undefined) return
  console.error(message)
  process.exit(1)
}
