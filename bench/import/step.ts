import { processorMs } from '../scale/processor.ts'
import { forgetPeak, peakMb, sharedMb } from './memory.ts'
import { watchPhases, type Share } from './phases.ts'
import type { openServer } from './server.ts'

/** A step of the run: seconds by the clock, seconds of processor and most megabytes of the server and of its database. */
export type Step = {
  readonly name: string
  readonly seconds: number
  readonly processor: { readonly server: number; readonly database: number }
  readonly peak: { readonly server: number; readonly database: number }
  readonly phases: readonly Share[]
  readonly note: string
}

/** Runs a step and measures it from outside: the server and its database are processes of their own. */
export async function measured<T>({ pid, database }: Pick<Awaited<ReturnType<typeof openServer>>, 'pid' | 'database'>, name: string, work: () => Promise<T>, note: (done: T) => string): Promise<readonly [Step, T]> {
  forgetPeak(pid)
  let most = sharedMb(database.pid)
  const watch = setInterval(() => (most = Math.max(most, sharedMb(database.pid))), 500)
  const phases = await watchPhases(database.owner)
  const [server, base, from] = [processorMs([pid]) - processorMs([database.pid]), processorMs([database.pid]), performance.now()]
  const done = await work()
  const seconds = (performance.now() - from) / 1000
  const [serverAfter, baseAfter] = [processorMs([pid]) - processorMs([database.pid]), processorMs([database.pid])]
  clearInterval(watch)
  const step = { name, seconds, processor: { server: (serverAfter - server) / 1000, database: (baseAfter - base) / 1000 }, peak: { server: peakMb(pid), database: most }, phases: await phases.stop(), note: note(done) }
  console.log(JSON.stringify(step))
  return [step, done]
}
