/** An idea as it is credited: whose it is, and which idea it was merged into. */
export type CreditedIdea = { readonly id: string; readonly submitterId: string; readonly handedInAt: string; readonly duplicateOf: string | null }

/**
 * Who is to be thanked for an idea: who handed it in, then whoever handed in one that was merged into it, or into one of those, by the time
 * at which they did; each person once. Nothing is copied at a merge, so that one that is undone takes its credit along.
 */
export function creditOf<I extends CreditedIdea>(idea: I, all: readonly I[]): readonly I[] {
  const found = [...mergedInto(idea.id, all)].sort((a, b) => (a.handedInAt < b.handedInAt ? -1 : a.handedInAt > b.handedInAt ? 1 : a.id < b.id ? -1 : 1))
  const seen = new Set<string>()
  return [idea, ...found].filter(({ submitterId }) => !seen.has(submitterId) && seen.add(submitterId))
}

/** Whether merging an idea into another would bring it back to itself. */
export const closesCircle = (id: string, into: string, all: readonly CreditedIdea[]): boolean => id === into || mergedInto(id, all).some((one) => one.id === into)

function mergedInto<I extends CreditedIdea>(id: string, all: readonly I[]): readonly I[] {
  const direct = Map.groupBy(all, ({ duplicateOf }) => duplicateOf)
  const found: I[] = []
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of direct.get(next) ?? []) {
      found.push(one)
      open.push(one.id)
    }
  }
  return found
}
