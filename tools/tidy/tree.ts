import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scan, type Scan } from './scan.ts'

/** One text file of the repository; `path` is relative to its root, with forward slashes. */
export type TextFile = { readonly path: string; readonly text: string }
/** A TypeScript or JavaScript file with its code told apart from comments and literals. */
export type SourceFile = TextFile & Scan

/** What the rules look at: every text file, the sources among them, and the paths of all files. */
export type Tree = {
  readonly files: readonly TextFile[]
  readonly sources: readonly SourceFile[]
  readonly paths: ReadonlySet<string>
}

const skipped = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'coverage'])
const text = /\.(ts|tsx|mjs|js|json|md|css|html|sql|svg|yml|yaml|txt|csv)$|(^|\/)(run|LICENSE|NOTICE|\.gitignore|\.npmrc)$/
const source = /\.(ts|tsx|mjs|js)$/

/** A tree from paths and their texts; paths without text stand for files that are not text. */
export function treeOf(entries: Readonly<Record<string, string | undefined>>): Tree {
  const files = Object.entries(entries).flatMap(([path, content]) => (content === undefined ? [] : [{ path, text: content }]))
  return {
    files,
    sources: files.filter((file) => source.test(file.path)).map((file) => ({ ...file, ...scan(file.text) })),
    paths: new Set(Object.keys(entries)),
  }
}

/** The tree of a folder on disk, without what is installed or built. */
export function readTree(root: string): Tree {
  const paths = filesBelow(root, '')
  return treeOf(Object.fromEntries(paths.map((path) => [path, text.test(path) ? readFileSync(join(root, path), 'utf8') : undefined])))
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesBelow(root, path)
      return entry.isFile() ? [path] : []
    })
}

/** Whether a file is a test or belongs to one. */
export const isTest = (path: string): boolean => /\.test\.tsx?$|\.test\.mjs$|(^|\/)(fixtures|story)\//.test(path) || path.startsWith('packages/testkit/') || path.startsWith('scenarios/')
