import type { CivilDate } from '@throughline/engine/kernel'
import type { CreatedFacts, MeansFacts, WorkedFacts } from '@throughline/engine/strategy'
import type { Tx } from '../../database/index.ts'

/** What the state of alignment looks at beyond the strategy: changes and systems, whom value goes to, work, people and money. Each of the rooms that keep it gives its part. */
export type StateSource = {
  readonly steps: (tx: Tx) => Promise<Pick<CreatedFacts, 'changes' | 'systems'>>
  /** Null while nobody has said whom anything goes to. */
  readonly classes: (tx: Tx) => Promise<Exclude<CreatedFacts['classes'], 'withheld'>>
  readonly late: (tx: Tx, today: CivilDate) => Promise<WorkedFacts>
  readonly pots: (tx: Tx, today: CivilDate) => Promise<Exclude<MeansFacts['pots'], 'withheld'>>
  readonly people: (tx: Tx, today: CivilDate) => Promise<Pick<MeansFacts, 'pools' | 'outbid'>>
}
