import type { Unit } from '@throughline/contract/people'
import { describe, expect, it } from 'vitest'
import { idsUnder, unitTree } from './unit-tree.ts'

const unit = (id: string, parentId: string | null): Unit => ({ id, code: id, name: id, parentId, kind: 'department', version: 1 })
// a -> (b -> d, c); e has a parent that is not listed
const tree = unitTree([unit('c', 'a'), unit('a', null), unit('d', 'b'), unit('b', 'a'), unit('e', 'gone')])

describe('the organisation tree', () => {
  it('puts each unit below its parent, sorted, and loses none', () => {
    expect(tree.map(({ unit: { id } }) => id)).toEqual(['a', 'e'])
    expect(tree[0]?.below.map(({ unit: { id } }) => id)).toEqual(['b', 'c'])
  })
  it('knows what lies under a unit, so that it is not offered as its parent', () => {
    expect([...idsUnder(tree, 'a')].sort()).toEqual(['a', 'b', 'c', 'd'])
    expect([...idsUnder(tree, 'b')].sort()).toEqual(['b', 'd'])
  })
})
