import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect, externalLogins, migrate, onConnection, startEmbedded, type Login } from '@throughline/server/database'
import { migrationsOf, rooms } from '@throughline/server/rooms'
import type { Cluster } from './clusters.ts'

/** Once for a run of tests: the built-in database in a temporary folder, and the server of THROUGHLINE_TEST_DATABASE_URL if there is one. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const started = [await embedded(), ...(process.env['THROUGHLINE_TEST_DATABASE_URL'] ? [await external(process.env['THROUGHLINE_TEST_DATABASE_URL'])] : [])]
  provide(
    'clusters',
    started.map(({ cluster }) => cluster),
  )
  return async () => {
    for (const { stop } of started) await stop()
  }
}

type Started = { readonly cluster: Cluster; stop(): Promise<void> }

async function embedded(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'))
  const { owner, app, version, stop } = await startEmbedded(folder, process.env['THROUGHLINE_PG_BIN'])
  await onConnection(owner, async (client) => {
    // What a test writes need not outlive a power cut.
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) await client.query(`alter system set ${setting} = off`)
    await client.query('select pg_reload_conf()')
  })
  const end = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  await migrated(owner).catch(async (error: unknown) => {
    await end()
    throw error
  })
  return { cluster: { name: `built-in PostgreSQL ${version}`, owner: { ...owner, database: 'postgres' }, app, template: owner.database }, stop: end }
}

async function external(url: string): Promise<Started> {
  const { owner, app } = await externalLogins(url, undefined, { attempts: 1 })
  const template = `throughline_template_${randomBytes(6).toString('hex')}`
  await onConnection(owner, (client) => client.query(`create database ${template}`))
  await migrated({ ...owner, database: template })
  return {
    cluster: { name: `PostgreSQL at ${owner.host}:${owner.port}`, owner, app, template },
    stop: () => onConnection(owner, async (client) => void (await client.query(`drop database ${template}`))),
  }
}

async function migrated(owner: Login): Promise<void> {
  const db = connect(owner, { max: 2 })
  try {
    await migrate(db, migrationsOf(rooms))
  } finally {
    await db.destroy()
  }
}
