import { findPatterns } from '../pattern.ts'
import type { Breach, Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'
import type { Tree } from '../tree.ts'

/** A room of the contract that names refusals has a table that turns each into a problem; the compiler wants every row. */
export const problemsRule: Rule = {
  name: 'problems',
  says: 'each room of the contract has a complete table of problems',
  check: (tree) =>
    tree.sources
      .filter((file) => /^packages\/contract\/src\/[^/]+\/problems\.ts$/.test(file.path))
      .flatMap((file) => {
        const table = /export const \w+[Pp]roblems\b[\s\S]*?satisfies\s+(Readonly<)?Record<\w+\[["']code["']\]|export const \w+[Pp]roblems:\s*(Readonly<)?Record</.test(file.code)
        const missing = table ? [] : [{ path: file.path, line: 1, found: 'no table that covers its refusals', expected: 'export const …Problems = { … } satisfies Record<…Refusal["code"], …>' }]
        return [...missing, ...findPatterns(file.path, file.code, [[/(title|words):\s*(''|"")/, 'words for the person who must act']])]
      })
      .concat(codesTwice(tree)),
}

/** A code means one thing: it stands in one table. */
function codesTwice(tree: Tree): readonly Breach[] {
  const rows = tree.sources
    .filter((file) => /^packages\/contract\/src\/[^/]+\/problems?\.ts$/.test(file.path))
    .flatMap((file) => [...file.code.matchAll(/^ {2}(\w+): \{/gm)].map((match) => ({ path: file.path, line: lineAt(file.code, match.index), code: match[1] ?? '' })))
  return rows
    .filter((row, index) => rows.findIndex((other) => other.code === row.code) < index)
    .map(({ path, line, code }) => ({ path, line, found: `the code ${code} a second time`, expected: 'a code in one table only' }))
}
