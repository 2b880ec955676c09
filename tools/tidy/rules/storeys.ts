import { storeys } from '../house.ts'
import { importsOf, standing } from '../imports.ts'
import type { Rule } from '../rule.ts'
import { isTest } from '../tree.ts'

/** Packages from outside that a storey may use although it otherwise keeps to the house. */
const guests: Readonly<Record<string, RegExp>> = {
  engine: /^$/,
  contract: /^typebox(\/|$)/,
}

/** Imports between packages follow the arrows of the house; tests may also use the testkit and what it needs. */
export const storeysRule: Rule = {
  name: 'storeys',
  says: 'imports follow the arrows between packages',
  check: (tree) =>
    tree.sources.flatMap((file) => {
      const here = standing(file.path)?.storey ?? ''
      const allowed = storeys[here]
      if (allowed === undefined || isTest(file.path)) return []
      return importsOf(file).flatMap(({ specifier, line, path }) => {
        const there = path === undefined ? undefined : standing(path)?.storey
        const outside = path === undefined ? guests[here] && !guests[here].test(specifier) : there === undefined && !specifier.endsWith('package.json')
        const against = there !== undefined && there !== here && !allowed.includes(there)
        if (!outside && !against) return []
        return [{ path: file.path, line, found: `an import of ${specifier}`, expected: `${here} to import ${[...allowed, 'itself'].join(', ')} only` }]
      })
    }),
}
