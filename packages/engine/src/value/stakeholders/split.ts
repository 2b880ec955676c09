import { largestRemainder } from '../../kernel/index.ts'

/** For whom value is created: the groups of an aligned organisation, in the order in which they are shown. */
export const stakeholderClasses = ['owners', 'customers', 'employees', 'alliances', 'communities'] as const
export type StakeholderClass = (typeof stakeholderClasses)[number]

/** How much of a benefit, or of a disbenefit, goes to whom: millionths of the whole. */
export type ClassSplit = Readonly<Partial<Record<StakeholderClass, number>>>
/** The whole of a benefit, in the parts that shares are counted in. */
export const wholeSplit = 1_000_000

/** What the shares of a split sum to, in millionths. */
export const sumOfSplit = (split: ClassSplit): number => stakeholderClasses.reduce((sum, one) => sum + (split[one] ?? 0), 0)

/** The parts of an amount by class: they sum to it exactly, whatever its sign (largest remainder, ties to the earlier class). Shares sum to the whole. */
export function divideByClass(amount: bigint, split: ClassSplit): ReadonlyMap<StakeholderClass, bigint> {
  const named = stakeholderClasses.filter((one) => (split[one] ?? 0) > 0)
  const parts = largestRemainder(amount, named.map((one) => BigInt(split[one] ?? 0)))
  return new Map(named.map((one, at) => [one, parts[at] ?? 0n]))
}
