import type { NetworkGap, NetworkNode } from '@throughline/contract/value'
import type { NodeKind } from '@throughline/engine/value'

export const kindWords: Readonly<Record<NodeKind, { readonly one: string; readonly many: string; readonly about: string }>> = {
  enabler: { one: 'Enabler', many: 'Enablers', about: 'What is built or bought' },
  enabling_change: { one: 'Enabling change', many: 'Enabling changes', about: 'Done once, so that it can be used' },
  business_change: { one: 'Business change', many: 'Business changes', about: 'Who works in another way' },
  benefit: { one: 'Benefit', many: 'Benefits', about: 'What gets measurably better' },
  objective: { one: 'Objective', many: 'Objectives', about: 'What it is for' },
  driver: { one: 'Driver', many: 'Drivers', about: 'Why it has to be' },
}

export const gapWords: Readonly<Record<NetworkGap, string>> = {
  without_owner: 'Without an owner',
  benefit_without_change: 'Benefit that rests on no business change',
  benefit_without_objective: 'Benefit that leads to no objective',
  without_measure: 'Benefit without a measure',
  without_baseline: 'Measure without a baseline',
  change_without_benefit: 'Change that leads to no benefit',
  enabler_without_benefit: 'Enabler that leads to no benefit',
  objective_without_benefit: 'Objective that no benefit reaches',
  driver_without_objective: 'Driver that no objective answers',
  shares_above_whole: 'Shares of more than 100%',
  counted_twice: 'Counted twice on one path',
  due_too_early: 'Due before what it needs is there',
  cycle: 'Goes round',
}

export const stateWords: Readonly<Record<NonNullable<NetworkNode['state']>, string>> = { planned: 'Planned', under_way: 'Under way', done: 'Done', retired: 'Given up' }
export const keptWords: Readonly<Record<NetworkNode['keptIn'], string>> = { network: 'kept in the network', strategy: 'kept in the strategy', ledger: 'kept in the value ledger', portfolio: 'kept in the portfolio' }
export const saidWords = { serves: 'The strategy says that it serves this; no path of the network shows it', promises: 'The ledger says that it promised this; no path of the network shows it' } as const
