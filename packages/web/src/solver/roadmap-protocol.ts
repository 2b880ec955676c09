import type { Result } from '@throughline/engine/kernel'
import type { Choice, FrontierOf, leastDisturbance, letIn, PlausibleRange, priceRoadmapPins, RoadmapAnswer, roadmapBottlenecks, roadmapBoundCurve, RoadmapCase, roadmapConflict, roadmapFrontier, RoadmapOptions, RoadmapProgress, RoadmapRefusal, roadmapRelaxations, roadmapSteadiness, roomFor } from '@throughline/engine/portfolio'

/** A case on its way to the worker: without candidates where they are those of the case sent before, since they are nearly all of it. */
export type SentCase = Omit<RoadmapCase, 'candidates'> & Partial<Pick<RoadmapCase, 'candidates'>>

/** To the worker: a case takes the place of whatever is under way; without one, work ends. */
export type RoadmapAsk = { readonly id: number; readonly case?: SentCase; readonly start?: RoadmapOptions['start']; readonly effort?: number }

/** From the worker: how far it is, an answer that may still get better, or that it broke. */
export type RoadmapReply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: RoadmapProgress }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Result<RoadmapAnswer, RoadmapRefusal>; /** Nothing better will come. */ readonly final: boolean }
  | { readonly id: number; readonly kind: 'broken'; readonly message: string }

/** A case with its answer, and how hard to try for each further solve. */
type Of = { readonly case: RoadmapCase; readonly answer: RoadmapAnswer; readonly effort: number }

/** What goes deeper than the plan, each named for the engine's functions that do it. */
export type RoadmapTask =
  | ({ readonly op: 'pins' } & Of)
  | ({ readonly op: 'frontier'; readonly against: FrontierOf; readonly percents: readonly number[] } & Of)
  | ({ readonly op: 'bounds'; readonly against: FrontierOf; readonly percents: readonly number[] } & Of)
  | ({ readonly op: 'limits'; readonly count: number } & Of)
  | ({ readonly op: 'moves'; readonly record: readonly Choice[]; readonly counts: readonly number[] } & Of)
  | ({ readonly op: 'steadiness'; readonly range: PlausibleRange; readonly worlds: number } & Of)
  | ({ readonly op: 'letIn'; readonly candidateId: string } & Of)
  | { readonly op: 'conflict'; readonly case: RoadmapCase; readonly effort: number }

export type RoadmapTaskAnswers = {
  readonly pins: ReturnType<typeof priceRoadmapPins>
  readonly frontier: ReturnType<typeof roadmapFrontier>
  readonly bounds: ReturnType<typeof roadmapBoundCurve>
  readonly limits: ReturnType<typeof roadmapBottlenecks>
  readonly moves: ReturnType<typeof leastDisturbance>
  readonly steadiness: ReturnType<typeof roadmapSteadiness>
  readonly letIn: { readonly letIn: ReturnType<typeof letIn>; readonly room: ReturnType<typeof roomFor> }
  readonly conflict: { readonly conflict: ReturnType<typeof roadmapConflict>; readonly relaxations: ReturnType<typeof roadmapRelaxations> }
}
export type RoadmapTaskAnswer<Task extends RoadmapTask> = RoadmapTaskAnswers[Task['op']]
/** A task to the worker and its answer, or that it broke. */
export type DeepAsk = { readonly task: RoadmapTask }
export type DeepReply = { readonly kind: 'done'; readonly answer: RoadmapTaskAnswers[RoadmapTask['op']] } | { readonly kind: 'broken'; readonly message: string }
