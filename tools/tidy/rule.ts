import type { Tree } from './tree.ts'

/** A place where a house rule is broken, in words for the one who must mend it. */
export type Breach = { readonly path: string; readonly line: number; readonly found: string; readonly expected: string }

/** A house rule: its name, what it says, and where a tree breaks it. */
export type Rule = { readonly name: string; readonly says: string; readonly check: (tree: Tree) => readonly Breach[] }

/** One line for a breach: `file:line rule found … expected …`. */
export const breachLine = (rule: Rule, { path, line, found, expected }: Breach): string => `${path}:${line} ${rule.name}: found ${found}, expected ${expected}`
