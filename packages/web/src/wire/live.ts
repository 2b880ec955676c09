import { eventsPath, liveEventNames, type LiveEvents } from '@throughline/contract/governance'
import { heardNow } from './live-state.ts'

/** One event of the stream, whichever tab heard it. */
export type LiveEvent = { [Name in keyof LiveEvents]: { readonly name: Name; readonly what: LiveEvents[Name] } }[keyof LiveEvents]

const place = 'throughline live'
const refusedMs = 30_000

/**
 * Hears what happens until it is told to stop. Of the tabs of a browser one holds the stream and tells the others, so that many tabs
 * do not use up the connections to the server; where the browser lends no lock (plain http from afar), each has its own.
 */
export function followLive(onEvent: (event: LiveEvent) => void): () => void {
  const stop = new AbortController()
  const tabs = new BroadcastChannel(place)
  const heard = (event: LiveEvent) => {
    heardNow()
    onEvent(event)
  }
  tabs.onmessage = ({ data }: MessageEvent<LiveEvent>) => heard(data)
  const tell = (event: LiveEvent) => {
    tabs.postMessage(event)
    heard(event)
  }
  const lead = () => keepStream(tell, stop.signal)
  // Being told to stop while waiting for the lock is no fault.
  if ('locks' in navigator) navigator.locks.request(place, { signal: stop.signal }, lead).catch(() => undefined)
  else void lead()
  return () => {
    stop.abort()
    tabs.close()
  }
}

/** Keeps a stream open; after a refusal it waits half a minute. Ends where the session is over. */
async function keepStream(tell: (event: LiveEvent) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const ended = await oneStream(tell, signal)
    if (ended === 'over') return
    if (ended === 'refused') await pause(refusedMs, signal)
    else tell({ name: 'refresh', what: { because: 'reconnected' } })
  }
}

/** The browser connects again by itself after a loss; this notices as well where a connection has fallen silent. */
function oneStream(tell: (event: LiveEvent) => void, signal: AbortSignal): Promise<'over' | 'refused' | 'silent'> {
  return new Promise((resolve) => {
    const source = new EventSource(eventsPath)
    let last = performance.now()
    let silenceMs = 60_000
    const end = (how: 'over' | 'refused' | 'silent') => {
      clearInterval(watch)
      source.close()
      resolve(how)
    }
    const watch = setInterval(() => performance.now() - last > silenceMs && source.readyState === EventSource.OPEN && end('silent'), 5_000)
    signal.addEventListener('abort', () => end('over'), { once: true })
    source.onerror = () => source.readyState === EventSource.CLOSED && end('refused')
    for (const name of liveEventNames)
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        last = performance.now()
        const event = { name, what: JSON.parse(data) } as LiveEvent
        if (event.name === 'hello') silenceMs = 3_000 * event.what.heartbeatSeconds
        tell(event)
        if (event.name === 'over' && event.what.because === 'signed_out') end('over')
      })
  })
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
