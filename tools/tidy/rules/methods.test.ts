import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { methodsRule } from './methods.ts'

const code = { 'packages/engine/src/value/a.ts': "const why = { term: 'total', formula: 'whole-life-cost' }" }
const page = '# Whole-life cost\n\n    a + b\n\n- **Source**: own.\n\n## Worked example\n\n**Where it misleads.** Never.\n'
const found = (entries: Readonly<Record<string, string>>): readonly string[] => methodsRule.check(treeOf(entries)).map((breach) => breach.found)

it('is content with a listed page that tells all', () => {
  expect(found({ ...code, 'docs/methods/whole-life-cost.md': page, 'docs/methods/README.md': '[x](whole-life-cost.md)' })).toEqual([])
})

it('finds a formula without a page, a page without a section, and a page that is not listed', () => {
  expect(found(code)).toEqual(['the formula whole-life-cost'])
  expect(found({ 'docs/methods/x.md': page.replace('- **Source**: own.', ''), 'docs/methods/README.md': '[x](x.md)' })).toEqual(['nothing under "Source"'])
  expect(found({ 'docs/methods/x.md': page })).toEqual(['a page that the index does not list'])
})
