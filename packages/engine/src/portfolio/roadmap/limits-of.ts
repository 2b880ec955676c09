import { meterUse, phasedPrices } from '../../solve/index.ts'
import type { LimitUse } from './answer.ts'
import type { CompiledRoadmap } from './compile.ts'
import { ruleFor } from './constraints/registry.ts'

/** Every limit with its use and its price at the margin. */
export function limitsOf({ frame, parts, program }: CompiledRoadmap, plan: Int32Array, multipliers: Float64Array): readonly LimitUse[] {
  const use = meterUse(program, plan)
  const prices = phasedPrices(program, multipliers)
  const { constraints, periods } = frame.given
  const said: string[] = []
  const words = (owner: number): string => (said[owner] ??= ruleFor(constraints[owner]!).words(constraints[owner]!, frame))
  const at = (owner: number, meter: number, period: number | null, limit: number, price: number): LimitUse[] =>
    owner < 0 || limit === Infinity ? [] : [{ constraint: constraints[owner]!, words: words(owner), period, used: use[meter]!, limit, price }]
  return [
    ...parts.lanes.flatMap((lane, index) => lane.limits.flatMap((limit, t) => at(lane.owner, index * periods.length + t, t, limit, prices[index * periods.length + t]!))),
    ...parts.tallies.flatMap(({ owner, limit }, index) => at(owner, parts.lanes.length * periods.length + index, null, limit, multipliers[parts.lanes.length * periods.length + index]!)),
  ]
}
