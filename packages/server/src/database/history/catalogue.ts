import { sql } from 'kysely'
import { appRole } from '../migration.ts'
import type { Tx } from '../tables.ts'

export type Column = { readonly name: string; readonly type: string; readonly constant: string | null }
/** A tenant table as the catalogue has it, with the rule of its history and the columns of the twin that keeps its past states. */
export type Kept = {
  readonly name: string
  readonly key: readonly string[]
  readonly columns: readonly Column[]
  /** The server adds rows and never changes them. */
  readonly appendOnly: boolean
  readonly none: string | null
  readonly shownWhen: string | null
  readonly clock: string | null
  readonly validFrom: string | null
  /** An index finds what changed between two instants. */
  readonly followed: boolean
  /** Null where there is no twin yet. */
  readonly pastColumns: readonly Column[] | null
  /** What, beside the organisation, decides on who sees a row. */
  readonly policies: readonly { readonly name: string; readonly using: string }[]
}

const columnsOf = (oid: string) => sql`
  (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'constant', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
   from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = ${sql.raw(oid)} and a.attnum > 0 and not a.attisdropped)`

/** Every table that belongs to organisations, twins apart, by name. */
export async function readKept(tx: Tx): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select c.relname as name,
      (select array_agg(a.attname::text order by k.position) from pg_index i, unnest(i.indkey) with ordinality k(number, position), pg_attribute a
       where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number) as key,
      ${columnsOf('c.oid')} as columns,
      not (has_any_column_privilege(${appRole}, c.oid, 'update') or has_table_privilege(${appRole}, c.oid, 'delete')) as "appendOnly",
      r.none, r.shown_when as "shownWhen", r.clock, r.valid_from as "validFrom", coalesce(r.followed, false) as followed,
      case when past.oid is not null then ${columnsOf('past.oid')} end as "pastColumns",
      (select coalesce(jsonb_agg(jsonb_build_object('name', p.polname, 'using', pg_get_expr(p.polqual, p.polrelid)) order by p.polname), '[]')
       from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r') and p.polqual is not null) as policies
    from pg_class c
      left join pg_class past on past.relnamespace = c.relnamespace and past.relname = c.relname || '_past' and past.relkind = 'r'
      left join history_rule r on r.table_name = c.relname
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
      and not exists (select from pg_class live where live.relnamespace = c.relnamespace and live.relname || '_past' = c.relname)
    order by c.relname`.execute(tx)
  return rows
}
