import type { Component, NewComponent, NewReuseOffer, NewSaving, ReuseAnswer, ReuseOffer } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'

type Outcome = Promise<Result<unknown, Problem>>
/** What people do about reuse. */
export type ReuseActs = {
  add(initiativeId: string, component: NewComponent): Outcome
  change(component: Component, given: NewComponent): Outcome
  withdraw(component: Component, reason: string): Outcome
  offer(component: Component, given: NewReuseOffer): Outcome
  answer(offer: ReuseOffer, given: Omit<ReuseAnswer, 'version'>): Outcome
  withdrawOffer(offer: ReuseOffer, reason: string): Outcome
  confirm(offer: ReuseOffer, given: Omit<NewSaving, 'version'>): Outcome
}
export type Form = { readonly acts: ReuseActs; onClose(): void }
