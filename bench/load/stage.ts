import { connect, type Actor, type Login } from '../../packages/server/src/database/index.ts'
import { addMember, beginSession } from '../../packages/server/src/people/index.ts'
import { startBuiltIn } from '../scale/database.ts'
import type { Writer } from '../scale/writes.ts'
import { founderOf, makeOrganisation, startProcess, startServer, type Started } from '../scale/stage.ts'

/** People who ask: one account may take half of a server's places and no more. */
const people = 16

/** An organisation of a thousand initiatives on the built-in database, the real server on it, and a bare one beside it. */
export async function openStage(): Promise<{ readonly server: Started; readonly bare: Started; /** A session of each person there is. */ readonly cookies: readonly string[]; readonly writer: Writer; close(): Promise<void> }> {
  const cluster = await startBuiltIn()
  const database = 'load'
  const { cookies, writer } = await makeOrganisation({ ...cluster.owner, database: 'postgres' }, database, { initiatives: 1_000, yearsEach: 4, statesEach: 3, publications: 3 }, 1, console.log)
  const owner = { ...cluster.owner, database }
  const founder = await founderOf(owner)
  const others = await signIn(owner, founder, people - 1)
  const url = `postgresql://${cluster.owner.user}:${encodeURIComponent(cluster.owner.password ?? '')}@localhost:${cluster.owner.port}/${database}?host=${encodeURIComponent(cluster.owner.host)}`
  const server = await startServer({ DATABASE_URL: url })
  const bare = await startProcess(new URL('./bare.ts', import.meta.url), { DATABASE_URL: url, BARE_ORG: founder.orgId })
  return {
    server, bare, cookies: [...cookies, ...others], writer,
    close: async () => {
      await Promise.all([server.stop(), bare.stop()])
      await cluster.stop()
    },
  }
}

/** Adds editors, each with a session. */
async function signIn(owner: Login, founder: Actor, count: number): Promise<readonly string[]> {
  const db = connect(owner, { max: 2 })
  try {
    const cookies: string[] = []
    for (let nth = 0; nth < count; nth += 1) {
      const name = `Eddie Editor ${nth + 1}`
      const added = await addMember(db, founder, { name, email: `editor.${nth + 1}@example.org`, role: 'editor', passwordHash: '' })
      if (!added.ok) throw new Error(`refused: ${added.refusal.code}`)
      cookies.push(`throughline=${await beginSession(db, { ...founder, accountId: added.value.id, name, role: 'editor' }, new Date())}`)
    }
    return cookies
  } finally {
    await db.destroy()
  }
}
