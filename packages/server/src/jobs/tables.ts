import type { Generated } from 'kysely'
import type { Role } from '@throughline/contract/people'

export const jobStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export interface JobTable {
  org_id: string
  id: string
  kind: string
  input: unknown
  state: Generated<JobState>
  progress: Generated<unknown>
  result: Generated<unknown>
  problem: Generated<unknown>
  account_id: string
  actor_name: string
  actor_role: Role
  /** One job of a kind and key at a time, where a key is given. */
  dedupe_key: Generated<string | null>
  priority: Generated<number>
  attempt: Generated<number>
  max_attempts: Generated<number>
  cancel_requested: Generated<boolean>
  worker: Generated<string | null>
  lease_until: Generated<string | null>
  run_at: Generated<string>
  created_at: Generated<string>
  started_at: Generated<string | null>
  finished_at: Generated<string | null>
}

declare module '../database/tables.ts' {
  interface Tables {
    job: JobTable
  }
}
