import { mostStreams } from '@throughline/contract/governance'
import type { Announcement } from '../database/index.ts'
import type { Credential } from '../people/index.ts'
import type { Stream } from './stream.ts'

/** Somebody who listens: who, with what they were let in, and where to write. */
export type Listener = { readonly orgId: string; readonly accountId: string; readonly credential: Credential; readonly stream: Stream }

export type FanOut = {
  /** Adds a listener; undefined where the account has as many as it may on this server. Returns how to remove it. */
  add(listener: Listener): (() => void) | undefined
  /** Passes a message on to whom it concerns, in its own organisation. */
  deliver(message: Announcement): void
  /** Tells everybody to read again. */
  missed(): void
  /** How many listen. */
  count(): number
  /** Ends every stream. */
  end(): void
}

/** Kinds of the room people that concern one person's own access, not what others see. */
const ofOneself: readonly string[] = ['session', 'account', 'token']

/** Passes on what was heard. `recheck` is called for listeners whose session or token may be over. */
export function fanOut(recheck: (listener: Listener) => void): FanOut {
  const byOrg = new Map<string, Set<Listener>>()
  const all = () => [...byOrg.values()].flatMap((listeners) => [...listeners])
  return {
    add: (listener) => {
      const listeners = byOrg.get(listener.orgId) ?? new Set()
      if ([...listeners].filter(({ accountId }) => accountId === listener.accountId).length >= mostStreams) return undefined
      byOrg.set(listener.orgId, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && byOrg.get(listener.orgId) === listeners) byOrg.delete(listener.orgId)
      }
    },
    deliver: (message) => {
      const listeners = [...(byOrg.get(message.org) ?? [])]
      switch (message.say) {
        case 'job':
          return listeners.forEach(({ stream }) => stream.send('job', { id: message.id }))
        case 'told':
          return listeners.filter(({ accountId }) => message.to?.includes(accountId) ?? true).forEach(({ stream }) => stream.send('told', {}))
        case 'written': {
          const { act, by, more, stamp } = message
          if (message.changes.some(({ room }) => room === 'people')) listeners.filter(({ accountId }) => accountId === by.id || message.changes.some(({ id }) => id === accountId)).forEach(recheck)
          const changes = message.changes.filter(({ room, kind }) => room !== 'people' || !ofOneself.includes(kind))
          const told = listeners.filter(({ accountId }) => message.to?.includes(accountId) ?? true)
          if (changes.length > 0 || more) told.forEach(({ stream }) => stream.send('written', { act, by, changes, more }, stamp))
        }
      }
    },
    count: () => all().length,
    missed: () => all().forEach(({ stream }) => stream.send('refresh', { because: 'reconnected' })),
    end: () => {
      for (const { stream } of all()) {
        stream.send('over', { because: 'stopping' })
        stream.end()
      }
    },
  }
}
