import type { Ground, GroundKind, NewGround, PolicyAttribute, PolicyRule } from '@throughline/contract/strategy'
import { minorFromField, moneyToField } from '../../../format/index.ts'
import { isAmount } from './words.ts'

/** What stands in the form; fields of other kinds keep what was typed. Amounts as typed, in the main unit. */
export type GroundEntry = {
  readonly kind: GroundKind
  readonly name: string
  readonly attribute: PolicyAttribute
  readonly rule: PolicyRule
  readonly amount: string | null
  readonly text: string
  readonly role: string
  readonly measureId: string
  readonly direction: 'higher' | 'lower'
  readonly asset: string
  readonly state: string
  readonly initiativeId: string
  readonly from: string
  readonly to: string
  readonly on: string
}

const empty: GroundEntry = { kind: 'policy', name: '', attribute: 'cost', rule: 'at_most', amount: null, text: '', role: '', measureId: '', direction: 'higher', asset: '', state: '', initiativeId: '', from: '', to: '', on: '' }

/** The form of something recorded, or an empty one. */
export function entryOf(ground: Ground | undefined, currency: string): GroundEntry {
  if (!ground) return empty
  switch (ground.kind) {
    case 'policy': {
      const { kind, name, attribute, rule, value, from, to } = ground
      const said = isAmount(attribute) ? { amount: value === null ? null : moneyToField({ minor: value, currency }) } : { text: value ?? '' }
      return { ...empty, kind, name, attribute, rule, from: from ?? '', to: to ?? '', ...said }
    }
    case 'reward': return { ...empty, kind: ground.kind, role: ground.role, measureId: ground.measure?.id ?? '', direction: ground.direction }
    case 'asset_need': return { ...empty, kind: ground.kind, asset: ground.asset, state: ground.state, initiativeId: ground.initiative?.id ?? '', from: ground.from, to: ground.to }
    case 'asset_change': return { ...empty, kind: ground.kind, asset: ground.asset, state: ground.state, initiativeId: ground.initiative?.id ?? '', on: ground.on }
  }
}

/** Rules that an attribute can have: amounts are bounded, anything else equals or differs. */
export const rulesOf = (attribute: PolicyAttribute): readonly [PolicyRule, PolicyRule] => (isAmount(attribute) ? ['at_most', 'at_least'] : ['equals', 'differs'])

/** Another attribute, with a rule that it can have. What was typed of a kind is no category. */
export function withAttribute(entry: GroundEntry, attribute: PolicyAttribute): Pick<GroundEntry, 'attribute' | 'rule' | 'text'> {
  const rules = rulesOf(attribute)
  return { attribute, rule: rules.includes(entry.rule) ? entry.rule : rules[0], text: attribute === entry.attribute || (attribute !== 'kind' && entry.attribute !== 'kind') ? entry.text : '' }
}

/** What is sent: texts trimmed, amounts in whole minor units. */
export function givenOf(entry: GroundEntry, currency: string): NewGround {
  const { kind, name, attribute, rule, amount, text, role, measureId, direction, initiativeId, from, to, on } = entry
  const asset = { asset: entry.asset.trim(), state: entry.state.trim(), initiativeId }
  switch (kind) {
    case 'policy': return { kind, name: name.trim(), attribute, rule, value: isAmount(attribute) ? (minorFromField(amount, currency) ?? '') : text.trim(), from: from || null, to: to || null }
    case 'reward': return { kind, role: role.trim(), measureId, direction }
    case 'asset_need': return { kind, ...asset, from, to }
    case 'asset_change': return { kind, ...asset, on }
  }
}

/** Why it cannot be sent yet; undefined where it can. */
export function notYetOf(entry: GroundEntry, currency: string): string | undefined {
  const { kind, from, to } = entry
  const blank = (text: string): boolean => text.trim() === ''
  switch (kind) {
    case 'policy': {
      if (blank(entry.name)) return 'Name the policy'
      if (isAmount(entry.attribute) ? !/^\d{1,15}$/.test(minorFromField(entry.amount, currency) ?? '') : blank(entry.text)) return isAmount(entry.attribute) ? 'Enter the amount' : 'Say what it asks for'
      return from !== '' && to !== '' && from >= to ? 'It must end after it begins' : undefined
    }
    case 'reward': return blank(entry.role) ? 'Say who is rewarded' : entry.measureId === '' ? 'Choose a measure' : undefined
    case 'asset_need':
    case 'asset_change': {
      if (blank(entry.asset)) return 'Name the asset'
      if (blank(entry.state)) return 'Say in which state'
      if (entry.initiativeId === '') return 'Choose an initiative'
      if (kind === 'asset_change') return entry.on === '' ? 'Choose a day' : undefined
      return from === '' || to === '' ? 'Say from when to when' : from >= to ? 'It must end after it begins' : undefined
    }
  }
}
