import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.mjs'

const dist = join(root, 'packages/web/dist')
const stamp = join(dist, '.sources')
const sources = ['packages/web', 'packages/contract/src', 'packages/engine/src', 'packages/exchange/src', 'package-lock.json']
const notSource = /(^|\/)(node_modules|dist|story|\.[^/]+)$|\.test\.tsx?$/

/**
 * Builds the web app where it was never built, or where one of its sources has changed since.
 * @param {string} node the project's Node
 */
export function ensureWebBuilt(node) {
  const wanted = hashOf(sources.map((path) => join(root, path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const began = Date.now()
  console.log('Building the web app (once for each version, about 10 s)…')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const run = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'packages/web'), stdio: ['ignore', 'inherit', 'inherit'] })
  if (run.status !== 0) {
    console.error('The web app could not be built; the lines above say why.')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
  console.log(`Built in ${Math.round((Date.now() - began) / 1000)} s.`)
}

/**
 * One hash over the names and contents of files and folders, tests left out.
 * @param {readonly string[]} paths
 */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesIn)) hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !notSource.test(`/${entry.name}`))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesIn(join(path, entry.name)))
}
