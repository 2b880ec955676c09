import exceptions from '../exceptions.json' with { type: 'json' }
import type { Rule } from '../rule.ts'
import { isTest, type SourceFile } from '../tree.ts'

/** Code lines at which a file fails; comments and blank lines are never counted. */
export const mostLines = 300
/** Code lines from which `npm run tidy` mentions a file without failing it. */
export const manyLines = 220

type Exceptions = Readonly<Record<string, string>>

/** Lines of a source that hold code. */
export const codeLines = (file: SourceFile): number => file.code.split('\n').filter((line) => line.trim() !== '').length

/** A file has at most 300 code lines; an exception is listed with its reason, and goes when it is no longer needed. */
export function sizesRule(listed: Exceptions): Rule {
  return {
    name: 'sizes',
    says: `a source has at most ${mostLines} code lines`,
    check: (tree) => {
      const long = tree.sources.filter((file) => !isTest(file.path) && codeLines(file) > mostLines)
      const stale = Object.keys(listed).filter((path) => !long.some((file) => file.path === path))
      return [
        ...long.filter((file) => (listed[file.path] ?? '').trim() === '').map((file) => ({ path: file.path, line: 1, found: `${codeLines(file)} code lines`, expected: `${mostLines} at most, or two files with good names` })),
        ...stale.map((path) => ({ path: 'tools/tidy/exceptions.json', line: 1, found: `an exception for ${path}`, expected: 'none: the file is short enough or gone' })),
      ]
    },
  }
}

export const listedExceptions: Exceptions = exceptions
