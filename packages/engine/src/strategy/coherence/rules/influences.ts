import type { Influence, Target } from '../facts.ts'
import { finding, type Finding, type Witness } from '../finding.ts'
import { desired, targetInWords, type View } from '../view.ts'
import { pathsFrom, type InfluencePath } from './paths.ts'

const ref = ({ id }: Influence): Witness => ({ kind: 'influence', id })
const together = (view: View, a: Target, b: Target): boolean => a.from < b.to && b.from < a.to && view.related(a.scope, b.scope)

/** reaching one target works against another through influences between their measures. */
export function influenceClashes(view: View): readonly Finding[] {
  const leading = Map.groupBy(view.influences, ({ from }) => from)
  return [...view.targetsBy].flatMap(([identity, targets]) => {
    if (!leading.has(identity)) return []
    return [...pathsFrom(identity, leading)].flatMap(([reached, paths]) => {
      const others = view.targetsBy.get(reached) ?? []
      return targets.flatMap((a) => others.filter((b) => together(view, a, b) && desired(a) * desired(b) !== 0).flatMap((b) => clashOf(view, a, b, paths)))
    })
  })
}

function clashOf(view: View, a: Target, b: Target, paths: readonly InfluencePath[]): readonly Finding[] {
  const against = paths.find(({ sign }) => desired(a) * sign * desired(b) === -1)
  if (against === undefined) return []
  const ends: readonly Witness[] = [{ kind: 'target', id: a.id }, { kind: 'target', id: b.id }]
  const words = `To reach ${targetInWords(view, a)} works against ${targetInWords(view, b)}`
  const with_ = paths.find((path) => path !== against)
  if (with_ !== undefined) {
    const links = [...new Set([...against.links, ...with_.links])]
    return [finding('X-3', 'tension', [...ends, ...links.map(ref)], `${words} by one path and for it by another; nobody has said which is stronger.`, { ambiguous: true })]
  }
  const hard = cannotReach(view, a, b, against)
  return [finding('X-3', hard ? 'hard' : 'tension', [...ends, ...against.links.map(ref)], hard ? `${words} so much that it cannot be reached with what is planned.` : `${words}.`)]
}

/** Whether the best end of everything known misses the second target once the first is reached. */
function cannotReach(view: View, a: Target, b: Target, path: InfluencePath): boolean {
  if (a.current === null || b.current === null) return false
  const change = desired(a) === 1 ? Math.max(0, (a.low ?? a.current) - a.current) : Math.min(0, (a.high ?? a.current) - a.current)
  let effect: readonly [number, number] = [change, change]
  for (const { elasticity } of path.links) {
    if (elasticity === null) return false
    const ends = [effect[0] * elasticity.low, effect[0] * elasticity.high, effect[1] * elasticity.low, effect[1] * elasticity.high]
    effect = [Math.min(...ends), Math.max(...ends)]
  }
  const identity = view.measureOf.get(b.measureId)?.identity
  const helping = view.initiatives.filter(({ standing }) => standing !== 'candidate').flatMap(({ effects }) => effects.filter(({ measureId }) => view.measureOf.get(measureId)?.identity === identity))
  const best = desired(b) === 1
    ? b.current + effect[1] + helping.reduce((sum, { high }) => sum + high, 0)
    : b.current + effect[0] + helping.reduce((sum, { low }) => sum + low, 0)
  return desired(b) === 1 ? b.low !== null && best < b.low : b.high !== null && best > b.high
}

/** somebody is rewarded for moving a measure that works against a target of another. */
export function incentiveClashes(view: View): readonly Finding[] {
  const leading = Map.groupBy(view.influences, ({ from }) => from)
  return view.rewards.flatMap((reward) => {
    const identity = view.measureOf.get(reward.measureId)?.identity
    if (identity === undefined) return []
    return [...pathsFrom(identity, leading)].flatMap(([reached, paths]) =>
      (view.targetsBy.get(reached) ?? []).flatMap((target) => {
        const owner = view.objectiveOf.get(target.objectiveId)?.owner
        const against = paths.find(({ sign }) => desired(reward) * sign * desired(target) === -1)
        if (against === undefined || owner === null || owner === undefined || owner === reward.role) return []
        const witness: readonly Witness[] = [{ kind: 'reward', id: reward.id }, { kind: 'target', id: target.id }, ...against.links.map(ref)]
        return [finding('X-10', 'tension', witness, `${reward.role} is rewarded for ${view.measureOf.get(reward.measureId)?.name ?? ''}, which works against ${targetInWords(view, target)} of ${owner}.`)]
      }),
    )
  })
}
