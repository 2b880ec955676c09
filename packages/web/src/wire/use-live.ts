import { jobRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { followLive, type LiveEvent } from './live.ts'
import { keyOf } from './queries.ts'
import { andThen, isEntering, isWaiting, nothingWaiting, readAgain, type Waiting } from './stale.ts'

/** Keeps what is shown up to date while the person is signed in; `onUpdated` says by whom something on the screen was changed. */
export function useLive(accountId: string | undefined, onUpdated: (by: readonly string[]) => void): void {
  const client = useQueryClient()
  const told = useRef(onUpdated)
  useEffect(() => {
    told.current = onUpdated
  })
  useEffect(() => {
    if (accountId === undefined) return
    const gathered = gather(client, (by) => told.current(by))
    const leave = followLive((event) => take(client, accountId, event, gathered.add))
    return () => {
      leave()
      gathered.stop()
    }
  }, [client, accountId])
}

function take(client: QueryClient, accountId: string, event: LiveEvent, add: (change: (before: Waiting) => Waiting) => void): void {
  switch (event.name) {
    case 'written': {
      // One's own act may have been done in another tab, or by a program with one's token: it is read again, and not told.
      const by = event.what.by.id === accountId ? undefined : event.what.by.name
      return add((waiting) => andThen(waiting, event.what, by))
    }
    case 'told':
      return void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/governance/notifications') })
    case 'job':
      return void client.invalidateQueries({ queryKey: keyOf(jobRoutes.readJob, { params: { id: event.what.id } }) })
    case 'refresh':
      return add((waiting) => ({ ...waiting, rooms: undefined }))
    case 'over':
      return event.what.because === 'signed_out' ? void client.invalidateQueries({ queryKey: keyOf(peopleRoutes.readSession, {}) }) : undefined
    case 'hello':
    case 'alive':
  }
}

/** Gathers what comes within a moment, and waits while the person enters something. Not all browsers ask in the same instant. */
function gather(client: QueryClient, onUpdated: (by: readonly string[]) => void) {
  let waiting = nothingWaiting
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    timer = undefined
    if (!isWaiting(waiting)) return
    // What is said may come in while somebody writes: it changes no field.
    if (isEntering() && !(waiting.rooms?.size === 1 && waiting.rooms.has('governance'))) return void (timer = setTimeout(look, 1_000))
    const { by } = waiting
    const shown = readAgain(client, waiting)
    waiting = nothingWaiting
    if (shown && by.length > 0) onUpdated(by)
  }
  return {
    add: (change: (before: Waiting) => Waiting) => {
      waiting = change(waiting)
      timer ??= setTimeout(look, 250 + Math.random() * 750)
    },
    stop: () => clearTimeout(timer),
  }
}
