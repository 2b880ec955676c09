import type { PortfolioRefusal } from '@throughline/contract/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { refusalOf, tightest, type Constraint, type ValueChoice } from '@throughline/engine/portfolio'
import { enterOrg, type Actor, type Db } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { candidatesAsked } from '../candidates.ts'
import { caseOf } from '../case.ts'
import { readPortfolioFacts } from '../facts.ts'
import { reasonOf } from '../reason.ts'
import { soundConstraints } from '../sound-constraints.ts'
import { usualUnits } from '../proof.ts'
import type { ThreadInput } from '../thread.ts'

/** What a selection, frontier or price of pins is computed from. */
export type Asked = { readonly value: ValueChoice; readonly constraints: readonly Constraint[]; readonly ask?: string; readonly workUnits?: number; readonly points?: number }

/** Reads the candidates as they are now, refuses what no job could compute, and leaves the computing to a job. Changes nothing in the portfolio, so there is no revision. */
export function startJob(db: Db, actor: Actor, task: ThreadInput['task'], { value, constraints, ask, ...effort }: Asked, today: string): Promise<Result<{ readonly jobId: string }, PortfolioRefusal>> {
  return db.transaction().execute<Result<{ readonly jobId: string }, PortfolioRefusal>>(async (tx) => {
    await enterOrg(tx, actor)
    const sound = soundConstraints(constraints)
    if (!sound.ok) return sound
    const narrowed = await candidatesAsked(tx, value, ask)
    if (!narrowed.ok) return narrowed
    const { input: standing } = caseOf(await readPortfolioFacts(tx, narrowed.value), value, today)
    const input = { ...standing, constraints: sound.value }
    const refusal = refusalOf(input)
    if (refusal) return refuse({ code: 'selection_invalid', values: { reason: reasonOf(refusal) } })
    const asked: ThreadInput = { task, input: { ...input, constraints: tightest(input.constraints) }, workUnits: usualUnits(input.candidates.length), ...effort }
    return ok({ jobId: await enqueue(tx, actor, { kind: `portfolio.${task}`, input: asked }) })
  })
}
