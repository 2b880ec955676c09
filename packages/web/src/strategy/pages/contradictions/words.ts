import type { Ground, GroundKind, PolicyAttribute, PolicyRule } from '@throughline/contract/strategy'
import { kindWords } from '../../../demand/index.ts'
import type { Format } from '../../../format/index.ts'

export type PolicyGround = Extract<Ground, { readonly kind: 'policy' }>

export const groundsWords = {
  title: 'Policies, rewards and assets',
  note: 'What the register looks at beside the strategy, its measures and the initiatives',
  emptyTitle: 'No policy, reward or asset is recorded yet',
  emptyWhy: 'Record what policies ask of initiatives, which rewards are tied to measures, and what initiatives need and change of assets: the register then finds where these contradict each other.',
  goneInitiative: 'an initiative that was removed: nothing is looked at',
  goneMeasure: 'a measure that was removed: nothing is looked at',
} as const

export const groundKindWords: Readonly<Record<GroundKind, string>> = { policy: 'A policy that initiatives must keep', reward: 'A reward that is tied to a measure', asset_need: 'What an initiative needs of an asset', asset_change: 'What an initiative makes of an asset' }
export const attributeWords: Readonly<Record<PolicyAttribute, string>> = { cost: 'Whole-life cost', benefits: 'Benefits', category: 'Category', unit: 'Department', kind: 'Kind of initiative', sponsor: 'Sponsor' }
export const ruleWords: Readonly<Record<PolicyRule, string>> = { at_most: 'at most', at_least: 'at least', equals: 'nothing but', differs: 'anything but' }
export const rewardWords: Readonly<Record<'higher' | 'lower', string>> = { higher: 'a higher value', lower: 'a lower value' }

/** Whether a policy is about an amount of money; anything else is one of several. */
export const isAmount = (attribute: PolicyAttribute): boolean => attribute === 'cost' || attribute === 'benefits'

/** What a policy asks of initiatives: Whole-life cost at most £5m. */
export function askedText({ attribute, rule, value }: PolicyGround, currency: string, format: Format): string {
  const what = value === null ? 'an amount that is withheld from you' : isAmount(attribute) ? format.moneyShort({ minor: value, currency }) : attribute === 'kind' ? (Object.entries(kindWords).find(([kind]) => kind === value)?.[1] ?? value) : value
  return `${attributeWords[attribute]} ${ruleWords[rule]} ${what}`
}

/** When it holds; on the end it holds no more. */
export function periodText(from: string | null, to: string | null, format: Format): string {
  if (from === null && to === null) return 'Always'
  return [from === null ? '' : `From ${format.date(from)}`, to === null ? '' : `${from === null ? 'Until before' : 'to before'} ${format.date(to)}`].filter((part) => part !== '').join(' ')
}

/** What it is called where somebody is asked about it. */
export function groundName(ground: Ground): string {
  switch (ground.kind) {
    case 'policy': return `the policy ${ground.name}`
    case 'reward': return `the reward of ${ground.role}`
    case 'asset_need': return `what ${ground.initiative?.name ?? 'a removed initiative'} needs of ${ground.asset}`
    case 'asset_change': return `what ${ground.initiative?.name ?? 'a removed initiative'} makes of ${ground.asset}`
  }
}
