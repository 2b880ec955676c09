import { sql, type RawBuilder } from 'kysely'
import type { Subject } from '@throughline/contract/governance'
import type { Tx } from '../../database/index.ts'
import { after, exactly, type Place } from '../keyset-store.ts'
import type { SubjectPart } from '../subjects/kinds.ts'

export type StreamRow = { readonly exact: string; readonly id: string; readonly at: string; readonly account_id: string; readonly actor_name: string; readonly act: string; readonly room: string; readonly kind: string; readonly entity_id: string; readonly before: unknown; readonly after: unknown; readonly why: string | null }
/** What of the stream is asked for; left out, all of it. */
export type StreamFilter = { readonly room?: string; readonly kind?: string; readonly act?: string; readonly by?: string; readonly entityId?: string; readonly from?: string; readonly until?: string }
type Paged = { readonly place: Place | undefined; readonly limit: number }

const start = { at: '', id: '' }
const columns = ['id', 'at', 'account_id', 'actor_name', 'act', 'room', 'kind', 'entity_id', 'before', 'after', 'why'] as const

/** Whether a revision is one that is asked for. */
function fits({ room, kind, act, by, entityId, from, until }: StreamFilter): RawBuilder<boolean> {
  const when = (value: string | undefined, condition: RawBuilder<boolean>) => (value === undefined ? [] : [condition])
  const conditions = [
    sql<boolean>`org_id = current_org()`,
    ...when(room, sql`room = ${room}`), ...when(kind, sql`kind = ${kind}`), ...when(act, sql`act = ${act}`), ...when(by, sql`account_id = ${by}`), ...when(entityId, sql`entity_id = ${entityId}`), ...when(from, sql`at >= ${from}`), ...when(until, sql`at < ${until}`),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** Revisions of the whole organisation, newest first. */
export const readStream = (tx: Tx, wanted: StreamFilter & Paged): Promise<StreamRow[]> =>
  tx
    .selectFrom('revision')
    .select([...columns, exactly('at').as('exact')])
    .where(fits(wanted))
    .$if(wanted.place !== undefined, (query) => query.where(after('at', 'id', wanted.place ?? start)))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit)
    .execute()

/** An act by the revision that says most of it, with how many there are of each kind, counted up to `mostCounted`. */
export type DoneRow = StreamRow & { readonly counts: readonly { readonly kind: string; readonly count: number }[]; readonly counted: number }

/** The most revisions of one act that are counted. */
export const mostCounted = 1_000

/**
 * Acts of the whole organisation, newest first, each once: acts follow one another, so the revisions of one have an instant of their own.
 * One step of the index for each act, however much it changed. What says most of an act is what it is named for, else what it wrote last.
 */
export async function readDone(tx: Tx, { place, limit, ...filter }: StreamFilter & Paged): Promise<readonly DoneRow[]> {
  const asked = fits(filter)
  const { rows } = await sql<DoneRow>`
    with recursive step as (
      (select at, 1 as no from revision where ${asked} and ${place === undefined ? sql`true` : sql`at < ${place.at}::timestamptz`} order by at desc limit 1)
      union all
      select found.at, s.no + 1 from step s cross join lateral (select at from revision where ${asked} and at < s.at order by at desc limit 1) found where s.no < ${limit}
    )
    select head.*, ${exactly('head.at')} as exact, counted.counts, counted.counted
    from step s
    cross join lateral (
      select * from (select ${sql.join(columns.map((column) => sql.ref(column)))} from revision where ${asked} and at = s.at order by id desc limit 20) latest
      order by act like '%-' || kind desc, id desc limit 1) head
    cross join lateral (
      select jsonb_agg(jsonb_build_object('kind', kind, 'count', least(n, ${mostCounted})) order by n desc, kind) as counts, sum(n)::integer as counted
      from (select kind, count(*)::integer as n from (select kind from revision where ${asked} and at = s.at order by id desc limit ${mostCounted + 1}) latest group by kind) kinds) counted
    order by s.no`.execute(tx)
  return rows
}

/** Every act that was ever done, by name: one step of the index for each, not one for each revision. */
export async function readActs(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ act: string }>`
    with recursive acts as (
      (select act from revision where org_id = current_org() order by act limit 1)
      union all
      select (select r.act from revision r where r.org_id = current_org() and r.act > a.act order by r.act limit 1) from acts a where a.act is not null
    ) select act from acts where act is not null`.execute(tx)
  return rows.map(({ act }) => act)
}

/** Revisions of a subject and of what belongs to it, newest first. */
export async function readRevisionsOf(tx: Tx, parts: readonly SubjectPart[], place: Place | undefined, limit: number): Promise<readonly StreamRow[]> {
  const wanted = parts.flatMap(({ room, kind, ids, only }) => ids.map((id) => ({ room, kind, id, field: only?.field ?? null, value: only?.value ?? null })))
  const list = (of: (part: (typeof wanted)[number]) => string | null) => sql`${wanted.map(of)}::text[]`
  const { rows } = await sql<StreamRow>`
    select r.id, r.at, r.account_id, r.actor_name, r.act, r.room, r.kind, r.entity_id, r.before, r.after, r.why, ${exactly('r.at')} as exact
    from unnest(${list((part) => part.room)}, ${list((part) => part.kind)}, ${list((part) => part.id)}, ${list((part) => part.field)}, ${list((part) => part.value)}) part (room, kind, id, field, value)
    join revision r on r.org_id = current_org() and r.room = part.room and r.kind = part.kind and r.entity_id = part.id
    where (part.field is null or coalesce(r.after, r.before) ->> part.field = part.value) and (${place === undefined} or ${after('r.at', 'r.id', place ?? beginning)})
    order by r.at desc, r.id desc limit ${limit}`.execute(tx)
  return rows
}
const beginning = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

export type SaidRow = { readonly exact: string; readonly id: string }

/** Comments about a subject, newest first, by id. */
export const readSaid = (tx: Tx, { kind, id }: Subject, place: Place | undefined, limit: number): Promise<SaidRow[]> =>
  tx
    .selectFrom('comment')
    .select(['id', exactly('created_at').as('exact')])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .$if(place !== undefined, (query) => query.where(after('created_at', 'id', place ?? start)))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
