import { daysBetween, known, undefinedBecause, type CivilDate, type Metric } from '../../kernel/index.ts'

/** The steps from a signal to its effect. */
export const latencySteps = ['signal', 'recognised', 'sent', 'approved', 'reviewed', 'decided', 'moved', 'effect'] as const
export type LatencyStep = (typeof latencySteps)[number]
/** When the steps of one recalibration came; what has not come is absent. */
export type LatencyRecord = { readonly id: string; readonly on: Readonly<Partial<Record<LatencyStep, CivilDate>>> }

/** Days a step took from the one before; an open step counts its age, and is in no percentile. */
export type StepLatency = { readonly step: LatencyStep; readonly days: number; readonly open: boolean }

/** The steps of one recalibration, up to the one that is awaited. Steps that were not recorded are passed over. */
export function latencyOf({ on }: LatencyRecord, today: CivilDate): readonly StepLatency[] {
  const found: StepLatency[] = []
  let before = on.signal
  for (const step of latencySteps.slice(1)) {
    const came = on[step]
    if (before === undefined) break
    if (came !== undefined) {
      found.push({ step, days: daysBetween(before, came), open: false })
      before = came
    } else if (latencySteps.slice(latencySteps.indexOf(step) + 1).every((later) => on[later] === undefined)) {
      found.push({ step, days: daysBetween(before, today), open: true })
      break
    }
  }
  return found
}

/** Percentiles of a step over many recalibrations, by nearest rank; undefined below five that are over. */
export function latencyPercentiles(records: readonly LatencyRecord[], step: LatencyStep, today: CivilDate): Readonly<Record<'p50' | 'p85' | 'p95', Metric<number>>> {
  const days = records.flatMap((record) => latencyOf(record, today).filter((one) => one.step === step && !one.open).map((one) => one.days)).sort((a, b) => a - b)
  const at = (percent: number): Metric<number> => (days.length < 5 ? undefinedBecause('INSUFFICIENT_POINTS') : known(days[Math.ceil((days.length * percent) / 100) - 1] ?? 0))
  return { p50: at(50), p85: at(85), p95: at(95) }
}
