import type { Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'
import { isTest } from '../tree.ts'

/** What a page tells beside the formula itself, as a heading or as a paragraph that begins with it in bold. */
const sections = ['Source', 'Example', 'Where it misleads'] as const
const tells = (text: string, section: string): boolean => new RegExp(`^(## |[-*] \\*\\*|\\*\\*)(Worked )?${section}`, 'im').test(text)

/** Each formula that the engine names has a page in docs/methods with what a reader asks: formula, source, example, where it misleads. */
export const methodsRule: Rule = {
  name: 'methods',
  says: 'each formula of the engine has its page in docs/methods',
  check: (tree) => {
    const named = tree.sources
      .filter((file) => file.path.startsWith('packages/engine/src/') && !isTest(file.path))
      .flatMap((file) => [...file.code.matchAll(/\bformula:\s*(['"])([^'"]+)\1/g)].map((match) => ({ path: file.path, line: lineAt(file.code, match.index), formula: match[2] ?? '' })))
    const without = named
      .filter(({ formula }) => !tree.paths.has(`docs/methods/${formula}.md`))
      .map(({ path, line, formula }) => ({ path, line, found: `the formula ${formula}`, expected: `a page docs/methods/${formula}.md` }))
    const pages = tree.files.filter((file) => /^docs\/methods\/(?!README)[^/]+\.md$/.test(file.path))
    const index = tree.files.find((file) => file.path === 'docs/methods/README.md')?.text ?? ''
    const incomplete = pages.flatMap((page) =>
      sections
        .filter((section) => !tells(page.text, section))
        .map((section) => ({ path: page.path, line: 1, found: `nothing under "${section}"`, expected: `the formula, then: ${sections.join(', ')}` })),
    )
    const unlisted = pages
      .filter((page) => !index.includes(`(${page.path.slice('docs/methods/'.length)})`))
      .map((page) => ({ path: page.path, line: 1, found: 'a page that the index does not list', expected: 'a row in docs/methods/README.md' }))
    return [...without, ...incomplete, ...unlisted]
  },
}
