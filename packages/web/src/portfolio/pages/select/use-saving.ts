import type { Job } from '@throughline/contract/governance'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import type { RequestOf } from '@throughline/contract/wire'
import { useCallback, useState } from 'react'
import { useAct, useJob } from '../../../wire/index.ts'
import type { Saving } from './Page.tsx'

type ScenarioToSave = RequestOf<typeof portfolioRoutes.createScenario>['body']

/** Up to so many candidates the server saves at once; beyond, its proof takes long enough to be followed. */
const SAVED_AT_ONCE = 400

/** Saves a selection as a scenario: small ones at once, large ones in a job whose progress is shown and that can be stopped. `saved` is given its id. */
export function useSaving(saved: (scenarioId: string) => void) {
  const now = useAct(portfolioRoutes.createScenario)
  const start = useAct(portfolioRoutes.startSaving)
  const [run, setRun] = useState<{ readonly jobId: string; readonly name: string }>()
  const followed = useJob(run?.jobId, useCallback((job: Job) => {
    const id = scenarioIn(job)
    if (id) saved(id)
  }, [saved]))
  const save = async (body: ScenarioToSave, candidates: number) => {
    if (candidates <= SAVED_AT_ONCE) {
      const answered = await now.run({ body })
      if (answered.ok) saved(answered.value.id)
      return answered
    }
    const started = await start.run({ body })
    if (started.ok) setRun({ jobId: started.value.jobId, name: body.name })
    return started
  }
  const saving: Saving | undefined = run && { name: run.name, job: followed.state === 'full' ? followed.value : undefined, problem: followed.state === 'refused' ? followed.problem : undefined, onCancel: () => void followed.cancel() }
  return { saving, save }
}

/** The scenario that a job answered with. */
function scenarioIn({ state, result }: Job): string | undefined {
  return state === 'done' && typeof result === 'object' && result !== null && 'scenarioId' in result ? String(result.scenarioId) : undefined
}
