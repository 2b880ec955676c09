import { readConfig } from '@throughline/server/config'
import { problems } from '@throughline/contract/rooms'
import { wordsOf } from '@throughline/contract/wire'
import { Refused } from '../terminal/call.ts'
import { wordAt, type Command } from '../terminal/command.ts'

/** For whoever runs the installation: it goes to the database itself, so that no token and no page can do it. Loaded when it is needed. */
export const recoverOwner: Command = {
  name: 'recover-owner',
  usage: '<email>',
  summary: 'Let an owner in again who lost password, second factor and recovery codes; run it where the database is',
  options: { 'data-dir': { about: 'The data folder of the built-in database; else THROUGHLINE_DATA_DIR, or the usual one', takes: 'folder' } },
  run: async (typed, { env, print }) => {
    const email = wordAt(typed, 0, 'email of an owner')
    const folder = typed.one('data-dir')
    const config = readConfig({ ...env, ...(folder === undefined ? {} : { DATABASE_URL: '', THROUGHLINE_PARTS: '', THROUGHLINE_DATA_DIR: folder }) })
    const [{ openDatabase }, { recoverAccess }, { migrationsOf, rooms }] = [await import('@throughline/server/database'), await import('@throughline/server/people'), await import('@throughline/server/rooms')]
    const database = await openDatabase(config, migrationsOf(rooms), () => undefined)
    try {
      const recovered = await recoverAccess(database.db, email, new Date())
      if (!recovered.ok) throw refused(recovered.refusal.code, recovered.refusal.values ?? {})
      const { name, path, expiresAt } = recovered.value
      const address = `${config.accounts?.publicUrl ?? ''}${path}`
      print.answer({ name, address, expiresAt: expiresAt.toISOString() }, () => [`Second factors, recovery codes and sessions of ${name} are gone, and the history says so.`, `A new password is set, once and until ${expiresAt.toISOString()}, at ${address}${config.accounts?.publicUrl === undefined ? ', below the address of the installation' : ''}`])
    } finally {
      await database.close()
    }
  },
}

function refused(code: 'not_found' | 'account_elsewhere', values: Readonly<Record<string, unknown>>): Refused {
  const { title, status, ...kind } = problems[code] ?? { title: code, status: 409, words: code, exit: 1 }
  return new Refused({ type: `/problems#${code}`, title, status, code, detail: wordsOf({ title, status, ...kind }, values) })
}
