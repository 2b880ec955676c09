import { findPatterns } from '../pattern.ts'
import type { Rule } from '../rule.ts'
import { isTest } from '../tree.ts'

/** A room's SQL stands in its `store.ts` (`<part>-store.ts` where there are two); tables in `migrations.ts`; roles, locks and health in `database/`. */
const home = /\/(([a-z-]+-)?store|migrations)(\/[^/]+)?\.ts$|\/database\/|\.sql$/
const built = [[/\bsql\s*(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\s*\(/, 'SQL in a file named store.ts']] as const
const written = [[/['"`]\s*(select\s[^'"`]*\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(table|index|policy|role)\s)/i, 'SQL in a file named store.ts']] as const

/** SQL is written in stores and migrations alone. */
export const sqlRule: Rule = {
  name: 'sql',
  says: 'SQL is written in store.ts, migrations.ts and database/ alone',
  check: (tree) =>
    tree.sources
      .filter((file) => file.path.startsWith('packages/') && !home.test(file.path) && !isTest(file.path))
      .flatMap((file) => [...findPatterns(file.path, file.bare, built), ...findPatterns(file.path, file.code, written)]),
}
