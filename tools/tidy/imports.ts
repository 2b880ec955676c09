import { posix } from 'node:path'
import { lineAt } from './scan.ts'
import type { SourceFile } from './tree.ts'

/** An import as written, and where it leads inside the repository; no path for a package from outside. */
export type Import = { readonly specifier: string; readonly line: number; readonly path?: string }

const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g

/** Every import of a source, static and dynamic, types included. `@throughline/x/y` leads to the door of y. */
export function importsOf(file: SourceFile): readonly Import[] {
  return [...file.code.matchAll(pattern)]
    .filter((match) => file.bare[match.index] !== ' ')
    .map((match) => {
      const specifier = match[2] ?? ''
      return { specifier, line: lineAt(file.code, match.index), path: pathOf(file.path, specifier) }
    })
}

function pathOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const own = /^@throughline\/([^/]+)(?:\/(.+))?$/.exec(specifier)
  return own ? `packages/${own[1]}/src/${own[2] ? `${own[2]}/` : ''}index.ts` : undefined
}

/** Storey and folder of a path: `packages/engine/src/value/book.ts` is `value` in `engine`. */
export function standing(path: string): { readonly storey: string; readonly room: string } | undefined {
  const match = /^packages\/([^/]+)\/(?:src\/([^/]+)\/)?/.exec(path)
  return match ? { storey: match[1] ?? '', room: match[2] ?? '' } : undefined
}
