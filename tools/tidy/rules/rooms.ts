import { isRoom, rooms } from '../house.ts'
import { importsOf, standing } from '../imports.ts'
import type { Rule } from '../rule.ts'
import { isTest } from '../tree.ts'

const order: readonly string[] = rooms

/** Inside the engine a room computes with rooms before it only; `solve` knows numbers and the kernel. */
export const roomsRule: Rule = {
  name: 'rooms',
  says: 'inside the engine a room imports only from rooms before it',
  check: (tree) =>
    tree.sources.flatMap((file) => {
      const here = standing(file.path)
      if (here?.storey !== 'engine' || !isRoom(here.room) || isTest(file.path)) return []
      const before = order.slice(0, order.indexOf(here.room))
      return importsOf(file).flatMap(({ specifier, line, path }) => {
        const there = path === undefined ? undefined : standing(path)
        if (there?.storey !== 'engine' || there.room === here.room || before.includes(there.room)) return []
        return [{ path: file.path, line, found: `an import of ${specifier}`, expected: `${here.room} to import ${before.join(', ') || 'nothing'} only` }]
      })
    }),
}
