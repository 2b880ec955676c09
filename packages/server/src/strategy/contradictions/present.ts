import type { InitiativeFacts } from '@throughline/engine/demand'
import { checkCoherence, coherenceRules, contradictionRegister, type CoherenceFacts, type CoherenceRule, type Finding, type RegisterEntry, type Witness } from '@throughline/engine/strategy'
import type { Contradiction, Contradictions, WitnessElement } from '@throughline/contract/strategy'
import { unreachable, type CivilDate } from '@throughline/engine/kernel'
import type { StoredStrategy } from '../store.ts'
import { coherenceFacts, needsOf } from './facts.ts'
import type { StoredTension } from './store.ts'

/** What contradicts itself as of a day. */
export const findingsOf = (stored: StoredStrategy, initiatives: readonly InitiativeFacts[]): readonly Finding[] => checkCoherence(coherenceFacts(stored, initiatives)).findings

/** The register as it travels: what is found, what is managed, and what could not be checked. */
export function presentContradictions(stored: StoredStrategy, initiatives: readonly InitiativeFacts[], tensions: readonly StoredTension[], asOf: CivilDate): Contradictions {
  const facts = coherenceFacts(stored, initiatives)
  const byKey = new Map(tensions.map((one) => [one.key, one]))
  const accepted = tensions.map(({ key, owner, trade_off: tradeOff, review_on: reviewOn, words }) => ({ key, owner, tradeOff, reviewOn, words }))
  const nameOf = namesIn(facts)
  return {
    asOf,
    entries: contradictionRegister(checkCoherence(facts).findings, accepted, asOf).map((entry) => presentEntry(entry, byKey.get(entry.key), nameOf)),
    checked: { objectives: facts.objectives.length, measures: facts.measures.length, initiatives: facts.initiatives.length },
    unchecked: (Object.keys(needsOf) as (keyof typeof needsOf)[]).map((rule) => ({ rule, title: coherenceRules[rule], needs: needsOf[rule] })),
  }
}

function presentEntry({ key, words, state, finding }: RegisterEntry, tension: StoredTension | undefined, nameOf: (witness: Witness) => WitnessElement): Contradiction {
  const rule = (finding?.rule ?? key.split(' ')[0]) as CoherenceRule
  return {
    key, rule, title: coherenceRules[rule], words, state, severity: finding?.severity ?? null, witness: (finding?.witness ?? []).map(nameOf), resolutions: [...(finding?.resolutions ?? [])],
    accepted: tension ? { id: tension.id, version: tension.version, owner: tension.owner, tradeOff: tension.trade_off, reviewOn: tension.review_on, acceptedBy: tension.recorded_by } : null,
  }
}

function namesIn(facts: CoherenceFacts): (witness: Witness) => WitnessElement {
  const named = new Map([...facts.strategies, ...facts.objectives, ...facts.measures, ...facts.initiatives].map(({ id, name }) => [id, name]))
  const objectiveOf = new Map(facts.targets.map(({ id, objectiveId }) => [id, objectiveId]))
  return ({ kind, id }) => {
    const name = named.get(id) ?? ''
    switch (kind) {
      case 'objective':
        return { kind, id, name, objectiveId: id }
      case 'strategy':
      case 'initiative':
        return { kind, id, name, objectiveId: null }
      case 'measure':
      case 'target':
        return { kind, id, name, objectiveId: objectiveOf.get(id) ?? null }
      case 'influence':
      case 'reward':
      case 'asset':
      case 'limit':
      case 'pool':
      case 'claim':
      case 'benefit':
      case 'policy':
        throw new Error(`Broken invariant: a strategy holds no ${kind} that can contradict itself`)
      default:
        return unreachable(kind)
    }
  }
}
