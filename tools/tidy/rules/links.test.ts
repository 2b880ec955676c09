import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { linksRule } from './links.ts'

const other = { 'docs/glossary.md': '# Glossary\n\n## Whole-life cost, in short\n', 'docs/pictures/map.png': undefined }
const found = (text: string): readonly string[] => linksRule.check(treeOf({ ...other, 'docs/start.md': text })).map((breach) => `${breach.line} ${breach.found}`)

it('follows links to files, folders, pictures, headings and the web', () => {
  expect(found('[a](glossary.md) [b](../docs/) [c](pictures/map.png) [d](glossary.md#whole-life-cost-in-short) [e](https://example.org/x) ![f](<pictures/map.png>)')).toEqual([])
  expect(found('# Here\n[a](#here)')).toEqual([])
})

it('finds links that lead nowhere', () => {
  expect(found('one\n[a](missing.md)')).toEqual(['2 a link to missing.md'])
  expect(found('[a](glossary.md#nothing) [b](#nowhere)')).toEqual(['1 a link to glossary.md#nothing', '1 a link to #nowhere'])
})

it('does not follow what is shown as code', () => {
  expect(found('`[a](missing.md)`\n```\n[b](missing.md)\n```')).toEqual([])
})
