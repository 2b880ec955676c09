import type { InitiativeState } from '../facts.ts'
import { stepOf, type Criterion, type Gate, type Hurdle } from './facts.ts'
import type { CriteriaScore } from './score.ts'
import { sameName } from './value.ts'

/** How an initiative stands at a gate: it meets what is asked, it does not, or something is not known that would tell. */
export const gateStandings = ['met', 'not_met', 'unknown'] as const
export type GateStanding = (typeof gateStandings)[number]
/** What is asked at a gate and not met, and what is not known, by the name of the criterion or as the score. */
export type AtGate = { readonly gateId: string; readonly standing: GateStanding; readonly failed: readonly string[]; readonly unknown: readonly string[] }

/** The gate before which an initiative stands: the first on its way; none where it stands still or is past them all. */
export const nextGate = (gates: readonly Gate[], state: InitiativeState): Gate | undefined => {
  const at = stepOf(state)
  return at === undefined ? undefined : inOrder(gates).find((gate) => (stepOf(gate.before) ?? 0) > at)
}
/** The gates that an initiative has passed. */
export const passedGates = (gates: readonly Gate[], state: InitiativeState): readonly Gate[] => {
  const at = stepOf(state)
  return at === undefined ? [] : inOrder(gates).filter((gate) => (stepOf(gate.before) ?? 0) <= at)
}
const inOrder = (gates: readonly Gate[]): readonly Gate[] => gates.toSorted((a, b) => (stepOf(a.before) ?? 0) - (stepOf(b.before) ?? 0))

/** How an initiative stands at a gate by its score and what the criteria read; a score that is an interval is met or not where all of it is. */
export function atGate({ id, hurdles, leastScore }: Gate, criteria: readonly Criterion[], score: CriteriaScore): AtGate {
  const nameOf = (criterionId: string): string => criteria.find((one) => one.id === criterionId)?.name ?? ''
  const each = hurdles.map((hurdle) => ({ name: nameOf(hurdle.criterionId), met: clears(hurdle, score) }))
  // Equal to the bound is met: 60 of at least 60.
  const total = leastScore === null ? [] : [{ name: 'Score', met: score.low >= leastScore ? true : score.high < leastScore ? false : undefined }]
  const all = [...each, ...total]
  const [failed, unknown] = [all.filter(({ met }) => met === false).map(({ name }) => name), all.filter(({ met }) => met === undefined).map(({ name }) => name)]
  return { gateId: id, standing: failed.length > 0 ? 'not_met' : unknown.length > 0 ? 'unknown' : 'met', failed, unknown }
}

function clears({ criterionId, least, most, levels }: Hurdle, { parts }: CriteriaScore): boolean | undefined {
  const raw = parts.find((part) => part.criterionId === criterionId)?.raw.metric
  if (raw?.status !== 'ok') return undefined
  const { value } = raw
  return typeof value === 'string' ? levels.some((level) => sameName(level, value)) : (least === null || value >= least) && (most === null || value <= most)
}
