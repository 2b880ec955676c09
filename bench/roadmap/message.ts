import { serialize, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { beginRoadmap } from '@throughline/engine/portfolio'
import type { RoadmapCase } from '@throughline/engine/portfolio'
import { solved } from './ours.ts'

/** Bytes of what goes to a worker and comes back, as structured clones, and bytes that a solve under way holds, the case itself not counted. */
export type Carried = { readonly requestBytes: number; readonly answerBytes: number; readonly heldBytes: number }

/** Work that is enough for an answer of the usual size. */
const EFFORT_BY_CANDIDATE = 20

/** Measures what a page and its worker send each other for this case, and what the worker holds while it works. */
export function carriedBy(given: RoadmapCase): Carried {
  const { answer } = solved(given, EFFORT_BY_CANDIDATE * given.candidates.length)
  const collect = collector()
  collect()
  const before = held()
  const begun = beginRoadmap(given, { seed: 1, effort: 100 * given.candidates.length })
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  const run = begun.value
  while (!run.isOver() && run.progress().phase === 'prices') run.advance(2_000)
  run.advance(2_000)
  collect()
  const heldBytes = held() - before
  // The run is asked once more, so that it is still held when it is measured.
  run.progress()
  const request = { id: 1, case: given, start: { plan: answer.plan, certificate: answer.certificate } }
  return { requestBytes: serialize(request).byteLength, answerBytes: serialize({ id: 1, kind: 'answer', answer, final: true }).byteLength, heldBytes }
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const once = runInNewContext('gc') as () => void
  // What buffers hold is let go of a collection later than their objects.
  return () => {
    for (let times = 0; times < 3; times++) once()
  }
}
