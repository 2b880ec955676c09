import { units, type UnitCode } from '../../../kernel/index.ts'
import type { Target } from '../facts.ts'
import { finding, type Finding } from '../finding.ts'
import { desired, targetInWords, type View } from '../view.ts'

/** Units that differ by a fixed factor only, with what 1 of them is in the last named. */
const factors: Readonly<Partial<Record<UnitCode, readonly [UnitCode, number]>>> = {
  gbp_million: ['gbp', 1e6], million_tonne_co2e: ['tonne_co2e', 1e6], ratio: ['percent', 100],
}

type Band = { readonly target: Target; readonly unit: UnitCode; readonly low: number; readonly high: number }

/** pairs of targets on one measure identity, in related scopes, at one time. */
export function targetClashes(view: View): readonly Finding[] {
  return [...view.targetsBy.values()].flatMap((targets) => {
    const bands = targets.map((target) => bandOf(view, target)).sort((a, b) => (a.target.from < b.target.from ? -1 : 1))
    return bands.flatMap((a, index) => {
      const found: Finding[] = []
      for (let other = index + 1; other < bands.length; other++) {
        const b = bands[other]
        if (b === undefined || b.target.from >= a.target.to) break
        if (a.target.from < b.target.to && a.unit === b.unit && view.related(a.target.scope, b.target.scope)) found.push(...clashOf(view, a, b))
      }
      return found
    })
  })
}

function clashOf(view: View, a: Band, b: Band): readonly Finding[] {
  const witness = [a, b].map(({ target }) => ({ kind: 'target' as const, id: target.id }))
  const both = `${targetInWords(view, a.target)} and ${targetInWords(view, b.target)}`
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)]
  if (low > high) return [finding('X-1', 'hard', witness, `${both} cannot both hold.`)]
  const opposite = desired(a.target) * desired(b.target) === -1
  return opposite && low === high ? [finding('X-2', 'tension', witness, `${both} pull in opposite directions and meet only at ${low}.`)] : []
}

function bandOf(view: View, target: Target): Band {
  const code = view.measureOf.get(target.measureId)?.unit ?? 'count'
  const [unit, factor] = factors[code] ?? [code, 1]
  return { target, unit: unit in units ? unit : code, low: target.low === null ? -Infinity : target.low * factor, high: target.high === null ? Infinity : target.high * factor }
}
