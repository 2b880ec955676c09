import type { WrittenEvent } from '@throughline/contract/governance'
import type { Query, QueryClient } from '@tanstack/react-query'

/** Which rooms' readings a change in a room may concern: its own and those after it, which compute with it. */
const readers: Readonly<Record<string, readonly string[]>> = {
  people: ['people', 'strategy', 'demand', 'capacity', 'delivery', 'portfolio', 'value', 'governance'],
  strategy: ['strategy', 'demand', 'portfolio', 'value', 'governance'],
  demand: ['strategy', 'demand', 'capacity', 'delivery', 'portfolio', 'value', 'governance'],
  capacity: ['capacity', 'portfolio', 'governance'],
  delivery: ['strategy', 'delivery', 'governance'],
  value: ['demand', 'delivery', 'portfolio', 'value', 'governance'],
  portfolio: ['portfolio', 'governance'],
}

/** The rooms whose readings are stale after an act; undefined for all of them. What is said changes nothing but the discussion. */
export function staleRooms({ changes, more }: Pick<WrittenEvent, 'changes' | 'more'>): ReadonlySet<string> | undefined {
  if (more) return undefined
  const rooms = new Set<string>()
  for (const { room, kind } of changes) {
    const concerned = room === 'governance' && kind === 'comment' ? ['governance'] : readers[room]
    if (!concerned) return undefined
    for (const one of concerned) rooms.add(one)
  }
  return rooms
}

/** What has become stale and waits for its moment: by whom, which rooms, which things. */
export type Waiting = { readonly by: readonly string[]; readonly rooms: ReadonlySet<string> | undefined; readonly ids: readonly string[] }

export const nothingWaiting: Waiting = { by: [], rooms: new Set(), ids: [] }
export const isWaiting = ({ rooms }: Waiting): boolean => rooms === undefined || rooms.size > 0

/** Adds an act to what waits; `by` undefined for the reader's own, which need not be told. */
export function andThen(waiting: Waiting, event: Pick<WrittenEvent, 'changes' | 'more'>, by: string | undefined): Waiting {
  const rooms = staleRooms(event)
  return { by: by === undefined || waiting.by.includes(by) ? waiting.by : [...waiting.by, by], rooms: waiting.rooms && rooms ? new Set([...waiting.rooms, ...rooms]) : undefined, ids: [...waiting.ids, ...event.changes.map(({ id }) => id)].slice(-20) }
}

/** Reads again what is shown of the rooms; tells whether anything on the screen spoke of the things that changed. */
export function readAgain(client: QueryClient, { rooms, ids }: Pick<Waiting, 'rooms' | 'ids'>): boolean {
  const concerned = ({ queryKey }: Query) => rooms === undefined || rooms.has(String(queryKey[0]))
  const seen = client.getQueryCache().findAll({ type: 'active', predicate: concerned }).filter(({ queryKey }) => queryKey[0] !== 'governance')
  const wasShown = seen.some(({ state }) => {
    const text = JSON.stringify(state.data ?? null)
    return ids.some((id) => text.includes(id))
  })
  void client.invalidateQueries({ predicate: concerned })
  return wasShown
}

/** Whether the person is in the middle of entering something: then what is shown stays as it is. */
export function isEntering(): boolean {
  if (document.querySelector('dialog[open] form')) return true
  const at = document.activeElement
  return at instanceof HTMLElement && (at.isContentEditable || at.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=search], [type=button], [type=range])'))
}
