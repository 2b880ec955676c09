import type { IdeaSource, IdeaState } from '@throughline/engine/demand'
import type { Generated } from 'kysely'

declare module '../../database/tables.ts' {
  interface Tables {
    idea: IdeaTable
    idea_move: IdeaMoveTable
  }
}

/** An idea as it stands now. */
export interface IdeaTable {
  org_id: string
  id: string
  version: Generated<number>
  title: string
  problem: string
  source: IdeaSource
  /** Which rule, which customer, which signal. */
  origin: string
  measure_id: string | null
  measure: string | null
  signal_id: string | null
  unit_id: string | null
  submitter_id: string
  submitter: string
  handed_in_at: string
  /** `Idea['checked']` */
  checked: unknown
  state: Generated<IdeaState>
  /** `IdeaLevels` */
  levels: Generated<unknown>
  sponsor_id: Generated<string | null>
  sponsor: Generated<string | null>
  duplicate_of: Generated<string | null>
  initiative_id: Generated<string | null>
  /** `Idea['outcome']` */
  outcome: Generated<unknown>
}

/** A state that an idea went to; only added to. */
export interface IdeaMoveTable {
  org_id: string
  id: string
  idea_id: string
  /** The first of an idea is 1. */
  no: number
  went_to: IdeaState
  words: string
  moved_by: string
  moved_at: string
}
