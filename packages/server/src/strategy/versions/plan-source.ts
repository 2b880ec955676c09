import type { PlanChangeList, PlanSummary } from '@throughline/contract/portfolio'
import type { RanksAsked, RecalibrationCase } from '@throughline/contract/strategy'
import type { FieldValue, Plan } from '@throughline/engine/portfolio'
import type { Actor, Record as Recorder, Tx } from '../../database/index.ts'

/** What the plan of an initiative's work says of what is to come, whole minor units. */
export type PlanToGo = { readonly toGo: number | null; readonly exit: number | null }
/** The plan of record with the day of its newest position. */
export type RecordedPlan = Plan & { readonly positionOn: string | null }

/** Where the strategy room learns of the plan of record, and writes what was decided of it. The plan belongs to later rooms, which are given to this one and never imported by it. */
export type RecordOfPlan = {
  readonly read: (tx: Tx) => Promise<RecordedPlan>
  /** Holds organisation and initiatives until the act ends: nobody else changes them meanwhile. */
  readonly lock: (tx: Tx) => Promise<void>
  readonly readToGo: (tx: Tx) => Promise<ReadonlyMap<string, PlanToGo>>
  /** Sets fields of initiatives, within an act of this room. */
  readonly apply: (planning: { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly now: Date; readonly why: string }, changes: readonly { readonly id: string; readonly fields: Readonly<Record<string, FieldValue>> }[]) => Promise<void>
  readonly changeList: (from: Plan, to: Plan) => PlanChangeList
  readonly summary: (plan: Plan) => PlanSummary
  /** Starts the job that solves the roadmap of the plan of record and that of another plan; its id. */
  readonly startRoadmap: (tx: Tx, actor: Actor, after: { readonly name: string; readonly plan: Plan }, today: string) => Promise<string>
  /** Starts the job that ranks the initiatives of a case while weights and estimates are doubted; its id. */
  readonly startRanks: (tx: Tx, actor: Actor, of: RecalibrationCase, asked: RanksAsked) => Promise<string>
  readonly hash: (plan: Plan) => string
  readonly instants: (tx: Tx) => Promise<{ readonly before: string; readonly at: string }>
}
