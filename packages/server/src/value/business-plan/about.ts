/** What became of an objective: the stable keys in force that it is now, none where it was given up. */
type Successors = (key: string) => readonly string[]

/**
 * Stable keys of what a line is about once somebody has named objectives in force: those, and what nothing in force came from. That was not
 * shown to whoever named them, and is about the line again when a later version brings it back.
 * @param inForce stable keys by the ids of objectives in force; each of `ids` is one of them
 */
export function aboutAfter(before: readonly string[], ids: readonly string[], inForce: ReadonlyMap<string, string>, successors: Successors): readonly string[] {
  return [...new Set([...ids.flatMap((id) => inForce.get(id) ?? []), ...before.filter((key) => successors(key).length === 0)])]
}

/** What a line is about by now: what was merged or split since is what it became, each once. */
export const aboutNow = (keys: readonly string[], successors: Successors): readonly string[] => [...new Set(keys.flatMap(successors))]
