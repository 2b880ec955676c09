import { findPatterns } from '../pattern.ts'
import type { Rule } from '../rule.ts'
import { isTest } from '../tree.ts'

/** Only an act opens a transaction that writes: the one that also records who, when, why, before and after. */
export const writesRule: Rule = {
  name: 'writes',
  says: 'only files in acts/ open a transaction that writes',
  check: (tree) =>
    tree.sources
      .filter((file) => file.path.startsWith('packages/') && !/\/acts\//.test(file.path) && !isTest(file.path))
      .flatMap((file) => findPatterns(file.path, file.bare, [[/(?<!function )\bwriteAs\s*(<[^>]*>)?\(/, 'the call in a file of acts/']])),
}
