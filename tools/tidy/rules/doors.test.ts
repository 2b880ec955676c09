import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { doorsRule } from './doors.ts'

const found = (path: string, text: string): readonly string[] => doorsRule.check(treeOf({ [path]: text })).map((breach) => breach.expected)

it('lets rooms be entered by their doors, and used freely inside', () => {
  expect(found('packages/engine/src/value/book.ts', "import { a } from '../kernel/index.ts'\nimport { b } from './ledger/balance.ts'")).toEqual([])
  expect(found('packages/web/src/value/pages/map/Page.tsx', "import { a } from '../../words.ts'\nimport { b } from '../../../ui/controls/Button.tsx'")).toEqual([])
  expect(found('packages/server/src/main.ts', "import { a } from '@throughline/contract/value'")).toEqual([])
})

it('lets schemas of the contract hold one another', () => {
  expect(found('packages/contract/src/value/schemas.ts', "import { Id } from '../demand/schemas.ts'")).toEqual([])
  expect(found('packages/contract/src/value/routes.ts', "import { a } from '../demand/routes.ts'")).toEqual(['the door packages/contract/src/demand/index.ts'])
})

it('knows the doors of the command line and of the web', () => {
  expect(found('packages/cli/src/main.ts', "import { a } from './value/commands.ts'")).toEqual([])
  expect(found('packages/web/src/main.tsx', "import { a } from './value/pages.ts'\nconst b = import('./value/pages/map/index.ts')")).toEqual([])
  expect(found('packages/web/src/main.tsx', "import { a } from './value/pages/map/Page.tsx'")).toHaveLength(1)
})

it('finds windows climbed through', () => {
  expect(found('packages/engine/src/value/book.ts', "import { a } from '../kernel/money.ts'")).toEqual(['the door packages/engine/src/kernel/index.ts'])
  expect(found('packages/server/src/main.ts', "import { a } from './value/acts/realise-benefit.ts'")).toEqual(['the door packages/server/src/value/index.ts'])
  expect(found('packages/server/src/main.ts', "import { a } from '@throughline/contract/value/schemas'")).toEqual(['the door packages/contract/src/value/index.ts'])
  expect(found('packages/server/src/value/store.ts', "import { a } from '../../../engine/src/value/index.ts'")).toEqual(['@throughline/engine/value'])
})
