import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { hasCommitted, OutcomeUnknown, rememberingCommits, withOrg } from './index.ts'

onEachDatabase('a connection that is lost', (t) => {
  const app = testApp(t)
  /** A row that ends its own connection: at once, or in the moment of the commit. */
  const fatalTable = (name: string, when: string) =>
    sql.raw(`
      create table ${name} (id int);
      create function ${name}_ends() returns trigger language plpgsql security definer as $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$;
      create constraint trigger ends after insert on ${name} ${when} for each row execute function ${name}_ends();
      grant insert on ${name} to public`).execute(t.owner)

  it('in a commit leaves open whether it was done, and says so', async () => {
    await fatalTable('fatal_late', 'deferrable initially deferred')
    const writing = t.db.transaction().execute((tx) => sql`insert into fatal_late values (1)`.execute(tx))
    await expect(writing).rejects.toThrow(OutcomeUnknown)
  })

  it('before that leaves nothing open: nothing was changed', async () => {
    await fatalTable('fatal_early', 'not deferrable')
    const writing = t.db.transaction().execute((tx) => sql`insert into fatal_early values (1)`.execute(tx))
    await expect(writing).rejects.not.toThrow(OutcomeUnknown)
    expect((await sql`select from fatal_early`.execute(t.owner)).rows).toEqual([])
  })

  it('after a commit finds remembered that there was one, of writing alone', async () => {
    const remembers = (act: () => Promise<unknown>): Promise<boolean> => new Promise((resolve, reject) => rememberingCommits(() => void act().then(() => resolve(hasCommitted()), reject)))
    expect(await remembers(() => withOrg(t.db, app.owner.actor, (tx) => sql`select 1`.execute(tx)))).toBe(false)
    expect(await remembers(() => app.editor.read(demandRoutes.createInitiative, { body: { name: 'Written' } }))).toBe(false)
    expect(await remembers(() => t.db.transaction().execute((tx) => sql`select 1`.execute(tx)))).toBe(true)
  })

  it('is told to the caller in one word or the other', async () => {
    const add = (name: string) => app.editor.refused(demandRoutes.createInitiative, { body: { name } })
    const onInitiative = (when: string) =>
      sql.raw(`drop trigger if exists ends on initiative; create constraint trigger ends after insert on initiative ${when} for each row execute function fatal_late_ends()`).execute(t.owner)
    await onInitiative('deferrable initially deferred')
    expect(await add('Late')).toMatchObject({ status: 503, code: 'outcome_unknown' })
    await onInitiative('not deferrable')
    expect(await add('Early')).toMatchObject({ status: 503, code: 'database_unavailable' })
  })
})
