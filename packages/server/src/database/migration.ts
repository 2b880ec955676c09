/** Runs SQL: one statement or several parted by semicolons. */
export type RunSql = (text: string) => Promise<void>

/**
 * One step forward of the schema; there is no way back.
 * `name` is `<room>-<number>-<what>` and is never changed once released. SQL in the dialect of PostgreSQL 15.
 */
export type Migration = { readonly name: string; readonly up: (sql: RunSql) => Promise<void> }

/** The role the server logs in as: owns nothing, cannot pass by row-level security. */
export const appRole = 'throughline_app'

/**
 * Whose rows a policy shows. The subquery is worked out once for a statement; a function there would be for every row, and, since its
 * operators are not known to keep secrets, no order of an index could be used behind it.
 */
export const ownOrganisation = 'org_id = (select current_org())'

type TenantTable = {
  /** Rows are added and never changed: the server may not update or delete. */
  readonly appendOnly?: boolean
}

/**
 * Creates a table that belongs to organisations: `create table <name> (org_id uuid not null, …, primary key (org_id, …))`.
 * Adds row-level security, also for the owner, and the server's rights. Without a named organisation it shows no row.
 */
export async function tenantTable(sql: RunSql, createTable: string, { appendOnly = false }: TenantTable = {}): Promise<void> {
  const name = /^\s*create\s+table\s+([a-z_]+)\s*\(/i.exec(createTable)?.[1]
  if (!name) throw new Error(`A tenant table is created by "create table <name> (…)". Found: ${createTable.slice(0, 60)}`)
  await sql(createTable)
  await sql(`
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy own_organisation on ${name} using (${ownOrganisation}) with check (${ownOrganisation});
    grant select, insert${appendOnly ? '' : ', update, delete'} on ${name} to ${appRole}`)
}
