import { beginRoadmap, type RoadmapCase, type RoadmapOptions, type RoadmapRun } from '@throughline/engine/portfolio'
import type { RoadmapAsk, RoadmapReply, SentCase } from './roadmap-protocol.ts'

/** Effort of a roadmap on screen, in the engine's units: a few seconds of one core for a thousand candidates. */
export const ROADMAP_EFFORT = 300_000
/** Effort between two looks at what else is asked. */
const SLICE = 1_500
/** When a plan that still gets better is told again, in milliseconds since the ask: as soon as there is one, then ever more seldom. */
const TOLD_AT = [0, 250, 700, 1_500, 3_000, 6_000, 12_000]
/** How often it is told how far the work is while there is no plan, in milliseconds. */
const PROGRESS_MS = 200
/** While the levers move faster than they are answered, a plan of where they just stood is told about this often, in milliseconds. */
const PASSING_MS = 120

export type RoadmapWork = {
  /** Takes up a case in place of what is under way. */
  ask(ask: RoadmapAsk): void
}

/**
 * Works in slices, so that a newer case is heard at once: what the prices of the answer before prove is told first, then the plan at hand as it is
 * repaired, then ever better ones. `rest` lets waiting asks in.
 */
export function roadmapWork(reply: (reply: RoadmapReply) => void, now: () => number, rest: () => Promise<void>): RoadmapWork {
  let newest: RoadmapAsk = { id: 0 }
  let held: RoadmapCase | undefined
  let answeredAt = -Infinity
  const tell = (id: number, run: RoadmapRun, final: boolean): void => {
    const answer = run.conclude()
    answeredAt = now()
    reply({ id, kind: 'answer', answer, final })
  }
  /** The plan of levers that have moved on meanwhile, so that there is something to see while they move. */
  const tellInPassing = (id: number, run: RoadmapRun): void => {
    if (newest.case === undefined || now() - answeredAt < PASSING_MS) return
    const answer = run.conclude()
    answeredAt = now()
    if (answer.ok) reply({ id, kind: 'answer', answer, final: false })
  }
  const work = async ({ id, case: sent, start, effort = ROADMAP_EFFORT }: RoadmapAsk): Promise<void> => {
    if (sent === undefined) return
    const given = wholeOf(sent, held)
    held = given
    const options: RoadmapOptions = { seed: 1, effort, ...(start === undefined ? {} : { start }) }
    const begun = beginRoadmap(given, options)
    if (!begun.ok) return reply({ id, kind: 'answer', answer: begun, final: true })
    const run = begun.value
    const began = now()
    let [told, progressAt] = [0, began]
    if (start?.certificate && boundsAtOnce(given)) {
      // One evaluation at the prices of the answer before.
      run.advance(1)
      if (Number.isFinite(run.progress().bound)) reply({ id, kind: 'progress', progress: run.progress() })
    }
    while (!run.isOver()) {
      run.advance(SLICE)
      await rest()
      if (id !== newest.id) return tellInPassing(id, run)
      const due = TOLD_AT[told]
      if (run.isOver() || due === undefined || now() - began < due) continue
      if (run.progress().value !== null) {
        told += 1
        tell(id, run, false)
      } else if (now() - progressAt >= PROGRESS_MS) {
        progressAt = now()
        reply({ id, kind: 'progress', progress: run.progress() })
      }
    }
    tell(id, run, true)
  }
  return {
    ask: (ask) => {
      newest = ask
      work(ask).catch((error: unknown) => reply({ id: ask.id, kind: 'broken', message: error instanceof Error ? error.message : String(error) }))
    },
  }
}

/** Whether the prices of an answer bound the very value that is told: in turn they are of the second objective, and under a confidence of the middle world. */
const boundsAtOnce = ({ objective }: RoadmapCase): boolean => objective.kind !== 'lexicographic' && objective.kind !== 'robust'

/** The case that was sent. What is as in the case before is that very object, so that the engine takes over what it made of it. */
function wholeOf(sent: SentCase, before: RoadmapCase | undefined): RoadmapCase {
  const { candidates = before?.candidates ?? [], stability } = sent
  const asBefore = <Part extends 'periods' | 'pots' | 'pools' | 'objective' | 'stability'>(part: Part, now: RoadmapCase[Part]): RoadmapCase[Part] =>
    before !== undefined && JSON.stringify(now) === JSON.stringify(before[part]) ? before[part] : now
  const kept = stability && asBefore('stability', stability)
  return {
    ...sent, candidates,
    periods: asBefore('periods', sent.periods), pots: asBefore('pots', sent.pots), pools: asBefore('pools', sent.pools), objective: asBefore('objective', sent.objective),
    ...(kept ? { stability: kept } : {}),
  }
}
