import type { TaskKind, TaskState } from '@throughline/engine/delivery'
import type { Generated } from 'kysely'

declare module '../database/tables.ts' {
  interface Tables { task: TaskTable }
}

/** A piece of work of an initiative, or an event of it. It stands where its WBS code says; without a code, below its parent. */
export interface TaskTable {
  org_id: string
  id: string
  initiative_id: string
  /** What its source calls it. */
  key: string
  name: string
  wbs: string | null
  parent_id: string | null
  kind: TaskKind
  owner: string | null
  state: TaskState
  start_on: string | null
  finish_on: string | null
  finished_on: string | null
  link: string | null
  /** What comes about by it; kept in another room. */
  enables_kind: 'benefit' | 'change' | null
  enables_id: string | null
  version: Generated<number>
  removed_at: Generated<string | null>
}
