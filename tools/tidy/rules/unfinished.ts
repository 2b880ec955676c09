import { findPatterns } from '../pattern.ts'
import type { Rule } from '../rule.ts'

const inCode = [
  [/\.(only|skip|todo|fails)\s*\(/, 'every test to run'],
  [/\b(xit|xdescribe|fdescribe)\s*\(/, 'every test to run'],
  [/\bas\s+any\b|:\s*any\b|<any>/, 'a type'],
] as const
const inText = [
  [/@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable/, 'the cause mended'],
  [/\b(TODO|FIXME|XXX|HACK)\b/, 'the work done, or a line in the issue tracker'],
] as const

/** Nothing unfinished, switched off or waved through is committed. */
export const unfinishedRule: Rule = {
  name: 'unfinished',
  says: 'nothing is unfinished, switched off or waved through',
  check: (tree) =>
    tree.sources
      .filter((file) => !file.path.startsWith('tools/tidy/rules/unfinished'))
      .flatMap((file) => [...findPatterns(file.path, file.bare, inCode), ...findPatterns(file.path, file.text, inText)]),
}
