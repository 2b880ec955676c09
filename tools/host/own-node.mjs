import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

/** The Node that the sources are written for: it runs TypeScript without a build. */
export const projectMajor = 26

/**
 * The Node that runs the project: the one its packages brought, or the host's where that is new enough.
 * @param {{ exists?: (path: string) => boolean, version?: string, platform?: string }} [host]
 * @returns {string | undefined}
 */
export function findProjectNode({ exists = existsSync, version = process.versions.node, platform = process.platform } = {}) {
  const file = platform === 'win32' ? 'node.exe' : 'node'
  const brought = join(root, 'node_modules', 'node', 'bin', file)
  if (exists(brought)) return brought
  return Number.parseInt(version, 10) >= projectMajor ? process.execPath : undefined
}

/**
 * An environment in which Node keeps what it has compiled, TypeScript included: a server that begins again is there in half the time.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export const keepingCompiled = (env) => ({ NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...env })

/** The Node that runs the project, or the end of the process with a message that says what to do. */
export function projectNode() {
  const path = findProjectNode()
  if (path !== undefined) return path
  console.error(
    `Node ${projectMajor}, which the package \`node\` brings, is not in node_modules/node/bin. ` +
      'The packages were probably installed with --ignore-scripts. Run `npm rebuild node`, or use a Node of that version.',
  )
  return process.exit(1)
}
