import { appliesTo, attributesOf, factsOf, ruleWords, whyApplies, type Attribute, type AttributeFact, type Rule, type RuleWorld, type Truth } from '@throughline/engine/governance'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { Explanation } from '@throughline/engine/kernel'
import type { Actor, Tx } from '../../database/index.ts'
import { may, readOrganisation, readUnits } from '../../people/index.ts'
import type { ComplianceSources } from './sources.ts'

/** An initiative as rules see it. */
export type Seen = { readonly facts: InitiativeFacts; readonly found: ReadonlyMap<string, AttributeFact> }
/** What rules are asked of, as one reader sees it: whether what hangs on an amount applies is unknown to who may not see amounts. */
export type Asking = {
  readonly attributes: readonly Attribute[]
  see(facts: InitiativeFacts, custom: Readonly<Record<string, string>>): Seen
  applies(rule: Rule, seen: Seen): Truth
  why(rule: Rule, seen: Seen): Explanation
  words(rule: Rule): string
}

export async function readAsking(tx: Tx, actor: Actor, { readFields }: Pick<ComplianceSources, 'readFields'>): Promise<Asking> {
  const { currency } = await readOrganisation(tx)
  const world: RuleWorld = { units: await readUnits(tx), fields: await readFields(tx), currency, amounts: may(actor, 'see_money') }
  const attributes = attributesOf(world)
  const byKey = new Map(attributes.map((one) => [one.key, one]))
  return {
    attributes,
    see: (facts, custom) => ({ facts, found: factsOf(facts, custom, world) }),
    applies: (rule, { found }) => appliesTo(rule, found, byKey),
    why: (rule, { found }) => whyApplies(rule, found, byKey, currency),
    words: (rule) => ruleWords(rule, byKey, currency),
  }
}

/** One initiative as rules see it; undefined where there is none. */
export async function readSeen(tx: Tx, { see }: Asking, { readInitiativesOf, readCustomValues }: ComplianceSources, id: string): Promise<Seen | undefined> {
  const [facts] = await readInitiativesOf(tx, [id])
  return facts && see(facts, (await readCustomValues(tx, [id])).get(id) ?? {})
}
