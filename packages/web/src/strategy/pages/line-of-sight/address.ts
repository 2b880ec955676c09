import type { SightKind, SightRef } from '@throughline/contract/strategy'
import { places } from '../../../format/index.ts'

const kinds: readonly SightKind[] = ['objective', 'unit_objective', 'initiative', 'task', 'change', 'benefit', 'measure', 'entry', 'amount']

/** Where the line of sight through a thing is shown. */
export const addressOf = ({ kind, id }: SightRef): string => places.sight(kind, id)

/** The thing that an address names. */
export function subjectOf(query: Readonly<Record<string, string>>): SightRef | undefined {
  const kind = kinds.find((each) => each === query['kind'])
  return kind && /^[0-9a-f-]{36}$/i.test(query['id'] ?? '') ? { kind, id: query['id'] ?? '' } : undefined
}

/** The page of a thing itself, where it has one. */
export function pageOf({ kind, id }: SightRef): string | undefined {
  switch (kind) {
    case 'objective':
      return places.objective(id)
    case 'unit_objective':
      return '/strategy/units'
    case 'initiative':
      return places.initiative(id)
    case 'task':
      // Its initiative stands beside it on the line, with all of its work.
      return undefined
    case 'measure':
      return `/strategy/measures/${encodeURIComponent(id)}`
    case 'change':
      return '/value/network'
    case 'benefit':
    case 'entry':
      return '/value/ledger'
    case 'amount':
      return places.value
  }
}
