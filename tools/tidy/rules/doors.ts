import { isRoom } from '../house.ts'
import { importsOf, standing } from '../imports.ts'
import type { Rule } from '../rule.ts'

/**
 * Doors beside `index.ts`: schemas of the contract hold one another, and through `index.ts` that would go in a circle;
 * a room of the command line is its commands; a room of the web is its pages, each with a door, their list and its words.
 */
const doors: Readonly<Record<string, RegExp>> = {
  contract: /\/src\/[^/]+\/(index|schemas)\.ts$/,
  cli: /\/src\/[^/]+\/(index|commands)\.ts$/,
  web: /\/src\/[^/]+\/(index|pages|words|pages\/[^/]+\/index)\.tsx?$/,
}
const onlyDoor = /\/src\/[^/]+\/index\.ts$/

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
        if (inside || !isRoom(there.room) || (doors[there.storey] ?? onlyDoor).test(path)) return []
        return breach(`the door packages/${there.storey}/src/${there.room}/index.ts`)
      })
    }),
}
