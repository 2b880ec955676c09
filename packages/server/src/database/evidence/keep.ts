import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../tables.ts'
import { markingTriggers, privatePolicies, readChained, type Chained } from './rules.ts'
import { isThere } from './there.ts'

/** Notes, before schema steps, the rows of some tables that are not as an act left them: what the steps do is not to hide it. */
export async function noteWrong(tx: Tx, tables: readonly string[]): Promise<void> {
  await sql`create temporary table chain_wrong (org_id uuid not null, table_name text not null, key text not null) on commit drop`.execute(tx)
  if (tables.length === 0) return
  await forEachOrganisation(tx, async () => {
    for (const name of tables) await sql`insert into pg_temp.chain_wrong select current_org(), ${name}, key from chain_faults(${name})`.execute(tx)
  })
}

/** Brings triggers and rules up to the catalogue, then chains what there was before it and what the steps have changed in the tables that they touched, as one link of each organisation. */
export async function keepEvidence(tx: Tx, lastStep: string, touched: ReadonlySet<string>): Promise<void> {
  const chained = await readChained(tx)
  for (const statement of await privatePolicies(tx)) await sql.raw(statement).execute(tx)
  if ((await markOf(tx)) !== fingerprint(chained)) await setRules(tx, chained)
  await forEachOrganisation(tx, async () => {
    for (const { name } of await gone(tx)) await sql`insert into chain_mark (org_id, at, table_name, keys, digests, salts)
      select current_org(), take_act_clock(), ${name}, array_agg(distinct key), array_agg(null::bytea), array_agg(null::bytea) from chain_mark, unnest(keys) key where org_id = current_org() and table_name = ${name}`.execute(tx)
    for (const { name } of chained.filter((one) => touched.has(one.name))) await sql`select restate_table(${name})`.execute(tx)
    await sql`select seal_act('00000000-0000-0000-0000-000000000000', ${`schema.${lastStep}`})`.execute(tx)
  })
}

const fingerprint = (chained: readonly Chained[]): string => createHash('sha256').update(JSON.stringify(chained.map((one) => [one, markingTriggers(one)]))).digest('hex')

async function setRules(tx: Tx, chained: readonly Chained[]): Promise<void> {
  await sql`delete from chain_rule`.execute(tx)
  for (const one of chained) {
    for (const statement of markingTriggers(one)) await sql.raw(statement).execute(tx)
    await sql`insert into chain_rule (table_name, key, body) values (${one.name}, ${one.key}, ${one.body})`.execute(tx)
  }
  await sql.raw(`comment on table chain_rule is '${fingerprint(chained)}'`).execute(tx)
}

async function markOf(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ mark: string | null }>`select obj_description('chain_rule'::regclass, 'pg_class') as mark`.execute(tx)
  return rows[0]?.mark ?? undefined
}

/** Tables that the organisation has marks of, and that are chained no more. */
async function gone(tx: Tx): Promise<readonly { readonly name: string }[]> {
  return (await sql<{ name: string }>`select distinct table_name as name from chain_mark m where org_id = current_org() and not exists (select from chain_rule r where r.table_name = m.table_name)
    and exists (select from unnest((select digests from chain_mark l where l.org_id = m.org_id and l.table_name = m.table_name order by at desc, no desc limit 1)) d where d is not null)`.execute(tx)).rows
}

/** Once in each organisation, under its name; afterwards none is named. */
async function forEachOrganisation(tx: Tx, perform: () => Promise<void>): Promise<void> {
  if (!(await isThere(tx, 'organisation'))) return
  const { rows } = await sql<{ id: string }>`select org_id as id from organisation order by 1`.execute(tx)
  for (const { id } of rows) {
    await sql`select set_config('app.org_id', ${id}, true), set_config('app.recorded_at', '', true)`.execute(tx)
    await perform()
  }
  await sql`select set_config('app.org_id', '', true), set_config('app.recorded_at', '', true)`.execute(tx)
}
