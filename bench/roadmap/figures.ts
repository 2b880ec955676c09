import type { Thread } from './browser.ts'
import type { Frontier } from './frontier.ts'
import type { Carried } from './message.ts'
import type { Settling } from './settling.ts'

/** One run of an effort: what its plan is worth, its gap to its own bound, and that bound. */
export type Course = { readonly seconds: number; readonly cpuSeconds: number; readonly effort: number; readonly worth: number; readonly gap: number; readonly bound: number }
export type Bounded = { readonly effort: number; readonly cpuSeconds: number; readonly bound: number }
/**
 * Answers to changed cases. `proved`: how many are a plan proved within `within` of its bound, or a proof that nothing fits; the seconds until then of the first, the median and
 * the 95th percentile, null where that one is not proved; then of answers with their whole effort the seconds and gaps.
 */
export type WhatIfs = {
  readonly count: number
  readonly without: number
  readonly nothingFits: number
  readonly within: number
  readonly proved: number
  readonly provedFirst: number | null
  readonly provedMedian: number | null
  readonly provedP95: number | null
  readonly wholeMedian: number
  readonly medianGap: number
  readonly p95Gap: number
}

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
