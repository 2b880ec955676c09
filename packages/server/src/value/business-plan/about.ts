/**
 * Stable keys of what a line is about once somebody has named objectives in force: those, and what is not in force now. That was not shown
 * to whoever named them, and is about the line again when a later version brings it back.
 * @param inForce stable keys by the ids of objectives in force; each of `ids` is one of them
 */
export function aboutAfter(before: readonly string[], ids: readonly string[], inForce: ReadonlyMap<string, string>): readonly string[] {
  const shown = new Set(inForce.values())
  return [...new Set([...ids.flatMap((id) => inForce.get(id) ?? []), ...before.filter((key) => !shown.has(key))])]
}
