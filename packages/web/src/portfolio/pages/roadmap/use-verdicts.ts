import { roadmapVerdicts, type RoadmapAnswer, type RoadmapCase, type RoadmapVerdict } from '@throughline/engine/portfolio'
import { useEffect, useMemo, useState } from 'react'

/** Why each candidate is in or out, with the answer that says so. */
export type ToldVerdicts = { readonly of: RoadmapCase; readonly answer: RoadmapAnswer; readonly verdicts: readonly RoadmapVerdict[] }

/** So many candidates are judged in one go, a few milliseconds; more of them are judged in turns, so that keys and clicks are heard in between. */
const inOneGo = 100

/** The verdicts of an answer. Of a large case they come a moment after it; until then those before stand, undefined where there were none. */
export function useVerdicts(of: RoadmapCase, answer: RoadmapAnswer): ToldVerdicts | undefined {
  const few = of.candidates.length <= inOneGo
  const atOnce = useMemo(() => (few ? { of, answer, verdicts: roadmapVerdicts(of, answer) } : undefined), [few, of, answer])
  const [told, setTold] = useState<ToldVerdicts>()
  useEffect(() => {
    if (few) return undefined
    const turn = new AbortController()
    void inTurns(of, answer, turn.signal).then((verdicts) => verdicts && setTold({ of, answer, verdicts }))
    return () => turn.abort()
  }, [few, of, answer])
  return atOnce ?? told
}

/** All verdicts, some at a time; undefined where something newer takes their place. */
async function inTurns(of: RoadmapCase, answer: RoadmapAnswer, signal: AbortSignal): Promise<readonly RoadmapVerdict[] | undefined> {
  const found: RoadmapVerdict[] = []
  for (let from = 0; from < of.candidates.length; from += inOneGo) {
    await new Promise((go) => setTimeout(go))
    if (signal.aborted) return undefined
    found.push(...roadmapVerdicts(of, answer, new Set(of.candidates.slice(from, from + inOneGo).map(({ id }) => id))))
  }
  return found
}
