import type { CheckAnswer, StateAnomaly, StateCheck } from './check.ts'
import { missionChecks, visionChecks } from './checks/direction.ts'
import { assetChecks, resourceChecks } from './checks/means.ts'
import { objectiveChecks } from './checks/objectives.ts'
import { policyChecks } from './checks/rules.ts'
import { valueChecks } from './checks/value.ts'
import { processChecks, systemChecks } from './checks/work.ts'
import { stateFacets, type StateFacet, type StateFacts } from './facts.ts'

/** Every check, by facet. */
export const stateChecks: readonly StateCheck[] = [...visionChecks, ...missionChecks, ...objectiveChecks, ...policyChecks, ...processChecks, ...assetChecks, ...resourceChecks, ...systemChecks, ...valueChecks]

export type StateStatus = CheckAnswer['status']
export type CheckState = CheckAnswer & { readonly id: string; readonly question: string }
/** `because` says why a facet is not checked. */
export type FacetState = { readonly facet: StateFacet; readonly status: StateStatus; readonly because: string | null; readonly checks: readonly CheckState[] }
export type AlignmentState = { readonly facets: readonly FacetState[]; readonly anomalies: readonly (StateAnomaly & { readonly facet: StateFacet; readonly question: string })[] }

/**
 * The state of alignment, facet by facet (docs/methods/alignment-state.md). A facet fails where any of its checks does. It holds where at
 * least the check by which the organisation records the facet itself could be made, and none failed; else it is not checked, with the
 * reason. Nothing is weighed or averaged.
 */
export function alignmentState(facts: StateFacts): AlignmentState {
  const facets = stateFacets.map((facet): FacetState => {
    const checks = stateChecks.filter((one) => one.facet === facet).map(({ id, question, run }): CheckState => ({ id, question, ...run(facts) }))
    return { facet, ...statusOf(checks, core[facet]), checks }
  })
  return { facets, anomalies: facets.flatMap(({ facet, checks }) => checks.flatMap((check) => (check.status === 'not_checked' ? [] : check.findings.flatMap((found) => (found.kind === 'anomaly' ? [{ ...found, facet, question: check.question }] : []))))) }
}

/** The checks without any of which a facet is not seen: policies are not kept because leave has not ended. Of other facets every check will do. */
const core: Readonly<Partial<Record<StateFacet, readonly string[]>>> = { policies: ['policies-kept'], processes: ['changes-lead', 'work-in-time'] }

function statusOf(checks: readonly CheckState[], within: readonly string[] = checks.map(({ id }) => id)): Pick<FacetState, 'status' | 'because'> {
  if (checks.some(({ status }) => status === 'fails')) return { status: 'fails', because: null }
  const of = checks.filter(({ id }) => within.includes(id))
  if (of.some(({ status }) => status === 'holds')) return { status: 'holds', because: null }
  return { status: 'not_checked', because: [...new Set(of.flatMap((check) => (check.status === 'not_checked' ? [check.because] : [])))].join('; ') }
}
