import { onConnection, type Login } from '@throughline/server/database'
import { importedName } from './importer.ts'
import type { copyOf } from './ledger.ts'

type Acknowledged = ReturnType<typeof copyOf>

/** Looks behind the scenes, as the owner, whether what was acknowledged is there, and nothing by halves. Each fault in words; none is none. */
export async function findFaults(owner: Login, acknowledged: Acknowledged, rowsOfAList: number): Promise<readonly string[]> {
  return onConnection(owner, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    const read = async <Row extends object>(text: string): Promise<readonly Row[]> => (await client.query<Row>(text)).rows
    const standing = await read<{ id: string; name: string; version: number }>('select id, name, version from initiative')
    const byId = new Map(standing.map((one) => [one.id, one]))
    const names = new Set(standing.map(({ name }) => name))
    const told = [
      ...[...acknowledged.created].filter(([id]) => !byId.has(id)).map(([id, name]) => `lost: ${name} (${id}), whose creation was acknowledged`),
      ...[...acknowledged.versions].filter(([id, version]) => (byId.get(id)?.version ?? 0) < version).map(([id, version]) => `lost: version ${version} of ${id}; found ${byId.get(id)?.version ?? 'nothing'}`),
      ...[...acknowledged.refused].filter((name) => names.has(name)).map((name) => `done: ${name}, of which was said that nothing was changed`),
    ]
    const halves: string[] = []
    for (const { words, text } of wholes(rowsOfAList)) halves.push(...(await read<{ what: string }>(text)).map(({ what }) => `${words}: ${what}`))
    await client.query('commit')
    return [...told, ...halves]
  })
}

/** What holds of every act that is whole; each query names what breaks it, at most five of them. */
const wholes = (rowsOfAList: number): readonly { readonly words: string; readonly text: string }[] => [
  { words: 'a row without all of its revisions', text: `select i.id || ' at version ' || i.version || ' with ' || count(r.id) || ' revisions' as what from initiative i left join revision r on r.org_id = i.org_id and r.room = 'demand' and r.kind = 'initiative' and r.entity_id = i.id::text group by i.org_id, i.id, i.version having count(r.id) <> i.version limit 5` },
  { words: 'a revision without its row', text: `select r.act || ' of ' || r.entity_id as what from revision r where r.room = 'demand' and r.kind = 'initiative' and not exists (select from initiative i where i.org_id = r.org_id and i.id::text = r.entity_id) limit 5` },
  { words: 'a row without all of its past', text: `select i.id || ' at version ' || i.version || ' with ' || count(p.id) || ' past states' as what from initiative i left join initiative_past p on p.org_id = i.org_id and p.id = i.id group by i.org_id, i.id, i.version having count(p.id) <> i.version - 1 limit 5` },
  { words: 'an act on ten rows that reached some of them', text: `select min(name) || ': ' || count(distinct sponsor) || ' sponsors, ' || count(sponsor) || ' of ' || count(*) || ' rows' as what from initiative where name ~ '^ten [0-9]+ [0-9]$' group by regexp_replace(name, ' [0-9]$', '') having count(*) = 10 and (count(distinct sponsor) > 1 or count(sponsor) not in (0, 10)) limit 5` },
  { words: 'a list of which some was imported', text: `select count(*) || ' of ${rowsOfAList} rows, ' || count(distinct sponsor) || ' sponsors' as what from initiative where name like '${importedName}%' having count(*) not in (0, ${rowsOfAList}) or count(distinct sponsor) > 1` },
  { words: 'an act with a key that was done more than once', text: `select name || ' ' || count(*) || ' times' as what from initiative where name ~ '^once [0-9]+$' group by name having count(*) > 1 limit 5` },
  { words: 'an act before the act before it', text: `select r.act || ' at ' || r.at as what from revision r join act_clock c on c.org_id = r.org_id where r.at > c.last limit 5` },
  { words: 'a job that ended without saying how', text: `select id || ' ' || kind || ' ' || state as what from job where (state = 'failed' and problem is null) or (state = 'succeeded' and result is null) or (state in ('queued', 'running')) <> (finished_at is null) limit 5` },
]

/** How the jobs that were promised stand: how many by state, attempt and reason, and those that are not there. */
export async function jobsAsTheyStand(owner: Login, ids: readonly string[]): Promise<{ readonly open: number; readonly ended: Readonly<Record<string, number>>; readonly takenOver: number; readonly missing: number }> {
  return onConnection(owner, async (client) => {
    const { rows } = await client.query<{ id: string; state: string; attempt: number; reason: string | null }>(`select id, state, attempt, problem ->> 'code' as reason from job where id = any ($1)`, [ids])
    const over = rows.filter(({ state }) => state !== 'queued' && state !== 'running')
    const ended = Object.groupBy(over, ({ state, reason }) => (reason === null ? state : `${state}: ${reason}`))
    return { open: rows.length - over.length, ended: Object.fromEntries(Object.entries(ended).map(([how, all = []]) => [how, all.length])), takenOver: over.filter(({ state, attempt }) => state === 'succeeded' && attempt > 1).length, missing: ids.length - rows.length }
  })
}

/** Compares every index with its table (amcheck) and reads every page with its checksum; faults in words. Nothing where the extension is not installed. */
export async function damagedPages(owner: Login): Promise<readonly string[] | undefined> {
  return onConnection(owner, async (client) => {
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'amcheck'`)
    if (rowCount === 0) return undefined
    await client.query('create extension if not exists amcheck')
    const found: string[] = []
    const { rows } = await client.query<{ name: string }>(`select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid and i.indisready`)
    for (const { name } of rows) await client.query('select bt_index_check($1::regclass, true)', [name]).catch((error: Error) => found.push(`${name}: ${error.message}`))
    await client.query('drop extension amcheck')
    return found
  })
}
