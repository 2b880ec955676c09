import type { Refusal } from '@throughline/contract/wire'
import { refuse } from '@throughline/engine/kernel'
import type { StoredValue } from './store.ts'

type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }

export const noValue = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'value', id } } as const)
/** Refused where a value is not there or in force no longer. */
export const notInForce = (value: StoredValue | undefined, id: string): Refused<'not_found' | 'value_retired'> | undefined => (value === undefined ? noValue(id) : whyRetired(value))
/** Refused where a value was retired. */
export const whyRetired = ({ name, retired_at, retired_by, retired_because }: StoredValue): Refused<'value_retired'> | undefined =>
  retired_at === null ? undefined : refuse({ code: 'value_retired', values: { name, by: retired_by, at: retired_at.slice(0, 10), reason: sentence(retired_because ?? '') } } as const)

/** Names and statements are told apart by their letters, not by their case. */
export const alike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`)
