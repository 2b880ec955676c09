import type { StateThing } from '@throughline/contract/strategy'
import { places } from '../../../format/index.ts'

/** Where a thing is kept. */
export function placeOf({ kind, id }: Pick<StateThing, 'kind' | 'id'>): string {
  switch (kind) {
    case 'strategy':
    case 'weights':
      return places.strategy
    case 'unit_strategy':
    case 'leave':
      return '/strategy/units'
    case 'objective':
      return places.objective(id)
    case 'unit_objective':
      return `/strategy/units?objective=${encodeURIComponent(id)}`
    case 'measure':
      return `/strategy/measures/${encodeURIComponent(id)}`
    case 'contradiction':
      return '/strategy/contradictions'
    case 'value':
    case 'statement':
      return '/strategy/values'
    case 'decision':
      return places.decision(id)
    case 'exchange':
    case 'signal':
      return '/strategy/exchange'
    case 'initiative':
      return places.initiative(id)
    case 'change':
    case 'system':
      return `/value/network?node=${encodeURIComponent(id)}`
    case 'pool':
    case 'pot':
      return '/capacity'
    case 'spending':
      return '/strategy/alignment'
    case 'benefit':
      return places.entries({ benefit: id })
    case 'class':
      return '/value/stakeholders'
  }
}
