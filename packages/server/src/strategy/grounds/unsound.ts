import type { NewGround } from '@throughline/contract/strategy'

export type Unsound = { readonly found: string; readonly expected: string }

/** Why something could never be checked as it is said; undefined where it can. */
export function whyUnsound(ground: NewGround): Unsound | undefined {
  switch (ground.kind) {
    case 'policy':
      return whyPolicyUnsound(ground) ?? order(ground.from, ground.to)
    case 'asset_need':
      return order(ground.from, ground.to)
    case 'asset_change':
    case 'reward':
      return undefined
  }
}

function whyPolicyUnsound({ attribute, rule, value }: Extract<NewGround, { kind: 'policy' }>): Unsound | undefined {
  const [amount, bound] = [attribute === 'cost' || attribute === 'benefits', rule === 'at_most' || rule === 'at_least']
  if (amount !== bound) return { found: `${rule} for ${attribute}`, expected: amount ? 'at_most or at_least, for it is an amount' : 'equals or differs, for it is no amount' }
  return amount && !/^\d{1,15}$/.test(value) ? { found: value, expected: 'an amount in whole minor units of the currency' } : undefined
}

const order = (from: string | null, to: string | null): Unsound | undefined => (from !== null && to !== null && from >= to ? { found: `${from} to ${to}`, expected: 'an end after the beginning' } : undefined)
