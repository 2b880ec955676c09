import { isRoom } from '../house.ts'
import { importsOf, standing } from '../imports.ts'
import type { Rule } from '../rule.ts'

/** A room is entered by its `index.ts`; a room of the contract also by its `schemas.ts`, since schemas hold one another and doors would go in a circle. */
const doors = (storey: string): RegExp => (storey === 'contract' ? /\/src\/[^/]+\/(index|schemas)\.ts$/ : /\/src\/[^/]+\/index\.tsx?$/)

/** A room is entered by its door, and another package by its name. */
export const doorsRule: Rule = {
  name: 'doors',
  says: 'a room is entered by its index.ts, another package by its name',
  check: (tree) =>
    tree.sources.flatMap((file) => {
      const here = standing(file.path)
      return importsOf(file).flatMap(({ specifier, line, path }) => {
        const there = path === undefined ? undefined : standing(path)
        if (path === undefined || there === undefined) return []
        const breach = (expected: string) => [{ path: file.path, line, found: `an import of ${specifier}`, expected }]
        if (here !== undefined && here.storey !== there.storey && specifier.startsWith('.')) return breach(`@throughline/${there.storey}/${there.room || '…'}`)
        const inside = here?.storey === there.storey && here.room === there.room
        if (inside || !isRoom(there.room) || doors(there.storey).test(path)) return []
        return breach(`the door packages/${there.storey}/src/${there.room}/index.ts`)
      })
    }),
}
