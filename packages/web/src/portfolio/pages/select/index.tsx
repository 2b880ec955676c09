import { demandRoutes } from '@throughline/contract/demand'
import type { Job } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes, type SelectionCase } from '@throughline/contract/portfolio'
import type { Selection, SelectionInput } from '@throughline/engine/portfolio'
import { useCallback, useMemo, useState } from 'react'
import { places } from '../../../format/index.ts'
import { allows, useSignedIn } from '../../../people/index.ts'
import { useAddressQuery, useGo } from '../../../shell/address.ts'
import { isPast, useAct, useJob, useMoment, useRead } from '../../../wire/index.ts'
import { valueChoices, type ValueChoice } from '../../words.ts'
import { firstLevers, inputOf, leversFrom, type Levers } from './levers.ts'
import { SelectPage } from './Page.tsx'
import type { TieActs } from './parts/TiesLever.tsx'
import { useSaving } from './use-saving.ts'
import { useSolving, type Solving } from './use-solving.ts'

/** Selects in the browser as the levers move; the address keeps what is maximised and which scenario was opened. */
export default function SelectRoute() {
  const session = useSignedIn()
  const canEdit = allows(session, 'make_scenario')
  const past = isPast(useMoment())
  const [query, change] = useAddressQuery()
  const scenarioId = query['scenario']
  const opened = useRead(portfolioRoutes.readScenario, { params: { id: scenarioId ?? '' } }, { enabled: scenarioId !== undefined })
  const scenario = opened.state === 'full' ? opened.value : undefined
  const value = valueChoices.find((choice) => choice === query['value']) ?? scenario?.selection?.value ?? 'benefits'
  const unit = query['unit']
  const asked = useMemo(() => (unit === undefined ? {} : { ask: JSON.stringify({ filters: [{ field: 'unit', op: 'within', values: [unit] }] }) }), [unit])
  const units = useRead(peopleRoutes.listUnits, {})
  const reading = useRead(portfolioRoutes.readSelectionCase, { query: { value, ...asked } }, { enabled: scenarioId === undefined || opened.state !== 'loading' })
  const of = reading.state === 'full' ? reading.value : undefined
  const [moved, setMoved] = useState<Levers>()
  const levers = useMemo(() => moved ?? (of && (scenario?.selection ? leversFrom(scenario.selection.constraints, of) : firstLevers(Number(of.totals.cost.minor)))), [moved, of, scenario])
  const input = useMemo(() => (of && levers && of.totals.candidates > 0 ? inputOf(of, levers) : undefined), [of, levers])
  const { solving, explain, cancel } = useSolving(input)
  const rated = reading.state === 'full' ? reading.value.ratings : undefined
  const ratings = useMemo(() => new Map(rated?.map(({ id, rating }) => [id, rating])), [rated])
  const ties = useRead(demandRoutes.listTies, {})
  const tieActs = useTieActs()
  const server = useServerRun(value, input, asked)
  const fork = useAct(portfolioRoutes.forkScenario)
  const go = useGo()
  const { saving, save } = useSaving(useCallback((id: string) => go(places.scenario(id)), [go]))
  const plan = useMemo(() => withServer(solving, server.found, input), [solving, server.found, input])
  return (
    <SelectPage
      {...{ reading, input, levers, ratings, ties, server }}
      tieActs={canEdit ? tieActs : undefined}
      canSave={canEdit}
      past={past}
      solving={plan}
      onLevers={setMoved}
      units={units.state === 'full' ? units.value : []}
      unit={unit}
      onUnit={(chosen) => {
        setMoved(undefined)
        change({ unit: chosen })
      }}
      onValue={(choice: ValueChoice) => change({ value: choice })}
      onExplain={explain}
      onCancel={cancel}
      onFork={async (name, note) => {
        const begun = await fork.run({ body: { name, note } })
        if (begun.ok) go(places.scenario(begun.value.id))
        return begun
      }}
      saving={saving}
      onSave={(name, note) => save({ name, note, value, constraints: [...(input?.constraints ?? [])], chosen: [...(plan.plan?.selection.chosen ?? [])], ...asked }, input?.candidates.length ?? 0)}
    />
  )
}

function useTieActs(): TieActs {
  const dependency = useAct(demandRoutes.createDependency, { answers: demandRoutes.listTies })
  const exclusion = useAct(demandRoutes.createExclusion, { answers: demandRoutes.listTies })
  const removeDependency = useAct(demandRoutes.removeDependency, { answers: demandRoutes.listTies })
  const removeExclusion = useAct(demandRoutes.removeExclusion, { answers: demandRoutes.listTies })
  return {
    onDependency: (fromId, toId, reason) => dependency.run({ body: { fromId, toId, reason } }),
    onExclusion: (name, ids, reason) => exclusion.run({ body: { name, initiativeIds: [...ids], reason } }),
    onRemoveDependency: (id) => removeDependency.run({ params: { id } }),
    onRemoveExclusion: (id) => removeExclusion.run({ params: { id } }),
  }
}

/** The same selection in a job of the server: its progress, and the plan it found for the levers as they stood. */
function useServerRun(value: SelectionCase['value'], input: SelectionInput | undefined, asked: { readonly ask?: string }) {
  const start = useAct(portfolioRoutes.startSelection)
  const [run, setRun] = useState<{ readonly jobId: string; readonly input: SelectionInput }>()
  const [found, setFound] = useState<{ readonly input: SelectionInput; readonly selection: Selection }>()
  const followed = useJob(run?.jobId, useCallback((job: Job) => {
    const selection = selectionIn(job)
    if (selection && run) setFound({ input: run.input, selection })
  }, [run]))
  const onStart = async () => {
    if (!input) return
    const started = await start.run({ body: { value, constraints: [...input.constraints], workUnits: SERVER_UNITS, ...asked } })
    if (started.ok) setRun({ jobId: started.value.jobId, input })
  }
  return { job: run && followed.state === 'full' ? followed.value : undefined, problem: start.problem ?? (followed.state === 'refused' ? followed.problem : undefined), found, onStart: () => void onStart(), onCancel: () => void followed.cancel() }
}

/** Ten times the effort of the browser. */
const SERVER_UNITS = 30_000_000

/** The selection that a job answered with. */
function selectionIn({ state, result }: Job): Selection | undefined {
  if (state !== 'done' || typeof result !== 'object' || result === null || !('selection' in result)) return undefined
  return result.selection as Selection
}

/** Where the server answered for these very levers and found no less, its plan is the one that is shown. */
function withServer(solving: Solving, found: { readonly input: SelectionInput; readonly selection: Selection } | undefined, input: SelectionInput | undefined): Solving {
  if (!found || !input || found.input !== input || (solving.plan?.input === input && solving.plan.selection.value > found.selection.value)) return solving
  const plan = { input, selection: found.selection, final: true }
  return { ...solving, plan, explained: { input: plan.input, selection: found.selection } }
}
