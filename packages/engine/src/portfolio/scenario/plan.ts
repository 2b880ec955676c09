import type { InitiativeFacts, KnownYear, TieFacts } from '../../demand/index.ts'
import type { Currency, FiscalCalendar } from '../../kernel/index.ts'
import type { ContributionFacts, ObjectiveFacts } from '../../strategy/index.ts'
import type { GivenYears } from './years.ts'

/** A plan: what is to be done, what it serves, and what ties it together. The plan of record is one; a scenario is another. */
export type Plan = {
  readonly initiatives: readonly InitiativeFacts[]
  readonly objectives: readonly ObjectiveFacts[]
  readonly contributions: readonly ContributionFacts[]
  readonly ties: TieFacts
  /** Names of departments by id. */
  readonly unitNames: ReadonlyMap<string, string>
  /** Years whose cost a publication gives, by initiative. */
  readonly publishedYears: ReadonlyMap<string, readonly KnownYear[]>
  /** Years whose cost or benefits somebody gave, by initiative; they stand before what was published. */
  readonly givenYears: ReadonlyMap<string, GivenYears>
  /** Descriptions by initiative; one that has none is left out. */
  readonly descriptions: ReadonlyMap<string, string>
  /** Values of the organisation's own fields as text: by initiative, then by field. */
  readonly custom: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly currency: Currency
  readonly calendar: FiscalCalendar
}

/** What a scenario may change. A contribution is named `initiative>objective`, a dependency `from>to`. */
export const subjects = ['initiative', 'objective', 'contribution', 'dependency', 'exclusion'] as const
export type Subject = (typeof subjects)[number]

/** Content of one field: money is minor units as text, dates are ISO, a list holds ids; null where nothing is given. */
export type FieldValue = string | number | boolean | null | readonly string[]

/** One field of one thing of a plan. */
export type FieldRef = { readonly kind: Subject; readonly id: string; readonly field: string }

/** Who decided on a change: a person, or the selection that the scenario holds. */
export type ChangeOrigin = 'entered' | 'selection'

/** One field that a scenario sets: what it was in the plan it was based on, and what it is to be. */
export type PlanChange = FieldRef & { readonly base: FieldValue; readonly value: FieldValue; readonly origin: ChangeOrigin }

/** The field as a key: two changes with one key are about the same field. */
export const refKey = ({ kind, id, field }: FieldRef): string => `${kind} ${id} ${field}`

/** Both ends of a contribution or dependency. */
export function endsOf(id: string): readonly [string, string] {
  const [from = '', to = ''] = id.split('>')
  return [from, to]
}
export const pairId = (from: string, to: string): string => `${from}>${to}`

/** The organisation's own field that a field names as `custom:<id>`; undefined for a field of ours. */
export const customFieldId = (field: string): string | undefined => (field.startsWith('custom:') ? field.slice('custom:'.length) : undefined)

/** Whether two contents are the same; the order of a list carries no meaning. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && [...a].sort().join() === [...b].sort().join()
  return a === b
}

/** Work that the plan pays for; ideas, cases, and what is on hold, closed or stopped is not. */
export const isFunded = ({ state, current }: Pick<InitiativeFacts, 'state' | 'current'>): boolean => current && (state === 'approved' || state === 'active' || state === 'closing')
