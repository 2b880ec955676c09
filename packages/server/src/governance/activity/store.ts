import { sql } from 'kysely'
import type { Subject } from '@throughline/contract/governance'
import type { Tx } from '../../database/index.ts'
import { after, exactly, type Place } from '../keyset-store.ts'
import type { SubjectPart } from '../subjects/kinds.ts'

export type StreamRow = { readonly exact: string; readonly id: string; readonly at: string; readonly account_id: string; readonly actor_name: string; readonly act: string; readonly room: string; readonly kind: string; readonly entity_id: string; readonly before: unknown; readonly after: unknown; readonly why: string | null }
export type StreamWanted = { readonly room?: string; readonly kind?: string; readonly act?: string; readonly by?: string; readonly entityId?: string; readonly from?: string; readonly until?: string; readonly place: Place | undefined; readonly limit: number }

const start = { at: '', id: '' }

/** Revisions of the whole organisation, newest first. */
export const readStream = (tx: Tx, wanted: StreamWanted): Promise<StreamRow[]> =>
  tx
    .selectFrom('revision')
    .select(['id', 'at', 'account_id', 'actor_name', 'act', 'room', 'kind', 'entity_id', 'before', 'after', 'why', exactly('at').as('exact')])
    .$if(wanted.room !== undefined, (query) => query.where('room', '=', wanted.room ?? ''))
    .$if(wanted.kind !== undefined, (query) => query.where('kind', '=', wanted.kind ?? ''))
    .$if(wanted.act !== undefined, (query) => query.where('act', '=', wanted.act ?? ''))
    .$if(wanted.by !== undefined, (query) => query.where('account_id', '=', wanted.by ?? ''))
    .$if(wanted.entityId !== undefined, (query) => query.where('entity_id', '=', wanted.entityId ?? ''))
    .$if(wanted.from !== undefined, (query) => query.where('at', '>=', wanted.from ?? ''))
    .$if(wanted.until !== undefined, (query) => query.where('at', '<', wanted.until ?? ''))
    .$if(wanted.place !== undefined, (query) => query.where(after('at', 'id', wanted.place ?? start)))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit)
    .execute()

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
