import type { ComponentKind, ComponentState, ReuseChance, ReuseOffer } from '@throughline/contract/delivery'
import type { Tone } from '../ui/tone.ts'

/** What kind of thing a component is. */
export const componentKindWords: Readonly<Record<ComponentKind, string>> = { software: 'Software', data: 'Data', document: 'Document', design: 'Design', equipment: 'Equipment', service: 'Service', skill: 'Skill' }
/** How far it is. */
export const componentLooks: Readonly<Record<ComponentState, { readonly tone: Tone; readonly word: string }>> = { planned: { tone: 'none', word: 'Planned' }, in_making: { tone: 'none', word: 'In the making' }, available: { tone: 'good', word: 'Available' }, late: { tone: 'warn', word: 'Late' }, withdrawn: { tone: 'none', word: 'Withdrawn' } }
/** How an offer stands; until it is accepted what it saves is unverified. */
export const offerLooks: Readonly<Record<ReuseOffer['state'], { readonly tone: Tone; readonly word: string }>> = { offered: { tone: 'warn', word: 'Waits, unverified' }, accepted: { tone: 'good', word: 'Accepted' }, declined: { tone: 'bad', word: 'Declined' }, withdrawn: { tone: 'none', word: 'Withdrawn' } }
/** What initiatives share. */
export const chanceWords: Readonly<Record<ReuseChance['kind'], string>> = { pool: 'Need the same people', dependency: 'Wait for the same initiative', measure: 'Move the same measure', skill: 'Have the same skill in what they make' }
/** Where reuse is shown. */
export const reusePlace = '/delivery/reuse'
