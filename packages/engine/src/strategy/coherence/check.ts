import type { CoherenceFacts } from './facts.ts'
import type { Finding, Witness } from './finding.ts'
import { doubleClaims, overCommitments } from './rules/amounts.ts'
import { incentiveClashes, influenceClashes } from './rules/influences.ts'
import { destructions, harms, lateDates, policyBreaches } from './rules/initiatives.ts'
import { statedAgainstRevealed, weightIncoherence } from './rules/priorities.ts'
import { structureFaults } from './rules/structure.ts'
import { targetClashes } from './rules/targets.ts'
import { viewOf, type View } from './view.ts'

/** What contradicts itself, and what would if the units concerned had no leave to go their own way. */
export type Coherence = { readonly findings: readonly Finding[]; readonly waived: readonly Finding[] }

const rules: readonly ((view: View) => readonly Finding[])[] = [
  targetClashes, influenceClashes, harms, destructions, overCommitments, doubleClaims, lateDates, weightIncoherence, incentiveClashes, policyBreaches, statedAgainstRevealed, structureFaults,
]
const places = { hard: 0, tension: 1, smell: 2 } as const

/** Every contradiction of all 13 rules, hard ones first, each once. */
export function checkCoherence(facts: CoherenceFacts): Coherence {
  const view = viewOf(facts)
  const found = onceEach(rules.flatMap((rule) => rule(view))).sort(
    (a, b) => places[a.severity] - places[b.severity] || numberOf(a) - numberOf(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
  const [findings, waived] = [[] as Finding[], [] as Finding[]]
  for (const one of found) (one.witness.some((element) => isWaived(view, element)) ? waived : findings).push(one)
  return { findings, waived }
}

/** One finding for each key: where facts of one witness are worse and less bad, the worse, whatever their order. */
function onceEach(all: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>()
  for (const one of all) {
    const other = kept.get(one.key)
    if (other === undefined || places[one.severity] < places[other.severity] || (one.severity === other.severity && one.words < other.words)) kept.set(one.key, one)
  }
  return [...kept.values()]
}

const numberOf = ({ rule }: Finding): number => Number(rule.slice(2))

/** Whether an element belongs to a unit that has leave to go its own way. */
function isWaived(view: View, { kind, id }: Witness): boolean {
  const waived = (unitId: string | null | undefined): boolean => unitId !== null && unitId !== undefined && view.waivedUnitIds.has(unitId)
  const ofObjective = (objectiveId: string | undefined): boolean => waived(view.strategyOf.get(view.objectiveOf.get(objectiveId ?? '')?.strategyId ?? '')?.unitId)
  switch (kind) {
    case 'strategy':
      return waived(view.strategyOf.get(id)?.unitId)
    case 'objective':
      return ofObjective(id)
    case 'initiative':
      return waived(view.initiativeOf.get(id)?.unitId)
    case 'target': {
      const target = view.targets.find((one) => one.id === id)
      return waived(target?.scope) || ofObjective(target?.objectiveId)
    }
    default:
      return false
  }
}
