import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { namesRule } from './names.ts'

const found = (path: string): number => namesRule.check(treeOf({ [path]: '' })).length

it.each(['packages/engine/src/utils/a.ts', 'packages/web/src/ui/helpers.ts', 'packages/server/src/core/index.ts', 'packages/server/src/job-manager.ts', 'packages/web/src/info.ts', 'packages/engine/src/project/a.ts'])('finds %s', (path) => {
  expect(found(path)).toBe(1)
})

it.each(['packages/engine/src/portfolio/projection.ts', 'packages/server/src/database/open.ts', 'tools/tidy/rules/names.ts', 'examples/data/a.csv'])('lets %s be', (path) => {
  expect(found(path)).toBe(0)
})
