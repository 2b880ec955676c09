/** An idea as it is credited: whose it is, and which idea it was merged into. */
export type CreditedIdea = { readonly id: string; readonly submitterId: string; readonly handedInAt: string; readonly duplicateOf: string | null }

/**
 * Who is to be thanked for an idea: who handed it in, then whoever handed in one that was merged into it, or into one of those, by the time
 * at which they did; each person once. Nothing is copied at a merge, so that one that is undone takes its credit along.
 */
export const creditOf = <I extends CreditedIdea>(idea: I, all: readonly I[]): readonly I[] => creditsOf(all)(idea)

/** The same for many ideas of one intake, which is gone through once. */
export function creditsOf<I extends CreditedIdea>(all: readonly I[]): (idea: I) => readonly I[] {
  const direct = Map.groupBy(all, ({ duplicateOf }) => duplicateOf)
  return (idea) => {
    const found = [...mergedInto(idea.id, direct)].sort((a, b) => (a.handedInAt < b.handedInAt ? -1 : a.handedInAt > b.handedInAt ? 1 : a.id < b.id ? -1 : 1))
    const seen = new Set<string>()
    return [idea, ...found].filter(({ submitterId }) => !seen.has(submitterId) && seen.add(submitterId))
  }
}

/** Whether merging an idea into another would bring it back to itself. */
export const closesCircle = (id: string, into: string, all: readonly CreditedIdea[]): boolean => id === into || mergedInto(id, Map.groupBy(all, ({ duplicateOf }) => duplicateOf)).some((one) => one.id === into)

/** The idea as which an idea lives on: the last of those that one was merged into, itself where it was not. */
export function livesOnAs<I extends Pick<CreditedIdea, 'id' | 'duplicateOf'>>(idea: I, byId: ReadonlyMap<string, I>): I {
  const passed = new Set<string>()
  let at = idea
  for (let next = idea.duplicateOf; next !== null && !passed.has(next); next = at.duplicateOf) {
    passed.add(next)
    at = byId.get(next) ?? at
  }
  return at
}

function mergedInto<I extends CreditedIdea>(id: string, direct: ReadonlyMap<string | null, readonly I[]>): readonly I[] {
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
