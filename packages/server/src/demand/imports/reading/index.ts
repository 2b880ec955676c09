import { Worker } from 'node:worker_threads'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { FileUnreadable, ImportSource } from '../choices.ts'
import type { KnownNames, LinkedRow, LinkRow } from '../link.ts'
import type { Answer, Batch, FromReader, Outcome, StagedSummary, Task } from './protocol.ts'

export type { StagedIssue, StagedSummary } from './protocol.ts'

/**
 * The most memory that reading may take beside the file and what it unpacks to: the thread's own heap, in megabytes. A file that
 * needs more is refused by name; the server goes on.
 */
export const readerHeapMb = 1_536
/** A thread that has nothing to do is kept for so long, for the next file. */
const idleMs = 20_000

/** A thread that read more than this is ended with it, for what it held. */
const keptBytes = 8 * 1024 * 1024

/** Carries a wish to stop out of the work: the transaction rolls back. */
export class Stopped extends Error {}

export type Watch = { readonly signal?: AbortSignal; progress?(done: number, total: number): void }

/** What a thread asks of the server as it reads: to keep rows and issues, one batch at a time, and what is known, to link the rows to. */
export type Takes = { readonly take: (batch: Batch) => Promise<void>; readonly known: () => Promise<readonly KnownNames[]> }
export type Read = { readonly summary: StagedSummary; readonly links: readonly LinkedRow[] }

/** Reads a file in a thread, and links its rows once they are read. Throws `Stopped`. */
export async function readInThread(source: ImportSource & { readonly give?: boolean }, takes: Takes, watch: Watch = {}): Promise<Result<Read, FileUnreadable>> {
  const bytes = source.bytes.length
  try {
    const outcome = await perform({ task: 'read', ...source }, takes, watch)
    if ('summary' in outcome) return ok(outcome)
    if ('refusal' in outcome) return refuse(outcome.refusal)
    throw new Error('reading ends with a summary or a refusal')
  } catch (error) {
    if (!isOutOfMemory(error)) throw error
    const message = `${source.fileName} is too large to be read: found that its ${bytes} bytes unpack to more than ${readerHeapMb} MB of cells; expected less. Leave out sheets, columns and rows that are not part of the portfolio.`
    return refuse({ code: 'file_unreadable', values: { fileName: source.fileName, message, reason: 'TOO_LARGE' } })
  }
}

/** Links rows to initiatives in a thread, so that the server answers meanwhile. Throws `Stopped`. */
export async function linkInThread(rows: readonly LinkRow[], known: readonly KnownNames[], watch: Watch = {}): Promise<readonly LinkedRow[]> {
  const outcome = await perform({ task: 'link', rows, known }, { take: () => Promise.resolve(), known: () => Promise.resolve([]) }, watch)
  if (!('links' in outcome)) throw new Error('linking ends with links')
  return outcome.links
}

const idle: { readonly thread: Worker; readonly end: NodeJS.Timeout }[] = []

function takeThread(): Worker {
  const kept = idle.pop()
  if (!kept) return new Worker(new URL('./thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: readerHeapMb } })
  clearTimeout(kept.end)
  kept.thread.ref()
  return kept.thread
}

/** One thread is kept for the next file; a further one is ended. */
function keepThread(thread: Worker): void {
  if (idle.length > 0) return void thread.terminate()
  thread.unref()
  const end = setTimeout(() => {
    idle.splice(0, idle.length, ...idle.filter((kept) => kept.thread !== thread))
    void thread.terminate()
  }, idleMs).unref()
  idle.push({ thread, end })
}

function perform(task: Task, { take, known }: Takes, { signal, progress }: Watch): Promise<Outcome> {
  if (signal?.aborted) return Promise.reject(new Stopped())
  return new Promise((resolve, reject) => {
    const thread = takeThread()
    const keep = task.task === 'link' || task.bytes.byteLength <= keptBytes
    let settled = false
    const settle = (end: () => void, whole: boolean) => {
      if (settled) return
      settled = true
      signal?.removeEventListener('abort', stop)
      thread.off('message', hear).off('error', fail).off('exit', lose)
      if (whole && keep) keepThread(thread)
      else {
        thread.on('error', () => undefined)
        void thread.terminate()
      }
      end()
    }
    const stop = () => settle(() => reject(new Stopped()), false)
    const fail = (error: unknown) => settle(() => reject(error as Error), false)
    const lose = (code: number) => fail(new Error(`The thread that reads files ended with ${code} and no outcome`))
    const hear = (message: FromReader) => {
      if ('outcome' in message) return settle(() => resolve(message.outcome), true)
      if ('fault' in message) return fail(new Error(message.fault))
      const answer = (value: Answer) => void (settled || thread.postMessage(value))
      if ('asks' in message) return void known().then((names) => answer({ known: names }), fail)
      progress?.(message.done, message.total)
      take(message.batch).then(() => answer('next'), fail)
    }
    signal?.addEventListener('abort', stop, { once: true })
    thread.on('message', hear).on('error', fail).on('exit', lose)
    thread.postMessage(task, givenAway(task))
  })
}

/** The bytes of a large file go over to the thread; they are not held twice. */
function givenAway(task: Task): ArrayBuffer[] {
  if (task.task !== 'read' || !task.give || task.bytes.byteLength !== task.bytes.buffer.byteLength) return []
  return task.bytes.buffer instanceof ArrayBuffer ? [task.bytes.buffer] : []
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
