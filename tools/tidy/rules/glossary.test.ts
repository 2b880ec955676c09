import { expect, it } from 'vitest'
import { rooms } from '../house.ts'
import { treeOf } from '../tree.ts'
import { glossaryRule } from './glossary.ts'

const entry = (term: string): string => `**${term}**: what it means, in a sentence.`
const found = (terms: readonly string[]): readonly string[] => glossaryRule.check(treeOf({ 'docs/glossary.md': terms.join('\n\n') })).map((breach) => breach.found)
const ordered = [...rooms].sort().map(entry)

it('is content with every room, in order', () => {
  expect(found(ordered)).toEqual([])
})

it('finds a missing room, a term twice, a term out of order and one without meaning', () => {
  expect(found(ordered.slice(1))).toEqual(['no entry for the room capacity'])
  expect(found([...ordered, entry('Value')])).toEqual(['"Value" after "value"'])
  expect(found([...ordered, entry('Benefit')])).toEqual(['"Benefit" after "value"'])
  expect(found([...ordered, '**Zone**:'])).toEqual(['"Zone" without a meaning'])
  expect(glossaryRule.check(treeOf({})).map((breach) => breach.found)).toEqual(['no glossary'])
})
