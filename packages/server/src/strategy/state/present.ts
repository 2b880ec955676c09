import type { AlignmentState, StateCheck, StateFinding } from '@throughline/contract/strategy'
import type { CivilDate } from '@throughline/engine/kernel'
import { alignmentState, type CheckState, type StateFacts, type StateFinding as Found } from '@throughline/engine/strategy'

/** Findings of a check that are told one by one, and anomalies of all. */
export const mostFindings = 50
/** Things named of what a check looked at, and on each side of a finding. */
export const mostThings = 12

/** The state of alignment as it travels; of much the first is told, with how much there is. */
export function presentState(facts: StateFacts): AlignmentState & { readonly asOf: CivilDate } {
  const { facets, anomalies } = alignmentState(facts)
  return {
    asOf: facts.today, facets: facets.map(({ facet, status, because, checks }) => ({ facet, status, because, checks: checks.map(presentCheck) })),
    anomalies: { count: anomalies.length, first: anomalies.slice(0, mostFindings).map(({ facet, question, ...found }) => ({ facet, question, finding: presentFinding(found) })) },
  }
}

function presentCheck({ id, question, ...answer }: CheckState): StateCheck {
  if (answer.status === 'not_checked') return { id, question, status: 'not_checked', because: answer.because, looked: { count: 0, first: [] }, findings: { count: 0, first: [] }, leftOut: [] }
  const { status, looked, findings, leftOut } = answer
  return { id, question, status, because: null, looked: { count: looked.length, first: looked.slice(0, mostThings) }, findings: { count: findings.length, first: findings.slice(0, mostFindings).map(presentFinding) }, leftOut: [...leftOut] }
}

const presentFinding = (found: Found): StateFinding => found.kind === 'anomaly'
  ? { kind: found.kind, words: found.words, things: found.stated.slice(0, mostThings), measured: found.measured.slice(0, mostThings) }
  : { kind: found.kind, words: found.words, things: found.things.slice(0, mostThings), measured: [] }
