import type { Letter } from './letter.ts'

/** Takes letters to people. */
export type Mail = {
  /** Resolves once the letter was handed over; rejects where it cannot be. */
  send(letter: Letter): Promise<void>
  /** Hands the letter over after the answer was given, and tries again twice; nobody waits for it. */
  later(letter: Letter): void
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>
  /** Waits for what is under way and closes the connections. */
  close(): Promise<void>
}

type Carrier = { readonly carry: (letter: Letter) => Promise<void>; readonly close?: () => void; readonly onFailure: (error: unknown) => void; /** Milliseconds before each further try. */ readonly pauses?: readonly number[] }

/** Mail over whatever carries a letter. */
export function mailBy({ carry, close, onFailure, pauses = [5_000, 60_000] }: Carrier): Mail {
  const underWay = new Set<Promise<void>>()
  const ending = new AbortController()
  const persist = async (letter: Letter): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await carry(letter)
      } catch (error) {
        const pause = pauses[attempt]
        if (pause === undefined || ending.signal.aborted) return onFailure(error)
        await quiet(pause, ending.signal)
      }
    }
  }
  const settled = async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  }
  return {
    send: carry,
    later: (letter) => {
      const sending = persist(letter).finally(() => underWay.delete(sending))
      underWay.add(sending)
    },
    settled,
    close: async () => {
      ending.abort()
      await settled()
      close?.()
    },
  }
}

/** Waits so long, or until it is over. */
const quiet = (ms: number, over: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      over.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    over.addEventListener('abort', done)
  })
