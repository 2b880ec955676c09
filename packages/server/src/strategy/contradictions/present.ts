import type { InitiativeFacts } from '@throughline/engine/demand'
import { checkCoherence, coherenceRules, contradictionRegister, type CoherenceFacts, type CoherenceRule, type Finding, type RegisterEntry, type Witness } from '@throughline/engine/strategy'
import type { Contradiction, Contradictions, UnitStrategy, WitnessElement } from '@throughline/contract/strategy'
import { unreachable } from '@throughline/engine/kernel'
import type { StoredStrategy } from '../store.ts'
import { arranged } from './arranged.ts'
import { checkedBy, coherenceFacts, needsOf, type Around } from './facts.ts'
import type { StoredTension } from './store.ts'

/** What contradicts itself as of a day. */
export const findingsOf = (stored: StoredStrategy, initiatives: readonly InitiativeFacts[], around: Around): readonly Finding[] => findingsIn(coherenceFacts(stored, initiatives, around))

/** Money against the weights of a unit is told on the page of alignment; here the strategy at the top is held against it. */
function findingsIn(facts: CoherenceFacts): readonly Finding[] {
  const below = new Set(facts.strategies.filter(({ parentId }) => parentId !== null).map(({ id }) => id))
  return checkCoherence(facts).findings.filter(({ rule, witness }) => rule !== 'X-12' || !witness.some(({ kind, id }) => kind === 'strategy' && below.has(id)))
}

/** What is said of money against priorities to who may not see amounts: that they part, and not how far. */
const withheldWords = 'Money goes elsewhere than the priorities say; how far is told to who may see amounts.'

/** The words of a finding to who may not see amounts. */
function withheld({ rule, words, witness }: Contradiction, { policies }: CoherenceFacts): string {
  if (rule === 'X-12') return withheldWords
  const broken = policies.find(({ id, unit }) => unit !== undefined && witness.some((one) => one.kind === 'policy' && one.id === id))
  return broken ? `An amount breaks ${broken.name}; how much it is is told to who may see amounts.` : words
}

/** The register as it travels: what is found, what is managed, and what could not be checked. Shares of money are told to who may see amounts. */
export function presentContradictions(stored: StoredStrategy, initiatives: readonly InitiativeFacts[], tensions: readonly StoredTension[], around: Around, amounts: boolean): Contradictions {
  const [facts, asOf] = [coherenceFacts(stored, initiatives, around), around.today]
  const byKey = new Map(tensions.map((one) => [one.key, one]))
  const accepted = tensions.map(({ key, owner, trade_off: tradeOff, review_on: reviewOn, words }) => ({ key, owner, tradeOff, reviewOn, words }))
  const nameOf = namesIn(facts, around, stored)
  const keys = new Map(stored.objectives.map((one) => [one.id, one.stable_key]))
  const objectiveOf = new Map(facts.targets.map(({ id, objectiveId }) => [id, objectiveId]))
  const shown = (witness: readonly Witness[]): WitnessElement[] => arranged(witness, around.links, ({ id }) => keys.get(objectiveOf.get(id) ?? '')).map(nameOf)
  return {
    asOf,
    entries: contradictionRegister(findingsIn(facts), accepted, asOf).map((entry) => presentEntry(entry, byKey.get(entry.key), shown)).map((one) => (amounts ? one : { ...one, words: withheld(one, facts) })),
    checked: { objectives: facts.objectives.filter(({ retired, id }) => !retired && !id.includes(' ')).length, measures: facts.measures.length, initiatives: facts.initiatives.length },
    unchecked: (Object.keys(needsOf) as (keyof typeof needsOf)[]).filter((rule) => !checkedBy(facts).has(rule)).map((rule) => ({ rule, title: coherenceRules[rule], needs: needsOf[rule] })),
  }
}

function presentEntry({ key, words, state, finding }: RegisterEntry, tension: StoredTension | undefined, shown: (witness: readonly Witness[]) => WitnessElement[]): Contradiction {
  const rule = (finding?.rule ?? key.split(' ')[0]) as CoherenceRule
  return {
    key, rule, title: coherenceRules[rule], words, state, severity: finding?.severity ?? null, witness: shown(finding?.witness ?? []), resolutions: [...(finding?.resolutions ?? [])],
    accepted: tension ? { id: tension.id, version: tension.version, owner: tension.owner, tradeOff: tension.trade_off, reviewOn: tension.review_on, acceptedBy: tension.recorded_by } : null,
  }
}

function namesIn(facts: CoherenceFacts, { links, grounds }: Around, { objectives, inForce }: StoredStrategy): (witness: Witness) => WitnessElement {
  const byKey = new Map(objectives.map((one) => [one.stable_key, one]))
  const top = new Set(objectives.map(({ id }) => id))
  const below = new Set((inForce.unit_strategies as readonly UnitStrategy[]).flatMap((one) => one.objectives.map(({ id }) => id)))
  const onObjective = (id: string | undefined) => ({ objectiveId: id !== undefined && (top.has(id) || below.has(id)) ? id : null, ofUnit: id !== undefined && below.has(id) })
  const linkOf = new Map(links.map((one) => [one.id, one]))
  const named = new Map([...facts.strategies, ...facts.objectives, ...facts.measures, ...facts.initiatives, ...facts.limits, ...facts.benefits, ...facts.policies, ...facts.assets].map(({ id, name }) => [id, name]))
  const rewards = new Map(facts.rewards.map(({ id, role }) => [id, role]))
  const objectiveOf = new Map(facts.targets.map(({ id, objectiveId }) => [id, objectiveId]))
  return ({ kind, id }) => {
    const name = named.get(id) ?? ''
    switch (kind) {
      case 'objective':
        return { kind, id, name, ...onObjective(id) }
      case 'limit':
        return { kind, id: id.slice(0, id.indexOf(' ')), name, objectiveId: null, ofUnit: false }
      case 'strategy':
      case 'initiative':
      case 'benefit':
        return { kind, id, name, objectiveId: null, ofUnit: false }
      case 'measure':
      case 'target':
        return { kind, id, name, ...onObjective(objectiveOf.get(id)) }
      case 'influence': {
        const link = linkOf.get(id)
        const [from, to] = [byKey.get(link?.from ?? ''), byKey.get(link?.to ?? '')]
        return { kind, id, name: `${from?.statement ?? ''} → ${to?.statement ?? ''}`, objectiveId: from?.id ?? null, ofUnit: false }
      }
      case 'policy':
        return { kind, id, name, objectiveId: null, ofUnit: false }
      case 'reward':
        return { kind, id, name: rewards.get(id) ?? '', objectiveId: null, ofUnit: false }
      case 'asset':
        return { kind, id: grounds?.kept.find(({ said }) => 'asset' in said && said.asset.toLowerCase() === id)?.id ?? id, name, objectiveId: null, ofUnit: false }
      case 'pool':
      case 'claim':
        throw new Error(`Broken invariant: a strategy holds no ${kind} that can contradict itself`)
      default:
        return unreachable(kind)
    }
  }
}
