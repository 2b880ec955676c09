import type { Thread } from './browser.ts'
import type { Frontier } from './frontier.ts'
import type { Carried } from './message.ts'
import type { Settling } from './settling.ts'

/** One run of an effort: what its plan is worth, its gap to its own bound, and that bound. */
export type Course = { readonly seconds: number; readonly cpuSeconds: number; readonly effort: number; readonly worth: number; readonly gap: number; readonly bound: number }
export type Bounded = { readonly effort: number; readonly cpuSeconds: number; readonly bound: number }
export type WhatIfs = { readonly count: number; readonly without: number; readonly p95Seconds: number; readonly medianGap: number; readonly p95Gap: number }

/** What the engine did on one instance. `rate`: work units in a second of processor time. */
export type Ours = {
  readonly columns: number
  readonly rows: number
  readonly rate: number
  readonly courses: readonly Course[]
  readonly bounds: readonly Bounded[]
  readonly whatIfs: WhatIfs
}

/** `worth` is null where a peer found no plan, or one that breaks something. */
export type PeerRow = { readonly peer: string; readonly said: string; readonly cpuSeconds: number; readonly worth: number | null; readonly faults: number }

/** What others did on it; `relaxed` is HiGHS's linear program of the same model. */
export type Beside = {
  readonly relaxed: { readonly bound: number; readonly cpuSeconds: number }
  readonly ranking: { readonly worth: number; readonly faults: number }
  readonly answers: readonly PeerRow[]
}

/** All that was measured on one instance; null where a part was not. */
export type Measured = { readonly name: string; readonly ours: Ours | null; readonly beside: Beside | null; readonly carried: Carried | null; readonly frontier: Frontier | null; readonly settling: Settling | null; readonly thread: Thread | null }
