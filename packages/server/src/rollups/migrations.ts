import { historyOf, ownOrganisation, tenantTable, type Migration } from '../database/index.ts'

/**
 * Answers that cost much and are asked for often, kept in the database for every server alike. `stamp` says up to which act the
 * organisation was read: with the next act the stamp is another, and the answer is computed again. Nothing is lost with a row of it.
 */
export const rollupMigrations: readonly Migration[] = [
  {
    name: 'rollups-001-rollup',
    up: async (sql) => {
      await tenantTable(sql, `create table rollup (org_id uuid not null, kind text not null, stamp text not null, asked bytea not null, answer text not null, made_at timestamptz not null default now(), primary key (org_id, kind, stamp, asked))`)
      await sql('create index rollup_age on rollup (org_id, made_at)')
      await sql('create index revision_at on revision (org_id, at)')
      await historyOf(sql, 'rollup', { none: 'computed from what is kept' })
    },
  },
  // Packed as it is sent: what is kept is neither unpacked nor packed again for those who ask for it.
  { name: 'rollups-003-packed', up: (sql) => sql('truncate rollup; alter table rollup drop column answer, add column packed bytea not null; alter table rollup alter column packed set storage external') },
]

/** Runs after every room's steps: policies of tables that earlier versions made are given the form of `ownOrganisation`. */
export const policyMigrations: readonly Migration[] = [
  {
    name: 'rollups-002-organisation-once',
    up: (sql) =>
      sql(`do $$ declare one record; begin
        for one in select tablename from pg_policies where schemaname = 'public' and policyname = 'own_organisation' loop
          execute format('alter policy own_organisation on %I using (${ownOrganisation}) with check (${ownOrganisation})', one.tablename);
        end loop; end $$`),
  },
]
