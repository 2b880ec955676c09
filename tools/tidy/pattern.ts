import { lineAt } from './scan.ts'
import type { Breach } from './rule.ts'

/** A breach for each place of `text` that matches one of the patterns, which say what is expected there. */
export function findPatterns(path: string, text: string, patterns: readonly (readonly [pattern: RegExp, expected: string])[]): readonly Breach[] {
  return patterns.flatMap(([pattern, expected]) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) => ({ path, line: lineAt(text, match.index), found: match[0].trim().replace(/\s+/g, ' '), expected })),
  )
}
