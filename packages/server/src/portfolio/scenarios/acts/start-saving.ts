import type { PortfolioRefusal } from '@throughline/contract/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { enterOrg, withOrg, type Actor, type Db } from '../../../database/index.ts'
import { enqueue, jobKind, type JobContext, type JobKind } from '../../../jobs/index.ts'
import { candidatesAsked } from '../../candidates.ts'
import { soundConstraints } from '../../sound-constraints.ts'
import { readScenario, scenarioNamed } from '../store.ts'
import { saveScenario, type ScenarioToSave } from './save-selection.ts'

type SaveInput = { readonly scenario: ScenarioToSave; readonly today: string }

/** Leaves the saving of a selection to a job, once nothing is known that would refuse it: progress can be followed, and it can be stopped. */
export function startSaving(db: Db, actor: Actor, scenario: ScenarioToSave, today: string): Promise<Result<{ readonly jobId: string }, PortfolioRefusal>> {
  return db.transaction().execute<Result<{ readonly jobId: string }, PortfolioRefusal>>(async (tx) => {
    await enterOrg(tx, actor)
    const sound = soundConstraints(scenario.constraints)
    if (!sound.ok) return sound
    if (await scenarioNamed(tx, scenario.name)) return refuse({ code: 'scenario_name_taken', values: { name: scenario.name } })
    const narrowed = await candidatesAsked(tx, scenario.value, scenario.ask)
    if (!narrowed.ok) return narrowed
    const input: SaveInput = { scenario, today }
    return ok({ jobId: await enqueue(tx, actor, { kind: 'portfolio.save', input }) })
  })
}

/** Saves a selection as a scenario whose id is that of the job: begun again after its server's end, it finds what it had written. */
export const saveJob: JobKind = jobKind<SaveInput>({
  kind: 'portfolio.save',
  run: async ({ scenario, today }, { db, actor, jobId, signal, progress }: JobContext) => {
    if (await withOrg(db, actor, (tx) => readScenario(tx, jobId))) return ok({ scenarioId: jobId })
    progress({ done: 0, note: 'Reading the plan' })
    const saved = await saveScenario(db, actor, scenario, today, { id: jobId, signal, progress })
    if (saved === null) return refuse({ code: 'job_cancelled' })
    return saved.ok ? ok({ scenarioId: saved.value }) : saved
  },
})
