import { parentPort, workerData } from 'node:worker_threads'
import { invariant, type Result } from '@throughline/engine/kernel'
import { toWire, type Refusal } from '@throughline/contract/wire'
import type { Progress } from './kind.ts'

export type ToThread = { readonly input: unknown; readonly flag: SharedArrayBuffer }
export type FromThread = { readonly progress: Progress } | { readonly outcome: Result<unknown, Refusal> }

export type ThreadContext = {
  progress(progress: Progress): void
  /** Asked often in long loops: an answer of true means to stop and return anything. */
  cancelled(): boolean
}

/** Called once by the module of a thread job: computes and hands the outcome to the worker. */
export async function serveThread<Input>(compute: (input: Input, context: ThreadContext) => Result<unknown, Refusal> | Promise<Result<unknown, Refusal>>): Promise<void> {
  invariant(parentPort, 'serveThread is called in a thread')
  const port = parentPort
  const { input, flag } = workerData as ToThread
  const asked = new Int32Array(flag)
  const send = (message: FromThread) => port.postMessage(toWire(message))
  send({ outcome: await compute(input as Input, { progress: (progress) => send({ progress }), cancelled: () => Atomics.load(asked, 0) === 1 }) })
}
