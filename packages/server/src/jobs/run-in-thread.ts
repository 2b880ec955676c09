import { Worker } from 'node:worker_threads'
import type { Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Progress } from './kind.ts'
import type { FromThread, ToThread } from './thread.ts'

type Watch = { readonly signal: AbortSignal; progress(progress: Progress): void }

/** How long a thread that was asked to stop may take to do so before it is ended. */
const graceMs = 2_000

/** Runs a module in a thread of its own. A cancelled thread is first asked by its flag, then terminated. */
export function runInThread(module: URL, input: unknown, { signal, progress }: Watch): Promise<Result<unknown, Refusal> | null> {
  return new Promise((resolve, reject) => {
    const flag = new SharedArrayBuffer(4)
    const thread = new Worker(module, { workerData: { input, flag } satisfies ToThread })
    let late: NodeJS.Timeout | undefined
    const cancel = () => {
      Atomics.store(new Int32Array(flag), 0, 1)
      late = setTimeout(() => void thread.terminate(), graceMs)
    }
    const settle = (end: () => void) => {
      clearTimeout(late)
      signal.removeEventListener('abort', cancel)
      end()
      void thread.terminate()
    }
    signal.addEventListener('abort', cancel, { once: true })
    thread.on('message', (message: FromThread) => {
      if ('progress' in message) progress(message.progress)
      else settle(() => resolve(message.outcome))
    })
    thread.on('error', (error) => settle(() => reject(error)))
    thread.on('exit', (code) => settle(() => (signal.aborted ? resolve(null) : reject(new Error(`The thread ended with ${code} and no outcome`)))))
  })
}
