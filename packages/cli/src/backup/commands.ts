import { resolve } from 'node:path'
import { readConfig } from '@throughline/server/config'
import { required, UsageError, wordAt, type Command, type Options, type Typed } from '../terminal/command.ts'

const dataFolder: Options = { 'data-dir': { about: 'The data folder; else THROUGHLINE_DATA_DIR, or the usual one', takes: 'folder' } }

/** Loaded when it is needed: the other commands go without it. */
const database = () => import('@throughline/server/database')

const megabytes = (files: readonly { readonly bytes: number }[]): string => `${Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_048_576)} MB in ${files.length} files`

const backup: Command = {
  name: 'backup',
  usage: '<folder>',
  summary: 'Copy the built-in database to a new folder, while it is in use or not',
  options: dataFolder,
  run: async (typed, { env, print }) => {
    const target = resolve(wordAt(typed, 0, 'folder to back up to'))
    if (env['DATABASE_URL'] && typed.one('data-dir') === undefined) throw new UsageError('Found DATABASE_URL; expected the built-in database. A PostgreSQL of your own is backed up by its own means: pg_basebackup or pg_dump.')
    const source = folderOf(typed, env)
    const { backUp } = await database()
    const { files, at } = await backUp(source, target, env['THROUGHLINE_PG_BIN'])
    print.answer({ from: source, to: target, at, files: files.length }, () => [`Backed up ${source} to ${target}: ${megabytes(files)}, as of ${at}.`])
  },
}

const restore: Command = {
  name: 'restore',
  usage: '<folder>',
  summary: 'Put a backup of the built-in database into a new data folder',
  options: { 'data-dir': { about: 'The new data folder; it must be empty or not there', takes: 'folder' } },
  run: async (typed, { print }) => {
    const from = resolve(wordAt(typed, 0, 'folder of a backup'))
    const target = resolve(required(typed, 'data-dir'))
    const { restoreBackup } = await database()
    const { files, at } = await restoreBackup(from, target)
    print.answer({ from, to: target, at, files: files.length }, () => [`Restored ${megabytes(files)} to ${target}, as of ${at}.`, `Start it: THROUGHLINE_DATA_DIR=${target} npm start`])
  },
}

const folderOf = (typed: Typed, env: NodeJS.ProcessEnv): string => readConfig({ ...env, DATABASE_URL: '', THROUGHLINE_PARTS: '', THROUGHLINE_DATA_DIR: typed.one('data-dir') ?? env['THROUGHLINE_DATA_DIR'] }).dataFolder

/** What is done with the folder itself, without a server in between. */
export const backupCommands: readonly Command[] = [backup, restore]
