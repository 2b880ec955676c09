/** What becomes of a form where somebody else has saved theirs first: the fields of both, and those that both changed otherwise. */
export type Merged<F> = { readonly fields: F; readonly clashes: readonly Field<F>[]; /** Changed by them alone. */ readonly taken: readonly Field<F>[] }
export type Field<F> = keyof F & string

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/**
 * Merges field by field from what both began with: what one of them changed is taken, what both changed alike as well; where they differ
 * it is a clash, and mine stands until somebody decides.
 */
export function mergeFields<F extends object>(base: F, mine: F, theirs: F): Merged<F> {
  const names = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])] as Field<F>[]
  const theirsChanged = names.filter((name) => !same(base[name], theirs[name]))
  const clashes = theirsChanged.filter((name) => !same(base[name], mine[name]) && !same(mine[name], theirs[name]))
  const taken = theirsChanged.filter((name) => same(base[name], mine[name]))
  return { fields: { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) }, clashes, taken }
}
