import { leadOf } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import { asSentence, type Refused } from '../refused.ts'
import type { ListedItem } from './store.ts'

type Item = ListedItem

export const noItem = (id: string): Refused<'not_found'> => refuse({ code: 'not_found', values: { what: 'item of the method library', id } } as const)

/** How an item is told to follow others: each retired one by its successor. */
export const succeeded = (items: readonly Item[]) => new Map(items.map(({ id, state, successor_id }) => [id, { retired: state === 'retired', successorId: successor_id }]))

/** Refused where an item was retired; says what is offered in its place. */
export function whyRetired(item: Item, items: readonly Item[]): Refused<'method_retired'> | undefined {
  if (item.state !== 'retired') return undefined
  const to = items.find(({ id }) => id === leadOf(item.id, succeeded(items)).to)
  return refuse({ code: 'method_retired', values: { name: item.said.name, by: item.retired_by ?? '', at: item.retired_on ?? '', reason: asSentence(item.retired_because ?? ''), instead: to ? `${to.said.name} is offered in its place.` : 'Nothing is offered in its place.' } } as const)
}

/** Refused where an item is not offered yet. */
export const whyDraft = ({ state, said: { name } }: Item): Refused<'method_unfit'> | undefined => (state === 'draft' ? refuse({ code: 'method_unfit', values: { name, found: 'a draft', expected: 'an item that is published' } } as const) : undefined)
