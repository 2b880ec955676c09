import type { RoadmapAnswer, RoadmapCase, RoadmapOptions, RoadmapProgress, RoadmapRefusal } from '@throughline/engine/portfolio'
import type { Result } from '@throughline/engine/kernel'

/** To the worker: a case takes the place of whatever is under way; without one, work ends. */
export type RoadmapAsk = { readonly id: number; readonly case?: RoadmapCase; readonly start?: RoadmapOptions['start']; readonly effort?: number }

/** From the worker: how far it is, an answer that may still get better, or that it broke. */
export type RoadmapReply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: RoadmapProgress }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Result<RoadmapAnswer, RoadmapRefusal>; /** Nothing better will come. */ readonly final: boolean }
  | { readonly id: number; readonly kind: 'broken'; readonly message: string }
