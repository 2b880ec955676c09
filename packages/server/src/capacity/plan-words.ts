import { quantityText, type ProfileLine } from '@throughline/engine/capacity'
import type { PlanRecord, VariantRecord } from './store/plans.ts'

/** A variant before it has its initiative. */
export type Profiled = Omit<VariantRecord, 'initiativeId'>
/** Names by id. */
export type Names = { readonly pools: ReadonlyMap<string, string>; readonly pots: ReadonlyMap<string, string> }

/** What the history says of a plan: a field for each start, one for what runs, and for each variant what it needs and what it costs. */
export function planInWords(plan: PlanRecord, variants: readonly Profiled[], { pools, pots }: Names): Readonly<Record<string, string | null>> {
  const running = plan.runs ? [plan.spent_minor, plan.to_go_minor, plan.exit_minor].map((amount) => amount ?? '–').join(' / ') : null
  const said = variants.flatMap(({ name, inPlan, valuePercent, benefitsMinor, demands, costs }) => [
    [`${name}: worth`, [...(inPlan ? ['in the plan'] : []), ...(valuePercent === null ? [] : [`${valuePercent} %`]), ...(benefitsMinor === null ? [] : [benefitsMinor])].join(', ')],
    [`${name}: needs`, demands.map(({ poolId, lines }) => `${pools.get(poolId) ?? poolId} ${profile(lines, quantityText)}`).join('; ')],
    [`${name}: costs`, costs.map(({ potId, lines }) => `${potId === null ? 'no pot' : (pots.get(potId) ?? potId)} ${profile(lines, String)}`).join('; ')],
  ])
  return { earliestOn: plan.earliest_on, latestOn: plan.latest_on, fixedOn: plan.fixed_on, running, ...Object.fromEntries(said) }
}

/** `months 0–3: 40, 3–6: 20`. */
const profile = (lines: readonly ProfileLine[], write: (amount: bigint) => string): string => `months ${lines.map(({ fromMonth, months, amount }) => `${fromMonth}–${fromMonth + months}: ${write(amount)}`).join(', ')}`
