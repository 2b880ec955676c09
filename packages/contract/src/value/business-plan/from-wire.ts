import { mapMetric, type Metric } from '@throughline/engine/kernel'
import type { PlanPart as EnginePlanPart } from '@throughline/engine/value'
import type { PlanPart } from './schemas.ts'

const least = (metric: Metric<string>): Metric<bigint> => mapMetric(metric, BigInt)

/** A line in a period as the engine takes it, which tells why its figures are what they are. */
export const planPartFromWire = ({ baseline, planned, claimed, ambition, covered, uncovered, over, claims, ...part }: PlanPart): EnginePlanPart => ({
  ...part, baseline: baseline === null ? null : BigInt(baseline), planned: BigInt(planned), claimed: least(claimed), ambition: least(ambition), covered: least(covered), uncovered: least(uncovered), over: least(over),
  claims: claims.map(({ amount, ...one }) => ({ ...one, amount: BigInt(amount) })),
})
