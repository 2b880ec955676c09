import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { roomsRule } from './rooms.ts'

const found = (path: string, text: string): readonly number[] => roomsRule.check(treeOf({ [path]: text })).map((breach) => breach.line)

it('lets a room compute with the rooms before it', () => {
  expect(found('packages/engine/src/portfolio/select.ts', "import { solve } from '../solve/index.ts'\nimport { x } from '@throughline/engine/value'\nimport { y } from './y.ts'")).toEqual([])
  expect(found('packages/engine/src/solve/binary/bound.ts', "import { invariant } from '../../kernel/index.ts'\nimport { y } from '../matrix.ts'")).toEqual([])
})

it('finds a room that looks ahead', () => {
  expect(found('packages/engine/src/strategy/weights.ts', "import { x } from '../kernel/index.ts'\nimport { y } from '../value/index.ts'")).toEqual([2])
  expect(found('packages/engine/src/solve/binary/bound.ts', "import type { Initiative } from '../../demand/index.ts'")).toEqual([1])
  expect(found('packages/engine/src/kernel/money.ts', "import { x } from '@throughline/engine/people'")).toEqual([1])
})

it('does not order the rooms of other storeys', () => {
  expect(found('packages/server/src/strategy/routes.ts', "import { x } from '../value/index.ts'")).toEqual([])
})
