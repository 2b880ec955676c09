import type { InitiativeFacts } from '@throughline/engine/demand'
import type { CoherenceFacts, CoherenceInitiative, Policy, PolicyAttribute } from '@throughline/engine/strategy'
import type { StoredGround } from './store.ts'

/** What a policy can be about, of one initiative. Amounts are whole minor units; what nobody gave is left out, and breaks nothing. */
export function attributesOf({ cost, benefits, category, unitName, kind, sponsor }: InitiativeFacts): CoherenceInitiative['attributes'] {
  const all: Readonly<Record<PolicyAttribute, string | number | null>> = { cost: cost.status === 'ok' ? Number(cost.value.minor) : null, benefits: benefits.status === 'ok' ? Number(benefits.value.minor) : null, category, unit: unitName, kind, sponsor }
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
}

/** An asset goes by its name, however it is written. */
const assetOf = (name: string): string => name.toLowerCase()

/** Grounds as the rules look at them; texts are the same whether they are written large or small. */
export function groundFacts(grounds: readonly StoredGround[], initiatives: readonly CoherenceInitiative[], currency: { readonly code: string; readonly parts: number }): Pick<CoherenceFacts, 'policies' | 'rewards' | 'assets' | 'assetNeeds' | 'assetChanges'> {
  const spelled = new Map(initiatives.flatMap(({ attributes }) => Object.entries(attributes).map(([name, value]) => [`${name} ${String(value).toLowerCase()}`, value] as const)))
  const found = { policies: [] as Policy[], rewards: [] as CoherenceFacts['rewards'][number][], assets: new Map<string, string>(), assetNeeds: [] as CoherenceFacts['assetNeeds'][number][], assetChanges: [] as CoherenceFacts['assetChanges'][number][] }
  for (const { id, said } of grounds)
    switch (said.kind) {
      case 'policy': {
        const amount = said.attribute === 'cost' || said.attribute === 'benefits'
        found.policies.push({ id, name: said.name, attribute: said.attribute, rule: said.rule, value: amount ? Number(said.value) : (spelled.get(`${said.attribute} ${said.value.toLowerCase()}`) ?? said.value), ...(amount ? { parts: currency.parts, unit: currency.code } : {}), from: said.from ?? '0001-01-01', to: said.to ?? '9999-12-31' })
        break
      }
      case 'reward':
        found.rewards.push({ id, measureId: said.measureId, role: said.role, direction: said.direction })
        break
      case 'asset_need':
      case 'asset_change': {
        const assetId = assetOf(said.asset)
        found.assets.set(assetId, found.assets.get(assetId) ?? said.asset)
        const each = { initiativeId: said.initiativeId, assetId, state: said.state.toLowerCase() }
        if (said.kind === 'asset_need') found.assetNeeds.push({ ...each, from: said.from, to: said.to })
        else found.assetChanges.push({ ...each, on: said.on })
      }
    }
  return { ...found, assets: [...found.assets].map(([id, name]) => ({ id, name })) }
}
