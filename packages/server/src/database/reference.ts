import type { RunSql } from './migration.ts'

/** What a column names: a row of a table by one column of its key, within the organisation. */
export type Reference = { readonly column: string; readonly to: string; readonly key: string }

/** The trigger that checks references of a table; its arguments are the tables that it refers to. */
export const referringTrigger = 'refers_at_once'

/**
 * Has references of a table checked once for each statement instead of once for each row, by which foreign keys take longer than it takes
 * to write the rows. Whatever writes: no row is added or changed that refers to what is not there, and nothing is taken away that is
 * referred to. Two transactions at once are kept apart by the clock of the organisation, under which every act stands.
 */
export async function referAtOnce(sql: RunSql, table: string, references: readonly Reference[]): Promise<void> {
  for (const { column } of references) await sql(`alter table ${table} drop constraint if exists ${table}_org_id_${column}_fkey`)
  await sql(`create function ${table}_refers() returns trigger language plpgsql as $$
    begin
      ${references.map((reference) => absent(table, reference)).join('\n      ')}
      return null;
    end $$`)
  const tables = [...new Set(references.map(({ to }) => to))]
  for (const [name, event] of [[referringTrigger, 'insert'], [`${referringTrigger}_still`, 'update']] as const) await sql(`create trigger ${name} after ${event} on ${table} referencing new table as written for each statement execute function ${table}_refers(${tables.map((to) => `'${to}'`).join(', ')})`)
  for (const reference of references) await keepReferred(sql, table, reference)
}

/** Each row that is named asks the index of the other table, whatever is thought of how many there are. */
const absent = (table: string, { column, to, key }: Reference): string => `
      if exists (select from (select distinct org_id, ${column} from written where ${column} is not null) w left join lateral (select true as there from public.${to} t where t.org_id = w.org_id and t.${key} = w.${column} offset 0) found on true where found.there is null) then
        raise foreign_key_violation using message = 'a row of ${table} refers by ${column} to what is not in ${to}', table = '${table}', column = '${column}';
      end if;`

async function keepReferred(sql: RunSql, table: string, { column, to, key }: Reference): Promise<void> {
  const name = `${to}_kept_for_${table}`
  await sql(`create function ${name}() returns trigger language plpgsql as $$
    begin
      if exists (select from gone g where not exists (select from public.${to} t where t.org_id = g.org_id and t.${key} = g.${key}) and exists (select from public.${table} r where r.org_id = g.org_id and r.${column} = g.${key})) then
        raise foreign_key_violation using message = 'a row of ${to} is referred to by ${table}', table = '${to}';
      end if;
      return null;
    end $$`)
  for (const event of ['update', 'delete'] as const) await sql(`create trigger ${name}_${event} after ${event} on ${to} referencing old table as gone for each statement execute function ${name}()`)
}
