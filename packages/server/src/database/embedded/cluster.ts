import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from '../../config/index.ts'
import type { Login } from '../connect.ts'
import { socketFolder } from './folder.ts'
import { ownerRole } from './postmaster.ts'

/** The name of the cluster in a data folder: `pg18`; refuses a folder that has none. */
export async function clusterFolder(dataFolder: string): Promise<string> {
  const names = await readdir(dataFolder).catch(() => [])
  const cluster = names.filter((name) => /^pg\d+$/.test(name) && existsSync(join(dataFolder, name, 'PG_VERSION'))).toSorted().at(-1)
  if (cluster !== undefined) return cluster
  throw new StartProblem('cannotCreate', { what: `There is no database in ${dataFolder}.`, found: names.length === 0 ? 'no such folder, or an empty one' : names.slice(0, 5).join(', '), expected: 'the data folder of a Throughline that has run', helps: 'name it by --data-dir or THROUGHLINE_DATA_DIR' })
}

/** The owner's login to the database of a data folder, as far as files can tell. */
export async function ownerLogin(dataFolder: string, cluster: string): Promise<Login> {
  const password = (await readFile(join(dataFolder, 'owner.password'), 'utf8')).trim()
  const noted = await readFile(join(dataFolder, cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return { host: noted.split('\n')[4] || socketFolder(dataFolder), port: 5432, database: 'postgres', user: ownerRole, password }
}
