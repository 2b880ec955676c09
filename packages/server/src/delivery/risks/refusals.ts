import type { DeliveryRefusal } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { faultsSaid, type RegisterFault } from '@throughline/engine/delivery'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'

type Refused<R> = { readonly ok: false; readonly refusal: R }
export const notThere = (what: string, id: string): Refused<Refusal<'not_found'>> => refuse({ code: 'not_found', values: { what, id } } as const)
/** Refused where anything contradicts itself. */
export const whyUnsound = (faults: readonly RegisterFault[]): Refused<DeliveryRefusal> | undefined => (faults.length === 0 ? undefined : refuse({ code: 'register_contradicts', values: { count: faults.length, problems: faultsSaid(faults) } } as const))
/** Refused where somebody gives an amount, or takes one back, and may not see any. */
export const whyBlind = (actor: Actor, given: readonly object[]): Refused<Refusal<'amounts_withheld'>> | undefined =>
  !may(actor, 'see_money') && given.some((one) => Object.entries(one).some(([name, value]) => name.endsWith('Minor') && value !== undefined)) ? refuse({ code: 'amounts_withheld' } as const) : undefined
export const keyTaken = ({ key, title }: { readonly key: string; readonly title: string }): Refused<DeliveryRefusal> => refuse({ code: 'risk_key_taken', values: { key, title } } as const)

/** The first key of a form such as R-1 that is free after all of that form. */
export const nextKey = (letter: 'R' | 'I', all: readonly { readonly key: string }[]): string => `${letter}-${all.reduce((most, { key }) => Math.max(most, Number(new RegExp(`^${letter}-(\\d{1,9})$`, 'i').exec(key)?.[1] ?? 0)), 0) + 1}`
