import type { ServiceText } from '@throughline/contract/governance'
import { refuse } from '@throughline/engine/kernel'
import { asSentence, type Refused } from '../refused.ts'
import type { StoredService } from './store.ts'

export const noService = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'service of the PMO', id } } as const)
/** Refused where a service was retired. */
export const whyRetired = ({ said, retired_at, retired_by, retired_because }: StoredService): Refused<'service_retired'> | undefined =>
  retired_at === null ? undefined : refuse({ code: 'service_retired', values: { name: said.name, by: retired_by, at: retired_at.slice(0, 10), reason: asSentence(retired_because ?? '') } } as const)
/** Refused where hours are of a day that is still to come. */
export const whyAhead = (on: string, now: Date): Refused<'work_ahead'> | undefined => {
  const today = now.toISOString().slice(0, 10)
  return on > today ? refuse({ code: 'work_ahead', values: { found: on, today } } as const) : undefined
}

/** Refused where a mandated assurance is of no initiative: nobody can say who is independent of it. */
export const whyUnnamed = ({ name, class: of }: Pick<ServiceText, 'name' | 'class'>, initiativeId: string | null): Refused<'initiative_unnamed'> | undefined =>
  of === 'mandated_assurance' && initiativeId === null ? refuse({ code: 'initiative_unnamed', values: { name } } as const) : undefined

/** Names are told apart by their letters, not by their case. */
export const alike = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
