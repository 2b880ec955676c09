import type { OfferSheet, UnitOffer } from '@throughline/contract/governance'
import type { DeliveryRisk } from '@throughline/engine/governance'
import type { Tone } from '../../../ui/tone.ts'

export const unitOfferWords = {
  title: 'Offers to units',
  note: 'What is in it for each unit: its own goals at risk with others, what the PMO offers, and what it asks in return',
  emptyTitle: 'No unit has goals',
  emptyWhy: 'What is offered to a unit comes from its own goals alone: those of its own strategy or, where it has none, objectives of the organisation whose owner is called as the unit is. Write them down first; the sheet of each unit then says what of them others hold.',
  noOffers: 'Nothing was offered to this unit yet.',
  noServices: 'No service of the PMO is published, so that there is nothing to offer.',
  allOwn: 'Everything that serves these goals is in the unit’s own hands.',
  nobody: 'nobody owns it',
} as const

/** How sure the delivery is of what a goal hangs on. */
export const riskLooks: Readonly<Record<DeliveryRisk, { readonly tone: Tone; readonly words: string }>> = { in_doubt: { tone: 'bad', words: 'In doubt' }, not_rated: { tone: 'warn', words: 'Not rated' }, likely: { tone: 'good', words: 'Likely' } }
/** What the PMO still owes a unit. */
export const lackLooks: Readonly<Record<OfferSheet['lack'], { readonly tone: Tone; readonly words: string }>> = {
  no_offer: { tone: 'bad', words: 'Lack of offer' }, part: { tone: 'warn', words: 'Offers for a part' }, none: { tone: 'good', words: 'Offers for all of it' }, nothing_at_risk: { tone: 'none', words: 'Nothing at risk' },
}
/** What a sheet says in one sentence. */
export const lackSentences: Readonly<Record<OfferSheet['lack'], (name: string) => string>> = {
  no_offer: (name) => `Goals of ${name} are at risk with others, and the PMO offers nothing about it.`,
  part: (name) => `The PMO offers something for a part of what ${name} has at risk with others.`,
  none: (name) => `For everything that ${name} has at risk with others the PMO offers something.`,
  nothing_at_risk: (name) => `No goal of ${name} is at risk with others.`,
}
export const offerLooks: Readonly<Record<UnitOffer['state'], { readonly tone: Tone; readonly words: string }>> = { offered: { tone: 'warn', words: 'Waits for the unit' }, agreed: { tone: 'good', words: 'Agreed' }, declined: { tone: 'bad', words: 'Declined' }, withdrawn: { tone: 'none', words: 'Withdrawn' } }
