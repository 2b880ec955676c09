import type { CoherenceRule } from '../../coherence/finding.ts'
import { judged, type CheckAnswer, type StateFinding } from '../check.ts'
import type { StateFacts, StateThing } from '../facts.ts'

/** What the register of contradictions says by some of its rules. Tensions that somebody manages are no finding; those due for review are stale. */
export function contradicting({ contradictions, unchecked }: StateFacts, rules: readonly CoherenceRule[], looked: readonly StateThing[]): CheckAnswer {
  const silent = unchecked.filter(({ rule }) => rules.includes(rule))
  const needs = silent.map(({ needs: lacking }) => `nothing is recorded of ${lacking.charAt(0).toLowerCase()}${lacking.slice(1)}`)
  const findings = contradictions.filter(({ rule, state }) => rules.includes(rule) && state !== 'managed').flatMap(({ words, state, things: [first, ...others] }): StateFinding[] => (first === undefined ? [] : [{ kind: state === 'due' ? 'stale' : 'contradiction', words, things: [first, ...others] }]))
  const isSilent = silent.length === rules.length && findings.length === 0
  return judged(isSilent ? [] : looked, findings, isSilent ? needs.join('; ') : 'no objective is in force', needs)
}
