import type { Cause, Step } from '@throughline/engine/portfolio'
import type { StateStep } from '../../demand/index.ts'
import type { ActRow } from './store.ts'

type Known = { readonly acts: readonly ActRow[]; readonly arrivals: readonly { readonly at: string; readonly asOf: string }[] }

/** The steps of initiatives with the cause of each: what its act did, and for an import whether the position was newer than any before. */
export function causedSteps(steps: readonly StateStep[], { acts, arrivals }: Known): readonly Step[] {
  const actAt = new Map(acts.map(({ at, act }) => [at, act]))
  const newestBefore = newestPositions(arrivals, [...new Set(steps.map(({ at }) => at))].sort())
  return steps.map(({ initiativeId, at, positionOn, amounts }) => ({ initiativeId, amounts, cause: causeOf(actAt.get(at) ?? '', positionOn !== null && positionOn > (newestBefore.get(at) ?? '')) }))
}

function causeOf(act: string, newPosition: boolean): Cause {
  switch (act) {
    case 'demand.apply-import':
    case 'demand.load-example':
      return newPosition ? 'publication' : 'correction'
    case 'demand.undo-import':
      return 'undone_import'
    case 'portfolio.approve-scenario':
      return 'scenario'
    default:
      return 'edit'
  }
}

/** By instant, the newest position that was known before it; both lists oldest first. */
function newestPositions(arrivals: Known['arrivals'], instants: readonly string[]): ReadonlyMap<string, string> {
  const newest = new Map<string, string>()
  let next = 0
  let found = ''
  for (const at of instants) {
    for (let arrival = arrivals[next]; arrival && arrival.at < at; arrival = arrivals[++next]) if (arrival.asOf > found) found = arrival.asOf
    newest.set(at, found)
  }
  return newest
}
