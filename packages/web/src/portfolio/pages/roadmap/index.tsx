import type { Job } from '@throughline/contract/governance'
import { portfolioRoutes, type RoadmapOutcome } from '@throughline/contract/portfolio'
import type { RoadmapCase } from '@throughline/engine/portfolio'
import { useCallback, useMemo, useState } from 'react'
import { useAddressQuery } from '../../../shell/address.ts'
import { isPast, readAhead, useAct, useJob, useMoment, useRead } from '../../../wire/index.ts'
import { valueChoices } from '../../words.ts'
import { caseOf, firstRoadmapLevers } from './levers.ts'
import { RoadmapPage } from './Page.tsx'
import { nothingYet, useRoadmap, type Roadmapping } from './use-roadmap.ts'

export const prepare = readAhead(portfolioRoutes.readRoadmapCase, { query: { value: 'benefits' } })

/** Decides in the browser, as the levers move, what goes ahead from when; the address keeps what is maximised. */
export default function RoadmapRoute() {
  const [query, change] = useAddressQuery()
  const value = valueChoices.find((choice) => choice === query['value']) ?? 'benefits'
  const reading = useRead(portfolioRoutes.readRoadmapCase, { query: { value } })
  const stand = reading.state === 'full' ? reading.value : undefined
  const [levers, setLevers] = useState(firstRoadmapLevers)
  const given = useMemo(() => (stand && stand.case.candidates.length > 0 ? caseOf(stand.case, levers, stand.record, meanValue(stand.case)) : undefined), [stand, levers])
  const { known, ask, cancel } = useRoadmap(given)
  const server = useServerRun(given, value)
  const shown = useMemo(() => withServer(known, server.found, given), [known, server.found, given])
  return (
    <RoadmapPage
      {...{ reading, given, levers, ask, server }}
      value={value}
      known={given ? shown : nothingYet}
      past={isPast(useMoment())}
      onLevers={setLevers}
      onValue={(choice) => {
        setLevers(firstRoadmapLevers)
        change({ value: choice })
      }}
      onCancel={cancel}
    />
  )
}

/** What a candidate gives on average: the measure of a penalty for moving. */
function meanValue({ candidates, objective }: RoadmapCase): number {
  const weights = objective.kind === 'weighted' ? objective.weights : undefined
  const total = candidates.reduce((sum, { variants }) => sum + Object.entries(variants[0]?.value ?? {}).reduce((part, [id, worth]) => part + (worth.kind === 'once' ? Math.abs(worth.amount) * (weights?.[id] ?? 1) : 0), 0), 0)
  return total / Math.max(1, candidates.length)
}

/** The same roadmap in a job of the server, with more effort. */
function useServerRun(given: RoadmapCase | undefined, value: (typeof valueChoices)[number]) {
  const start = useAct(portfolioRoutes.startRoadmap)
  const [run, setRun] = useState<{ readonly jobId: string; readonly of: RoadmapCase }>()
  const [found, setFound] = useState<{ readonly of: RoadmapCase; readonly answer: RoadmapOutcome['answer'] }>()
  const followed = useJob(run?.jobId, useCallback((job: Job) => {
    if (job.state === 'done' && run) setFound({ of: run.of, answer: (job.result as RoadmapOutcome).answer })
  }, [run]))
  const onStart = async () => {
    if (!given) return
    const weights = given.objective.kind === 'weighted' ? { weights: { ...given.objective.weights } } : {}
    const started = await start.run({ body: { value, constraints: demandsOf(given), ...weights, ...(given.stability ? { penaltyPerMove: given.stability.penaltyPerMove } : {}) } })
    if (started.ok) setRun({ jobId: started.value.jobId, of: given })
  }
  return { job: run && followed.state === 'full' ? followed.value : undefined, problem: start.problem ?? (followed.state === 'refused' ? followed.problem : undefined), found, onStart: () => void onStart(), onCancel: () => void followed.cancel() }
}
export type ServerRun = ReturnType<typeof useServerRun>

/** The demands as the wire takes them: the engine's own, whose lists may be changed by nobody. */
const demandsOf = ({ constraints }: RoadmapCase) => structuredClone(constraints) as Parameters<ReturnType<typeof useAct<typeof portfolioRoutes.startRoadmap>>['run']>[0]['body']['constraints']

/** Where the server answered for this very case and found no less, its roadmap is the one that is shown. */
function withServer(known: Roadmapping, found: { readonly of: RoadmapCase; readonly answer: RoadmapOutcome['answer'] } | undefined, given: RoadmapCase | undefined): Roadmapping {
  if (!found || found.of !== given || (known.plan?.of === given && known.plan.answer.value > found.answer.value)) return known
  return { ...known, plan: { of: found.of, answer: found.answer, final: true } }
}
