import { posix } from 'node:path'
import type { Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'
import type { Tree } from '../tree.ts'

/** Every relative link of a document leads to a file or folder, and to a heading where it names one. */
export const linksRule: Rule = {
  name: 'links',
  says: 'every relative link in a document leads somewhere',
  check: (tree) =>
    tree.files
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) =>
        [...withoutCode(file.text).matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].flatMap((match) => {
          const target = match[1] ?? ''
          if (/^[a-z][a-z+.-]*:/i.test(target) || leads(tree, file.path, target)) return []
          return [{ path: file.path, line: lineAt(file.text, match.index), found: `a link to ${target}`, expected: 'a file, folder or heading that exists' }]
        }),
      ),
}

function leads(tree: Tree, from: string, target: string): boolean {
  const [path = '', heading] = target.split('#')
  const to = path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path)).replace(/\/$/, '')
  const file = tree.files.find((candidate) => candidate.path === to)
  if (heading !== undefined && file?.path.endsWith('.md')) return headings(file.text).includes(heading)
  return tree.paths.has(to) || to === '.' || [...tree.paths].some((candidate) => candidate.startsWith(`${to}/`))
}

const headings = (text: string): readonly string[] => [...withoutCode(text).matchAll(/^#+\s+(.+)$/gm)].map((match) => anchor(match[1] ?? ''))

/** The anchor that code hosts give a heading: "What to do, first" → `what-to-do-first`. */
const anchor = (title: string): string => title.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '))
