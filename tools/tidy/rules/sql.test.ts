import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { sqlRule } from './sql.ts'

const found = (path: string, text: string): number => sqlRule.check(treeOf({ [path]: text })).length

it('lets stores, migrations and the database folder write SQL', () => {
  for (const path of ['packages/server/src/value/store.ts', 'packages/server/src/people/entrance-store.ts', 'packages/server/src/value/migrations.ts', 'packages/server/src/database/roles.ts']) {
    expect(found(path, "db.selectFrom('entry'); sql`select 1`; query('delete from x')")).toBe(0)
  }
})

it.each(["db.selectFrom('entry')", 'sql`select 1`', 'sql<number>`select 1`', "query('SELECT a FROM b')", "query('update entry set a = 1')", 'query("insert into entry values (1)")'])('finds %s elsewhere', (text) => {
  expect(found('packages/server/src/value/routes.ts', text)).toBe(1)
})

it('is told on one line', () => {
  expect(sqlRule.check(treeOf({ 'packages/server/src/value/routes.ts': 'query(`\n  insert into entry`)' })).map((breach) => breach.found)).toEqual(['` insert into'])
})

it('does not mind sentences that begin like a statement', () => {
  expect(found('packages/web/src/value/words.ts', "'Select a measure'; 'Update the forecast'; 'Delete this row'; // db.selectFrom('x')")).toBe(0)
})
