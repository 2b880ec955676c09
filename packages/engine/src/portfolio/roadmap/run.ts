import type { Result } from '../../kernel/index.ts'
import type { RoadmapAnswer, RoadmapProgress } from './answer.ts'
import type { RoadmapRefusal } from './refusals.ts'

/** A roadmap under way: advance it in slices, and ask for the answer when it is over or enough. */
export type RoadmapRun = {
  readonly advance: (workUnits: number) => void
  readonly progress: () => RoadmapProgress
  readonly isOver: () => boolean
  readonly conclude: () => Result<RoadmapAnswer, RoadmapRefusal>
}
