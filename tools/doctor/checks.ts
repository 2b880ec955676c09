import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import pg from 'pg'
import type { Finding } from './finding.mjs'

/** Free space that an installation with the embedded database should have, in bytes. */
const wantedBytes = 2 * 1024 ** 3
const gibibytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GiB`

/** Whether the folder, or the nearest one above it that exists, can be written to and has room. */
export function checkFolder(folder: string): readonly Finding[] {
  let place = folder
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place)
  const { bavail, bsize } = statfsSync(place)
  const state = isWritable(place) ? 'writable' : 'not writable'
  return [
    { ok: isWritable(place), about: 'Folder of the database', found: `${folder}${place === folder ? '' : ` (to be made in ${place})`}, ${state}`, advice: 'Set THROUGHLINE_DATA_DIR to a folder that you may write to.' },
    { ok: bavail * bsize >= wantedBytes, about: 'Free space there', found: gibibytes(bavail * bsize), advice: `Make room for ${gibibytes(wantedBytes)}, or set THROUGHLINE_DATA_DIR to a folder on another disk.` },
  ]
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a port of this machine is free; 0 stands for any. */
export function checkPort(host: string, port: number): Promise<Finding> {
  const about = port === 0 ? 'Port' : `Port ${port}`
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve({ ok: false, about, found: error.message, advice: 'Stop what listens there, or set PORT to another one.' }))
    server.listen(port, host, () => server.close(() => resolve({ ok: true, about, found: 'free' })))
  })
}

/** Whether the organisation's own PostgreSQL answers, where one is named, and is of version 15 or later. */
export async function checkDatabase(address: string | undefined): Promise<Finding> {
  const about = 'Database'
  if (address === undefined) return { ok: true, about, found: 'the built-in one; DATABASE_URL names no other' }
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    const version = Number(rows[0]?.server_version_num)
    return { ok: version >= 150000, about, found: `PostgreSQL ${Math.floor(version / 10000)} answers`, advice: 'PostgreSQL 15 or later is needed.' }
  } catch (error) {
    return { ok: false, about, found: error instanceof Error ? error.message : String(error), advice: 'Check the address, the password and the firewall behind DATABASE_URL.' }
  } finally {
    await client.end().catch(() => undefined)
  }
}
