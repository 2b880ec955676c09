import type { PortfolioRefusal } from '@throughline/contract/portfolio'
import { ok, type Result } from '@throughline/engine/kernel'
import { selectPortfolio, type SelectionInput } from '@throughline/engine/portfolio'
import { runInThread, type Progress } from '../jobs/index.ts'
import type { Proof, ThreadInput } from './thread.ts'

/** Where what computes selections is found. */
export const thread = new URL('./thread.ts', import.meta.url)

/** Work of a job or a proof where nobody said how much: at most some seconds. */
export const usualUnits = (candidates: number): number => Math.max(300_000, candidates * 200)

/** Who waits for a proof: how far it is, and the wish to stop. */
export type ProofWatch = { readonly signal?: AbortSignal; progress?(progress: Progress): void }

/** So many candidates, and so much work (a tenth of a second), are tried at once; whatever is not proved then goes to a thread. */
const atOnce = 400
const unitsAtOnce = 20_000

/**
 * What no portfolio can exceed under the constraints, with the prices that show it; null where it was stopped. What takes long computes in
 * a thread of its own, so that the server keeps answering. The constraints can be kept: a set that keeps them was checked before.
 */
export async function proveBound(input: SelectionInput, { signal, progress }: ProofWatch): Promise<Result<Proof, PortfolioRefusal> | null> {
  const quick = input.candidates.length <= atOnce ? selectPortfolio(input, { workUnits: unitsAtOnce, explain: 'quick' }) : undefined
  if (quick?.ok && quick.value.proved) return ok({ bound: quick.value.bound, certificate: quick.value.certificate })
  if (signal?.aborted) return null
  const asked: ThreadInput = { task: 'prove', input, workUnits: usualUnits(input.candidates.length) }
  const outcome = await runInThread(thread, asked, { signal: signal ?? new AbortController().signal, progress: (at) => progress?.(at) })
  return signal?.aborted ? null : (outcome as Result<Proof, PortfolioRefusal> | null)
}
