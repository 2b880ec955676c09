import type { CivilDate } from '@throughline/engine/kernel'
import type { CoherenceFacts, Requirement } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'

/** What an objective in force, by its stable key, cannot do without. */
export type RequiredBy = Omit<Requirement, 'objectiveId'> & { readonly objectiveKey: string }

/** What can contradict the strategy and is kept by later rooms: each of them gives its part. Of limits the id is that of the pool, then a blank and the day on which the period begins. */
export type CoherenceSource = {
  readonly limits: (tx: Tx, today: CivilDate) => Promise<Pick<CoherenceFacts, 'limits' | 'demands'>>
  readonly benefits: (tx: Tx) => Promise<CoherenceFacts['benefits']>
  readonly requirements: (tx: Tx, today: CivilDate) => Promise<readonly RequiredBy[]>
}
