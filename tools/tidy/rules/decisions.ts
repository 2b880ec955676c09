import type { Rule } from '../rule.ts'

const sections = ['Context', 'Decision', 'Consequences', 'Evidence']

/** Decision records are numbered without gaps and say why, what, what follows and what was measured. */
export const decisionsRule: Rule = {
  name: 'decisions',
  says: 'decision records are numbered without gaps and complete',
  check: (tree) => {
    const records = tree.files.filter((file) => /^docs\/decisions\/\d{4}-[^/]+\.md$/.test(file.path))
    return records.flatMap(({ path, text }, index) => {
      const number = String(index + 1).padStart(4, '0')
      const numbered = path.startsWith(`docs/decisions/${number}-`) ? [] : [{ path, line: 1, found: `record ${path.slice(15, 19)}`, expected: `record ${number}` }]
      const missing = sections.filter((section) => !new RegExp(`^## ${section}$`, 'm').test(text))
      return [...numbered, ...missing.map((section) => ({ path, line: 1, found: `no section "${section}"`, expected: `the sections ${sections.join(', ')}` }))]
    })
  },
}
