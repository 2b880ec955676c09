import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** The end of an initiative as the first publication that gives one has it, with the day of that position, and as the last has it. */
export type PublishedEnds = { readonly firstAsOf: string; readonly firstEndOn: string; readonly lastEndOn: string }

/** Ends of initiatives that two publications in force or more give. */
export async function readPublishedEnds(tx: Tx): Promise<readonly PublishedEnds[]> {
  const { rows } = await sql<PublishedEnds>`
    select min(p.as_of)::text as "firstAsOf", ((array_agg(l.end_on order by p.as_of, p.imported_at))[1])::text as "firstEndOn", ((array_agg(l.end_on order by p.as_of desc, p.imported_at desc))[1])::text as "lastEndOn"
    from position_line l join publication p on p.org_id = l.org_id and p.id = l.publication_id and p.superseded_at is null
    where l.end_on is not null group by l.initiative_id having count(*) > 1 order by l.initiative_id`.execute(tx)
  return rows
}
