import { ok, type Result } from '@throughline/engine/kernel'
import type { Constraint, ValueChoice } from '@throughline/engine/portfolio'
import { enterOrg, type Actor, type Db } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { caseOf } from '../case.ts'
import { readPortfolioFacts } from '../facts.ts'
import type { ThreadInput } from '../thread.ts'

/** What a selection, frontier or price of pins is computed from. */
export type Asked = { readonly value: ValueChoice; readonly constraints: readonly Constraint[]; readonly workUnits?: number; readonly points?: number }

/** Reads the candidates as they are now and leaves the computing to a job. Changes nothing in the portfolio, so there is no revision. */
export function startJob(db: Db, actor: Actor, task: ThreadInput['task'], { value, constraints, ...effort }: Asked, today: string): Promise<Result<{ readonly jobId: string }, never>> {
  return db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    const { input } = caseOf(await readPortfolioFacts(tx), value, today)
    const asked: ThreadInput = { task, input: { ...input, constraints }, ...effort }
    return ok({ jobId: await enqueue(tx, actor, { kind: `portfolio.${task}`, input: asked }) })
  })
}
