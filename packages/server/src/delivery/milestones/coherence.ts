import { endsOf, slipFactors, usualRuns, usualSeed, type ForecastGround } from '@throughline/engine/delivery'
import { pause, readPublishedEnds } from '../../demand/index.ts'
import type { CoherenceSource, RequiredBy } from '../../strategy/index.ts'
import { contributorsOf } from './present.ts'
import { readStoredMilestones } from './store.ts'

/** The initiatives that a milestone cannot be reached without, with the ends that its forecast gives them. What was reached requires nobody any more. */
export const deliveryCoherence = {
  requirements: async (tx, today) => {
    const open = (await readStoredMilestones(tx)).filter(({ reached_on }) => reached_on === null)
    if (open.length === 0) return []
    const factsOf = await contributorsOf(tx, open)
    const ground: ForecastGround = { today, slips: slipFactors(await readPublishedEnds(tx)), seed: usualSeed, runs: usualRuns }
    const required: RequiredBy[] = []
    for (const { objective_key: objectiveKey, name: milestone, wanted_on: deadline, contributors } of open) {
      required.push(...contributors.filter(({ role }) => role === 'required').map((one) => ({ objectiveKey, milestone, deadline, initiativeId: one.initiativeId, finish: endsOf(factsOf(one), ground) })))
      // Ten thousand runs for each of them: others are answered in between.
      await pause()
    }
    return required
  },
} satisfies Partial<CoherenceSource>
