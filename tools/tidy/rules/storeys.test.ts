import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { storeysRule } from './storeys.ts'

const found = (path: string, text: string): readonly number[] => storeysRule.check(treeOf({ [path]: text })).map((breach) => breach.line)

it('lets the arrows be followed', () => {
  expect(found('packages/engine/src/value/book.ts', "import { money } from '../kernel/index.ts'")).toEqual([])
  expect(found('packages/contract/src/value/schemas.ts', "import Type from 'typebox'\nimport { money } from '@throughline/engine/kernel'")).toEqual([])
  expect(found('packages/server/src/main.ts', "import fastify from 'fastify'\nimport { read } from '@throughline/exchange/csv'")).toEqual([])
  expect(found('packages/cli/src/run.ts', "import { open } from '@throughline/server/http'")).toEqual([])
})

it('finds imports against the arrows', () => {
  expect(found('packages/web/src/app.tsx', "import a from 'react'\nimport { open } from '@throughline/server/http'")).toEqual([2])
  expect(found('packages/server/src/a.ts', "import { App } from '../../web/src/app.tsx'")).toEqual([1])
  expect(found('packages/engine/src/kernel/a.ts', "import { x } from 'lodash'")).toEqual([1])
  expect(found('packages/engine/src/kernel/a.ts', "const y = await import('node:fs')")).toEqual([1])
  expect(found('packages/contract/src/a.ts', "export * from 'zod'")).toEqual([1])
  expect(found('packages/server/src/a.ts', "import { seed } from '@throughline/testkit/seed'")).toEqual([1])
  expect(found('packages/server/src/a.ts', "import { root } from '../../../tools/host/places.mjs'")).toEqual([1])
})

it('does not read comments, and lets tests use the testkit', () => {
  expect(found('packages/engine/src/kernel/a.ts', "// import x from 'lodash'")).toEqual([])
  expect(found('packages/server/src/a.test.ts', "import { seed } from '@throughline/testkit/seed'")).toEqual([])
})
