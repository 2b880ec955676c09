import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { decisionsRule } from './decisions.ts'

const record = '# Title\n\n## Context\n\n## Decision\n\n## Consequences\n\n## Evidence\n'
const found = (entries: Readonly<Record<string, string>>): readonly string[] => decisionsRule.check(treeOf(entries)).map((breach) => breach.found)

it('is content with complete records in order', () => {
  expect(found({ 'docs/decisions/0001-a.md': record, 'docs/decisions/0002-b.md': record })).toEqual([])
})

it('finds gaps and missing sections', () => {
  expect(found({ 'docs/decisions/0002-b.md': record })).toEqual(['record 0002'])
  expect(found({ 'docs/decisions/0001-a.md': record.replace('## Evidence', '') })).toEqual(['no section "Evidence"'])
})
