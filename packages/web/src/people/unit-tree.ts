import type { Unit } from '@throughline/contract/people'

export type UnitBranch = { readonly unit: Unit; readonly below: readonly UnitBranch[] }

/** The organisation tree from its flat list, sorted by name. A unit whose parent is not in the list stands at the top. */
export function unitTree(units: readonly Unit[]): readonly UnitBranch[] {
  const ids = new Set(units.map(({ id }) => id))
  const branchesBelow = (parentId: string | null): readonly UnitBranch[] =>
    units
      .filter((unit) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null) === parentId)
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((unit) => ({ unit, below: branchesBelow(unit.id) }))
  return branchesBelow(null)
}

/** The units below one, itself included: none of them can be its parent. */
export function idsUnder(branches: readonly UnitBranch[], id: string, inside = false): ReadonlySet<string> {
  return new Set(branches.flatMap(({ unit, below }) => {
    const within = inside || unit.id === id
    return [...(within ? [unit.id] : []), ...idsUnder(below, id, within)]
  }))
}
