import type { GeneratedCandidate, GeneratedRoadmap } from './generator.ts'

/** Start of each candidate; null where it stays out. */
export type Starts = readonly (number | null)[]

/** What a plan is worth in hundredths, and what it breaks, in words; empty where it keeps everything. */
export type Checked = { readonly worth: number; readonly faults: readonly string[] }

/**
 * Reads a plan from the instance alone, plainly and in whole numbers: values in hundredths, staff in quarters. Every plan, ours and the
 * peers', passes here; it shares no line with either.
 */
export function checkStarts(instance: GeneratedRoadmap, starts: Starts): Checked {
  const { P, T } = instance
  const faults: string[] = []
  const going = P.flatMap((each) => {
    const start = starts[each.i] ?? null
    return start === null ? [] : [{ each, start }]
  })
  let worth = 0
  for (const { each, start } of going) {
    if (!Number.isInteger(start) || start < each.es || start > each.ls) faults.push(`${each.i} starts in ${start}, outside ${each.es} to ${each.ls}`)
    worth += Math.round((each.v[start - each.es] ?? 0) * 100)
    for (const before of each.pred) {
      const began = starts[before] ?? null
      if (began === null || began + P[before]!.d > start) faults.push(`${each.i} starts before ${before} has ended`)
    }
  }
  for (const each of P) if (each.mand && (starts[each.i] ?? null) === null) faults.push(`${each.i} is mandatory and left out`)
  for (const group of instance.excl) if (group.filter((i) => (starts[i] ?? null) !== null).length > 1) faults.push(`more than one of ${group.join(', ')}`)
  const over = (name: string, t: number, limit: number, need: (each: GeneratedCandidate, k: number) => number): void => {
    const used = going.reduce((sum, { each, start }) => (t >= start && t < start + each.d ? sum + need(each, t - start) : sum), 0)
    if (used > limit) faults.push(`${name} in ${t}: ${used} of ${limit}`)
  }
  for (let t = 0; t < T; t++) {
    over('capex', t, instance.capex[t]!, (each, k) => each.capex[k]!)
    over('opex', t, instance.opex[t]!, (each, k) => each.opex[k]!)
    for (let p = 0; p < instance.pools; p++) over(`pool ${p}`, t, instance.cap[p]![t]! * 4, (each, k) => (each.fte.find((need) => need.p === p)?.u[k] ?? 0) * 4)
  }
  const cost = going.reduce((sum, { each }) => sum + each.cost, 0)
  for (const { kind, k, min, max } of instance.shares) {
    const own = going.reduce((sum, { each }) => sum + (each[kind] === k ? each.cost : 0), 0)
    if (own * 100 < Math.round(min * 100) * cost) faults.push(`${kind} ${k} has less than ${min}`)
    if (own * 100 > Math.round(max * 100) * cost) faults.push(`${kind} ${k} has more than ${max}`)
  }
  return { worth, faults }
}
