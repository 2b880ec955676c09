import type { CivilDate } from '../kernel/index.ts'
import { longestProfile, type ProfileLine } from './profile.ts'

/** When an initiative may start: not before, not after, or on one day alone; null where nobody said. */
export type Starts = { readonly earliestOn: CivilDate | null; readonly latestOn: CivilDate | null; readonly fixedOn: CivilDate | null }

/** One of several ways to do an initiative: what it needs of pools and pots by time since the start. Ids are those of pools and pots. */
export type VariantFacts = {
  readonly name: string
  /** Whether the plan of record has it this way. */
  readonly inPlan: boolean
  readonly demands: readonly { readonly poolId: string; readonly lines: readonly ProfileLine[] }[]
  readonly costs: readonly { readonly potId: string | null; readonly lines: readonly ProfileLine[] }[]
}

/** What is wrong with how an initiative may be planned: each in words, for who gave it. */
export function planFaults({ earliestOn, latestOn, fixedOn }: Starts, variants: readonly VariantFacts[]): readonly string[] {
  const faults: string[] = []
  if (earliestOn && latestOn && latestOn < earliestOn) faults.push(`the latest start ${latestOn} is before the earliest ${earliestOn}`)
  if (fixedOn && earliestOn && fixedOn < earliestOn) faults.push(`the fixed start ${fixedOn} is before the earliest ${earliestOn}`)
  if (fixedOn && latestOn && fixedOn > latestOn) faults.push(`the fixed start ${fixedOn} is after the latest ${latestOn}`)
  if (variants.length > 0 && variants.filter(({ inPlan }) => inPlan).length !== 1) faults.push(`${variants.filter(({ inPlan }) => inPlan).length} variants are in the plan, expected one`)
  return [...faults, ...twice(variants.map(({ name }) => name.trim().toLowerCase())).map((name) => `two variants are named ${name}`), ...variants.flatMap(faultsOfVariant)]
}

function faultsOfVariant({ name, demands, costs }: VariantFacts): readonly string[] {
  const profiles = [...demands.map(({ lines }) => lines), ...costs.map(({ lines }) => lines)]
  return [
    ...twice(demands.map(({ poolId }) => poolId)).map(() => `${name} names a pool twice`),
    ...twice(costs.map(({ potId }) => potId ?? '')).map(() => `${name} names a pot twice`),
    ...profiles.filter(overlapping).map(() => `${name} gives two amounts for one month`),
    ...profiles.filter((lines) => lines.some((line) => line.fromMonth + line.months > longestProfile)).map(() => `${name} reaches beyond ${longestProfile / 12} years`),
  ]
}

const twice = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, at) => names.indexOf(name) < at))]

function overlapping(lines: readonly ProfileLine[]): boolean {
  const inOrder = lines.toSorted((a, b) => a.fromMonth - b.fromMonth)
  return inOrder.some((line, at) => line.fromMonth < (at === 0 ? 0 : (inOrder[at - 1]?.fromMonth ?? 0) + (inOrder[at - 1]?.months ?? 0)))
}
