import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

/**
 * The packages that the lock file asks for and that are not there at that version.
 * npm writes `node_modules/.package-lock.json` as its last step, so a broken install shows here as well.
 * Optional packages are left out: those of another platform are never installed.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, dev?: boolean, link?: boolean }> }} wanted
 * @param {{ packages: Record<string, { version?: string }> } | undefined} installed
 * @param {{ dev: boolean }} options
 * @returns {string[]}
 */
export function notInstalled(wanted, installed, { dev }) {
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && (dev || !entry.dev))
    .filter(([path, entry]) => installed?.packages[path] === undefined || (!entry.link && installed.packages[path].version !== entry.version))
    .map(([path]) => path)
}

/**
 * Installs the packages once; does nothing where the lock file is met already.
 * @param {{ dev: boolean }} options whether packages that only tests need are asked for
 */
export function ensureInstalled(options) {
  const wanted = readJson('package-lock.json')
  const absent = notInstalled(wanted, readJson('node_modules/.package-lock.json'), options)
  if (absent.length === 0) return
  const began = Date.now()
  console.log('Installing (once, about 20 s on a quick line)…')
  const { command, args } = npm()
  const run = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32' && args.length === 0,
  })
  if (run.status !== 0) {
    console.error(`The packages could not be installed (${run.error?.message ?? `npm ci ended with ${run.status}`}). The lines above say why; \`npm ci\` repeats it.`)
    process.exit(1)
  }
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`)
}

/**
 * npm by the path it gives to its scripts, on the Node that runs it: ours may be among the packages to be replaced.
 * By name where a script was called without npm.
 */
function npm() {
  const path = process.env['npm_execpath']
  return path && /npm-cli\.c?js$/.test(path) ? { command: process.env['npm_node_execpath'] ?? process.execPath, args: [path] } : { command: 'npm', args: [] }
}

/** @param {string} path */
function readJson(path) {
  const file = join(root, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
