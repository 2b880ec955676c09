import { beginRoadmap, type RoadmapCase, type RoadmapOptions } from '@throughline/engine/portfolio'
import type { RoadmapAsk, RoadmapReply, SentCase } from './roadmap-protocol.ts'

/** Effort of a roadmap on screen, in the engine's units: a few seconds of one core for a thousand candidates. */
export const ROADMAP_EFFORT = 300_000
/** Effort between two looks at what else is asked. */
const SLICE = 1_500
/** When a plan that still gets better is told again, in milliseconds since the ask: at once, then ever more seldom. */
const TOLD_AT = [60, 250, 700, 1_500, 3_000, 6_000, 12_000]

export type RoadmapWork = {
  /** Takes up a case in place of what is under way. */
  ask(ask: RoadmapAsk): void
}

/** Works in slices, so that a newer case is heard at once: the plan at hand is repaired first, told, and then improved. `rest` lets waiting asks in. */
export function roadmapWork(reply: (reply: RoadmapReply) => void, now: () => number, rest: () => Promise<void>): RoadmapWork {
  let current = 0
  let held: RoadmapCase | undefined
  const work = async ({ id, case: sent, start, effort = ROADMAP_EFFORT }: RoadmapAsk): Promise<void> => {
    if (sent === undefined) return
    const given = wholeOf(sent, held)
    held = given
    const options: RoadmapOptions = { seed: 1, effort, ...(start === undefined ? {} : { start }) }
    const begun = beginRoadmap(given, options)
    if (!begun.ok) return reply({ id, kind: 'answer', answer: begun, final: true })
    const run = begun.value
    const began = now()
    let told = 0
    while (!run.isOver()) {
      run.advance(SLICE)
      await rest()
      if (id !== current) return
      const due = TOLD_AT[told]
      if (run.isOver() || due === undefined || now() - began < due) continue
      told += 1
      if (run.progress().value === null) reply({ id, kind: 'progress', progress: run.progress() })
      else reply({ id, kind: 'answer', answer: run.conclude(), final: false })
    }
    reply({ id, kind: 'answer', answer: run.conclude(), final: true })
  }
  return {
    ask: (ask) => {
      current = ask.id
      work(ask).catch((error: unknown) => reply({ id: ask.id, kind: 'broken', message: error instanceof Error ? error.message : String(error) }))
    },
  }
}

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
