/** The part of a Worker that lanes of work use. */
export type SolverWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

export type HeldWorker<Message> = {
  /** Sends, to a worker that is started where none runs. */
  post(message: Message): void
  /** Ends the worker with whatever it does; the next message starts another. */
  drop(): void
  isRunning(): boolean
}

/** A worker that runs while it is needed. One that breaks is let go before `broke` is told why. */
export function heldWorker<Message, Reply>(start: () => SolverWorker, hear: (reply: Reply) => void, broke: (message: string) => void): HeldWorker<Message> {
  let worker: SolverWorker | undefined
  const drop = (): void => {
    worker?.terminate()
    worker = undefined
  }
  const started = (): SolverWorker => {
    const fresh = start()
    fresh.onmessage = (event: MessageEvent<Reply>) => hear(event.data)
    fresh.onerror = (event) => {
      drop()
      broke(event.message || 'The worker could not be started.')
    }
    return fresh
  }
  return { post: (message) => (worker ??= started()).postMessage(message), drop, isRunning: () => worker !== undefined }
}
