import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { findProjectNode } from '../host/own-node.mjs'
import { tooOld } from '../host/node-version.mjs'

/** @typedef {{ ok: boolean, about: string, found: string, advice?: string }} Finding */

/** Free space that an installation with the embedded database should have, in bytes. */
const wantedBytes = 2 * 1024 ** 3

/** @param {string} version @returns {Finding} */
export function checkHostNode(version) {
  return { ok: tooOld(version) === undefined, about: 'Node of this machine', found: version, advice: tooOld(version) }
}

/** @returns {Finding} */
export function checkOwnNode() {
  const path = findProjectNode()
  return { ok: path !== undefined, about: 'Node of the project', found: path ?? 'not installed', advice: 'Run `npm start`, which installs it, or `npm rebuild node` after an install with --ignore-scripts.' }
}

/**
 * Whether the folder, or the nearest one above it that exists, can be written to and has room.
 * @param {string} folder
 * @returns {Finding[]}
 */
export function checkFolder(folder) {
  let place = folder
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place)
  const free = statfsSync(place)
  const bytes = free.bavail * free.bsize
  return [
    { ok: writable(place), about: 'Folder of the database', found: `${folder}${place === folder ? '' : ` (to be made in ${place})`}, ${writable(place) ? 'writable' : 'not writable'}`, advice: 'Set THROUGHLINE_HOME to a folder that you may write to.' },
    { ok: bytes >= wantedBytes, about: 'Free space there', found: `${(bytes / 1024 ** 3).toFixed(1)} GiB`, advice: `Free ${(wantedBytes / 1024 ** 3).toFixed(0)} GiB, or set THROUGHLINE_HOME to another disk.` },
  ]
}

/** @param {string} folder */
function writable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Whether a port of this machine is free.
 * @param {number} port
 * @returns {Promise<Finding>}
 */
export function checkPort(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve({ ok: false, about: `Port ${port}`, found: error.message, advice: 'Stop what listens there, or set PORT to another one.' }))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve({ ok: true, about: `Port ${port}`, found: 'free' })))
  })
}

/**
 * Whether the organisation's own PostgreSQL answers, where one is named; its version is at least 15.
 * @param {string | undefined} address
 * @returns {Promise<Finding>}
 */
export async function checkDatabase(address) {
  const about = 'Database'
  if (!address) return { ok: true, about, found: 'embedded; DATABASE_URL names no other' }
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query('show server_version_num')
    const version = Number(rows[0].server_version_num)
    return { ok: version >= 150000, about, found: `PostgreSQL ${Math.floor(version / 10000)} answers`, advice: 'PostgreSQL 15 or later is needed.' }
  } catch (error) {
    return { ok: false, about, found: error instanceof Error ? error.message : String(error), advice: 'Check the address, the password and the firewall behind DATABASE_URL.' }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * The folder of the embedded database, as the server chooses it.
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function homeFolder(environment) {
  return environment['THROUGHLINE_HOME'] ?? (process.getuid?.() === 0 ? '/var/lib/throughline' : join(homedir(), '.local', 'share', 'throughline'))
}
