import type { Job } from '@throughline/contract/governance'
import { portfolioRoutes, type RoadmapOutcome, type RoadmapStand } from '@throughline/contract/portfolio'
import type { RoadmapCase } from '@throughline/engine/portfolio'
import { useCallback, useMemo, useState } from 'react'
import { peopleRoutes } from '@throughline/contract/people'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery } from '../../../shell/address.ts'
import { useToast } from '../../../ui/overlays/Toast.tsx'
import { isPast, problemOf, readAhead, useAct, useJob, useMoment, useRead } from '../../../wire/index.ts'
import { valueChoices } from '../../words.ts'
import { reportOf, saveCertificate, saveRoadmap } from './export.ts'
import { caseOf } from './levers.ts'
import { RoadmapPage } from './Page.tsx'
import type { Demanding } from './parts/DemandsCard.tsx'
import { useLevers } from './use-levers.ts'
import { nothingYet, useRoadmap, type Roadmapping } from './use-roadmap.ts'

const grains = ['month', 'quarter', 'year'] as const

export const prepare = readAhead(portfolioRoutes.readRoadmapCase, { query: { value: 'benefits' } })

/** Decides in the browser, as the levers move, what goes ahead from when; the address keeps what is maximised. */
export default function RoadmapRoute() {
  const [query, change] = useAddressQuery()
  const toast = useToast()
  const past = isPast(useMoment())
  const value = valueChoices.find((choice) => choice === query['value']) ?? 'benefits'
  const grain = grains.find((each) => each === query['grain'])
  const periods = /^([1-9]|[1-5][0-9]|60)$/.test(query['periods'] ?? '') ? query['periods'] : undefined
  const dated = { ...(grain ? { grain } : {}), ...(periods ? { periods } : {}) }
  const reading = useRead(portfolioRoutes.readRoadmapCase, { query: { value, ...dated } })
  const compared = query['compare'] ?? ''
  const isScenario = compared !== '' && compared !== 'plan'
  const scenarios = useRead(portfolioRoutes.listScenarios, {})
  const scenario = useRead(portfolioRoutes.readRoadmapCase, { query: { value, ...dated, scenario: compared } }, { enabled: isScenario })
  const stand = reading.state === 'full' ? reading.value : undefined
  const { levers, set: setLevers, reset, undo } = useLevers()
  const given = useMemo(() => (stand && stand.case.candidates.length > 0 ? caseOf(stand, levers) : undefined), [stand, levers])
  const { known, ask, cancel } = useRoadmap(given, stand?.record)
  const demanding = useDemanding()
  const server = useServerRun(given, value, { ...(grain ? { grain } : {}), ...(periods ? { periods: Number(periods) } : {}) })
  const shown = useMemo(() => withServer(known, server.found, given), [known, server.found, given])
  return (
    <RoadmapPage
      {...{ reading, given, levers, ask, server }}
      value={value}
      known={given ? shown : nothingYet}
      past={past}
      comparing={{ with: compared, scenarios: scenarios.state === 'full' ? scenarios.value : [], scenario: isScenario ? scenario : undefined, onWith: (id) => change({ compare: id === '' ? undefined : id }) }}
      demanding={demanding}
      onExport={(found) => {
        const report = reportOf(found, shown)
        if (report) void saveRoadmap(report).catch((error: unknown) => toast({ message: problemOf(error).detail, tone: 'bad' }))
      }}
      onCertificate={() => saveCertificate(shown)}
      onDated={(next) => {
        reset()
        change({ ...(next.grain ? { grain: next.grain } : {}), ...(next.periods ? { periods: String(next.periods) } : {}) })
      }}
      onLevers={setLevers}
      onUndo={undo}
      onValue={(choice) => {
        reset()
        change({ value: choice })
      }}
      onCancel={cancel}
    />
  )
}

/** Recording and withdrawing what every roadmap keeps. */
function useDemanding(): Demanding {
  const session = useSignedIn()
  const may = allows(session, 'shape')
  const units = useRead(peopleRoutes.listUnits, {})
  const record = useAct(portfolioRoutes.recordPlanningDemand, { staleRoom: 'portfolio' })
  const withdraw = useAct(portfolioRoutes.withdrawPlanningDemand, { staleRoom: 'portfolio' })
  const named = useMemo(() => (units.state === 'full' ? units.value : []), [units])
  return { may, units: named, onRecord: (body) => record.run({ body }), onWithdraw: (id) => withdraw.run({ params: { id } }) }
}

/** The same roadmap in a job of the server, with more effort. */
function useServerRun(given: RoadmapCase | undefined, value: (typeof valueChoices)[number], asked: { readonly grain?: RoadmapStand['grain']; readonly periods?: number }) {
  const start = useAct(portfolioRoutes.startRoadmap)
  const [run, setRun] = useState<{ readonly jobId: string; readonly of: RoadmapCase }>()
  const [found, setFound] = useState<{ readonly of: RoadmapCase; readonly answer: RoadmapOutcome['answer'] }>()
  const followed = useJob(run?.jobId, useCallback((job: Job) => {
    if (job.state === 'done' && run) setFound({ of: run.of, answer: (job.result as RoadmapOutcome).answer })
  }, [run]))
  const onStart = async () => {
    if (!given) return
    const started = await start.run({ body: { value, ...asked, constraints: demandsOf(given), objective: given.objective, ...(given.stability ? { penaltyPerMove: given.stability.penaltyPerMove } : {}) } })
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
