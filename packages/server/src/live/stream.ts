import type { ServerResponse } from 'node:http'
import type { LiveEvents } from '@throughline/contract/governance'

/** One reader's stream of server-sent events. */
export type Stream = {
  send<Name extends keyof LiveEvents>(name: Name, what: LiveEvents[Name], id?: string): void
  end(): void
}

/** The most that waits for a reader who is slow, in bytes. Beyond it nothing is kept: the reader is told to read again. */
export const mostWaiting = 256 * 1024
const patienceMs = 60_000

/** Writes events to a response. What a slow reader misses is not queued without end; one who takes nothing for a minute is let go. */
export function openStream(response: ServerResponse): Stream {
  let behindSince: number | undefined
  const write = (name: string, what: object, id?: string) => response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(what)}\n\n`)
  response.on('drain', () => {
    if (behindSince === undefined) return
    behindSince = undefined
    write('refresh', { because: 'behind' })
  })
  return {
    send: (name, what, id) => {
      if (response.writableEnded || response.destroyed) return
      if (behindSince === undefined && response.writableLength < mostWaiting) write(name, what, id)
      else behindSince ??= Date.now()
      if (behindSince !== undefined && Date.now() - behindSince > patienceMs) response.destroy()
    },
    end: () => void response.end(),
  }
}
