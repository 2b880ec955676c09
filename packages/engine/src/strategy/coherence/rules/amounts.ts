import type { Limit } from '../facts.ts'
import { finding, type Finding } from '../finding.ts'
import type { View } from '../view.ts'
import { irreducibleOver } from './irreducible.ts'

/** X-6: what is committed or mandatory exceeds a limit; an irreducible set of those that do. */
export function overCommitments(view: View): readonly Finding[] {
  const demands = Map.groupBy(view.demands, ({ limitId }) => limitId)
  return view.limits.flatMap((limit) => {
    const taken = new Map<string, number>()
    for (const { initiativeId, amount } of demands.get(limit.id) ?? []) {
      const standing = view.initiativeOf.get(initiativeId)?.standing
      if (standing === 'committed' || standing === 'mandatory') taken.set(initiativeId, (taken.get(initiativeId) ?? 0) + amount)
    }
    const over = irreducibleOver([...taken].map(([id, amount]) => ({ id, amount })), limit.amount)
    if (over.length === 0) return []
    const sum = over.reduce((total, { amount }) => total + amount, 0)
    const names = over.map(({ id }) => view.initiativeOf.get(id)?.name ?? id).join(', ')
    return [finding('X-6', 'hard', [{ kind: 'limit', id: limit.id }, ...over.map(({ id }) => ({ kind: 'initiative' as const, id }))], `${names} ${over.length === 1 ? 'is' : 'are'} committed and ${over.length === 1 ? 'takes' : 'take'} ${inUnit(sum, limit)} of ${limit.name}, which has ${inUnit(limit.amount, limit)}.`)]
  })
}

const inUnit = (amount: number, { parts = 1, unit }: Limit): string => `${amount / parts}${unit === undefined ? '' : ` ${unit}`}`

/** X-7: claims on a pool exceed its forecast; or two benefits on one path are both counted. */
export function doubleClaims(view: View): readonly Finding[] {
  const claims = Map.groupBy(view.claims, ({ poolId }) => poolId)
  const pools = view.pools.flatMap((pool) => {
    const over = irreducibleOver(claims.get(pool.id) ?? [], pool.forecast)
    if (over.length === 0) return []
    const sum = over.reduce((total, { amount }) => total + amount, 0)
    return [finding('X-7', 'hard', [{ kind: 'pool', id: pool.id }, ...over.map(({ id }) => ({ kind: 'claim' as const, id }))], `${over.map(({ name }) => name).join(', ')} claim ${sum} of ${pool.name}, which is forecast to move ${pool.forecast}.`)]
  })
  return [...pools, ...countedTwice(view)]
}

/** Counted benefits that lead to counted benefits by a shortest path without another counted one; the path is the witness, the shorter of two around a circle. */
function countedTwice(view: View): readonly Finding[] {
  const found = countedPaths(view)
  const holding = Map.groupBy(found.flatMap((one) => one.witness.map(({ id }) => ({ id, one }))), ({ id }) => id)
  const within = (inner: Finding, outer: Finding): boolean => inner.witness.length < outer.witness.length && inner.witness.every(({ id }) => outer.witness.some((each) => each.id === id))
  return found.filter((outer) => !outer.witness.some(({ id }) => holding.get(id)?.some(({ one }) => within(one, outer))))
}

function countedPaths({ benefits }: View): readonly Finding[] {
  const byId = new Map(benefits.map((one) => [one.id, one]))
  return benefits.filter(({ counted }) => counted).flatMap((first) => {
    const [seen, found] = [new Set<string>([first.id]), [] as Finding[]]
    let open: readonly (readonly string[])[] = [[first.id]]
    while (open.length > 0) {
      open = open.flatMap((path) =>
        (byId.get(path.at(-1) ?? '')?.leadsTo ?? []).flatMap((id): readonly (readonly string[])[] => {
          const here = byId.get(id)
          if (seen.has(id) || here === undefined) return []
          seen.add(id)
          if (!here.counted) return [[...path, id]]
          found.push(finding('X-7', 'hard', [...path, id].map((each) => ({ kind: 'benefit', id: each })), `${first.name} leads to ${here.name}, and both are counted.`, { kind: 'path' }))
          return []
        }),
      )
    }
    return found
  })
}
